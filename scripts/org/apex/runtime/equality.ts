// Equality and order of Apex values. `==` ignores the case of strings; collection keys, equals() and switch do not. Records compare by
// their field values, lists and sets by their elements, user classes by their own equals().
import { ApexDate, ApexDatetime, ApexTime, Blob, Decimal, Double, SObject } from '../../values/index.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { ApexEnum } from './enums.ts';
import { ApexException, throwApex } from './exceptions.ts';
import { hasMethod, invokeMethod } from './invoke.ts';

function isNumber(value: unknown): value is number | bigint | Double | Decimal {
    return (
        typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof Double
    );
}

/** Order of two numbers of any types. */
export function compareNumbers(a: number | bigint | Double | Decimal, b: number | bigint | Double | Decimal): number {
    const x = a instanceof Double ? a.v : a;
    const y = b instanceof Double ? b.v : b;
    if (!(x instanceof Decimal) && !(y instanceof Decimal)) return x < y ? -1 : x > y ? 1 : 0;
    if ((typeof x === 'number' && !Number.isFinite(x)) || (typeof y === 'number' && !Number.isFinite(y))) {
        return Math.sign(Number(x) - Number(y));
    }
    return Decimal.from(x).compareTo(Decimal.from(y));
}

function sameNumber(a: number | bigint | Double | Decimal, b: number | bigint | Double | Decimal): boolean {
    if (a instanceof Double && b instanceof Double) return a.v === b.v;
    return compareNumbers(a, b) === 0 && !isNaNValue(a) && !isNaNValue(b);
}

function isNaNValue(value: unknown): boolean {
    return value instanceof Double && Number.isNaN(value.v);
}

/** `a == b`. */
export function apexEquals(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null);
    if (typeof a === 'string' && typeof b === 'string') return sameText(a, b);
    return deepEquals(a, b, false);
}

/** Equality of collection keys and of equals(): as `==` but strings by case. */
export function apexKeyEquals(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null);
    if (typeof a === 'string' && typeof b === 'string') return sameId(a, b);
    return deepEquals(a, b, true);
}

function sameText(a: string, b: string): boolean {
    return (a.length === b.length && a.toLowerCase() === b.toLowerCase()) || sameId(a, b);
}

/** Ids compare equal in their 15- and 18-character forms; other texts by case. */
function sameId(a: string, b: string): boolean {
    return a === b;
}

function deepEquals(a: unknown, b: unknown, strict: boolean): boolean {
    if (isNumber(a) && isNumber(b)) return sameNumber(a, b);
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (a instanceof ApexDate)
        return b instanceof ApexDate ? a.days === b.days : b instanceof ApexDatetime && a.days * 86_400_000 === b.ms;
    // Datetimes are equal when they are of the same second: apex-rollup compares System.now() with values parsed from text
    // (RollupSObjectUpdaterTests.convertsStringsToDatetimes).
    if (a instanceof ApexDatetime)
        return b instanceof ApexDatetime
            ? Math.floor(a.ms / 1000) === Math.floor(b.ms / 1000)
            : b instanceof ApexDate && b.days * 86_400_000 === a.ms;
    if (a instanceof ApexTime) return b instanceof ApexTime && a.ms === b.ms;
    if (a instanceof Blob) return b instanceof Blob && Buffer.compare(a.bytes, b.bytes) === 0;
    if (a instanceof SObject) return b instanceof SObject && sameRecord(a, b);
    const same = strict ? apexKeyEquals : apexEquals;
    if (a instanceof ApexList) {
        return (
            b instanceof ApexList &&
            a.items.length === b.items.length &&
            a.items.every((item, at) => apexKeyEquals(item, b.items[at]))
        );
    }
    if (a instanceof ApexSet)
        return b instanceof ApexSet && a.size === b.size && a.values().every((item) => b.has(item));
    if (a instanceof ApexMap) {
        return (
            b instanceof ApexMap &&
            a.size === b.size &&
            a.entries().every(([key, value]) => b.has(key) && same(value, b.get(key)))
        );
    }
    if (a instanceof ApexEnum || a instanceof ApexException) return false;
    const native = a as { apexEquals?: (other: unknown) => boolean };
    if (typeof native.apexEquals === 'function') return native.apexEquals(b);
    if (hasMethod(a, 'equals', 1)) return invokeMethod(a, 'equals', [b]) === true;
    return false;
}

