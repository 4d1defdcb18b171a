// System.Math.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_math.htm
import { Decimal, Double } from '../../../values/index.ts';
import { compareNumbers } from '../../runtime/equality.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import type { NativeFunction } from '../native.ts';
import { nativeClass } from '../native.ts';
import { closestLong, toDecimal, toDouble } from './decimal.ts';
import { given } from './elements.ts';

type AnyNumber = number | bigint | Decimal | Double;
const TYPES = ['Decimal', 'Double', 'Integer', 'Long'];

/** A function of doubles, declared for Decimal and Double as the platform declares it. */
function ofDoubles(name: string, run: (value: number) => number): Record<string, NativeFunction> {
    const result = (value: unknown): number => {
        const number = run(toDouble(value).v);
        return number;
    };
    return {
        [`Decimal ${name}(Decimal value)`]: (value: unknown) => finite(result(value)),
        [`Double ${name}(Double value)`]: (value: unknown) => new Double(result(value))
    };
}

function finite(value: number): Decimal {
    if (!Number.isFinite(value)) throwApex('System.MathException', `Invalid number: ${String(value)}`);
    return Decimal.from(new Double(value));
}

function abs(value: AnyNumber | null): AnyNumber {
    const number = given(value);
    if (number instanceof Decimal) return number.abs();
    if (number instanceof Double) return new Double(Math.abs(number.v));
    return typeof number === 'bigint' ? BigInt.asIntN(64, number < 0n ? -number : number) : Math.abs(number) | 0;
}

function mod(a: number | bigint | null, b: number | bigint | null): number | bigint {
    const [x, y] = [given(a), given(b, 2)];
    if (Number(y) === 0) throwApex('System.MathException', 'Divide by 0');
    return typeof x === 'bigint' || typeof y === 'bigint' ? BigInt(x) % BigInt(y) : x % y || 0;
}

const signum = (value: number): number => (value > 0 ? 1 : value < 0 ? -1 : 0);

function forEachType(build: (type: string) => [string, NativeFunction]): Record<string, NativeFunction> {
    return Object.fromEntries(TYPES.map(build));
}

const pick =
    (sign: number) =>
    (a: AnyNumber | null, b: AnyNumber | null): AnyNumber =>
        compareNumbers(given(a), given(b)) * sign >= 0 ? given(a) : given(b);

/** Half to even, as Math.rint. */
function halfEven(value: number): number {
    const rounded = Math.round(value);
    return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

const wholeInteger = (value: bigint): number => Number(BigInt.asIntN(32, value));

function cubeRoot(value: number): number {
    return Math.cbrt(value);
}

export const math = nativeClass({
    name: 'System.Math',
    statics: {
        ...forEachType((type) => [`${type} abs(${type} value)`, abs]),
        ...forEachType((type) => [`${type} max(${type} a, ${type} b)`, pick(1)]),
        ...forEachType((type) => [`${type} min(${type} a, ${type} b)`, pick(-1)]),
        ...ofDoubles('acos', Math.acos),
        ...ofDoubles('asin', Math.asin),
        ...ofDoubles('atan', Math.atan),
        ...ofDoubles('cbrt', cubeRoot),
        ...ofDoubles('cos', Math.cos),
        ...ofDoubles('cosh', Math.cosh),
        ...ofDoubles('exp', Math.exp),
        ...ofDoubles('log', Math.log),
        ...ofDoubles('log10', Math.log10),
        ...ofDoubles('sin', Math.sin),
        ...ofDoubles('sinh', Math.sinh),
        ...ofDoubles('sqrt', Math.sqrt),
        ...ofDoubles('tan', Math.tan),
        ...ofDoubles('tanh', Math.tanh),
        'Decimal atan2(Decimal x, Decimal y)': (x: unknown, y: unknown) =>
            finite(Math.atan2(toDouble(x).v, toDouble(y).v)),
        'Double atan2(Double x, Double y)': (x: unknown, y: unknown) =>
            new Double(Math.atan2(toDouble(x).v, toDouble(y).v)),
        'Decimal ceil(Decimal value)': (value: unknown) => toDecimal(value).setScale(0, 'CEILING'),
        'Double ceil(Double value)': (value: unknown) => new Double(Math.ceil(toDouble(value).v)),
        'Decimal floor(Decimal value)': (value: unknown) => toDecimal(value).setScale(0, 'FLOOR'),
        'Double floor(Double value)': (value: unknown) => new Double(Math.floor(toDouble(value).v)),
        'Integer mod(Integer a, Integer b)': mod,
        'Long mod(Long a, Long b)': mod,
        'Double pow(Double base, Double exponent)': (base: unknown, exponent: unknown) =>
            new Double(toDouble(base).v ** toDouble(exponent).v),
        'Double random()': () => new Double(Math.random()),
        'Decimal rint(Decimal value)': (value: unknown) => toDecimal(value).setScale(0, 'HALF_EVEN'),
        'Double rint(Double value)': (value: unknown) => new Double(halfEven(toDouble(value).v)),
        'Integer round(Decimal value)': (value: unknown) => wholeInteger(toDecimal(value).round()),
        'Integer round(Double value)': (value: unknown) => wholeInteger(closestLong(toDouble(value))),
        'Long roundToLong(Decimal value)': (value: unknown) => toDecimal(value).round(),
        'Long roundToLong(Double value)': (value: unknown) => closestLong(toDouble(value)),
        'Decimal signum(Decimal value)': (value: unknown) => Decimal.from(signum(toDouble(value).v)),
        'Double signum(Double value)': (value: unknown) => new Double(signum(toDouble(value).v))
    },
    staticProperties: {
        'Double E': { get: () => new Double(Math.E) },
        'Double PI': { get: () => new Double(Math.PI) }
    }
});
