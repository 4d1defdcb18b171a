// node scripts/org/execution/testProjectMain.ts DIR [source…] [--class=Name] [--only=Class.method] [--all]
import { testProject } from './testProject.ts';

const words = process.argv.slice(2);
const flags = words.filter((word) => word.startsWith('--'));
const [directory = '.', ...sources] = words.filter((word) => !word.startsWith('--'));
const values = (name: string): string[] | null => {
    const found = flags.filter((flag) => flag.startsWith(`--${name}=`)).map((flag) => flag.slice(name.length + 3));
    return found.length > 0 ? found : null;
};
const run = testProject(directory, {
    ...(sources.length > 0 ? { sources } : {}),
    selection: { classes: values('class'), methods: values('only') }
});
const out = (line: string): void => {
    process.stdout.write(`${line}\n`);
};
for (const problem of run.problems.slice(0, flags.includes('--all') ? undefined : 40))
    out(`PROBLEM ${problem.fileName}:${problem.line ?? 0}:${problem.column ?? 0} ${problem.problem ?? ''}`);
for (const test of run.tests) {
    if (test.outcome !== 'passed')
        out(
            `${test.outcome.toUpperCase()} ${test.class}.${test.method}: ${test.message ?? ''}\n    ${(test.stackTrace ?? '').replaceAll('\n', '\n    ')}`
        );
}
const count = (outcome: string): number => run.tests.filter((test) => test.outcome === outcome).length;
out(
    `${count('passed')} passed, ${count('failed')} failed, ${count('unsupported')} unsupported of ${run.tests.length}; ${run.problems.length} problems; first test after ${Math.round(run.coldMs)} ms, all in ${Math.round(run.ms)} ms`
);
process.exitCode = run.tests.some((test) => test.outcome !== 'passed') ? 1 : 0;
