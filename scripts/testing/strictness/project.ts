// A project's Apex, compiled whole again and again with some of its files changed. The rest of the org (objects, labels,
// pages) is deployed once.
import { compile, type ApexSource, type Diagnostic, type Program } from '../../org/apex/index.ts';
import { nativeClasses } from '../../org/apex/library/index.ts';
import { loadProject } from '../../org/execution/loadProject.ts';
import { LocalOrg } from '../../org/execution/org.ts';

export interface Compiled {
    program: Program;
    /** Messages by file. */
    problems: Map<string, string[]>;
}

export class ProjectCompiler {
    readonly sources: readonly ApexSource[];
    readonly #org: LocalOrg;

    constructor(directory: string) {
        const project = loadProject(directory);
        this.#org = new LocalOrg({ database: null, namespace: project.namespace, apiVersion: project.apiVersion });
        this.#org.deploy(project.entries, { checkOnly: false, rollbackOnError: false });
        this.sources = [...this.#org.schema.apexSources()];
    }

    /** Compiles with the given texts in the place of those of the project. */
    compile(changed: ReadonlyMap<string, string>): Compiled {
        const { schema, soql, options } = this.#org;
        const sources = this.sources.map((source) => {
            const text = changed.get(source.path);
            return text === undefined ? source : { ...source, text };
        });
        const program = compile(sources, {
            schema,
            namespace: options.namespace,
            natives: nativeClasses,
            checkQuery: (text) => soql.check(text),
            labelExists: (namespace, name) => schema.label(namespace, name, null) !== undefined,
            pageExists: (name) => schema.pageExists(name)
        });
        return { program, problems: byFile(program.diagnostics) };
    }

    close(): void {
        this.#org.close();
    }
}

function byFile(diagnostics: readonly Diagnostic[]): Map<string, string[]> {
    const problems = new Map<string, string[]>();
    for (const one of diagnostics) {
        const list = problems.get(one.file) ?? [];
        list.push(one.message);
        problems.set(one.file, list);
    }
    return problems;
}
