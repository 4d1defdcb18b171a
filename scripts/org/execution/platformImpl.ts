// The port that Apex sees: each call goes to the part of this room that does it.
import { throwApex } from '../apex/runtime/exceptions.ts';
import type {
    BindResolver,
    DmlOperation,
    DmlOptions,
    DmlResult,
    HttpRequestData,
    HttpResponseData,
    LimitName,
    Platform,
    QueryOptions,
    TriggerFrame,
    UserContext
} from '../apex/runtime/platform.ts';
import { clockRead } from '../apex/runtime/statics.ts';
import type { ClassInfo } from '../apex/runtime/types.ts';
import type { ObjectDescribe, Schema } from '../metadata/describe.ts';
import { ApexDatetime } from '../values/index.ts';
import type { RecordError, SObject } from '../values/index.ts';
import type { Callouts } from './callouts.ts';
import type { OrgContext } from './context.ts';
import { customSetting } from './customSettings.ts';
import { runMerge } from './dml/merge.ts';
import { emptyRecycleBin } from './dml/recycleBin.ts';
import { apexDml, throwOnFailure } from './dml/pipeline.ts';
import { apexCount, apexQuery, apexSearch } from './queries.ts';
import { fillFormulas } from './triggers.ts';
import { startTest, stopTest } from './tests/phases.ts';

export class LocalPlatform implements Platform {
    readonly #org: OrgContext;
    readonly #callouts: () => Callouts;

    constructor(org: OrgContext, callouts: () => Callouts) {
        this.#org = org;
        this.#callouts = callouts;
    }

    get schema(): Schema {
        return this.#org.schema;
    }
    get namespace(): string | null {
        return this.#org.options.namespace;
    }

