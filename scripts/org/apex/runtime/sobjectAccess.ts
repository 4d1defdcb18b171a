// Fields of records as compiled code reads and writes them. A row of a query refuses fields it was not asked for; reading
// through a missing parent gives null, as Apex does for relationship paths; reading a field of a null record does not.
import { platform } from './platform.ts';
import { SObject } from '../../values/index.ts';
import { ApexList } from './collections.ts';
import { throwApex } from './exceptions.ts';
import type { RtType } from './types.ts';

function unqueried(record: SObject, name: string): never {
    return throwApex(
        'System.SObjectException',
        `SObject row was retrieved via SOQL without querying the requested field: ${record.describe.name}.${name}`
    );
}

function nullRecord(): never {
    return throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
}

/** `record.Name`. */
export function readField(record: SObject | null, name: string): unknown {
    if (record === null) return nullRecord();
    const value = record.values[name];
    if (value !== undefined) return value;
    if (record.queried && !(name in record.values)) {
        // A query returns the Id whether it was asked for or not, except in aggregates.
        if (name !== 'Id') return unqueried(record, name);
    }
    return null;
}

/** `record.Parent.Name`: null when there is no parent. */
export function readThroughParent(parent: SObject | null, name: string): unknown {
    return parent === null ? null : readField(parent, name);
}

/** Checkboxes are never null. */
export function readCheckbox(record: SObject | null, name: string): unknown {
    return readField(record, name) ?? false;
}

export function readParent(record: SObject | null, relationship: string, key: string): SObject | null {
    if (record === null) return nullRecord();
    const parent = record.parents[relationship];
    if (parent !== undefined) return parent;
    // A parent that was not selected, though its id may be known.
    if (record.queried && !(key in record.values)) return unqueried(record, relationship);
    if (record.queried && record.values[key] !== null && record.values[key] !== undefined)
        return unqueried(record, relationship);
    return null;
}

export function readParentThroughParent(record: SObject | null, relationship: string, key: string): SObject | null {
    return record === null ? null : readParent(record, relationship, key);
}

export function readChildren(record: SObject | null, relationship: string, type: RtType): ApexList {
    if (record === null) return nullRecord();
    const rows = record.children[relationship];
    if (rows === undefined) {
        if (record.queried) return unqueried(record, relationship);
        return new ApexList(type, []);
    }
    return new ApexList(type, rows);
}

/** `record.Name = value`; the value of the assignment is the value. */
export function writeField(record: SObject | null, name: string, value: unknown): unknown {
    if (record === null) return nullRecord();
    if (record.readOnly) throwApex('System.FinalException', 'Record is read-only');
    record.values[name] = value;
    return value;
}

export function writeParent(record: SObject | null, relationship: string, parent: SObject | null): SObject | null {
    if (record === null) return nullRecord();
    if (record.readOnly) throwApex('System.FinalException', 'Record is read-only');
    record.parents[relationship] = parent;
    return parent;
}

/** `new Account(Name = …)`: pairs of name and value; a relationship's name is preceded by `^`. */
export function newRecord(object: string, pairs: readonly unknown[]): SObject {
    const describe = platform().schema.object(object);
    if (!describe) return throwApex('System.TypeException', `The org has no object ${object}`);
    const record = new SObject(describe);
    for (let at = 0; at < pairs.length; at += 2) {
        const name = pairs[at] as string;
        if (name.startsWith('^')) record.parents[name.slice(1)] = pairs[at + 1] as SObject | null;
        else record.values[name] = pairs[at + 1];
    }
    return record;
}
