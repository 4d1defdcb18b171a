// Types are stripped from components as `tsc` does before a deploy, so that the page needs no compiled file beside a source.
import ts from 'typescript';
import type { Plugin } from 'rollup';

export function typescriptSources(): Plugin {
    return {
        name: 'typescript-sources',
        transform(code, id) {
            const file = id.split('?')[0] ?? id;
            if (!file.endsWith('.ts')) return null;
            const { outputText, sourceMapText } = ts.transpileModule(code, {
                fileName: file,
                compilerOptions: {
                    target: ts.ScriptTarget.ESNext,
                    module: ts.ModuleKind.ESNext,
                    experimentalDecorators: false,
                    useDefineForClassFields: true,
                    verbatimModuleSyntax: true,
                    sourceMap: true
                }
            });
            const map: unknown = JSON.parse(sourceMapText ?? 'null');
            return { code: outputText.replace(/\n\/\/# sourceMappingURL=.*$/, ''), map: map as string };
        }
    };
}
