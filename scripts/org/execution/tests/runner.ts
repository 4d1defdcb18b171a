// The test runner: classes and methods marked @IsTest, @TestSetup once a class, every method in its own rolled-back transaction.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_unit_tests.htm
import type { Annotation, ClassInfo, MethodInfo } from '../../apex/runtime/types.ts';
import type { TestMethodResult, TestSelection } from '../api.ts';
import type { OrgContext } from '../context.ts';
import { isStored } from '../dml/delete.ts';
import { isSetupObject } from '../dml/mixedDml.ts';
import { asApexException } from '../errors.ts';
import { systemQuery } from '../queries.ts';
import type { Transaction } from '../transaction.ts';

export interface TestHost extends OrgContext {
    /** Makes the transaction the present one while the body runs; store and statics are the caller's. */
    within<T>(transaction: Transaction, body: () => T): T;
    readonly adminId: string;
    resetForTest(): void;
}

function marked(annotations: readonly Annotation[], name: string): Annotation | undefined {
    return annotations.find((mark) => mark.name === name);
}

export function isTestClass(cls: ClassInfo): boolean {
    return (
        marked(cls.annotations, 'istest') !== undefined ||
        cls.methods.some((method) => method.modifiers.includes('testmethod'))
    );
}

export function testMethods(cls: ClassInfo): MethodInfo[] {
    return cls.methods.filter(
        (method) =>
            method.isStatic &&
            method.params.length === 0 &&
            (marked(method.annotations, 'istest') !== undefined || method.modifiers.includes('testmethod'))
    );
}

export function runTests(
    org: TestHost,
    selection: TestSelection,
    onResult: (result: TestMethodResult) => void
): TestMethodResult[] {
    const wantedClasses = selection.classes && new Set(selection.classes.map(bare(org)));
    const wantedMethods = selection.methods && new Set(selection.methods.map(bare(org)));
    const results: TestMethodResult[] = [];
    const classes = [...org.program.classes()]
        .filter((cls) => cls.kind === 'class' && !cls.name.includes('.') && isTestClass(cls))
        .sort((a, b) => a.name.localeCompare(b.name));
    for (const cls of classes) {
        if (wantedClasses && !wantedClasses.has(cls.name.toLowerCase())) continue;
        const methods = testMethods(cls).filter(
            (method) => !wantedMethods || wantedMethods.has(`${cls.name}.${method.name}`.toLowerCase())
        );
        if (methods.length > 0)
            runClass(org, cls, methods, (result) => {
                results.push(result);
                onResult(result);
            });
    }
    return results;
}

function bare(org: OrgContext): (name: string) => string {
    const prefix = org.options.namespace ? `${org.options.namespace.toLowerCase()}.` : null;
    return (name) => {
        const lower = name.toLowerCase();
        return prefix && lower.startsWith(prefix) ? lower.slice(prefix.length) : lower;
    };
}

function seesAllData(cls: ClassInfo, method: MethodInfo): boolean {
    const own =
        marked(method.annotations, 'istest')?.args.seealldata ?? marked(cls.annotations, 'istest')?.args.seealldata;
    return own === true || own === 'true';
}

function runClass(
    org: TestHost,
    cls: ClassInfo,
    methods: MethodInfo[],
    report: (result: TestMethodResult) => void
): void {
    const isolated = methods.filter((method) => !seesAllData(cls, method));
    const open = methods.filter((method) => seesAllData(cls, method));
    for (const [group, hidden] of [
        [isolated, true],
        [open, false]
    ] as const) {
        if (group.length === 0) continue;
        org.store.begin();
        try {
            if (hidden) hideData(org);
            runGroup(org, cls, group, report);
        } finally {
            org.store.rollback();
            org.access.forget();
        }
    }
}

function runGroup(
    org: TestHost,
    cls: ClassInfo,
    methods: MethodInfo[],
    report: (result: TestMethodResult) => void
): void {
    for (const setup of cls.methods.filter((method) => marked(method.annotations, 'testsetup'))) {
        const failure = runMethod(org, cls, setup);
        if (failure.outcome !== 'passed') {
            for (const method of methods)
                report({
                    ...failure,
                    method: method.name,
                    message: `System.UnexpectedException: @TestSetup ${setup.name} failed: ${failure.message ?? ''}`
                });
            return;
        }
    }
    for (const method of methods) {
        const savepoint = org.store.savepoint();
        try {
            report(runMethod(org, cls, method));
        } finally {
            org.store.rollbackTo(savepoint);
            org.store.release(savepoint);
            org.access.forget();
        }
    }
}

function runMethod(org: TestHost, cls: ClassInfo, method: MethodInfo): TestMethodResult {
    const start = performance.now();
    const done = (
        outcome: TestMethodResult['outcome'],
        message: string | null,
        stackTrace: string | null
    ): TestMethodResult => ({
        class: cls.name,
        method: method.name,
        outcome,
        message,
        stackTrace,
        ms: Math.round((performance.now() - start) * 100) / 100
    });
    org.program.resetStatics();
    org.resetForTest();
    const transaction = org.newTransaction('Test', org.adminId, { isTest: true });
    try {
        org.within(transaction, () => org.program.callStatic(cls, method.key, []));
        return done('passed', null, null);
    } catch (error) {
        const exception = asApexException(error);
        const unsupported = exception.message.includes('unsupported:');
        const internal =
            exception.standardType === 'System.UnexpectedException' && !(exception.apexStack ?? '')
                ? `\n${exception.stack ?? ''}`
                : '';
        return done(
            unsupported ? 'unsupported' : 'failed',
            `${exception.apexType}: ${exception.message}`,
            (exception.apexStack ?? '') + internal
        );
    }
}

/** Without SeeAllData a test sees users, profiles and other setup records, and none of the org's data. */
function hideData(org: OrgContext): void {
    const kept = new Set([
        'organization',
        'profile',
        'recordtype',
        'casestatus',
        'leadstatus',
        'taskstatus',
        'opportunitystage',
        'apexclass',
        'apextrigger',
        'apexpage',
        'apexcomponent',
        'staticresource',
        'pricebook2',
        'businesshours',
        'custompermission',
        'emailtemplate',
        'folder',
        'crontrigger',
        'cronjobdetail',
        'asyncapexjob',
        'userlicense',
        'permissionsetlicense',
        'namedcredential',
        'businessprocess',
        'orgwideemailaddress',
        'tabdefinition',
        'appmenuitem',
        'entitydefinition',
        'fielddefinition'
    ]);
    for (const object of org.schema.objects()) {
        if (
            !isStored(object) ||
            !object.queryable ||
            !object.keyPrefix ||
            isSetupObject(object.name) ||
            kept.has(object.name.toLowerCase())
        )
            continue;
        const ids = systemQuery(org, `SELECT Id FROM ${object.name}`, {}, true).map((row) => row.id as string);
        if (ids.length > 0) org.store.purge(object, ids);
    }
}
