// System.Decimal, System.Double and System.RoundingMode.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_decimal.htm
import { Decimal, Double } from '../../../values/index.ts';
import type { RoundingMode } from '../../../values/index.ts';
import type { ApexEnum } from '../../runtime/enums.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import { nullArgument, orNull } from './elements.ts';
import { toInteger, toLong } from './integer.ts';
import { formatNumber } from './numberFormat.ts';

type AnyNumber = number | bigint | Decimal | Double;

export function toDecimal(value: unknown): Decimal {
    if (value === null || value === undefined) return nullArgument();
    if (typeof value === 'string') {
        try {
            return Decimal.parse(value);
        } catch {
            return throwApex('System.TypeException', `Invalid decimal: ${value}`);
        }
    }
    return typeof value === 'boolean'
        ? throwApex('System.TypeException', 'Invalid conversion from runtime type Boolean to Decimal')
        : Decimal.from(value as AnyNumber);
}

export function toDouble(value: unknown): Double {
    if (value === null || value === undefined) return nullArgument();
    if (value instanceof Double) return value;
    if (typeof value === 'string') {
        const text = value.trim();
        if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text))
            throwApex('System.TypeException', `Invalid double: ${value}`);
        return new Double(Number(text));
    }
    return new Double(Number(value instanceof Decimal ? value.toString() : value));
}

/** As java.lang.Math.round: halves go up, also below zero. */
export function closestLong(value: Double): bigint {
    const rounded = Math.floor(value.v + 0.5);
    if (Number.isNaN(rounded)) return 0n;
    const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];
    if (!Number.isFinite(rounded)) return rounded > 0 ? most : least;
    const whole = BigInt(rounded);
    return whole > most ? most : whole < least ? least : whole;
}

function guarded<T>(run: () => T): T {
    try {
        return run();
    } catch (error) {
        if (error instanceof RangeError) throwApex('System.MathException', error.message);
        throw error;
    }
}

function mode(value: ApexEnum | null): RoundingMode {
    return (value ?? nullArgument()).name as RoundingMode;
}

function setScale(self: Decimal, scale: number | null, rounding: RoundingMode): Decimal {
    if (scale === null) return nullArgument();
    if (scale < -33 || scale > 33)
        throwApex('System.MathException', `Scale must be between -33 and 33: ${String(scale)}`);
    return guarded(() => self.setScale(scale, rounding));
}

function divide(self: Decimal, divisor: unknown, scale: number, rounding: RoundingMode = 'HALF_UP'): Decimal {
    return guarded(() => self.divideTo(toDecimal(divisor), scale, rounding));
}

function pow(self: Decimal, exponent: number | null): Decimal {
    if (exponent === null) return nullArgument();
    if (exponent < 0 || exponent > 32_767) throwApex('System.MathException', 'Invalid power');
    return self.pow(exponent);
}

export const decimal = nativeClass({
    name: 'System.Decimal',
    statics: {
        'Decimal valueOf(String value)': toDecimal,
        'Decimal valueOf(Double value)': toDecimal,
        'Decimal valueOf(Long value)': toDecimal,
        'Decimal valueOf(Object value)': orNull(toDecimal)
    },
    methods: {
        'Decimal abs()': (self: Decimal) => toDecimal(self).abs(),
        'Decimal divide(Decimal divisor, Integer scale)': (self: Decimal, divisor: unknown, scale: number) =>
            divide(self, divisor, scale),
        'Decimal divide(Decimal divisor, Integer scale, System.RoundingMode mode)': (
            self: Decimal,
            divisor: unknown,
            scale: number,
            rounding: ApexEnum
        ) => divide(self, divisor, scale, mode(rounding)),
        'Double doubleValue()': toDouble,
        'String format()': (self: Decimal) => formatNumber(self.toString(), platform().user.locale),
        'Integer intValue()': toInteger,
        'Long longValue()': toLong,
        'Decimal pow(Integer exponent)': pow,
        'Integer precision()': (self: Decimal) => self.precision(),
        'Long round()': (self: Decimal) => self.round(),
        'Long round(System.RoundingMode mode)': (self: Decimal, rounding: ApexEnum) =>
            guarded(() => self.round(mode(rounding))),
        'Integer scale()': (self: Decimal) => self.scale,
        'Decimal setScale(Integer scale)': (self: Decimal, scale: number) => setScale(self, scale, 'HALF_EVEN'),
        'Decimal setScale(Integer scale, System.RoundingMode mode)': (
            self: Decimal,
            scale: number,
            rounding: ApexEnum
        ) => setScale(self, scale, mode(rounding)),
        'Decimal stripTrailingZeros()': (self: Decimal) => self.stripTrailingZeros(),
        'String toPlainString()': (self: Decimal) => self.toString()
    },
    isInstance: (value) =>
        value instanceof Decimal || value instanceof Double || typeof value === 'number' || typeof value === 'bigint'
});

export const double = nativeClass({
    name: 'System.Double',
    statics: { 'Double valueOf(String value)': toDouble, 'Double valueOf(Object value)': orNull(toDouble) },
    methods: {
        'String format()': (self: Double) => formatNumber(String(self.v), platform().user.locale),
        'Integer intValue()': toInteger,
        'Long longValue()': toLong,
        'Long round()': closestLong
    },
    isInstance: (value) =>
        value instanceof Double || value instanceof Decimal || typeof value === 'number' || typeof value === 'bigint'
});

export const roundingMode = nativeClass({
    name: 'System.RoundingMode',
    kind: 'enum',
    enumValues: ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UNNECESSARY', 'UP']
});
