// The org: its rooms put together, transactions begun and committed, work pumped.
import { randomUUID } from 'node:crypto';
import { compile, cpuMs, resetCpu, restoreCpu, saveCpu, setPlatform } from '../apex/index.ts';
import type { Diagnostic } from '../apex/diagnostics.ts';
import { nativeClasses } from '../apex/library/index.ts';
import type { DmlOperation, DmlResult } from '../apex/runtime/platform.ts';
import type { ObjectDescribe } from '../metadata/describe.ts';
import { createSoql, type SoqlEngine } from '../soql/index.ts';
import { createStore, type SqliteStore } from '../store/index.ts';
import { SObject } from '../values/index.ts';
import { executeAnonymous } from './anonymous.ts';
import type {
    AnonymousResult,
    DeliveredEvent,
    DeployMessage,
    DeployOptions,
    DeployOutcome,
    Org,
    OrgOptions,
    RestCall,
    RestReply,
    SourceEntry,
    TestMethodResult,
    TestRun,
    TestSelection,
    TransactionUsage
} from './api.ts';
import { apexRest } from './apexRest.ts';
import type { Job } from './async/job.ts';
import { JobQueue } from './async/queue.ts';
import { runJob } from './async/run.ts';
import { auraCall } from './aura.ts';
import { bootstrap, type SystemIds } from './bootstrap.ts';
import { Callouts } from './callouts.ts';
import type { OrgFacts } from './context.ts';
import { newRecord } from './dml/row.ts';
import { runDml } from './dml/pipeline.ts';
import { EventBusState } from './events.ts';
import { formulaWorld } from './formulaWorld.ts';
import { createMetadata, type Metadata } from '../metadata/index.ts';
import { LocalPlatform } from './platformImpl.ts';
import { LoadedProgram } from './program.ts';
import { contextOf } from './queries.ts';
import { syncSetup } from './setupRows.ts';
import { runTests, type TestHost } from './tests/runner.ts';
import { Transaction, type RequestKind } from './transaction.ts';
import { Access } from './users/access.ts';
import { userRecordAccess } from './userRecordAccess.ts';
import { virtualSource } from './virtualObjects.ts';

export class LocalOrg implements Org, TestHost {
    readonly options: OrgOptions;
    readonly schema: Metadata;
    readonly store: SqliteStore;
    readonly soql: SoqlEngine;
    readonly access: Access;
    readonly events: EventBusState;
    readonly jobs: JobQueue;
    readonly platform: LocalPlatform;
    readonly emptied = new Set<string>();
    readonly callouts: Callouts;
    facts: OrgFacts;
    program!: LoadedProgram;
    diagnostics: Diagnostic[] = [];
    readonly ids: SystemIds;
    #current: Transaction | null = null;
    readonly #usageListeners = new Set<(usage: TransactionUsage) => void>();
    /** Transactions whose events and jobs wait for the end of `atomically`; null outside it. */
    #held: Transaction[] | null = null;

    constructor(options: OrgOptions) {
        this.options = options;
        this.schema = createMetadata(options);
        this.store = createStore({ file: options.database });
        this.store.applySchema(this.schema.objects());
        this.soql = createSoql(this.schema, this.store, {
            namespace: options.namespace,
            virtual: (object) =>
                object === 'UserRecordAccess' ? userRecordAccess(this) : virtualSource(this.schema, object)
        });
        this.access = new Access(this);
        this.events = new EventBusState(this);
        this.jobs = new JobQueue(this);
        this.callouts = new Callouts(this, (name) => this.schema.credential(name));
        this.platform = new LocalPlatform(this, () => this.callouts);
        setPlatform(this.platform);
        const { schema } = this;
        this.facts = {
            customMetadata: (object) => schema.customMetadata(object),
            label: (namespace, name, language) => schema.label(namespace, name, language),
            staticResource: (name) => schema.staticResource(name),
            subscriberConfig: (trigger) => schema.subscriberConfig(trigger),
            checkFormula: (formula, object, returnType) => {
                schema.checkFormula(formula, object, returnType);
            },
            evaluate: (formula, record, prior, isNew, returnType, blanksAsZero = false) =>
                schema.evaluate(formula, formulaWorld(this, record, prior, isNew), returnType, blanksAsZero)
        };
        this.ids = bootstrap(this, this.access);
        this.#compile();
    }

