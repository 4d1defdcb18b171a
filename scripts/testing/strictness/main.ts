// Breaks classes of a real project one thing at a time, each a thing that Salesforce refuses, and tells which the local org takes.
// node scripts/testing/strictness/main.ts [--project DIR] [--seed N] [--count N] [--kind WORDS] [--messages]
import { parseArgs } from 'node:util';
import { HIERARCHY_KINDS } from './hierarchy.ts';
import { IN_PLACE_KINDS } from './inPlace.ts';
import { MEMBER_KINDS } from './members.ts';
import { ProjectCompiler } from './project.ts';
import { runKinds, type KindResult } from './run.ts';
import { STATEMENT_KINDS } from './statements.ts';

const { values } = parseArgs({
    options: {
        project: { type: 'string', default: '.' },
        seed: { type: 'string', default: '1' },
        count: { type: 'string', default: '10' },
        kind: { type: 'string', default: '' },
        messages: { type: 'boolean', default: false }
    }
});
const kinds = [...STATEMENT_KINDS, ...MEMBER_KINDS, ...IN_PLACE_KINDS, ...HIERARCHY_KINDS].filter((one) =>
    one.name.includes(values.kind)
);
const compiler = new ProjectCompiler(values.project);
const out = (line: string): void => void process.stdout.write(`${line}\n`);
try {
    const results = runKinds(compiler, kinds, { seed: Number(values.seed), count: Number(values.count) });
    for (const result of results) print(result);
    const made = results.reduce((sum, one) => sum + one.made, 0);
    const refused = results.reduce((sum, one) => sum + one.made - one.accepted.length, 0);
    out(
        `${refused} of ${made} refused (${((100 * refused) / Math.max(made, 1)).toFixed(1)} %), ${results.length} kinds`
    );
    process.exitCode = refused === made ? 0 : 1;
} finally {
    compiler.close();
}

function print(result: KindResult): void {
    if (result.made === 0) return;
    const refused = result.made - result.accepted.length;
    if (result.accepted.length > 0 || values.messages) out(`${result.kind}: ${refused} of ${result.made} refused`);
    for (const one of result.accepted.slice(0, 5)) out(`    ACCEPTED ${one.file}: ${one.change}`);
    if (values.messages) for (const message of result.messages) out(`    ${message}`);
}