function sameRecord(a: SObject, b: SObject): boolean {
    if (a.describe.name !== b.describe.name) return false;
    const names = new Set([...Object.keys(a.values), ...Object.keys(b.values)]);
    for (const name of names) {
        if (!apexKeyEquals(a.values[name] ?? null, b.values[name] ?? null)) return false;
    }
    const parents = new Set([...Object.keys(a.parents), ...Object.keys(b.parents)]);
    for (const name of parents) {
        if (!apexKeyEquals(a.parents[name] ?? null, b.parents[name] ?? null)) return false;
    }
    return true;
}

// ---- hashing

const identities = new WeakMap<object, number>();
let nextIdentity = 1;

/** A number that stays with the object. */
export function identityOf(value: object): number {
    let id = identities.get(value);
    if (id === undefined) identities.set(value, (id = nextIdentity++));
    return id;
}

const equality = new WeakMap<object, boolean>();

/** A class instance that brings equals() and hashCode(). */
export function hasOwnEquality(value: object): boolean {
    if (
        value instanceof ApexEnum ||
        value instanceof SObject ||
        value instanceof ApexList ||
        value instanceof ApexSet ||
        value instanceof ApexMap
    )
        return false;
    const prototype = Object.getPrototypeOf(value) as object | null;
    if (!prototype || !('$info' in prototype.constructor)) return false;
    let own = equality.get(prototype);
    if (own === undefined)
        equality.set(prototype, (own = hasMethod(value, 'equals', 1) && hasMethod(value, 'hashCode', 0)));
    return own;
}

/** hashCode() of a user's object; null counts as 0. */
export function userHash(value: object): number {
    return Number(invokeMethod(value, 'hashCode', []) ?? 0);
}

/** A JS Map key under which equal Apex keys meet. User objects with their own equality are not decided by it alone. */
export function hashKey(value: unknown): unknown {
    if (value === undefined) return null;
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Decimal) return `\0n${value.stripTrailingZeros().toString()}`;
    if (value instanceof Double) return `\0f${Object.is(value.v, -0) ? 0 : value.v}`;
    if (value instanceof ApexDate) return `\0d${value.days}`;
    if (value instanceof ApexDatetime) return `\0m${value.ms}`;
    if (value instanceof ApexTime) return `\0t${value.ms}`;
    if (value instanceof Blob) return `\0b${Buffer.from(value.bytes).toString('latin1')}`;
    if (value instanceof SObject) return recordKey(value);
    if (value instanceof ApexList) return `\0l${value.items.map(nestedKey).join('\u0001')}`;
    if (value instanceof ApexSet) return `\0s${value.values().map(nestedKey).sort().join('\u0001')}`;
    if (value instanceof ApexMap)
        return `\0p${value
            .entries()
            .map(([key, item]) => `${nestedKey(key)}\u0002${nestedKey(item)}`)
            .sort()
            .join('\u0001')}`;
    const native = value as { apexKey?: () => string };
    return typeof native.apexKey === 'function' ? `\0x${native.apexKey()}` : value;
}

function nestedKey(value: unknown): string {
    if (typeof value === 'object' && value !== null && hasOwnEquality(value)) return `\0h${userHash(value)}`;
    const key = hashKey(value);
    return typeof key === 'object' && key !== null ? `\0o${identityOf(key)}` : `${typeof key}:${String(key)}`;
}

