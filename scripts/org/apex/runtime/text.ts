// Text of Apex values, as string concatenation, System.debug and String.valueOf(Object) give it.
import { ApexDate, ApexDatetime, Blob, Decimal, Double, SObject } from '../../values/index.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { ApexEnum } from './enums.ts';
import { ApexException } from './exceptions.ts';
import { hasMethod, invokeMethod } from './invoke.ts';
import { nativeOfValue } from './registry.ts';
import { SObjectFieldToken, SObjectTypeToken } from './tokens.ts';
import type { ClassInfo } from './types.ts';

/** `yyyy-MM-dd HH:mm:ss` of a moment in UTC. */
export function utcText(ms: number): string {
    return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

export function apexToString(value: unknown): string {
    return textOf(value, new Set());
}

function textOf(value: unknown, seen: Set<object>): string {
    if (value === null || value === undefined) return 'null';
    if (typeof value !== 'object') return String(value);
    if (value instanceof Double || value instanceof Decimal || value instanceof ApexEnum) return value.toString();
    if (value instanceof ApexDate) return `${value.toString()} 00:00:00`;
    if (value instanceof ApexDatetime) return utcText(value.ms);
    if (value instanceof Blob) return `Blob[${String(value.bytes.length)}]`;
    if (seen.has(value)) return '(already output)';
    seen.add(value);
    const text = structureText(value, seen);
    seen.delete(value);
    return text;
}

function structureText(value: object, seen: Set<object>): string {
    if (value instanceof ApexList) return `(${value.items.map((item) => textOf(item, seen)).join(', ')})`;
    if (value instanceof ApexSet)
        return `{${sorted(value.values())
            .map((item) => textOf(item, seen))
            .join(', ')}}`;
    if (value instanceof ApexMap) {
        const entries = sorted(value.entries(), ([key]) => key);
        return `{${entries.map(([key, item]) => `${textOf(key, seen)}=${textOf(item, seen)}`).join(', ')}}`;
    }
    if (value instanceof SObject) return recordText(value, seen);
    if (value instanceof SObjectTypeToken || value instanceof SObjectFieldToken) return value.toString();
    if (hasMethod(value, 'toString', 0)) return String(invokeMethod(value, 'toString', []));
    return value instanceof ApexException ? value.toString() : instanceText(value, seen);
}

/** Sets and maps print in the order of their keys when these are texts or numbers. */
function sorted<T>(items: T[], keyOf: (item: T) => unknown = (item) => item): T[] {
    const keys = items.map(keyOf);
    if (!keys.every((key) => typeof key === 'string') && !keys.every((key) => typeof key === 'number')) return items;
    return [...items].sort((a, b) => {
        const [x, y] = [keyOf(a) as string, keyOf(b) as string];
        return x < y ? -1 : x > y ? 1 : 0;
    });
}

function recordText(record: SObject, seen: Set<object>): string {
    const fields = Object.entries(record.values).map(([name, item]) => `${name}=${textOf(item, seen)}`);
    const parents = Object.entries(record.parents).map(([name, item]) => `${name}=${textOf(item, seen)}`);
    return `${record.describe.name}:{${[...fields, ...parents].join(', ')}}`;
}

/** Objects of the project print their fields: `Outer.Inner:[a=1, b=null]`. */
function instanceText(value: object, seen: Set<object>): string {
    const info = (value.constructor as { $info?: ClassInfo }).$info;
    if (!info) {
        const own = (value as { toString?: () => string }).toString;
        if (own && own !== Object.prototype.toString) return own.call(value);
        return `${nativeOfValue(value)?.name.replace(/^System\./, '') ?? 'Object'}[]`;
    }
    const fields: string[] = [];
    for (
        let at = value.constructor as { $info?: ClassInfo };
        Object.hasOwn(at, '$info');
        at = Object.getPrototypeOf(at) as { $info?: ClassInfo }
    ) {
        for (const field of at.$info?.fields ?? []) {
            if (!field.isStatic)
                fields.push(`${field.name}=${textOf((value as Record<string, unknown>)[field.key], seen)}`);
        }
    }
    return `${info.name.slice(info.name.lastIndexOf('.') + 1)}:[${fields.join(', ')}]`;
}