    // ── transactions ────────────────────────────────────────────────────────────────────────────────────────────────

    get tx(): Transaction {
        if (!this.#current) throw new Error('No transaction runs');
        return this.#current;
    }
    get inTransaction(): boolean {
        return this.#current !== null;
    }
    get inTest(): boolean {
        return this.#current?.isTest ?? false;
    }
    get adminId(): string {
        return this.ids.admin;
    }
    now(): number {
        return this.options.now?.() ?? Date.now();
    }
    warn(line: string): void {
        if (this.#current?.log) this.#current.log.push(line);
        if (!this.inTest) this.options.log?.(line);
    }

    newTransaction(
        kind: RequestKind,
        userId: string,
        options: { isTest?: boolean; async?: boolean } = {}
    ): Transaction {
        return new Transaction(kind, userId, { ...options, requestId: randomUUID() });
    }

    within<T>(transaction: Transaction, body: () => T): T {
        const outer = this.#current;
        const cpu = saveCpu();
        setPlatform(this.platform);
        this.#current = transaction;
        resetCpu(transaction.limits.async ? 60_000 : 10_000);
        try {
            return body();
        } finally {
            this.#current = outer;
            restoreCpu(cpu);
        }
    }

    run<T>(transaction: Transaction, body: () => T): T {
        this.program.resetStatics();
        const mark = this.#held ? this.store.savepoint() : null;
        if (mark === null) this.store.begin();
        let result: T;
        try {
            result = this.within(transaction, () => {
                const value = body();
                transaction.limits.used.cpuTime = cpuMs();
                return value;
            });
            if (mark === null) this.store.commit();
            else this.store.release(mark);
        } catch (error) {
            if (mark === null) this.store.rollback();
            else this.store.rollbackTo(mark);
            this.access.forget();
            throw error;
        }
        if (this.#held) this.#held.push(transaction);
        else this.#settle(transaction);
        this.#tellUsage(transaction);
        return result;
    }

    #tellUsage({ kind, limits }: Transaction): void {
        const { queries, queryRows, dmlStatements, dmlRows, cpuTime } = limits.used;
        for (const listener of this.#usageListeners)
            listener({ kind, queries, queryRows, dmlStatements, dmlRows, cpuTime });
    }

    /** What a committed transaction leaves to be done. */
    #settle(transaction: Transaction): void {
        this.jobs.waiting.push(...transaction.pendingJobs);
        this.within(transaction, () => {
            this.events.accept(transaction.pendingEvents);
        });
    }

    async atomically<T>(body: () => Promise<T>): Promise<T> {
        if (this.#held) return await body();
        const held: Transaction[] = [];
        this.#held = held;
        this.store.begin();
        try {
            const result = await body();
            this.store.commit();
            for (const transaction of held) this.#settle(transaction);
            return result;
        } catch (error) {
            this.store.rollback();
            this.access.forget();
            throw error;
        } finally {
            this.#held = null;
        }
    }

    // ── deploy ──────────────────────────────────────────────────────────────────────────────────────────────────────

    deploy(files: SourceEntry[], options: DeployOptions): DeployOutcome {
        const messages = this.schema.apply(files, options.deletions ?? []);
        const apexFiles = new Set(files.map((file) => file.path));
        if (messages.every((message) => message.success) || !options.rollbackOnError) {
            this.#compile();
            noteProblems(messages, this.diagnostics, apexFiles);
        }
        const success = messages.every((message) => message.success);
        const verified = success && options.verify ? this.#verified(options.verify) : success;
        if (options.checkOnly || (!verified && options.rollbackOnError)) {
            this.schema.rollback();
            this.#compile();
            if (options.verify) this.#publishSchema();
            return { success: verified, messages };
        }
        this.schema.commit();
        this.#publishSchema();
        return { success: verified, messages };
    }

    /** The tests of a deploy run against what it brings, before it is kept. */
    #verified(verify: () => boolean): boolean {
        this.#publishSchema();
        return verify();
    }

    #publishSchema(): void {
        this.store.applySchema(this.schema.objects());
        this.store.begin();
        syncSetup(this, this.schema.setup());
        this.store.commit();
    }

    #compile(): void {
        const program = compile(this.schema.apexSources(), {
            schema: this.schema,
            namespace: this.options.namespace,
            natives: nativeClasses,
            checkQuery: (text) => this.soql.check(text),
            labelExists: (namespace, name) => this.schema.label(namespace, name, null) !== undefined,
            pageExists: (name) => this.schema.pageExists(name)
        });
        program.load();
        this.program = new LoadedProgram(program);
        this.diagnostics = [...program.diagnostics];
    }

