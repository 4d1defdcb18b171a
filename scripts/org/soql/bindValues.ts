// Apex values of binds as SQL values of the field they are compared with.
import { encode, isText, toNumber } from '../store/columns.ts';
import type { SqlValue } from '../store/driver.ts';
import type { Value } from '../values/index.ts';
import { ApexDate, ApexDatetime, ApexTime, Decimal, Double, idTo18, isId, SObject } from '../values/index.ts';
import type { FieldDescribe, FieldType } from '../metadata/describe.ts';
import { badId, SoqlError } from './messages.ts';

/** Values of a collection (ApexList, ApexSet, array); null when the value is a scalar. */
export function itemsOf(value: unknown): unknown[] | null {
    if (value === null || typeof value !== 'object' || value instanceof SObject) return null;
    if (Array.isArray(value)) return value;
    const items = (value as { items?: unknown }).items;
    if (Array.isArray(items)) return items;
    return Symbol.iterator in value ? [...(value as Iterable<unknown>)] : null;
}

export interface Target {
    type: FieldType;
    field: FieldDescribe | null;
    label: string;
    /** References that may hold something else than a record id (metadata relationships). */
    anyKey: boolean;
}

export function bindToSql(target: Target, value: Value): SqlValue {
    if (value === null || value === undefined) return null;
    switch (target.type) {
        case 'id':
        case 'reference':
            return idValue(target, value);
        case 'boolean':
            if (typeof value === 'boolean') return value ? 1 : 0;
            break;
        case 'int':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
            if (
                typeof value === 'number' ||
                typeof value === 'bigint' ||
                value instanceof Decimal ||
                value instanceof Double
            )
                return toNumber(value);
            break;
        case 'date':
            if (value instanceof ApexDate) return value.days;
            if (value instanceof ApexDatetime) return Math.floor(value.ms / 86_400_000);
            break;
        case 'datetime':
            if (value instanceof ApexDatetime) return value.ms;
            if (value instanceof ApexDate) return value.days * 86_400_000;
            break;
        case 'time':
            if (value instanceof ApexTime) return value.ms;
            break;
        default:
            if (target.field ? isText(target.field) : true) return textOf(value) === '' ? null : textOf(value);
            if (target.field) return encode(target.field, value);
    }
    throw new SoqlError(
        'INVALID_FIELD',
        `Invalid bind expression type of ${typeName(value)} for column of type ${columnTypeName(target.type)}`
    );
}

function idValue(target: Target, value: Value): SqlValue {
    if (value instanceof SObject) return value.id;
    const text = textOf(value);
    if (text === '' || target.anyKey) return text === '' ? null : text;
    if (!isId(text)) throw badId(text, -1);
    return idTo18(text);
}

function textOf(value: Value): string {
    if (typeof value === 'string') return value;
    if (value instanceof SObject) return value.id ?? '';
    const name = (value as { name?: unknown }).name;
    return typeof value === 'object' && typeof name === 'string' ? name : String(value);
}

function typeName(value: Value): string {
    if (value instanceof SObject) return value.describe.name;
    if (typeof value === 'boolean') return 'Boolean';
    if (typeof value === 'number') return 'Integer';
    if (typeof value === 'bigint') return 'Long';
    if (value instanceof Decimal) return 'Decimal';
    if (value instanceof Double) return 'Double';
    if (value instanceof ApexDate) return 'Date';
    if (value instanceof ApexDatetime) return 'Datetime';
    if (value instanceof ApexTime) return 'Time';
    return typeof value === 'string' ? 'String' : 'Object';
}

/** The Apex type of a column. */
export function columnTypeName(type: FieldType): string {
    switch (type) {
        case 'id':
        case 'reference':
            return 'Id';
        case 'boolean':
            return 'Boolean';
        case 'int':
            return 'Integer';
        case 'long':
            return 'Long';
        case 'double':
        case 'currency':
        case 'percent':
            return 'Decimal';
        case 'date':
            return 'Date';
        case 'datetime':
            return 'Datetime';
        case 'time':
            return 'Time';
        case 'base64':
            return 'Blob';
        default:
            return 'String';
    }
}

/** The platform's name of a field type in messages about filters. */
export function filterTypeName(type: FieldType): string {
    switch (type) {
        case 'datetime':
            return 'dateTime';
        case 'percent':
        case 'currency':
        case 'double':
            return 'double';
        case 'id':
        case 'reference':
            return 'id';
        case 'int':
        case 'long':
        case 'boolean':
        case 'date':
        case 'time':
            return type;
        default:
            return 'string';
    }
}