function recordKey(record: SObject): string {
    const fields = Object.keys(record.values)
        .filter((name) => record.values[name] !== null)
        .sort();
    const parents = Object.keys(record.parents)
        .filter((name) => record.parents[name] !== null)
        .sort();
    const parts = fields.map((name) => `${name}=${nestedKey(record.values[name])}`);
    for (const name of parents) parts.push(`${name}=${nestedKey(record.parents[name])}`);
    return `\0r${record.describe.name}{${parts.join('\u0001')}}`;
}

export function stringHash(text: string): number {
    let hash = 0;
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    return hash;
}

/** System.hashCode and the hashCode() that every object has. */
export function hashCode(value: unknown): number {
    if (value === null || value === undefined) return 0;
    if (typeof value === 'number') return value | 0;
    if (typeof value === 'boolean') return value ? 1231 : 1237;
    if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
    if (typeof value === 'string') return stringHash(value);
    if (value instanceof ApexEnum) return stringHash(`${value.typeName}.${value.name}`);
    if (value instanceof ApexList)
        return value.items.reduce<number>((hash, item) => (Math.imul(hash, 31) + hashCode(item)) | 0, 1);
    if (typeof value === 'object' && hasOwnEquality(value)) return userHash(value);
    const key = hashKey(value);
    return typeof key === 'object' && key !== null
        ? Math.imul(identityOf(key), 0x9e3779b1) | 0
        : stringHash(String(key));
}

// ---- order

/** Order of two strings as sort() and compareTo use it: by UTF-16 code units. */
export function compareText(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** Order for List.sort(): nulls first, then by the kind of value; throws System.ListException where none is defined. */
export function compareValues(a: unknown, b: unknown): number {
    if (a === b) return 0;
    if (a === null || a === undefined) return b === null || b === undefined ? 0 : -1;
    if (b === null || b === undefined) return 1;
    if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
    if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
    if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
    const x = momentOf(a);
    const y = momentOf(b);
    if (x !== null && y !== null) return Math.sign(x - y);
    if (a instanceof ApexEnum && b instanceof ApexEnum) return a.ordinal - b.ordinal;
    if (a instanceof SObject && b instanceof SObject) return compareRecords(a, b);
    if (typeof a === 'object' && hasMethod(a, 'compareTo', 1)) return Number(invokeMethod(a, 'compareTo', [b]));
    if (typeof a === 'object' && typeof (a as { apexKey?: unknown }).apexKey === 'function')
        return compareText(String(hashKey(a)), String(hashKey(b)));
    if (hasSortKey(a) && hasSortKey(b)) return compareText(a.sortKey(), b.sortKey());
    return throwApex('System.ListException', 'One or more of the items in this list is not Comparable.');
}

/** Objects of the library that have an order although they are not Comparable. */
const hasSortKey = (value: unknown): value is { sortKey(): string } =>
    typeof (value as { sortKey?: unknown }).sortKey === 'function';

function momentOf(value: unknown): number | null {
    if (value instanceof ApexDate) return value.days * 86_400_000;
    if (value instanceof ApexDatetime || value instanceof ApexTime) return value.ms;
    return null;
}

/** Apex Developer Guide, "Default sort order of sObjects": label of the type, Name, standard fields, custom fields. */
function compareRecords(a: SObject, b: SObject): number {
    if (a.describe.name !== b.describe.name) return compareText(a.describe.label, b.describe.label);
    for (const name of sortFields(a, b)) {
        const order = compareValues(a.values[name] ?? null, b.values[name] ?? null);
        if (order !== 0) return order;
    }
    return 0;
}

function sortFields(a: SObject, b: SObject): string[] {
    const names = [...new Set([...Object.keys(a.values), ...Object.keys(b.values)])].filter((name) => name !== 'Id');
    const rank = (name: string): number => (name === 'Name' ? 0 : name.endsWith('__c') ? 2 : 1);
    return names.sort((x, y) => rank(x) - rank(y) || compareText(x, y));
}