    // ── the door ────────────────────────────────────────────────────────────────────────────────────────────────────

    runTests(selection: TestSelection, onResult: (result: TestMethodResult) => void = () => undefined): TestRun {
        const start = performance.now();
        let cold: number | null = null;
        const tests = runTests(this, selection, (result) => {
            cold ??= performance.now() - start - result.ms;
            onResult(result);
        });
        return { tests, compileErrors: this.diagnostics, ms: performance.now() - start, coldMs: cold ?? 0 };
    }

    /** Events, statics and queues of earlier tests are gone. */
    resetForTest(): void {
        this.events.deliveries = this.events.deliveries.filter((item) => !item.test);
        this.events.notices = this.events.notices.filter((item) => !item.test);
    }

    executeAnonymous(text: string, userId: string = this.ids.admin): AnonymousResult {
        return executeAnonymous(this, text, userId);
    }

    query(soql: string, options: { userId?: string; allRows?: boolean; tooling?: boolean } = {}): SObject[] {
        const transaction = this.newTransaction('Api', options.userId ?? this.ids.admin);
        const mode = options.userId === undefined || options.userId === this.ids.admin ? 'system' : 'user';
        return this.within(
            transaction,
            () =>
                this.soql.run(
                    soql,
                    contextOf(this, () => null, { accessMode: mode, caller: null, allRows: options.allRows ?? false })
                ).rows
        );
    }

    dml(
        operation: DmlOperation,
        records: SObject[],
        options: { allOrNone: boolean; userId?: string; externalIdField?: string | null }
    ): DmlResult[] {
        const transaction = this.newTransaction('Api', options.userId ?? this.ids.admin);
        return this.run(transaction, () => {
            if (operation === 'insert' && records[0]?.describe.kind === 'platformEvent')
                return this.events.publish(records);
            return runDml(this, operation, records, {
                allOrNone: options.allOrNone,
                accessMode: options.userId === undefined ? 'system' : 'user',
                caller: null,
                externalIdField: options.externalIdField ?? null
            });
        });
    }

    apexRest(call: RestCall, userId: string = this.ids.admin): RestReply {
        return apexRest(this, call, userId);
    }

    aura(className: string, method: string, params: Record<string, unknown>, userId: string = this.ids.admin): unknown {
        return auraCall(this, className, method, params, userId);
    }

    newRecord(object: string): SObject {
        const describe = this.schema.object(object);
        if (!describe) throw new Error(`sObject type '${object}' is not supported.`);
        return new SObject(describe);
    }

    setCredential(
        name: string,
        secret: { clientId: string; clientSecret: string; endpointUrl?: string; tokenUrl?: string }
    ): void {
        this.callouts.setSecret(name, secret);
    }

    onEvent(listener: (event: DeliveredEvent) => void): () => void {
        return this.events.onEvent(listener);
    }

    onTransaction(listener: (usage: TransactionUsage) => void): () => void {
        this.#usageListeners.add(listener);
        return () => {
            this.#usageListeners.delete(listener);
        };
    }

    eventsAfter(channel: string, replayId: number): DeliveredEvent[] {
        return this.events.after(channel, replayId);
    }

    close(): void {
        this.store.close();
    }

    // ── work that waits ─────────────────────────────────────────────────────────────────────────────────────────────

    pump(budget = 1000): number {
        let ran = 0;
        while (ran < budget && this.#pumpOne()) ran++;
        return ran;
    }

    #pumpOne(): boolean {
        const delivered = this.events.deliverNext((userId, body) => {
            this.run(this.newTransaction('Trigger', userId, { async: true }), body);
        });
        if (delivered) return true;
        const notified = this.events.notifyNext((userId, body) => {
            this.run(this.newTransaction('Trigger', userId, { async: true }), body);
        });
        if (notified) return true;
        const job = this.jobs.take(this.now());
        if (!job) return false;
        // The rows of AsyncApexJob are written outside the job's own transaction.
        const outer = this.newTransaction('Api', job.userId);
        this.within(outer, () => {
            try {
                runJob(this, job, (kind, running, body) => {
                    const transaction = this.newTransaction(kind, running.userId, { async: true });
                    transaction.job = running;
                    return this.run(transaction, body);
                });
            } catch (error) {
                this.warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
            }
        });
        this.jobs.waiting.push(...outer.pendingJobs);
        return true;
    }

