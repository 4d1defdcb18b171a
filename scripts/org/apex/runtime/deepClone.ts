// Copies of Apex values, as serialising and reading them back would make: queued jobs and batches keep the state they had when
// they were enqueued. Static state, describe tokens and the like are shared.
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import type { ClassInfo } from './types.ts';
import { SObject } from '../../values/index.ts';

export function deepClone<T>(value: T, seen = new Map<object, object>()): T {
    if (typeof value !== 'object' || value === null) return value;
    const known = seen.get(value);
    if (known) return known as T;
    if (value instanceof ApexList) {
        const copy = new ApexList<unknown>(value.type, []);
        seen.set(value, copy);
        copy.items = value.items.map((item) => deepClone(item, seen));
        return copy as T;
    }
    if (value instanceof ApexSet) {
        const copy = new ApexSet(
            value.type,
            value.values().map((item) => deepClone(item, seen))
        );
        seen.set(value, copy);
        return copy as T;
    }
    if (value instanceof ApexMap) {
        const copy = new ApexMap(value.type, []);
        seen.set(value, copy);
        for (const [key, item] of value.entries()) copy.put(deepClone(key, seen), deepClone(item, seen));
        return copy as T;
    }
    if (value instanceof SObject) return cloneRecord(value, seen) as T;
    const info = (value.constructor as { $info?: ClassInfo } | undefined)?.$info;
    if (!info) return value;
    const copy = Object.create(Object.getPrototypeOf(value) as object) as Record<PropertyKey, unknown>;
    seen.set(value, copy);
    for (const key of Reflect.ownKeys(value)) {
        const property = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
        if ('value' in property) property.value = deepClone(property.value, seen);
        Object.defineProperty(copy, key, property);
    }
    return copy as T;
}

function cloneRecord(record: SObject, seen: Map<object, object>): SObject {
    const copy = new SObject(record.describe);
    seen.set(record, copy);
    Object.assign(copy.values, record.values);
    copy.queried = record.queried;
    for (const [name, parent] of Object.entries(record.parents))
        copy.parents[name] = parent && cloneRecord(parent, seen);
    for (const [name, rows] of Object.entries(record.children))
        copy.children[name] = rows.map((row) => cloneRecord(row, seen));
    return copy;
}
