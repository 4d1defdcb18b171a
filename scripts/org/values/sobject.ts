// Records in memory, and the errors that code and the database put on them.
import type { ObjectDescribe } from '../metadata/describe.ts';

/** Any Apex value that a field can hold (see index.ts). */
export type Value = unknown;

/** An error put on a record or a field by addError, a rule or the database. */
export interface RecordError {
    /** DML status code, e.g. FIELD_CUSTOM_VALIDATION_EXCEPTION. */
    code: string;
    message: string;
    fields: string[];
}

/** A record in memory: made by Apex, by a query (rows come back as this class) or by the DML pipeline. */
export class SObject {
    readonly describe: ObjectDescribe;
    /** By canonical API name. A key is present when the field was set or queried; null is an explicit null. */
    values: Record<string, Value> = Object.create(null) as Record<string, Value>;
    /** Parents that were set or queried, by canonical relationship name (`Account`, `Parent__r`). */
    parents: Record<string, SObject | null> = Object.create(null) as Record<string, SObject | null>;
    /** Rows of child subqueries, by canonical relationship name. */
    children: Record<string, SObject[]> = Object.create(null) as Record<string, SObject[]>;
    /** True for rows of a query: reading a field that was not selected throws System.SObjectException. */
    queried = false;
    /** Fields that a query put in beside those it named (`Id`, the key of a parent): Apex sees them, the APIs do not return them. */
    implicit: readonly string[] | null = null;
    /** True inside after triggers: writing throws System.FinalException. */
    readOnly = false;
    /** What setOptions put on the record: a Database.DMLOptions. */
    dmlOptions: { readonly header: { allowFieldTruncation: boolean } } | null = null;
    /** Put here by addError during a trigger; the DML pipeline reads and clears it. */
    errors: RecordError[] | null = null;

    constructor(describe: ObjectDescribe) {
        this.describe = describe;
    }

    get id(): string | null {
        return (this.values.Id as string | undefined) ?? null;
    }
}
