import { Command, Flags } from '@oclif/core';
import { resolve } from 'node:path';
import { testProject } from '../../../../org/index.ts';
import type { TestRun } from '../../../../org/index.ts';

export interface TestReport {
    summary: {
        tests: number;
        passed: number;
        failed: number;
        unsupported: number;
        compileErrors: number;
        ms: number;
        coldMs: number;
    };
    tests: { class: string; method: string; outcome: string; message: string | null; ms: number }[];
    compileErrors: { file: string; line: number; column: number; code: string; message: string }[];
}

export default class LocalTest extends Command {
    static override summary = 'Run the Apex tests of an sfdx project on a local org.';
    static override description =
        'Loads every package directory of the project into a fresh org in memory and runs its test methods. A class that does not compile costs its own tests, not the run. The exit code is 1 when a test fails, is unsupported or does not compile.';
    static override examples = [
        '<%= config.bin %> local test',
        '<%= config.bin %> local test --project ../my-app --class AccountServiceTest --json'
    ];
    static override enableJsonFlag = true;
    static override flags = {
        project: Flags.directory({
            summary: 'Folder of the project (with sfdx-project.json).',
            default: '.',
            exists: true
        }),
        source: Flags.string({
            summary: 'Load this folder instead of the package directories; may be given more than once.',
            multiple: true
        }),
        class: Flags.string({ summary: 'Run only this test class; may be given more than once.', multiple: true }),
        method: Flags.string({
            summary: 'Run only this method, as Class.method; may be given more than once.',
            multiple: true
        })
    };

    override async run(): Promise<TestReport> {
        const { flags } = await this.parse(LocalTest);
        const run = testProject(resolve(flags.project), {
            ...(flags.source ? { sources: flags.source } : {}),
            selection: { classes: flags.class ?? null, methods: flags.method ?? null }
        });
        const report = reportOf(run);
        if (!this.jsonEnabled()) this.#print(report);
        const { failed, unsupported, compileErrors } = report.summary;
        process.exitCode = failed + unsupported + compileErrors > 0 ? 1 : 0;
        return report;
    }

    #print(report: TestReport): void {
        for (const error of report.compileErrors)
            this.log(`${error.file}:${String(error.line)}:${String(error.column)} ${error.message}`);
        for (const test of report.tests) {
            if (test.outcome !== 'passed')
                this.log(`${test.class}.${test.method} ${test.outcome}: ${test.message ?? ''}`);
        }
        const { passed, failed, unsupported, compileErrors, ms } = report.summary;
        this.log(
            `${String(compileErrors)} compile errors, ${String(unsupported)} unsupported, ${(ms / 1000).toFixed(1)} s`
        );
        this.log(`${String(passed)} passed, ${String(failed)} failed`);
    }
}

function reportOf(run: TestRun): TestReport {
    const count = (outcome: string): number => run.tests.filter((test) => test.outcome === outcome).length;
    return {
        summary: {
            tests: run.tests.length,
            passed: count('passed'),
            failed: count('failed'),
            unsupported: count('unsupported'),
            compileErrors: run.compileErrors.length,
            ms: Math.round(run.ms),
            coldMs: Math.round(run.coldMs)
        },
        tests: run.tests.map(({ class: name, method, outcome, message, ms }) => ({
            class: name,
            method,
            outcome,
            message,
            ms: Math.round(ms)
        })),
        compileErrors: run.compileErrors.map(({ file, line, column, code, message }) => ({
            file,
            line,
            column,
            code,
            message
        }))
    };
}
