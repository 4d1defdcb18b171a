// What collection methods share: reading any Iterable of Apex, and fitting an element to the collection's element type.
import { idTo18, isId } from '../../../values/index.ts';
import { ApexList, ApexSet } from '../../runtime/collections.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { invokeMethod } from '../../runtime/invoke.ts';
import type { RtType } from '../../runtime/types.ts';

/** A null where a method wants a value; arguments count from 1. */
export function nullArgument(at = 1): never {
    return throwApex('System.NullPointerException', `Argument ${String(at)} cannot be null`);
}

/** `valueOf(Object)` of a field's value: null stays null (NebulaLogger, LogHandler.setLogRetentionDetails). */
export function orNull<T>(convert: (value: unknown) => T): (value: unknown) => T | null {
    return (value) => (value === null ? null : convert(value));
}

export const given = <T>(value: T | null, at = 1): T => value ?? nullArgument(at);

/** A copy of the elements of a list, a set or an Iterable of the project. */
export function itemsOf(source: unknown): unknown[] {
    if (source === null || source === undefined) return nullArgument();
    if (source instanceof ApexList) return [...(source.items as unknown[])];
    if (source instanceof ApexSet) return source.values();
    const items: unknown[] = [];
    const iterator = invokeMethod(source, 'iterator', []) as unknown;
    while (invokeMethod(iterator, 'hasNext', []) === true) items.push(invokeMethod(iterator, 'next', []));
    return items;
}

/** Elements as a collection of this element type holds them: texts become ids in a collection of ids. */
export function fitted(items: unknown[], element: RtType | undefined): unknown[] {
    return element?.name === 'Id' ? items.map(toId) : items;
}

export function toId(value: unknown): unknown {
    if (typeof value !== 'string') return value;
    if (!isId(value)) throwApex('System.StringException', `Invalid id: ${value}`);
    return idTo18(value);
}
