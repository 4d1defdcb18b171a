// What the parts of the execution room share: the org's other rooms and the transaction that runs.
import type { Platform } from '../apex/runtime/platform.ts';
import type { ClassInfo } from '../apex/runtime/types.ts';
import type { ObjectDescribe, Schema } from '../metadata/describe.ts';
import type { SoqlEngine } from '../soql/api.ts';
import type { Store } from '../store/api.ts';
import type { SObject, Value } from '../values/index.ts';
import type { OrgOptions } from './api.ts';
import type { Access } from './users/access.ts';
import type { EventBusState } from './events.ts';
import type { JobQueue } from './async/queue.ts';
import type { Transaction } from './transaction.ts';

/** A trigger of the compiled program. */
export interface LoadedTrigger {
    info: ClassInfo;
    run: () => void;
}

/** What execution asks of compiled Apex: program.ts. */
export interface ApexProgram {
    /** Triggers of an object by its canonical name, in order of name. */
    triggersOf(object: string): readonly LoadedTrigger[];
    classes(): Iterable<ClassInfo>;
    classInfo(name: string): ClassInfo | null;
    callStatic(cls: ClassInfo, key: string, args: unknown[]): unknown;
    newInstance(className: string): object;
    resetStatics(): void;
}

/** What execution asks of metadata beyond describes: facts.ts. */
export interface OrgFacts {
    customMetadata(object: string): readonly SObject[];
    label(namespace: string | null, name: string, language: string | null): string | undefined;
    staticResource(name: string): Uint8Array | undefined;
    /** Value of a formula over a record. `prior` is the saved record of an update; null otherwise. */
    evaluate(
        formula: string,
        record: SObject,
        prior: SObject | null,
        isNew: boolean,
        returnType: string,
        blanksAsZero?: boolean
    ): Value;
    /** Throws when the formula is not one over this object that gives this type. */
    checkFormula(formula: string, object: ObjectDescribe, returnType: string): void;
    subscriberConfig(trigger: string): { batchSize: number | null; userName: string | null } | null;
}

export interface OrgContext {
    readonly options: OrgOptions;
    readonly schema: Schema;
    readonly store: Store;
    readonly soql: SoqlEngine;
    readonly access: Access;
    readonly events: EventBusState;
    readonly jobs: JobQueue;
    readonly platform: Platform;
    /** Ids of deleted records that are in the recycle bin no more. */
    readonly emptied: Set<string>;
    program: ApexProgram;
    facts: OrgFacts;
    /** The transaction that runs; throws when none does. */
    readonly tx: Transaction;
    now(): number;
    newTransaction(
        kind: Transaction['kind'],
        userId: string,
        options?: { isTest?: boolean; async?: boolean }
    ): Transaction;
    /** Runs the body as its own committed transaction; rolled back when it throws. */
    run<T>(transaction: Transaction, body: () => T): T;
    /** True while a test method runs. */
    readonly inTest: boolean;
    /** Does a transaction run? */
    readonly inTransaction: boolean;
    /** Delivers the events published so far in a test, at once. */
    deliverTestEvents(): void;
    failTestEvents(): void;
    /** Runs the asynchronous work enqueued so far in a test, at once. */
    runTestJobs(): void;
    publishSystemEvent(describe: ObjectDescribe, values: Record<string, unknown>): void;
    warn(line: string): void;
}
