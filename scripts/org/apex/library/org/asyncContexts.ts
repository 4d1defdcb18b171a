// What asynchronous Apex is handed: contexts of batch, queueable, scheduled and finalizer, and the query locator of a batch.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_interface_database_batchable.htm
import type { SObject } from '../../../values/index.ts';
import type { ApexException } from '../../runtime/exceptions.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { nativeClass } from '../native.ts';

/* Each platform object names its Apex class in `$native`. */
export class BatchableContext {
    static $native = 'Database.BatchableContext';
    readonly jobId: string;
    constructor(jobId: string) {
        this.jobId = jobId;
    }
}

export class QueueableContext {
    static $native = 'System.QueueableContext';
    readonly jobId: string;
    constructor(jobId: string) {
        this.jobId = jobId;
    }
}

export class SchedulableContext {
    static $native = 'System.SchedulableContext';
    readonly triggerId: string;
    constructor(triggerId: string) {
        this.triggerId = triggerId;
    }
}

export class FinalizerContext {
    static $native = 'System.FinalizerContext';
    readonly jobId: string;
    readonly requestId: string;
    readonly exception: ApexException | null;
    constructor(jobId: string, requestId: string, exception: ApexException | null) {
        this.jobId = jobId;
        this.requestId = requestId;
        this.exception = exception;
    }
}

export class QueryLocator {
    static $native = 'Database.QueryLocator';
    readonly query: string;
    readonly rows: SObject[];
    constructor(query: string, rows: SObject[]) {
        this.query = query;
        this.rows = rows;
    }
}

export const batchable = nativeClass({ name: 'Database.Batchable', kind: 'interface', typeParams: ['T'], methods: {} });
export const stateful = nativeClass({ name: 'Database.Stateful', kind: 'interface' });
export const allowsCallouts = nativeClass({ name: 'Database.AllowsCallouts', kind: 'interface' });
export const raisesPlatformEvents = nativeClass({ name: 'Database.RaisesPlatformEvents', kind: 'interface' });
export const queueable = nativeClass({
    name: 'System.Queueable',
    kind: 'interface',
    methods: { 'void execute(System.QueueableContext context)': () => null }
});
export const schedulable = nativeClass({
    name: 'System.Schedulable',
    kind: 'interface',
    methods: { 'void execute(System.SchedulableContext context)': () => null }
});
export const finalizer = nativeClass({
    name: 'System.Finalizer',
    kind: 'interface',
    methods: { 'void execute(System.FinalizerContext context)': () => null }
});

export const batchableContext = nativeClass({
    name: 'Database.BatchableContext',
    kind: 'interface',
    methods: {
        'Id getJobId()': (self: BatchableContext) => self.jobId,
        'Id getChildJobId()': (self: BatchableContext) => self.jobId
    },
    isInstance: (value) => value instanceof BatchableContext
});

export const queueableContext = nativeClass({
    name: 'System.QueueableContext',
    kind: 'interface',
    methods: { 'Id getJobId()': (self: QueueableContext) => self.jobId },
    isInstance: (value) => value instanceof QueueableContext
});

export const schedulableContext = nativeClass({
    name: 'System.SchedulableContext',
    kind: 'interface',
    methods: { 'Id getTriggerId()': (self: SchedulableContext) => self.triggerId },
    isInstance: (value) => value instanceof SchedulableContext
});

export const finalizerContext = nativeClass({
    name: 'System.FinalizerContext',
    kind: 'interface',
    methods: {
        'Id getAsyncApexJobId()': (self: FinalizerContext) => self.jobId,
        'Exception getException()': (self: FinalizerContext) => self.exception,
        'String getRequestId()': (self: FinalizerContext) => self.requestId,
        'System.ParentJobResult getResult()': (self: FinalizerContext) =>
            enumConstant('System.ParentJobResult', self.exception ? 'UNHANDLED_EXCEPTION' : 'SUCCESS') ?? null
    },
    isInstance: (value) => value instanceof FinalizerContext
});

export const parentJobResult = nativeClass({
    name: 'System.ParentJobResult',
    kind: 'enum',
    enumValues: ['SUCCESS', 'UNHANDLED_EXCEPTION']
});
