// Test runs asked for through the Tooling API, and the ApexTest… objects that clients poll afterwards.
import type { Org, TestMethodResult, TestRun } from '../execution/api.ts';
import { Double, SObject, makeId } from '../values/index.ts';
import type { ObjectDescribe } from '../metadata/describe.ts';
import { jsonOf, json, objectOf } from './http.ts';
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { testsJson } from './deployJobs.ts';

interface Finished {
    id: string;
    run: TestRun;
    at: string;
}

export class TestJobs {
    #next = 1;
    readonly #runs: Finished[] = [];

    start(org: Org, body: Record<string, unknown>): string {
        const run = org.runTests(selectionOf(body));
        const id = makeId('707', this.#next++);
        this.#runs.push({ id, run, at: new Date().toISOString() });
        return id;
    }

    /** Rows of ApexTestRunResult, ApexTestQueueItem, ApexTestResult for the run named in the query; null = another object. */
    query(soql: string, org: Org): SObject[] | null {
        const object = /\bfrom\s+(ApexTest\w+|ApexCodeCoverage\w*|ApexOrgWideCoverage)/i.exec(soql)?.[1];
        const describe = object ? org.schema.object(object) : undefined;
        if (!object) return null;
        const id = /'(707\w+)'/.exec(soql)?.[1] ?? '';
        const finished = this.#runs.find((entry) => entry.id.startsWith(id.slice(0, 15)));
        if (!finished || !describe) return [];
        return rowsOf(object.toLowerCase(), describe, finished);
    }
}

function rowsOf(object: string, describe: ObjectDescribe, { id, run, at }: Finished): SObject[] {
    const row = (values: Record<string, unknown>): SObject =>
        Object.assign(new SObject(describe), { values: { ...values } });
    const failed = run.tests.filter((test) => test.outcome !== 'passed').length;
    switch (object) {
        case 'apextestrunresult':
            return [
                row({
                    Id: id.replace('707', '05m'),
                    AsyncApexJobId: id,
                    Status: failed > 0 ? 'Failed' : 'Completed',
                    StartTime: at,
                    EndTime: at,
                    TestTime: run.ms,
                    UserId: null,
                    ClassesCompleted: classesOf(run).length,
                    ClassesEnqueued: classesOf(run).length,
                    MethodsEnqueued: run.tests.length,
                    MethodsCompleted: run.tests.length,
                    MethodsFailed: failed
                })
            ];
        case 'apextestqueueitem':
            return classesOf(run).map((name, index) =>
                row({
                    Id: makeId('709', index + 1),
                    Status: 'Completed',
                    ApexClassId: null,
                    ParentJobId: id,
                    ExtendedStatus: `(${name})`
                })
            );
        case 'apextestresult':
            return run.tests.map((test, index) =>
                row({ Id: makeId('07M', index + 1), AsyncApexJobId: id, ...resultValues(test), TestTimestamp: at })
            );
        default:
            return [];
    }
}

function resultValues(test: TestMethodResult): Record<string, unknown> {
    return {
        Outcome: test.outcome === 'passed' ? 'Pass' : 'Fail',
        MethodName: test.method,
        Message: test.message,
        StackTrace: test.stackTrace,
        RunTime: new Double(test.ms),
        ApexClassId: null,
        ApexClass: {
            attributes: { type: 'ApexClass' },
            Id: null,
            Name: test.class,
            NamespacePrefix: null,
            FullName: test.class
        }
    };
}

function classesOf(run: TestRun): string[] {
    return [...new Set(run.tests.map((test) => test.class))];
}

function selectionOf(body: Record<string, unknown>): { classes: string[] | null; methods: string[] | null } {
    if (Array.isArray(body.tests)) {
        const tests = body.tests as { className?: string; testMethods?: string[] }[];
        const methods = tests.flatMap((test) =>
            (test.testMethods ?? []).map((method) => `${test.className ?? ''}.${method}`)
        );
        return { classes: tests.map((test) => test.className ?? ''), methods: methods.length > 0 ? methods : null };
    }
    if (typeof body.classNames === 'string' && body.classNames)
        return { classes: body.classNames.split(','), methods: null };
    return { classes: null, methods: null };
}

export function runAsynchronous(context: ApiContext): ApiResponse {
    return json(200, context.testJobs.start(context.org, objectOf(jsonOf(context.request), 'The request')));
}

export function runSynchronous(context: ApiContext): ApiResponse {
    const run = context.org.runTests(selectionOf(objectOf(jsonOf(context.request), 'The request')));
    return json(200, { apexLogId: null, ...testsJson(run) });
}
