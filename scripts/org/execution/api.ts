// The door of the org for REST, the CLI and the tests: one synchronous engine. Everything runs to its end before a call
// returns; callouts block through the function given at start.
import type { Diagnostic } from '../apex/diagnostics.ts';
import type { HttpRequestData, HttpResponseData } from '../apex/runtime/platform.ts';
import type { Schema } from '../metadata/describe.ts';
import type { ComponentMessage as DeployMessage, SourceFile as SourceEntry } from '../metadata/index.ts';
import type { SObject } from '../values/index.ts';
import type { DmlOperation, DmlResult } from '../apex/runtime/platform.ts';

export interface OrgOptions {
    /** SQLite file; null = memory. */
    database: string | null;
    namespace: string | null;
    /** Default API version for anonymous code and requests, e.g. 67. */
    apiVersion: number;
    /** Milliseconds since the epoch; the real clock by default. */
    now?: () => number;
    /** Sends a request whose endpoint is a full URL, and waits for the answer. Absent = callouts are refused. */
    send?: (request: HttpRequestData) => HttpResponseData;
    /** Debug log lines and messages of the org, for people. */
    log?: (line: string) => void;
}

export type { DeployMessage, SourceEntry };

export interface DeployOptions {
    checkOnly: boolean;
    rollbackOnError: boolean;
    deletions?: { type: string; name: string }[];
    /** Asked once all components are in, before they are kept: false fails the deploy. Runs its tests. */
    verify?: () => boolean;
}

export interface DeployOutcome {
    success: boolean;
    messages: DeployMessage[];
}

export interface TestSelection {
    /** Class names; null = all. */
    classes: string[] | null;
    /** `Class.method` names; null = all of the classes. */
    methods: string[] | null;
}

export interface TestMethodResult {
    class: string;
    method: string;
    /** unsupported: the test met something the local org says it cannot do. */
    outcome: 'passed' | 'failed' | 'unsupported';
    message: string | null;
    stackTrace: string | null;
    ms: number;
}

export interface TestRun {
    tests: TestMethodResult[];
    compileErrors: Diagnostic[];
    ms: number;
    /** From the start of compilation to the start of the first test. */
    coldMs: number;
}

export interface RestCall {
    method: string;
    /** Path below /services/apexrest, with its leading slash, and the query string parsed. */
    path: string;
    query: Record<string, string>;
    headers: Record<string, string>;
    body: Uint8Array;
    remoteAddress: string;
}

export interface RestReply {
    status: number;
    headers: Record<string, string>;
    body: Uint8Array;
}

export interface AnonymousResult {
    compiled: boolean;
    success: boolean;
    compileProblem: string | null;
    exceptionMessage: string | null;
    exceptionStackTrace: string | null;
    line: number;
    column: number;
    log: string;
}

/** A platform event or change event as subscribers get it. */
export interface DeliveredEvent {
    /** `/event/DocumentChanged__e`. */
    channel: string;
    replayId: number;
    payload: Record<string, unknown>;
    schemaId: string;
}

/** What a committed transaction used of its governor limits; `cpuTime` in calibrated milliseconds. */
export interface TransactionUsage {
    /** `Trigger` (a batch of events), `Rest`, `Queueable`, `Anonymous` … */
    kind: string;
    queries: number;
    queryRows: number;
    dmlStatements: number;
    dmlRows: number;
    cpuTime: number;
}

export interface Org {
    readonly schema: Schema;
    /** Deploys source-format or metadata-format files; nothing is kept when one fails and rollbackOnError is on. */
    deploy(files: SourceEntry[], options: DeployOptions): DeployOutcome;
    runTests(selection: TestSelection, onResult?: (result: TestMethodResult) => void): TestRun;
    executeAnonymous(text: string, userId?: string): AnonymousResult;
    /** Rows as the user sees them; counts against no transaction of Apex. */
    query(soql: string, options?: { userId?: string; allRows?: boolean; tooling?: boolean }): SObject[];
    dml(
        operation: DmlOperation,
        records: SObject[],
        options: { allOrNone: boolean; userId?: string; externalIdField?: string | null }
    ): DmlResult[];
    /** Several calls whose rows are kept together or not at all: when the body throws, nothing of them is. */
    atomically<T>(body: () => Promise<T>): Promise<T>;
    apexRest(call: RestCall, userId?: string): RestReply;
    /** An @AuraEnabled method with its named parameters in JSON; returns JSON-ready data or throws ApexError. */
    aura(className: string, method: string, params: Record<string, unknown>, userId?: string): unknown;
    /** Runs due events and jobs until none is left or `budget` of them ran; returns how many ran. */
    pump(budget?: number): number;
    /** Epoch milliseconds of the next scheduled thing; null when nothing waits. */
    nextDue(): number | null;
    onEvent(listener: (event: DeliveredEvent) => void): () => void;
    /** Called after each commit of a transaction outside tests. */
    onTransaction(listener: (usage: TransactionUsage) => void): () => void;
    /** Events kept for replay, after this id. */
    eventsAfter(channel: string, replayId: number): DeliveredEvent[];
    newRecord(object: string): SObject;
    /**
     * Secret of an external credential (or External Auth Identity Provider) by developer name, kept outside metadata. The URLs,
     * when given, replace those of the named credential and of the token endpoint, for an org that talks to local servers.
     */
    setCredential(
        name: string,
        secret: { clientId: string; clientSecret: string; endpointUrl?: string; tokenUrl?: string }
    ): void;
    close(): void;
}
