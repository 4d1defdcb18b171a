// Deploys: a zip in metadata format, taken by REST or SOAP, run at once and kept for the status calls. The first status
// call after a deploy already finds it done.
import JSZip from 'jszip';
import type { DeployMessage, DeployOutcome, Org, SourceEntry, TestRun } from '../execution/api.ts';
import type { Identity } from './sessions.ts';
import { makeId } from '../values/index.ts';
import { ApiError } from './http.ts';

export interface DeployOptions {
    checkOnly: boolean;
    rollbackOnError: boolean;
    /** NoTestRun, RunSpecifiedTests, RunLocalTests, RunAllTestsInOrg. */
    testLevel: string;
    runTests: string[];
}

export class DeployJobs {
    #next = 1;
    readonly #done = new Map<string, Record<string, unknown>>();

    async deploy(org: Org, zip: Uint8Array, options: DeployOptions, who: Identity): Promise<string> {
        const started = new Date().toISOString();
        const { files, deletions } = await unzip(zip);
        let tests: TestRun | null = null;
        const runTests = (): boolean => {
            const classes = options.testLevel === 'RunSpecifiedTests' ? options.runTests : null;
            tests = org.runTests({ classes, methods: null });
            return tests.tests.every((test) => test.outcome === 'passed');
        };
        const { checkOnly, rollbackOnError, testLevel } = options;
        const wantsTests = testLevel !== '' && testLevel !== 'NoTestRun';
        const outcome = org.deploy(files, {
            checkOnly,
            rollbackOnError,
            deletions,
            ...(wantsTests ? { verify: runTests } : {})
        });
        const id = makeId('0Af', this.#next++);
        this.#done.set(id, statusOf(id, outcome, tests, options, who, started));
        return id;
    }

    find(id: string): Record<string, unknown> {
        const found = this.#done.get(id) ?? [...this.#done].find(([key]) => key.startsWith(id))?.[1];
        if (!found) throw new ApiError(404, 'NOT_FOUND', `No deploy has the id ${id}`);
        return found;
    }
}

async function unzip(zip: Uint8Array): Promise<{ files: SourceEntry[]; deletions: { type: string; name: string }[] }> {
    let archive: JSZip;
    try {
        archive = await JSZip.loadAsync(zip);
    } catch (error) {
        throw new ApiError(
            400,
            'INVALID_ZIP',
            `The file is no zip archive: ${error instanceof Error ? error.message : String(error)}`
        );
    }
    const names = Object.values(archive.files).filter((file) => !file.dir);
    const manifest = names.find((file) => file.name.endsWith('package.xml'));
    if (!manifest) throw new ApiError(400, 'INVALID_ZIP', 'No package.xml found');
    const prefix = manifest.name.slice(0, -'package.xml'.length);
    const files: SourceEntry[] = [];
    const deletions: { type: string; name: string }[] = [];
    for (const file of names) {
        const content = await file.async('uint8array');
        const path = file.name.slice(prefix.length);
        if (/^destructiveChanges\w*\.xml$/.test(path)) deletions.push(...membersOf(new TextDecoder().decode(content)));
        else if (path !== 'package.xml') files.push({ path, content });
    }
    return { files, deletions };
}

function membersOf(manifest: string): { type: string; name: string }[] {
    return [...manifest.matchAll(/<types>([\s\S]*?)<\/types>/g)].flatMap(([, block = '']) => {
        const type = /<name>([^<]+)<\/name>/.exec(block)?.[1] ?? '';
        return [...block.matchAll(/<members>([^<]+)<\/members>/g)].map(([, name = '']) => ({ type, name }));
    });
}

function statusOf(
    id: string,
    outcome: DeployOutcome,
    tests: TestRun | null,
    options: DeployOptions,
    who: Identity,
    started: string
): Record<string, unknown> {
    const failures = outcome.messages.filter((message) => !message.success);
    const successes = outcome.messages.filter((message) => message.success);
    const failed = tests?.tests.filter((test) => test.outcome !== 'passed') ?? [];
    const success = outcome.success && failed.length === 0;
    return {
        checkOnly: options.checkOnly,
        completedDate: new Date().toISOString(),
        createdBy: who.userId,
        createdByName: who.name,
        createdDate: started,
        details: {
            componentFailures: failures.map((message) => componentJson(message, started)),
            componentSuccesses: [...successes.map((message) => componentJson(message, started)), manifestJson(started)],
            runTestResult: testsJson(tests)
        },
        done: true,
        id,
        ignoreWarnings: false,
        lastModifiedDate: new Date().toISOString(),
        numberComponentErrors: failures.length,
        numberComponentsDeployed: outcome.success ? successes.length : 0,
        numberComponentsTotal: outcome.messages.length,
        numberTestErrors: failed.length,
        numberTestsCompleted: (tests?.tests.length ?? 0) - failed.length,
        numberTestsTotal: tests?.tests.length ?? 0,
        rollbackOnError: options.rollbackOnError,
        runTestsEnabled: tests !== null,
        startDate: started,
        status: success ? 'Succeeded' : 'Failed',
        success
    };
}

function componentJson(message: DeployMessage, createdDate: string): Record<string, unknown> {
    const base = {
        changed: message.changed,
        created: message.created,
        createdDate,
        deleted: message.deleted,
        fileName: message.fileName,
        fullName: message.fullName,
        componentType: message.componentType,
        success: message.success,
        warning: message.problemType === 'Warning'
    };
    if (!message.problem) return base;
    return {
        ...base,
        problem: message.problem,
        problemType: message.problemType,
        lineNumber: message.line ?? 1,
        columnNumber: message.column ?? 1
    };
}

function manifestJson(createdDate: string): Record<string, unknown> {
    return {
        changed: true,
        created: false,
        createdDate,
        deleted: false,
        fileName: 'package.xml',
        fullName: 'package.xml',
        componentType: '',
        success: true,
        warning: false
    };
}

export function testsJson(run: TestRun | null): Record<string, unknown> {
    const tests = run?.tests ?? [];
    const failures = tests.filter((test) => test.outcome !== 'passed');
    return {
        numFailures: failures.length,
        numTestsRun: tests.length,
        totalTime: Math.round(run?.ms ?? 0),
        successes: tests
            .filter((test) => test.outcome === 'passed')
            .map((test) => ({
                methodName: test.method,
                name: test.class,
                namespace: null,
                time: Math.round(test.ms),
                seeAllData: false
            })),
        failures: failures.map((test) => ({
            methodName: test.method,
            name: test.class,
            namespace: null,
            packageName: test.class,
            time: Math.round(test.ms),
            seeAllData: false,
            message: test.message ?? '',
            stackTrace: test.stackTrace ?? '',
            type: 'Class'
        })),
        codeCoverage: [],
        codeCoverageWarnings: [],
        flowCoverage: [],
        flowCoverageWarnings: []
    };
}
