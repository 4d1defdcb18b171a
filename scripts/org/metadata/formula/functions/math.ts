// Math functions ("Formula Operators and Functions by Context", Salesforce Help; behaviours of github.com/salesforce/formula-engine).
import { Decimal } from '../../../values/index.ts';
import type { CompoundLocation, Value } from '../../../values/index.ts';
import { FormulaEvaluationError } from '../errors.ts';
import { bounded, fromDouble, power, roundTo, settled, whole } from '../numbers.ts';
import type { FunctionSpec, FunctionTable } from './spec.ts';
import { strict } from './spec.ts';

const unary = (compute: (value: Decimal) => Decimal): FunctionSpec => ({
    params: ['Number'],
    returns: 'Number',
    run: strict(([value]) => compute(value as Decimal))
});
const double = (compute: (value: number) => number): FunctionSpec =>
    unary((value) => fromDouble(compute(value.toNumber())));
const binary = (compute: (left: Decimal, right: Decimal) => Decimal): FunctionSpec => ({
    params: ['Number', 'Number'],
    returns: 'Number',
    run: strict(([left, right]) => compute(left as Decimal, right as Decimal))
});
const best = (better: (order: number) => boolean): FunctionSpec => ({
    params: ['Number'],
    variadic: true,
    returns: 'Number',
    run: strict((values) =>
        (values as Decimal[]).reduce((found, value) => (better(value.compareTo(found)) ? value : found))
    )
});

const rounded = (up: (negative: boolean) => 'CEILING' | 'FLOOR'): FunctionSpec =>
    unary((value) => settled(value).setScale(0, up(value.unscaled < 0n)));

function remainder(left: Decimal, right: Decimal): Decimal {
    if (right.unscaled === 0n) throw new FormulaEvaluationError('Division by zero');
    return left.remainder(right);
}

const RADIUS = { mi: 3958.761, km: 6371.009 };

function distance([from, to, unit]: readonly Value[]): Value {
    const a = from as CompoundLocation | null;
    const b = to as CompoundLocation | null;
    if (!a || !b) return null;
    const rad = (degrees: number): number => (degrees * Math.PI) / 180;
    const h =
        Math.sin(rad(b.latitude - a.latitude) / 2) ** 2 +
        Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(rad(b.longitude - a.longitude) / 2) ** 2;
    return fromDouble(2 * RADIUS[unit as 'mi' | 'km'] * Math.asin(Math.min(1, Math.sqrt(h))));
}

export const MATH: FunctionTable = {
    ABS: unary((value) => value.abs()),
    // "Away from zero if negative"; MCEILING and MFLOOR go up and down.
    CEILING: rounded((negative) => (negative ? 'FLOOR' : 'CEILING')),
    FLOOR: rounded((negative) => (negative ? 'CEILING' : 'FLOOR')),
    MCEILING: rounded(() => 'CEILING'),
    MFLOOR: rounded(() => 'FLOOR'),
    EXP: double(Math.exp),
    LN: double(Math.log),
    LOG: double(Math.log10),
    SQRT: double(Math.sqrt),
    SIN: double(Math.sin),
    COS: double(Math.cos),
    TAN: double(Math.tan),
    ASIN: double(Math.asin),
    ACOS: double(Math.acos),
    ATAN: double(Math.atan),
    ATAN2: binary((y, x) => fromDouble(Math.atan2(y.toNumber(), x.toNumber()))),
    PI: { params: [], returns: 'Number', run: () => Decimal.fromNumber(Math.PI) },
    RAND: { params: [], returns: 'Number', run: () => fromDouble(Math.random()) },
    MAX: best((order) => order > 0),
    MIN: best((order) => order < 0),
    MOD: binary(remainder),
    POWER: binary((base, exponent) => bounded(power(base, exponent))),
    ROUND: binary((value, places) => roundTo(value, whole(places), 'HALF_UP')),
    TRUNC: {
        params: ['Number', 'Number'],
        optional: 1,
        returns: 'Number',
        run: strict(([value, places]) =>
            roundTo(value as Decimal, places === undefined ? 0 : whole(places as Decimal), 'DOWN')
        )
    },
    DISTANCE: {
        params: ['Location', 'Location', 'Text'],
        returns: 'Number',
        run: distance,
        check: ([, , unit], fail) =>
            unit?.node.kind === 'text' && (unit.node.text === 'mi' || unit.node.text === 'km')
                ? undefined
                : fail("Incorrect parameter value for function 'DISTANCE()'. Expected 'mi'/'km'")
    }
};
