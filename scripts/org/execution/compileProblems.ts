// How compile errors stand among the messages of a deploy.
// https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm
import type { Diagnostic } from '../apex/diagnostics.ts';
import type { DeployMessage } from './api.ts';

/** Compile errors become the failures of the files they are in; errors elsewhere break the deploy too. */
export function noteProblems(
    messages: DeployMessage[],
    diagnostics: readonly Diagnostic[],
    files: ReadonlySet<string>
): void {
    const seen = new Set<string>();
    for (const diagnostic of diagnostics) {
        const message = messages.find((item) => item.fileName === diagnostic.file && item.success);
        if (message) {
            Object.assign(message, {
                success: false,
                problem: diagnostic.message,
                problemType: 'Error',
                line: diagnostic.line,
                column: diagnostic.column,
                created: false,
                changed: false
            });
            seen.add(diagnostic.file);
            continue;
        }
        const name = /([^/]+)\.(cls|trigger)$/.exec(diagnostic.file);
        messages.push({
            fullName: name?.[1] ?? diagnostic.file,
            componentType: name?.[2] === 'trigger' ? 'ApexTrigger' : 'ApexClass',
            fileName: diagnostic.file,
            success: false,
            created: false,
            changed: false,
            deleted: false,
            problem:
                files.has(diagnostic.file) || seen.has(diagnostic.file)
                    ? diagnostic.message
                    : `Dependent class is invalid and needs recompilation:\n${diagnostic.message}`,
            problemType: 'Error',
            line: diagnostic.line,
            column: diagnostic.column
        });
    }
}
