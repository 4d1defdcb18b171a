// The org: its rooms put together behind one door; transactions, events and jobs are run by files of their own.
import { randomUUID } from 'node:crypto';
import { compile, setPlatform } from '../apex/index.ts';
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
import { JobQueue } from './async/queue.ts';
import { auraCall } from './aura.ts';
import { bootstrap, type SystemIds } from './bootstrap.ts';
import { Callouts } from './callouts.ts';
import type { OrgFacts } from './context.ts';
import { newRecord } from './dml/row.ts';
import { runDml } from './dml/pipeline.ts';
import { EventBusState } from './events.ts';
import { orgFacts } from './facts.ts';
import { createMetadata, type Metadata } from '../metadata/index.ts';
import { LocalPlatform } from './platformImpl.ts';
import { LoadedProgram } from './program.ts';
import { noteProblems } from './compileProblems.ts';
import { contextOf } from './queries.ts';
import { syncSetup } from './setupRows.ts';
import { runTests, type TestHost } from './tests/runner.ts';
import { TestWork } from './testWork.ts';
import { Transaction, type RequestKind } from './transaction.ts';
import { Transactions } from './transactions.ts';
import { Access } from './users/access.ts';
import { userRecordAccess } from './userRecordAccess.ts';
import { virtualSource } from './virtualObjects.ts';
import { nextDue, runOne } from './waitingWork.ts';

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
    readonly #transactions = new Transactions(this);
    readonly #testWork = new TestWork(this, this.#transactions);

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
        this.facts = orgFacts(this, this.schema);
        this.ids = bootstrap(this, this.access);
        this.#compile();
    }

    // ── transactions ────────────────────────────────────────────────────────────────────────────────────────────────

    get tx(): Transaction {
        const { current } = this.#transactions;
        if (!current) throw new Error('No transaction runs');
        return current;
    }
    get inTransaction(): boolean {
        return this.#transactions.current !== null;
    }
    get inTest(): boolean {
        return this.#transactions.current?.isTest ?? false;
    }
    get adminId(): string {
        return this.ids.admin;
    }
    now(): number {
        return this.options.now?.() ?? Date.now();
    }
    warn(line: string): void {
        this.#transactions.current?.log?.push(line);
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
        return this.#transactions.within(transaction, body);
    }

    run<T>(transaction: Transaction, body: () => T): T {
        return this.#transactions.run(transaction, body);
    }

    async atomically<T>(body: () => Promise<T>): Promise<T> {
        return await this.#transactions.atomically(body);
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
        return this.#transactions.onUsage(listener);
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
        while (ran < budget && runOne(this, this.#transactions)) ran++;
        return ran;
    }

    nextDue(): number | null {
        return nextDue(this);
    }

    publishSystemEvent(describe: ObjectDescribe, values: Record<string, unknown>): void {
        this.tx.pendingEvents.push(
            newRecord(describe, { ...values, EventUuid: randomUUID(), CreatedById: this.tx.userId })
        );
    }

    // ── work inside tests ───────────────────────────────────────────────────────────────────────────────────────────

    deliverTestEvents(): void {
        this.#testWork.deliverEvents();
    }

    failTestEvents(): void {
        this.#testWork.failEvents();
    }

    runTestJobs(): void {
        this.#testWork.runJobs();
    }
}
