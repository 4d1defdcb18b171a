// Numbers in formulas: decimals of up to 34 digits, rounding half away from zero.
import { Decimal, Double } from '../../values/index.ts';
import type { Value } from '../../values/index.ts';
import { FormulaEvaluationError } from './errors.ts';

export const ZERO = new Decimal(0n, 0);
export const ONE = new Decimal(1n, 0);
const MAX_DIGITS = 40;
const SETTLED_DIGITS = 32;
/** "If log_10(base)*exponent > 64, bail out". */
const MAX_POWER = 64;

export function toDecimal(value: Value): Decimal | null {
    if (value === null || value === undefined) return null;
    if (value instanceof Decimal) return value;
    if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Double) return Decimal.from(value);
    throw new FormulaEvaluationError(`The value '${String(value)}' is not a valid number.`);
}

/** A number of floating point as a decimal; what is no number or too big has no value. */
export function fromDouble(value: number): Decimal {
    if (!Number.isFinite(value)) throw new FormulaEvaluationError('#Error!');
    return Decimal.fromNumber(value);
}

/** Keeps numbers within what the platform computes with. */
export function bounded(value: Decimal): Decimal {
    const excess = value.precision() - MAX_DIGITS;
    if (excess <= 0) return value;
    return value.scale >= excess ? value.setScale(value.scale - excess, 'HALF_UP') : value.setScale(0, 'HALF_UP');
}

/** Without the last digits of an unending fraction: 5/9*9 is 5, not a little more (FunctionCeiling of the formula engine). */
export function settled(value: Decimal): Decimal {
    const excess = value.precision() - SETTLED_DIGITS;
    return excess > 0 && excess <= value.scale ? value.setScale(value.scale - excess, 'HALF_UP') : value;
}

export function divide(left: Decimal, right: Decimal): Decimal {
    if (right.unscaled === 0n) throw new FormulaEvaluationError('Division by zero');
    return left.divide(right);
}

export function power(base: Decimal, exponent: Decimal): Decimal {
    const size = Math.log10(Math.abs(base.toNumber()) || 1) * exponent.toNumber();
    if (size > MAX_POWER) throw new FormulaEvaluationError('Out of range argument to POWER() function');
    if (size < -MAX_DIGITS) return ZERO;
    const exact = exponent.stripTrailingZeros();
    if (exact.scale === 0 && exact.unscaled >= 0n && exact.unscaled <= 100n)
        return bounded(base.pow(Number(exact.unscaled)));
    return fromDouble(Math.pow(base.toNumber(), exponent.toNumber()));
}

/** Places may be negative: tens, hundreds … */
export function roundTo(value: Decimal, places: number, mode: 'HALF_UP' | 'DOWN'): Decimal {
    return places >= value.scale ? value : value.setScale(Math.max(places, -MAX_DIGITS), mode);
}

/** Without trailing zeros, as TEXT writes it. */
export function plainText(value: Decimal): string {
    return value.unscaled === 0n ? '0' : value.stripTrailingZeros().toString();
}

/** The whole part, for counts and places. */
export function whole(value: Decimal): number {
    return Number(value.truncate());
}
