// The door of the store: rows of an org's objects in SQLite. The store knows columns and ids; rules live in execution.
import type { ObjectDescribe } from '../metadata/describe.ts';
import type { SObject, Value } from '../values/index.ts';

export interface Store {
    /** Creates or alters the tables to fit the describes (called after every deploy). */
    applySchema(objects: Iterable<ObjectDescribe>): void;
    /** Next id of the object. */
    nextId(object: ObjectDescribe): string;
    /** Next number of an auto-number field. */
    nextAutoNumber(object: ObjectDescribe, field: string): number;
    /** Inserts rows whose Id is set. Throws UniqueViolation when a unique field has a twin among live rows. */
    insert(object: ObjectDescribe, rows: Record<string, Value>[]): void;
    /** Writes the given columns of one row. */
    update(object: ObjectDescribe, id: string, values: Record<string, Value>): void;
    /** Whole rows by id, deleted ones only when asked; missing ids are left out. Values are Apex values. */
    byId(object: ObjectDescribe, ids: readonly string[], includeDeleted?: boolean): Map<string, SObject>;
    /** Ids of live rows whose field has one of the values. */
    idsBy(object: ObjectDescribe, field: string, values: readonly Value[]): { id: string; value: Value }[];
    /** Removes rows for good. */
    purge(object: ObjectDescribe, ids: readonly string[]): void;

    begin(): void;
    commit(): void;
    rollback(): void;
    /** Nested; numbers grow. */
    savepoint(): number;
    rollbackTo(savepoint: number): void;
    release(savepoint: number): void;
    close(): void;
}

export class UniqueViolation extends Error {
    readonly field: string;
    readonly value: string;
    /** Index in the rows given, and the id of the row that already has the value. */
    readonly index: number;
    readonly existingId: string;
    constructor(field: string, value: string, index: number, existingId: string) {
        super(`duplicate value found: ${field} duplicates value on record with id: ${existingId}`);
        this.field = field;
        this.value = value;
        this.index = index;
        this.existingId = existingId;
    }
}
