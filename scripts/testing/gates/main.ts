// The static gates of the Apex: our code passes them, and broken copies of it do not. Ends with `N passed, N failed`.
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withoutAccepted } from './accepted.ts';
import { checkApex, hasJava } from './apexChecker.ts';
import { analyze } from './codeAnalyzer.ts';
import type { Finding } from './finding.ts';
import { showFinding } from './finding.ts';
import { parseFiles } from './formatter.ts';
import { inBrokenCopy } from './mutations.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
let passed = 0;
let failed = 0;

function judge(what: string, problems: readonly string[]): void {
    if (problems.length === 0) passed++;
    else failed++;
    console.log(`${problems.length === 0 ? 'ok' : 'not ok'} ${what}`);
    for (const problem of problems) console.log(`    ${problem}`);
}

async function judgeMutations(
    gate: Finding['gate'],
    run: (copy: string, files: string[]) => Promise<Finding[]>,
    before: readonly Finding[]
): Promise<void> {
    await inBrokenCopy(project, gate, async (copy, mutations) => {
        const found = await run(
            copy,
            mutations.map(({ file }) => file)
        );
        for (const { what, file } of mutations) {
            const inFile = (finding: Finding): boolean => finding.file === file;
            const caught = found.filter(inFile).length > before.filter(inFile).length;
            judge(`${gate} refuses: ${what}`, caught ? [] : [`${file} was accepted`]);
        }
    });
}

const apexFiles = globSync('force-app/**/*.{cls,trigger}', { cwd: project });
const syntax = await parseFiles(project, apexFiles);
judge(`formatter reads ${String(apexFiles.length)} Apex files`, syntax.map(showFinding));
await judgeMutations('formatter', parseFiles, syntax);

if (hasJava()) {
    const checked = checkApex(project);
    const analyzed = await analyze(project);
    const { left, unused } = withoutAccepted([...checked, ...analyzed]);
    judge('checker finds nothing', left.filter(({ gate }) => gate === 'checker').map(showFinding));
    judge('analyzer finds nothing', left.filter(({ gate }) => gate === 'analyzer').map(showFinding));
    judge(
        'every accepted finding still occurs',
        unused.map((one) => `${String(one.rule)} ${one.reason}`)
    );
    await judgeMutations('checker', (copy) => Promise.resolve(checkApex(copy)), checked);
    await judgeMutations('analyzer', analyze, analyzed);
} else {
    console.log('Java 11 or later is not installed: the type checker and Code Analyzer were left out.');
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed > 0 ? 1 : 0;
