// One Apex transaction: its limits, the user it runs as, what waits for its commit. Salesforce gives every request and
// every asynchronous job its own; a test method is one, whose asynchronous work runs inside it at Test.stopTest.
import type { TriggerFrame } from '../apex/runtime/platform.ts';
import type { SObject } from '../values/index.ts';
import type { Job } from './async/job.ts';
import { LimitCounter } from './limits.ts';

export type RequestKind =
    | 'Anonymous'
    | 'Rest'
    | 'Aura'
    | 'Test'
    | 'Batch'
    | 'Future'
    | 'Queueable'
    | 'Scheduled'
    | 'Trigger'
    | 'Api'
    | 'Finalizer';

export class Transaction {
    readonly kind: RequestKind;
    readonly requestId: string;
    readonly isTest: boolean;
    /** Ids of the users, the innermost System.runAs last. */
    readonly users: string[];
    limits: LimitCounter;
    /** Limit counters put aside by Test.startTest and by asynchronous work run inside a test. */
    readonly limitStack: LimitCounter[] = [];
    readonly triggers: TriggerFrame[] = [];
    /** Object of the first record written, for MIXED_DML_OPERATION: null until then. */
    setupWritten: string | null = null;
    dataWritten: string | null = null;
    /** Uncommitted work forbids callouts. */
    uncommittedWork = false;
    /** Callouts forbid setting savepoints before them. */
    savepoints = new Map<number, { events: number; jobs: number }>();
    /** Published after commit. */
    pendingEvents: SObject[] = [];
    pendingJobs: Job[] = [];
    pendingEmails = 0;
    /** The job that this transaction runs; null for the others. */
    job: Job | null = null;
    finalizers: object[] = [];
    /** A batch may start others from finish only. */
    batchFinish = false;
    /** Records that a merge deletes → the one that stays. */
    merging = new Map<string, string>();
    /** CPU counters put aside by Test.startTest. */
    cpuBefore: { left: number; limit: number; started: number } | null = null;
    /** The finalizer may not enqueue again: its job failed five times in a row. */
    finalizerExhausted = false;
    log: string[] | null = null;
    readonly mocks = new Map<string, object>();
    searchResults: string[] | null = null;
    /** Test.startTest was called, and stopTest not yet. */
    testPhase: 'before' | 'started' | 'stopped' = 'before';

    constructor(kind: RequestKind, userId: string, options: { isTest?: boolean; async?: boolean; requestId: string }) {
        this.kind = kind;
        this.users = [userId];
        this.isTest = options.isTest ?? false;
        this.requestId = options.requestId;
        this.limits = new LimitCounter(options.async ?? false);
    }

    get userId(): string {
        return this.users[this.users.length - 1] as string;
    }

    /** Gives the body fresh limits, as another transaction inside a test has. */
    withLimits<T>(async: boolean, body: () => T): T {
        const outer = this.limits;
        this.limits = new LimitCounter(async);
        try {
            return body();
        } finally {
            this.limits = outer;
        }
    }
}
