// SObject.clone and the deep clones of collections, and where a copy came from.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject.htm#apex_System_SObject_clone
import { fieldOf } from '../../../metadata/describe.ts';
import { SObject } from '../../../values/index.ts';

export interface CopyOptions {
    preserveId: boolean;
    /** Parents are copied too, not shared. */
    deep: boolean;
    preserveTimestamps: boolean;
    preserveAutonumber: boolean;
}

/** `CreatedById`, `CreatedDate`, `LastModifiedById` and `LastModifiedDate`: the "read-only timestamps". */
const TIMESTAMPS = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);

const sources = new WeakMap<SObject, { id: string | null }>();

/** Null when the record is no clone. */
export function cloneSource(record: SObject): { id: string | null } | null {
    return sources.get(record) ?? null;
}

export function copyRecord(record: SObject, options: CopyOptions): SObject {
    const copy = new SObject(record.describe);
    copy.queried = record.queried;
    for (const [name, value] of Object.entries(record.values)) {
        if (name === 'Id' && !options.preserveId) continue;
        if (TIMESTAMPS.has(name) && !options.preserveTimestamps) continue;
        if (!options.preserveAutonumber && fieldOf(record.describe, name)?.autoNumber) continue;
        copy.values[name] = value;
    }
    for (const [name, parent] of Object.entries(record.parents)) {
        copy.parents[name] =
            parent && options.deep
                ? copyRecord(parent, { ...options, preserveId: true, preserveTimestamps: true })
                : parent;
    }
    for (const [name, rows] of Object.entries(record.children)) copy.children[name] = rows;
    sources.set(copy, { id: record.id });
    return copy;
}
