// The project's own components as one ES module beside the vendor's: `{ componentName: class }`.
import { join } from 'node:path';
import { lwc } from './plugins.ts';
import type { Plugin } from 'rollup';
import { rollup } from 'rollup';
import type { PageProject } from './project.ts';
import { salesforceModules } from './salesforceModules.ts';
import { hostFolder } from './vendor.ts';

const ENTRY = 'page-components';

/** Module text that exports `components` by name; `vendorIds` stay imports. Throws when a bundle does not compile. */
export async function buildApp(project: PageProject, vendorIds: readonly string[], userId: string): Promise<string> {
    const external = new Set(vendorIds);
    const named = project.recordPages.flatMap(({ regions }) => regions.flatMap(({ components }) => components));
    const shown = [...new Set(named)].filter((name) => project.bundles.some((bundle) => bundle.name === name));
    const bundle = await rollup({
        input: ENTRY,
        external: (id) => external.has(id),
        onwarn(log, next) {
            if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
            if (!/LWC1/.test(log.pluginCode?.toString() ?? '')) next(log);
        },
        plugins: [
            entry(shown, external),
            salesforceModules(project.labels, userId),
            lwc({
                rootDir: hostFolder,
                enableDynamicComponents: true,
                defaultModules: [],
                modules: project.bundles.map(({ name, file }) => ({ name: `c/${name}`, path: file }))
            })
        ]
    });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    await bundle.close();
    return output[0].code;
}

function entry(names: readonly string[], external: ReadonlySet<string>): Plugin {
    const imports = names.map((name, at) => `import c${String(at)} from 'c/${name}';`);
    const map = names.map((name, at) => `${JSON.stringify(name)}: c${String(at)}`);
    return {
        name: 'page-entry',
        resolveId(id) {
            if (external.has(id)) return { id, external: true };
            // The file does not exist; its folder is where the compiler looks for modules.
            return id === ENTRY ? join(hostFolder, `${ENTRY}.js`) : null;
        },
        load: (id) =>
            id === join(hostFolder, `${ENTRY}.js`)
                ? `${imports.join('\n')}\nexport const components = { ${map.join(', ')} };`
                : null
    };
}
