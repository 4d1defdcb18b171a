// System.Integer, System.Long and System.Boolean.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_integer.htm
import { Decimal, Double } from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import { nullArgument, orNull } from './elements.ts';
import { formatNumber } from './numberFormat.ts';

const MAX_INTEGER = 2_147_483_647;

function parseWhole(text: string, kind: string, least: bigint, most: bigint): bigint {
    const trimmed = text.trim();
    const invalid = (): never => throwApex('System.TypeException', `Invalid ${kind}: ${text}`);
    if (!/^[+-]?\d+$/.test(trimmed)) return invalid();
    const value = BigInt(trimmed.replace(/^\+/, ''));
    return value < least || value > most ? invalid() : value;
}

export function toInteger(value: unknown): number {
    if (value === null) return nullArgument();
    if (typeof value === 'number') return value;
    if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
    if (value instanceof Decimal) return Number(BigInt.asIntN(32, value.truncate()));
    if (value instanceof Double) return Math.max(-MAX_INTEGER - 1, Math.min(MAX_INTEGER, Math.trunc(value.v)));
    if (typeof value === 'string')
        return Number(parseWhole(value, 'integer', BigInt(-MAX_INTEGER - 1), BigInt(MAX_INTEGER)));
    return throwApex('System.TypeException', 'Invalid conversion from runtime type to Integer');
}

export function toLong(value: unknown): bigint {
    if (value === null) return nullArgument();
    if (typeof value === 'bigint') return value;
    if (typeof value === 'number') return BigInt(value);
    if (value instanceof Decimal) return BigInt.asIntN(64, value.truncate());
    if (value instanceof Double) return BigInt.asIntN(64, BigInt(Math.trunc(value.v)));
    if (typeof value === 'string') return parseWhole(value, 'long', -(2n ** 63n), 2n ** 63n - 1n);
    return throwApex('System.TypeException', 'Invalid conversion from runtime type to Long');
}

const format = (self: number | bigint): string => formatNumber(String(self), platform().user.locale);

export const integer = nativeClass({
    name: 'System.Integer',
    statics: {
        'Integer valueOf(String value)': toInteger,
        'Integer valueOf(Object value)': orNull(toInteger)
    },
    methods: { 'String format()': format },
    isInstance: (value) => typeof value === 'number'
});

export const long = nativeClass({
    name: 'System.Long',
    statics: { 'Long valueOf(String value)': toLong, 'Long valueOf(Object value)': orNull(toLong) },
    methods: { 'String format()': format, 'Integer intValue()': toInteger },
    isInstance: (value) => typeof value === 'bigint' || typeof value === 'number'
});

function toBoolean(value: unknown): boolean {
    if (value === null) return nullArgument();
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string') return value.toLowerCase() === 'true';
    return throwApex('System.TypeException', 'Invalid conversion from runtime type to Boolean');
}

export const boolean = nativeClass({
    name: 'System.Boolean',
    statics: { 'Boolean valueOf(String value)': toBoolean, 'Boolean valueOf(Object value)': orNull(toBoolean) },
    isInstance: (value) => typeof value === 'boolean'
});
