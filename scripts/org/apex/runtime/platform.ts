// The port through which compiled Apex and the standard library reach the org: queries, DML, events, jobs, HTTP, the
// user, the clock, limits. The execution room implements it; nothing in apex/ imports execution.
import type { ObjectDescribe, Schema } from '../../metadata/describe.ts';
import type { RecordError, SObject } from '../../values/index.ts';
import type { ClassInfo } from './types.ts';

export type AccessMode = 'user' | 'system' | 'default';
export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface QueryOptions {
    /** `default` = the mode that the calling class's API version implies. */
    accessMode: AccessMode;
    /** The class whose code asks; decides sharing. Null for anonymous code or the org itself. */
    caller: ClassInfo | null;
    /** Include deleted rows (ALL ROWS / queryAll). */
    allRows?: boolean;
}

/** Value of a bind: `name` as written after the colon, lower-cased, with any path (`:acc.Id` → `acc.id`). */
export type BindResolver = (name: string) => unknown;

export interface DmlOptions {
    allOrNone: boolean;
    accessMode: AccessMode;
    caller: ClassInfo | null;
    /** API name of the external id field of an upsert; null = Id. */
    externalIdField?: string | null;
    /** Database.DMLOptions of the call; null when none. */
    dmlOptions?: DmlHeaderOptions | null;
}

export interface DmlHeaderOptions {
    allowFieldTruncation: boolean;
    optAllOrNone: boolean | null;
    allowDuplicateSave: boolean;
}

export interface DmlResult {
    id: string | null;
    success: boolean;
    /** Upsert: true when inserted. */
    created: boolean;
    errors: RecordError[];
    /** Merge: the record merged away, and the ids of the records that moved. */
    merged?: string | null;
    related?: string[];
}

export interface HttpRequestData {
    method: string;
    /** As given to setEndpoint: `https://…` or `callout:Name/path`. */
    endpoint: string;
    headers: Record<string, string>;
    body: Uint8Array | null;
    /** Milliseconds. */
    timeout: number;
    compressed: boolean;
    clientCertificateName: string | null;
}

export interface HttpResponseData {
    statusCode: number;
    status: string;
    headers: Record<string, string>;
    body: Uint8Array;
}

export interface UserContext {
    id: string;
    username: string;
    name: string;
    firstName: string | null;
    lastName: string;
    email: string;
    profileId: string;
    roleId: string | null;
    userType: string;
    locale: string;
    language: string;
    /** IANA name, e.g. America/Los_Angeles. */
    timeZone: string;
    currency: string;
    sessionId: string | null;
    organizationId: string;
    organizationName: string;
}

/** Names of the governor limits: `queries` (SOQL), `queryRows`, `dmlStatements`, `dmlRows`, `cpuTime`, `heapSize`, … */
export type LimitName =
    | 'aggregateQueries'
    | 'queries'
    | 'queryRows'
    | 'queryLocatorRows'
    | 'soslQueries'
    | 'dmlStatements'
    | 'dmlRows'
    | 'callouts'
    | 'cpuTime'
    | 'heapSize'
    | 'emailInvocations'
    | 'futureCalls'
    | 'queueableJobs'
    | 'mobilePushApexCalls'
    | 'publishImmediateDml'
    | 'asyncCalls'
    | 'fetchCallsOnApexCursor'
    | 'apexCursorRows';

/** What `Trigger.*` reads. Lists and maps are ApexList and ApexMap, one object each for the whole run of the trigger. */
export interface TriggerFrame {
    object: string;
    operation:
        | 'BEFORE_INSERT'
        | 'BEFORE_UPDATE'
        | 'BEFORE_DELETE'
        | 'AFTER_INSERT'
        | 'AFTER_UPDATE'
        | 'AFTER_DELETE'
        | 'AFTER_UNDELETE';
    newList: object | null;
    oldList: object | null;
    newMap: object | null;
    oldMap: object | null;
    size: number;
}

export interface Platform {
    readonly schema: Schema;
    /** Namespace of the org; null when it has none. */
    readonly namespace: string | null;

