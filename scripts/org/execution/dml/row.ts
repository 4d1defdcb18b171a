// A record on its way through the DML pipeline.
import type { ObjectDescribe } from '../../metadata/describe.ts';
import type { RecordError } from '../../values/index.ts';
import { SObject } from '../../values/index.ts';
import type { AccessMode, DmlHeaderOptions } from '../../apex/runtime/platform.ts';
import type { ClassInfo } from '../../apex/runtime/types.ts';

export interface Row {
    /** Place in the caller's list. */
    readonly index: number;
    /** The caller's record: only its Id is written, and only on success. */
    readonly given: SObject;
    /** The record as it will be saved; triggers see this one. */
    record: SObject;
    /** The saved record; null for an insert. */
    old: SObject | null;
    errors: RecordError[];
    created: boolean;
}

export interface SaveOptions {
    allOrNone: boolean;
    accessMode: AccessMode;
    caller: ClassInfo | null;
    header: DmlHeaderOptions | null;
    /** Work of the org itself (roll-ups, reparenting): read-only fields may be written and access is not checked. */
    internal: boolean;
}

export const internalSave: SaveOptions = {
    allOrNone: true,
    accessMode: 'system',
    caller: null,
    header: null,
    internal: true
};

/** A copy with the same field values, neither queried nor read-only: an absent field reads as null. */
export function copyOf(record: SObject, readOnly = false): SObject {
    const copy = new SObject(record.describe);
    Object.assign(copy.values, record.values);
    copy.readOnly = readOnly;
    return copy;
}

export function newRecord(describe: ObjectDescribe, values: Record<string, unknown>): SObject {
    const record = new SObject(describe);
    Object.assign(record.values, values);
    return record;
}

export function failed(row: Row): boolean {
    return row.errors.length > 0;
}
