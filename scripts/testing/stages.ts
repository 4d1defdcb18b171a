// The stages of `npm test`. A stage is a command whose outcome is counted; a whole-tree check counts as one.
import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface StageResult {
    passed: number;
    failed: number;
}

interface Stage {
    name: string;
    what: string;
    run: () => Promise<StageResult>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const jestReport = join(tmpdir(), `tgrid-jest-${String(process.pid)}.json`);

interface Finished {
    code: number;
    output: string;
}

function execute(command: string, args: string[], quiet = false): Promise<Finished> {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
        const chunks: Buffer[] = [];
        const keep = (chunk: Buffer): void => {
            chunks.push(chunk);
            if (!quiet) process.stdout.write(chunk);
        };
        child.stdout.on('data', keep);
        child.stderr.on('data', keep);
        child.on('error', reject);
        child.on('close', (code) => {
            resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
        });
    });
}

/** A check of the whole tree: one pass or one failure. */
async function whole(command: string, args: string[]): Promise<StageResult> {
    const { code } = await execute(command, args);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A command that ends with its own line `N passed, N failed`. */
async function counted(command: string, args: string[]): Promise<StageResult> {
    const { code, output } = await execute(command, args);
    const line = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
    if (!line) return { passed: 0, failed: 1 };
    const failed = Number(line[2]);
    return { passed: Number(line[1]), failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function nodeTests(patterns: string[]): Promise<StageResult> {
    const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
    if (files.length === 0) return { passed: 0, failed: 1 };
    const { code, output } = await execute(
        process.execPath,
        ['--test', '--test-reporter=tap', '--test-concurrency=2', ...files],
        true
    );
    const passed = Number(/^# pass (\d+)$/m.exec(output)?.[1] ?? 0);
    const failed = Number(/^# fail (\d+)$/m.exec(output)?.[1] ?? 0);
    const skipped = Number(/^# skipped (\d+)$/m.exec(output)?.[1] ?? 0);
    if (code !== 0) console.log(failuresOf(output));
    if (skipped > 0) console.log(`${String(skipped)} skipped`);
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** The failing points of a TAP report with what follows each. */
function failuresOf(tap: string): string {
    const lines = tap.split('\n');
    const kept: string[] = [];
    let keep = false;
    for (const line of lines) {
        if (/^\s*not ok /.test(line)) keep = true;
        else if (/^\s*(ok |# )/.test(line)) keep = false;
        if (keep) kept.push(line);
    }
    return kept.slice(0, 400).join('\n');
}

async function jest(): Promise<StageResult> {
    const { code } = await execute(bin('sfdx-lwc-jest'), ['--', '--json', `--outputFile=${jestReport}`]);
    if (!existsSync(jestReport)) return { passed: 0, failed: 1 };
    const report = JSON.parse(readFileSync(jestReport, 'utf8')) as {
        numPassedTests: number;
        numFailedTests: number;
        numFailedTestSuites: number;
    };
    rmSync(jestReport);
    const failed = Math.max(report.numFailedTests, report.numFailedTestSuites);
    return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function apexTests(): Promise<StageResult> {
    const { code, output } = await execute(
        process.execPath,
        ['scripts/cli/bin.js', 'local', 'test', '--project', '.', '--json'],
        true
    );
    interface Report {
        summary: { passed: number; failed: number; unsupported: number; compileErrors: number };
        tests: { class: string; method: string; outcome: string; message: string | null }[];
        compileErrors: { file: string; line: number; message: string }[];
    }
    let report: Report;
    try {
        report = JSON.parse(output) as Report;
    } catch {
        console.log(output.slice(-4000));
        return { passed: 0, failed: 1 };
    }
    for (const error of report.compileErrors) console.log(`${error.file}:${String(error.line)} ${error.message}`);
    for (const test of report.tests) {
        if (test.outcome !== 'passed')
            console.log(`${test.class}.${test.method} ${test.outcome}: ${test.message ?? ''}`);
    }
    const { passed, failed, unsupported, compileErrors } = report.summary;
    const lost = failed + unsupported + compileErrors;
    return { passed, failed: code !== 0 && lost === 0 ? 1 : lost };
}

export const stages: readonly Stage[] = [
    { name: 'typecheck', what: 'TypeScript of scripts', run: () => whole(bin('tsc'), ['-p', 'tsconfig.json']) },
    {
        name: 'components',
        what: 'TypeScript of the components, compiled in place',
        run: () => whole(bin('tsc'), ['-p', 'tsconfig.lwc.json'])
    },
    { name: 'lint', what: 'ESLint, with the boundaries between rooms', run: () => whole(bin('eslint'), ['.']) },
    {
        name: 'format',
        what: 'Prettier, Apex by Salesforce’s own parser',
        run: () => whole(bin('prettier'), ['--check', '--log-level', 'warn', '.'])
    },
    {
        name: 'gates',
        what: 'static checks of the Apex, and that they bite',
        run: () => counted(process.execPath, ['scripts/testing/gates/main.ts'])
    },
    {
        name: 'scripts',
        what: 'tests of the local org, the simulator and the command line',
        run: () =>
            nodeTests([
                'scripts/!(testing)/**/*.test.ts',
                'scripts/testing/*.test.ts',
                'scripts/testing/gates/*.test.ts',
                'scripts/testing/fuzz/*.test.ts'
            ])
    },
    { name: 'jest', what: 'tests of the components', run: jest },
    { name: 'apex', what: 'Apex tests of the package on the local org', run: apexTests },
    {
        name: 'journeys',
        what: 'whole programs over HTTP and in a browser',
        run: () => nodeTests(['scripts/testing/journeys/**/*.test.ts'])
    }
];