    // data
    query(soql: string, bind: BindResolver, options: QueryOptions): SObject[];
    count(soql: string, bind: BindResolver, options: QueryOptions): number;
    /** SOSL: one list of rows per object, in the order of RETURNING. */
    search(sosl: string, bind: BindResolver, options: QueryOptions): SObject[][];
    /**
     * The DML pipeline. With allOrNone a failure throws System.DmlException (so a DML statement is this call and nothing else);
     * without, each result carries its errors. Inserted records have their Id set when it returns.
     */
    dml(operation: DmlOperation, records: SObject[], options: DmlOptions): DmlResult[];
    merge(master: SObject, duplicates: SObject[], options: DmlOptions): DmlResult[];
    emptyRecycleBin(ids: string[]): DmlResult[];
    setSavepoint(): number;
    rollback(savepoint: number): void;
    releaseSavepoint(savepoint: number): void;
    /** Formula text over a record: formula fields read in memory, FormulaEval. */
    evaluateFormula(formula: string, record: SObject, returnType: string): unknown;
    /** What is wrong with a formula over an object that should give this type; null when nothing is. */
    formulaProblem(formula: string, object: ObjectDescribe, returnType: string): string | null;
    recalculateFormulas(records: SObject[]): void;
    /** Custom metadata rows and hierarchy/list settings come from query and from here without counting as SOQL. */
    customMetadata(object: string): SObject[];
    customSetting(
        object: string,
        how: 'org' | 'instance' | 'values' | 'all',
        key: string | null
    ): SObject | Record<string, SObject> | null;
    label(namespace: string | null, name: string, language: string | null): string | undefined;
    staticResource(name: string): Uint8Array | undefined;

    /** The trigger that runs now; null outside triggers (`Trigger.isExecuting` false). */
    readonly trigger: TriggerFrame | null;

    // events and jobs
    /** `callback`: an object with onSuccess or onFailure, told when the events were published or could not be. */
    publish(events: SObject[], caller: ClassInfo | null, callback?: object | null): DmlResult[];
    enqueueJob(
        job: object,
        options: { delayMinutes: number; maxDepth: number | null; signature: string | null }
    ): string;
    future(owner: ClassInfo, methodKey: string, args: unknown[]): void;
    executeBatch(job: object, scope: number): string;
    schedule(name: string, cron: string, job: object): string;
    scheduleBatch(job: object, name: string, minutes: number, scope: number): string;
    abortJob(id: string): void;
    attachFinalizer(finalizer: object): void;

    // the outside
    callout(request: HttpRequestData): HttpResponseData;
    sendEmail(messages: object[], allOrNone: boolean): { success: boolean; errors: RecordError[] }[];

    // who, when, how much
    readonly user: UserContext;
    runAs(userOrVersion: SObject | null, body: () => void): void;
    /** Milliseconds since the epoch. */
    now(): number;
    limit(name: LimitName): { used: number; max: number };
    countLimit(name: LimitName, by: number): void;
    debug(level: string, message: string, line: number): void;
    /** `Batch`, `Future`, `Queueable`, `Scheduled`, `Trigger`, `Rest`, `Test` … null when synchronous anonymous. */
    readonly requestKind: string;
    /** The queueable job that runs; null when none does. */
    readonly queueable: { depth: number; maxDepth: number | null; delayMinutes: number | null } | null;
    readonly requestId: string;
    hasCustomPermission(name: string): boolean;

    // tests
    readonly isTest: boolean;
    startTest(): void;
    stopTest(): void;
    /** Mock registered by Test.setMock for this interface name (`HttpCalloutMock`, `WebServiceMock`); null when none. */
    setMock(interfaceName: string, mock: object): void;
    mock(interfaceName: string): object | null;
    /** Counts a callout and refuses it after uncommitted work; Http.send asks before it calls a mock. */
    admitCallout(request: HttpRequestData): void;
    deliverEvents(): void;
    /** The events published so far in a test are lost. */
    failEvents(): void;
    /** EventBus.TriggerContext of the batch that an event trigger handles; null elsewhere. */
    readonly delivery: { retries: number; checkpoint: string | null; lastError: string | null } | null;
    /** What the user may do with an object, or with one of its fields. */
    rights(object: string, field: string | null): { read: boolean; create: boolean; edit: boolean; delete: boolean };
    /** Record types of an object with their ids. */
    recordTypes(object: string): { id: string; developerName: string }[];
    setCreatedDate(recordId: string, ms: number): void;
    setFixedSearchResults(ids: string[]): void;
}

let current: Platform | null = null;

export function setPlatform(platform: Platform | null): void {
    current = platform;
}

/** The org that runs the present transaction. */
export function platform(): Platform {
    if (!current) throw new Error('No org runs: setPlatform was not called');
    return current;
}