    nextDue(): number | null {
        const events = this.events.deliveries.reduce<number | null>(
            (least, item) => (least === null || item.due < least ? item.due : least),
            null
        );
        const jobs = this.jobs.nextDue();
        return events === null ? jobs : jobs === null ? events : Math.min(events, jobs);
    }

    publishSystemEvent(describe: ObjectDescribe, values: Record<string, unknown>): void {
        this.tx.pendingEvents.push(
            newRecord(describe, { ...values, EventUuid: randomUUID(), CreatedById: this.tx.userId })
        );
    }

    // ── work inside tests ───────────────────────────────────────────────────────────────────────────────────────────

    /** A transaction inside the test's own: fresh limits and user, the same statics, mocks and database transaction. */
    #inside<T>(kind: RequestKind, userId: string, job: Job | null, body: () => T): T {
        const outer = this.tx;
        const transaction = this.newTransaction(kind, userId, { isTest: true, async: true });
        transaction.job = job;
        transaction.log = outer.log;
        for (const [name, mock] of outer.mocks) transaction.mocks.set(name, mock);
        transaction.searchResults = outer.searchResults;
        transaction.testPhase = 'stopped';
        const savepoint = this.store.savepoint();
        try {
            return this.within(transaction, body);
        } catch (error) {
            this.store.rollbackTo(savepoint);
            this.access.forget();
            transaction.pendingEvents = [];
            transaction.pendingJobs = [];
            throw error;
        } finally {
            this.store.release(savepoint);
            outer.pendingEvents.push(...transaction.pendingEvents);
            outer.pendingJobs.push(...transaction.pendingJobs);
        }
    }

    deliverTestEvents(): void {
        const { tx } = this;
        this.events.accept(tx.pendingEvents.splice(0));
        for (let waiting = this.events.deliveries.filter((item) => item.test).length; waiting > 0; waiting--) {
            this.events.deliverNext((userId, body) => {
                this.#inside('Trigger', userId, null, body);
            }, true);
        }
        this.#notifyInTest();
    }

    failTestEvents(): void {
        this.events.fail(this.tx.pendingEvents.splice(0));
        this.#notifyInTest();
    }

    #notifyInTest(): void {
        while (
            this.events.notifyNext((userId, body) => {
                this.#inside('Trigger', userId, null, body);
            })
        );
    }

    runTestJobs(): void {
        const { tx } = this;
        for (let job = tx.pendingJobs.shift(); job; job = tx.pendingJobs.shift()) {
            runJob(this, job, (kind, running, body) => this.#inside(kind, running.userId, running, body));
            if (tx.pendingEvents.length > 0) this.deliverTestEvents();
        }
    }
}

/** Compile errors become the failures of the files they are in; errors elsewhere break the deploy too. */
function noteProblems(messages: DeployMessage[], diagnostics: readonly Diagnostic[], files: ReadonlySet<string>): void {
    const seen = new Set<string>();
    for (const diagnostic of diagnostics) {
        const message = messages.find((item) => item.fileName === diagnostic.file && item.success);
        if (message) {
            Object.assign(message, {
                success: false,
                problem: diagnostic.message,
                problemType: 'Error',
                line: diagnostic.line,
                column: diagnostic.column,
                created: false,
                changed: false
            });
            seen.add(diagnostic.file);
            continue;
        }
        const name = /([^/]+)\.(cls|trigger)$/.exec(diagnostic.file);
        messages.push({
            fullName: name?.[1] ?? diagnostic.file,
            componentType: name?.[2] === 'trigger' ? 'ApexTrigger' : 'ApexClass',
            fileName: diagnostic.file,
            success: false,
            created: false,
            changed: false,
            deleted: false,
            problem:
                files.has(diagnostic.file) || seen.has(diagnostic.file)
                    ? diagnostic.message
                    : `Dependent class is invalid and needs recompilation:\n${diagnostic.message}`,
            problemType: 'Error',
            line: diagnostic.line,
            column: diagnostic.column
        });
    }
}
