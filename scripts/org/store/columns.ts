// How a field's values lie in SQLite. Texts ignore case as Salesforce's comparisons do, ids do not; numbers are REAL and
// come back with the field's scale; dates are days, datetimes milliseconds cut to the second (the platform keeps no
// fractions of a second); an empty text is a null.
import type { FieldDescribe, ObjectDescribe } from '../metadata/describe.ts';
import { fieldOf } from '../metadata/describe.ts';
import type { Value } from '../values/index.ts';
import { ApexDate, ApexDatetime, ApexTime, Blob, Decimal, Double, idTo18 } from '../values/index.ts';
import type { SqlValue } from './driver.ts';

export type Decode = (value: SqlValue) => Value;

export const quote = (name: string): string => `"${name}"`;

/** True when the value is kept in a column: formulas and compound fields are worked out when read. */
export function isStored(field: FieldDescribe): boolean {
    return !(field.calculated && field.formula !== null) && field.type !== 'address' && field.type !== 'location';
}

const NAME_PARTS = ['FirstName', 'MiddleName', 'LastName', 'Suffix'];

/** `Name` of people is made of its parts; null for other fields. */
export function composedOf(object: ObjectDescribe, field: FieldDescribe): string[] | null {
    if (field.name !== 'Name') return null;
    const parts = NAME_PARTS.filter((part) => fieldOf(object, part)?.compoundFieldName === 'Name');
    return parts.includes('LastName') ? parts : null;
}

export function isText(field: FieldDescribe): boolean {
    switch (field.type) {
        case 'string':
        case 'textarea':
        case 'picklist':
        case 'multipicklist':
        case 'combobox':
        case 'email':
        case 'phone':
        case 'url':
        case 'encryptedstring':
        case 'anytype':
            return true;
        default:
            return false;
    }
}

export function columnType(field: FieldDescribe): string {
    switch (field.type) {
        case 'boolean':
            return 'INTEGER NOT NULL DEFAULT 0';
        case 'int':
        case 'long':
        case 'date':
        case 'datetime':
        case 'time':
            return 'INTEGER';
        case 'double':
        case 'currency':
        case 'percent':
            return 'REAL';
        case 'base64':
            return 'BLOB';
        case 'id':
        case 'reference':
            return 'TEXT';
        default:
            return field.caseSensitive ? 'TEXT' : 'TEXT COLLATE NOCASE';
    }
}

/** Digits after which a describe's scale means "as many as needed" (coordinates have 15). */
const FREE_SCALE = 9;

export function encode(field: FieldDescribe, value: Value): SqlValue {
    if (value === null || value === undefined) return field.type === 'boolean' ? 0 : null;
    switch (field.type) {
        case 'boolean':
            return value === true ? 1 : 0;
        case 'int':
        case 'long':
            return typeof value === 'bigint' ? value : Math.trunc(toNumber(value));
        // Amounts keep the decimals they are given: fflib-apex-common reads 12345.67 back from AnnualRevenue, which has none.
        case 'currency':
            return roundTo(value, FREE_SCALE);
        case 'double':
        case 'percent':
            return roundTo(value, field.scale);
        case 'date':
            if (value instanceof ApexDate) return value.days;
            if (value instanceof ApexDatetime) return Math.floor(value.ms / 86_400_000);
            break;
        case 'datetime':
            if (value instanceof ApexDatetime) return Math.floor(value.ms / 1000) * 1000;
            if (value instanceof ApexDate) return value.days * 86_400_000;
            break;
        case 'time':
            if (value instanceof ApexTime) return value.ms;
            break;
        case 'base64':
            if (value instanceof Blob) return value.bytes;
            if (typeof value === 'string') return new Uint8Array(Buffer.from(value, 'base64'));
            break;
        case 'id':
        case 'reference':
            return value === '' ? null : idTo18(String(value));
        default:
            return value === '' ? null : String(value);
    }
    throw new TypeError(`The field ${field.name} of type ${field.type} cannot hold ${String(value)}`);
}

export function toNumber(value: Value): number {
    if (typeof value === 'number') return value;
    if (value instanceof Decimal) return value.toNumber();
    if (value instanceof Double) return value.v;
    return Number(value);
}

/** Halves go away from zero, as a number field rounds what is saved. */
function roundTo(value: Value, scale: number): number {
    if (value instanceof Decimal && value.scale > scale) {
        const divisor = 10n ** BigInt(value.scale - scale);
        const half = divisor / 2n;
        const unscaled = (value.unscaled + (value.unscaled < 0n ? -half : half)) / divisor;
        return new Decimal(unscaled, scale).toNumber();
    }
    const number = toNumber(value);
    return Number.isInteger(number) ? number : Number(number.toFixed(Math.min(scale, 15)));
}

/** A number read from the database as a Decimal with so many digits behind the point. */
function amount(value: number, scale: number): Decimal {
    const fixed = toDecimal(value, scale);
    return fixed.toNumber() === value ? fixed : Decimal.fromNumber(value);
}

export function toDecimal(value: number, scale: number): Decimal {
    if (scale <= FREE_SCALE) {
        const scaled = value * 10 ** scale;
        if (Math.abs(scaled) < 9e15) return new Decimal(BigInt(Math.round(scaled)), scale);
        return Number.isInteger(value)
            ? new Decimal(BigInt(value) * 10n ** BigInt(scale), scale)
            : Decimal.fromNumber(value);
    }
    return Decimal.fromNumber(value);
}

const asIs: Decode = (value) => value;

/** The reader of a field's column. */
export function decoder(field: FieldDescribe): Decode {
    switch (field.type) {
        case 'boolean':
            return (value) => value === 1;
        case 'long':
            return (value) => (value === null ? null : BigInt(value as number));
        case 'currency': {
            const scale = field.scale;
            return (value) => (value === null ? null : amount(value as number, scale));
        }
        case 'double':
        case 'percent': {
            const scale = field.scale;
            return (value) => (value === null ? null : toDecimal(value as number, scale));
        }
        case 'date':
            return (value) => (value === null ? null : new ApexDate(value as number));
        case 'datetime':
            return (value) => (value === null ? null : new ApexDatetime(value as number));
        case 'time':
            return (value) => (value === null ? null : new ApexTime(value as number));
        case 'base64':
            return (value) => (value === null ? null : new Blob(value as Uint8Array));
        default:
            return asIs;
    }
}
