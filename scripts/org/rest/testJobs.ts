// Test runs asked for through the Tooling API, and the ApexTest… rows that clients poll afterwards. A run is over before its id
// is answered; code coverage is not measured, so its objects have no rows.
import type { Org, TestMethodResult, TestRun, TestSelection } from '../execution/api.ts';
import type { SObject } from '../values/index.ts';
import { ApexDatetime, idTo18, makeId } from '../values/index.ts';
import type { ApiContext } from './context.ts';
import { testsJson } from './deployJobs.ts';
import type { ApiResponse } from './http.ts';
import { json, jsonOf, objectOf } from './http.ts';

/** Fields by which clients ask for rows of a run. */
const KEYS = ['Id', 'AsyncApexJobId', 'ParentJobId', 'QueueItemId', 'TestRunResultId', 'ApexTestRunResultId'];

export class TestJobs {
    #next = 1;
    readonly #rows = new Map<string, SObject[]>();

    start(org: Org, selection: TestSelection, userId: string): string {
        const started = new ApexDatetime(Date.now());
        const run = org.runTests(selection);
        const id = makeId('707', this.#next);
        const summary = makeId('05m', this.#next++);
        const classes = classIds(org);
        const failed = run.tests.filter((test) => test.outcome !== 'passed').length;
        const names = [...new Set(run.tests.map((test) => test.class))];
        const counts = {
            ClassesCompleted: names.length,
            ClassesEnqueued: names.length,
            MethodsEnqueued: run.tests.length,
            MethodsCompleted: run.tests.length,
            MethodsFailed: failed
        };
        const times = { StartTime: started, EndTime: new ApexDatetime(Date.now()), TestTime: Math.round(run.ms) };
        this.#keep(org, 'ApexTestRunResult', {
            Id: summary,
            AsyncApexJobId: id,
            UserId: userId,
            Status: failed > 0 ? 'Failed' : 'Completed',
            TestSetupTime: 0,
            ...counts,
            ...times
        });
        for (const name of names)
            this.#keepClass(org, run, name, { id, summary, classId: classes.get(name) ?? null, started });
        return id;
    }

    #keepClass(
        org: Org,
        run: TestRun,
        name: string,
        of: { id: string; summary: string; classId: string | null; started: ApexDatetime }
    ): void {
        const tests = run.tests.filter((test) => test.class === name);
        const passed = tests.filter((test) => test.outcome === 'passed').length;
        const item = makeId('709', this.#next++);
        this.#keep(org, 'ApexTestQueueItem', {
            Id: item,
            ApexClassId: of.classId,
            Status: 'Completed',
            ExtendedStatus: `(${String(passed)}/${String(tests.length)})`,
            ParentJobId: of.id,
            TestRunResultId: of.summary
        });
        const apexClass = org.newRecord('ApexClass');
        Object.assign(apexClass.values, {
            Id: of.classId,
            Name: name.split('.').at(-1),
            NamespacePrefix: name.includes('.') ? name.split('.')[0] : null
        });
        for (const test of tests) {
            const row = this.#keep(org, 'ApexTestResult', {
                Id: makeId('07M', this.#next++),
                QueueItemId: item,
                AsyncApexJobId: of.id,
                ApexTestRunResultId: of.summary,
                ApexClassId: of.classId,
                TestTimestamp: of.started,
                ...resultValues(test)
            });
            row.parents.ApexClass = apexClass;
        }
    }

    #keep(org: Org, object: string, values: Record<string, unknown>): SObject {
        const row = org.newRecord(object);
        Object.assign(row.values, values);
        const rows = this.#rows.get(object.toLowerCase()) ?? [];
        this.#rows.set(object.toLowerCase(), rows);
        rows.push(row);
        return row;
    }

    /** Rows of the ApexTest… objects that belong to the ids named in the query; null = another object. */
    query(soql: string): SObject[] | null {
        const object =
            /\bfrom\s+(ApexTest(?:RunResult|QueueItem|Result)|ApexCodeCoverage\w*|ApexOrgWideCoverage)\b/i.exec(
                soql
            )?.[1];
        if (!object) return null;
        const rows = this.#rows.get(object.toLowerCase()) ?? [];
        const ids = [...soql.matchAll(/'(\w{15}(?:\w{3})?)'/g)].map(([, id = '']) => idTo18(id));
        if (ids.length === 0) return rows;
        return rows.filter((row) => KEYS.some((key) => ids.includes(String(row.values[key]))));
    }
}

function resultValues(test: TestMethodResult): Record<string, unknown> {
    return {
        Outcome: test.outcome === 'passed' ? 'Pass' : 'Fail',
        MethodName: test.method,
        Message: test.message,
        StackTrace: test.stackTrace,
        RunTime: Math.round(test.ms),
        ApexLogId: null,
        IsTestSetup: false
    };
}

function classIds(org: Org): Map<string, string> {
    return new Map(org.query('SELECT Id, Name FROM ApexClass').map((row) => [String(row.values.Name), row.id ?? '']));
}

interface NamedTests {
    className?: string;
    classId?: string;
    testMethods?: string[];
}

function selectionOf(body: Record<string, unknown>, org: Org): TestSelection {
    const listed = (value: unknown): string[] =>
        typeof value === 'string'
            ? value
                  .split(',')
                  .map((name) => name.trim())
                  .filter(Boolean)
            : [];
    const ids = listed(body.classids);
    const named: NamedTests[] = Array.isArray(body.tests)
        ? (body.tests as NamedTests[])
        : [...listed(body.classNames).map((className) => ({ className })), ...ids.map((classId) => ({ classId }))];
    if (named.length === 0) return { classes: null, methods: null };
    const names = new Map([...classIds(org)].map(([name, id]) => [id, name]));
    const nameOf = ({ className, classId }: NamedTests): string =>
        className ?? names.get(idTo18(classId ?? '')) ?? classId ?? '';
    const methods = named.flatMap((test) => (test.testMethods ?? []).map((method) => `${nameOf(test)}.${method}`));
    return { classes: named.map(nameOf), methods: methods.length > 0 ? methods : null };
}

export function runAsynchronous(context: ApiContext): ApiResponse {
    const selection = selectionOf(objectOf(jsonOf(context.request), 'The request'), context.org);
    return json(200, context.testJobs.start(context.org, selection, context.userId));
}

export function runSynchronous(context: ApiContext): ApiResponse {
    const run = context.org.runTests(selectionOf(objectOf(jsonOf(context.request), 'The request'), context.org));
    return json(200, { apexLogId: null, ...testsJson(run) });
}
