// Broken copies of our own classes, each of which the gate named must refuse. One class a mutation, so that one run of a gate
// over a copy of the project with all of them tells which were caught.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

export interface Mutation {
    gate: Finding['gate'];
    what: string;
    file: string;
    from: string | RegExp;
    to: string;
}

const DOCUMENTS = 'force-app/main/tradingDocuments/classes';

export const MUTATIONS: readonly Mutation[] = [
    {
        gate: 'checker',
        what: 'a method that does not exist is called',
        file: `${DOCUMENTS}/DocumentKeyBuilder.cls`,
        from: /\.join\(/,
        to: '.joinAll('
    },
    {
        gate: 'checker',
        what: 'an unknown custom label is read',
        file: `${DOCUMENTS}/DocumentIntakeException.cls`,
        from: 'Label.IntakeEmptyBody',
        to: 'Label.NoSuchLabel'
    },
    {
        gate: 'checker',
        what: 'a variable of an unknown type is declared',
        file: `${DOCUMENTS}/DocumentStepBuilder.cls`,
        from: /\bString (\w+) =/,
        to: 'NoSuchType $1 ='
    },
    {
        gate: 'analyzer',
        what: 'a query is built from a variable without escaping',
        file: `${DOCUMENTS}/TradingDocumentSelector.cls`,
        from: /\}\s*$/,
        to: "    public static List<SObject> open(String name) {\n        return Database.query('SELECT Id FROM Account WHERE Name = \\'' + name + '\\'');\n    }\n}\n"
    },
    {
        gate: 'analyzer',
        what: 'a class states no sharing',
        file: `${DOCUMENTS}/DocumentIntakeService.cls`,
        from: /\b(with|inherited|without) sharing class/,
        to: 'class'
    },
    {
        gate: 'formatter',
        what: 'a semicolon is missing',
        file: `${DOCUMENTS}/DocumentProblem.cls`,
        from: /;(?=\s*\}\s*$)|;(?=\s*\n\s*\}\s*\n)/,
        to: ''
    }
];

/** A copy of the project with the mutations of one gate applied; the folder is removed when `use` is done. */
export async function inBrokenCopy<T>(
    project: string,
    gate: Finding['gate'],
    use: (copy: string, mutations: readonly Mutation[]) => Promise<T>
): Promise<T> {
    const copy = mkdtempSync(join(tmpdir(), 'tgrid-gate-'));
    try {
        for (const name of ['sfdx-project.json', 'force-app'])
            cpSync(join(project, name), join(copy, name), { recursive: true });
        const mutations = MUTATIONS.filter((mutation) => mutation.gate === gate);
        for (const { file, from, to, what } of mutations) {
            const path = join(copy, file);
            const before = readFileSync(path, 'utf8');
            const after = before.replace(from, to);
            if (after === before) throw new Error(`The mutation "${what}" no longer fits ${file}`);
            writeFileSync(path, after);
        }
        return await use(copy, mutations);
    } finally {
        rmSync(copy, { recursive: true, force: true });
    }
}