    query(soql: string, bind: BindResolver, options: QueryOptions): SObject[] {
        return apexQuery(this.#org, soql, bind, options);
    }
    count(soql: string, bind: BindResolver, options: QueryOptions): number {
        return apexCount(this.#org, soql, bind, options);
    }
    search(sosl: string, bind: BindResolver, options: QueryOptions): SObject[][] {
        return apexSearch(this.#org, sosl, bind, options);
    }
    dml(operation: DmlOperation, records: SObject[], options: DmlOptions): DmlResult[] {
        return apexDml(this.#org, operation, records, options);
    }
    merge(master: SObject, duplicates: SObject[], options: DmlOptions): DmlResult[] {
        const { limits } = this.#org.tx;
        limits.count('dmlStatements', 1);
        limits.count('dmlRows', duplicates.length + 1);
        const results = runMerge(this.#org, master, duplicates, options);
        if (options.allOrNone) throwOnFailure('merge', results, duplicates);
        return results;
    }
    emptyRecycleBin(ids: string[]): DmlResult[] {
        return emptyRecycleBin(this.#org, ids);
    }
    setSavepoint(): number {
        const { tx, store } = this.#org;
        tx.limits.count('dmlStatements', 1);
        const savepoint = store.savepoint();
        tx.savepoints.set(savepoint, { events: tx.pendingEvents.length, jobs: tx.pendingJobs.length });
        return savepoint;
    }
    rollback(savepoint: number): void {
        const { tx, store } = this.#org;
        tx.limits.count('dmlStatements', 1);
        const marks = tx.savepoints.get(savepoint);
        if (!marks) throwApex('System.TypeException', 'Savepoint no longer valid, previously rolled back or committed');
        store.rollbackTo(savepoint);
        this.#org.access.forget();
        for (const later of tx.savepoints.keys()) if (later > savepoint) tx.savepoints.delete(later);
        tx.pendingEvents.length = Math.min(marks.events, tx.pendingEvents.length);
        tx.pendingJobs.length = Math.min(marks.jobs, tx.pendingJobs.length);
    }
    releaseSavepoint(savepoint: number): void {
        const { tx } = this.#org;
        if (!tx.savepoints.has(savepoint))
            throwApex('System.TypeException', 'Savepoint no longer valid, previously released');
        for (const later of tx.savepoints.keys()) if (later >= savepoint) tx.savepoints.delete(later);
        // Callouts are allowed again once every savepoint is gone and nothing was written.
    }
    evaluateFormula(formula: string, record: SObject, returnType: string): unknown {
        return this.#org.facts.evaluate(formula, record, null, false, returnType);
    }
    formulaProblem(formula: string, object: ObjectDescribe, returnType: string): string | null {
        try {
            this.#org.facts.checkFormula(formula, object, returnType);
            return null;
        } catch (error) {
            return error instanceof Error ? error.message : String(error);
        }
    }
    recalculateFormulas(records: SObject[]): void {
        for (const record of records) fillFormulas(this.#org, record.describe, record);
    }
    customMetadata(object: string): SObject[] {
        return [...this.#org.facts.customMetadata(object)];
    }
    customSetting(
        object: string,
        how: 'org' | 'instance' | 'values' | 'all',
        key: string | null
    ): SObject | Record<string, SObject> | null {
        return customSetting(this.#org, object, how, key);
    }
    label(namespace: string | null, name: string, language: string | null): string | undefined {
        return this.#org.facts.label(namespace, name, language);
    }
    staticResource(name: string): Uint8Array | undefined {
        return this.#org.facts.staticResource(name);
    }
    get trigger(): TriggerFrame | null {
        return this.#org.tx.triggers.at(-1) ?? null;
    }

    publish(events: SObject[], _caller: ClassInfo | null, callback: object | null = null): DmlResult[] {
        if (events.length === 0) return [];
        const { limits } = this.#org.tx;
        const immediate = events.some((event) => event.describe.publishBehavior === 'PublishImmediately');
        if (immediate) limits.count('publishImmediateDml', 1);
        else limits.count('dmlStatements', 1);
        return this.#org.events.publish(events, callback);
    }
    enqueueJob(
        job: object,
        options: { delayMinutes: number; maxDepth: number | null; signature: string | null }
    ): string {
        return this.#org.jobs.enqueue(job, options);
    }
    future(owner: ClassInfo, methodKey: string, args: unknown[]): void {
        this.#org.jobs.future(owner, methodKey, args);
    }
    executeBatch(job: object, scope: number): string {
        return this.#org.jobs.batch(job, scope);
    }
    schedule(name: string, cron: string, job: object): string {
        return this.#org.jobs.schedule(name, cron, job);
    }
    scheduleBatch(job: object, name: string, minutes: number, scope: number): string {
        return this.#org.jobs.scheduleBatch(job, name, minutes, scope);
    }
    abortJob(id: string): void {
        this.#org.jobs.abort(id);
    }
    attachFinalizer(finalizer: object): void {
        const { tx } = this.#org;
        if (tx.kind !== 'Queueable')
            throwApex('System.HandledException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
        if (tx.finalizers.length > 0)
            throwApex('System.HandledException', 'More than one Finalizer cannot be attached to same Async Apex Job');
        tx.finalizers.push(finalizer);
    }

    callout(request: HttpRequestData): HttpResponseData {
        return this.#callouts().send(request);
    }
    admitCallout(request: HttpRequestData): void {
        this.#callouts().admit(request);
    }
    sendEmail(messages: object[]): { success: boolean; errors: RecordError[] }[] {
        const { tx } = this.#org;
        tx.limits.count('emailInvocations', 1);
        tx.pendingEmails += messages.length;
        return messages.map(() => ({ success: true, errors: [] }));
    }

    get user(): UserContext {
        return this.#org.access.user(this.#org.tx.userId);
    }
    runAs(who: SObject | null, body: () => void): void {
        const { tx } = this.#org;
        if (!tx.isTest) throwApex('System.SecurityException', 'System.runAs can only be used in test code');
        const id = who ? this.#runAsUser(who) : tx.userId;
        const marks = { setup: tx.setupWritten, data: tx.dataWritten };
        tx.setupWritten = tx.dataWritten = null;
        tx.users.push(id);
        try {
            body();
        } finally {
            tx.users.pop();
            tx.setupWritten = marks.setup;
            tx.dataWritten = marks.data;
        }
    }
    /** A user not yet saved is saved first, as the platform does. */
    #runAsUser(user: SObject): string {
        if (user.id === null) this.dml('insert', [user], { allOrNone: true, accessMode: 'system', caller: null });
        return user.id as string;
    }
    now(): number {
        clockRead();
        return this.#org.now();
    }
    limit(name: LimitName): { used: number; max: number } {
        const { limits } = this.#org.tx;
        return { used: limits.used[name], max: limits.max(name) };
    }
    countLimit(name: LimitName, by: number): void {
        this.#org.tx.limits.count(name, by);
    }
    debug(level: string, message: string, line: number): void {
        const { tx } = this.#org;
        if (!tx.log) return;
        tx.log.push(`${clock(this.#org.now())}|USER_DEBUG|[${line}]|${level}|${message}`);
    }
    get queueable(): Platform['queueable'] {
        const { job } = this.#org.tx;
        return job?.kind === 'queueable'
            ? { depth: job.depth, maxDepth: job.maxDepth, delayMinutes: job.delayMinutes }
            : null;
    }
    get requestKind(): string {
        return this.#org.tx.kind;
    }
    get requestId(): string {
        return this.#org.tx.requestId;
    }
    hasCustomPermission(name: string): boolean {
        return this.#org.access.hasPermission(this.user.id, name);
    }

    get isTest(): boolean {
        return this.#org.tx.isTest;
    }
    startTest(): void {
        startTest(this.#org);
    }
    stopTest(): void {
        stopTest(this.#org);
    }
    setMock(interfaceName: string, mock: object): void {
        this.#org.tx.mocks.set(interfaceName.toLowerCase(), mock);
    }
    mock(interfaceName: string): object | null {
        return this.#org.tx.mocks.get(interfaceName.toLowerCase()) ?? null;
    }
    deliverEvents(): void {
        this.#org.deliverTestEvents();
    }
    failEvents(): void {
        this.#org.failTestEvents();
    }
    setCreatedDate(recordId: string, ms: number): void {
        const describe = this.#org.schema.objectByPrefix(recordId.slice(0, 3));
        if (!describe) throwApex('System.TypeException', `Invalid id: ${recordId}`);
        this.#org.store.update(describe, recordId, { CreatedDate: new ApexDatetime(ms) });
    }
    setFixedSearchResults(ids: string[]): void {
        this.#org.tx.searchResults = [...ids];
    }
    get delivery(): { retries: number; checkpoint: string | null; lastError: string | null } | null {
        return this.#org.events.current;
    }
    rights(object: string, field: string | null): { read: boolean; create: boolean; edit: boolean; delete: boolean } {
        const describe = this.#org.schema.object(object);
        if (!describe) return { read: false, create: false, edit: false, delete: false };
        const rights = this.#org.access.objectRights(this.user.id, describe);
        if (field === null) return rights;
        const own = this.#org.access.fieldRights(this.user.id, describe, field);
        return { read: own.read, create: own.edit && rights.create, edit: own.edit && rights.edit, delete: false };
    }
    recordTypes(object: string): { id: string; developerName: string }[] {
        const describe = this.#org.schema.object(object);
        if (!describe) return [];
        return this.#org.access
            .recordTypes(describe)
            .map((row) => ({ id: row.id as string, developerName: String(row.values.DeveloperName) }));
    }
}

export function clock(ms: number): string {
    const date = new Date(ms);
    const pad = (value: number, size = 2): string => String(value).padStart(size, '0');
    const nanos =
        (date.getUTCHours() * 3600 + date.getUTCMinutes() * 60 + date.getUTCSeconds()) * 1e9 +
        date.getUTCMilliseconds() * 1e6;
    return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}.${Math.floor(date.getUTCMilliseconds() / 100)} (${nanos % 1e10})`;
}
