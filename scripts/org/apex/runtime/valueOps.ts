// Operators on values that plain JavaScript does not have: Integer division, order, dates, ids and identity.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm
import type { Decimal } from '../../values/index.ts';
import { ApexDate, ApexDatetime, ApexTime, Double, idTo18, isId, SObject } from '../../values/index.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { apexKeyEquals, compareNumbers } from './equality.ts';
import { ApexException, throwApex } from './exceptions.ts';

export const NULL_REFERENCE = 'Attempt to de-reference a null object';

export function notNull<T>(value: T | null): T {
    if (value === null || value === undefined) throwApex('System.NullPointerException', NULL_REFERENCE);
    return value as T;
}

export function convert<A, B>(run: (value: A) => B): (value: A | null) => B | null {
    return (value) => (value === null ? null : run(value));
}

export const wrapInteger = (value: bigint): number => Number(BigInt.asIntN(32, value));

export function divide(a: number, b: number): number {
    if (b === 0) throwApex('System.MathException', 'Divide by 0');
    return (a / b) | 0;
}

/** Order of two values of comparable static types; strings ignore case. */
export function compare(a: unknown, b: unknown): number {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    if (typeof a === 'string' || typeof b === 'string') {
        if (a === null || b === null) return a === b ? 0 : NaN;
        const [x, y] = [(a as string).toLowerCase(), (b as string).toLowerCase()];
        return x < y ? -1 : x > y ? 1 : 0;
    }
    // "If x or y equal null and are Integers, Longs, Doubles, Dates, or Datetimes, the expression is false" (Expression Operators).
    if (a === null || b === null) return NaN;
    const [x, y] = [moment(a), moment(b)];
    if (x !== null && y !== null) return x - y;
    return compareNumbers(a as number, b as number);
}

function moment(value: unknown): number | null {
    if (value instanceof ApexDate) return value.days * 86_400_000;
    return value instanceof ApexDatetime || value instanceof ApexTime ? value.ms : null;
}

export function dateAdd(date: unknown, amount: unknown, sign: number): unknown {
    const count =
        (typeof amount === 'number'
            ? amount
            : typeof amount === 'bigint'
              ? Number(amount)
              : amount instanceof Double
                ? amount.v
                : (notNull(amount) as Decimal).toNumber()) * sign;
    if (date instanceof ApexDate) return new ApexDate(date.days + Math.trunc(count));
    if (date instanceof ApexDatetime) return new ApexDatetime(date.ms + Math.round(count * 86_400_000));
    if (date instanceof ApexTime)
        return new ApexTime((((date.ms + Math.trunc(count)) % 86_400_000) + 86_400_000) % 86_400_000);
    return throwApex('System.NullPointerException', NULL_REFERENCE);
}

export function toId(value: string | null): string | null {
    if (value === null) return null;
    if (!isId(value)) throwApex('System.StringException', `Invalid id: ${value}`);
    return idTo18(value);
}

export function sameText(a: string | null, b: string | null): boolean {
    if (a === b) return true;
    if (a === null || b === null || a.length !== b.length) return false;
    return a.toLowerCase() === b.toLowerCase();
}

export function sameId(a: string | null, b: string | null): boolean {
    if (a === null || b === null) return a === b;
    return sameText(a.length === 15 && isId(a) ? idTo18(a) : a, b.length === 15 && isId(b) ? idTo18(b) : b);
}

/** `===`: the same object; values of primitives by value, text by case. */
export function identical(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (
        a instanceof SObject ||
        a instanceof ApexList ||
        a instanceof ApexSet ||
        a instanceof ApexMap ||
        a instanceof ApexException
    )
        return false;
    if (typeof a === 'object' && a !== null && '$info' in a.constructor) return false;
    return a !== null && b !== null && apexKeyEquals(a, b);
}
