// What the operators of formulas take and give (OperatorAddOrSubtract, OperatorEquality, OperatorComparison … of
// github.com/salesforce/formula-engine): blanks make blanks, except that blank texts are equal and join as nothing.
import { ApexDate, ApexDatetime, ApexTime, Decimal } from '../../values/index.ts';
import type { Value } from '../../values/index.ts';
import { bounded, divide, fromDouble, power } from './numbers.ts';
import type { FormulaType } from './types.ts';

const DAY = 86_400_000;

/** Three-valued: null when a side is blank and the comparison is not one of texts. */
export function equal(left: Value, right: Value, textual: boolean): boolean | null {
    const asText = textual || typeof left === 'string' || typeof right === 'string';
    const a = left ?? (asText ? '' : null);
    const b = right ?? (asText ? '' : null);
    if (a === null || b === null) return null;
    if (a instanceof Decimal && b instanceof Decimal) return a.compareTo(b) === 0;
    return asText || typeof a === 'boolean' ? a === b : order(a, b) === 0;
}

function order(a: NonNullable<Value>, b: NonNullable<Value>): number {
    if (a instanceof Decimal) return a.compareTo(b as Decimal);
    if (typeof a === 'string') return a < (b as string) ? -1 : a > (b as string) ? 1 : 0;
    return (a as { ms: number }).ms - (b as { ms: number }).ms;
}

export function compare(operator: string, left: Value, right: Value): Value {
    if (left === null || right === null || left === undefined || right === undefined) return null;
    const found = order(left, right);
    return operator === '<' ? found < 0 : operator === '>' ? found > 0 : operator === '<=' ? found <= 0 : found >= 0;
}

/** Type of `left operator right`; null when the operator does not take these. */
export function arithmeticType(operator: string, left: FormulaType, right: FormulaType): FormulaType | null {
    if (left === 'Any' || right === 'Any')
        return left === 'Any' && right === 'Any' ? 'Any' : operator === '&' ? 'Text' : left === 'Any' ? right : left;
    if (operator === '&') return textual(left) && textual(right) ? 'Text' : null;
    if (left === 'Null' || right === 'Null') return 'Null';
    if (left === 'Number' && right === 'Number') return 'Number';
    if (operator !== '+' && operator !== '-') return null;
    if (left === 'Text' && right === 'Text') return operator === '+' ? 'Text' : null;
    if (left === 'Number') return operator === '+' && (right === 'Date' || right === 'DateTime') ? right : null;
    if (left !== 'Date' && left !== 'DateTime' && left !== 'Time') return null;
    if (right === 'Number') return left;
    return right === left && operator === '-' ? 'Number' : null;
}

const textual = (type: FormulaType): boolean => type === 'Text' || type === 'Null';

export function arithmetic(operator: string, left: Value, right: Value): Value {
    if (operator === '&' || (operator === '+' && (typeof left === 'string' || typeof right === 'string')))
        return `${(left as string | null) ?? ''}${(right as string | null) ?? ''}` || null;
    if (left === null || right === null || left === undefined || right === undefined) return null;
    if (left instanceof Decimal && right instanceof Decimal) return numeric(operator, left, right);
    const sign = operator === '-' ? -1 : 1;
    if (left instanceof Decimal) return moved(right, left, 1);
    if (right instanceof Decimal) return moved(left, right, sign);
    const difference = (left as { ms: number }).ms - (right as { ms: number }).ms;
    // Times of one day: what is earlier lies on the day before.
    return left instanceof ApexTime
        ? Decimal.from((difference + DAY) % DAY)
        : Decimal.from(difference).divide(Decimal.from(DAY));
}

function numeric(operator: string, left: Decimal, right: Decimal): Decimal {
    switch (operator) {
        case '+':
            return bounded(left.add(right));
        case '-':
            return bounded(left.subtract(right));
        case '*':
            return bounded(left.multiply(right));
        case '/':
            return divide(left, right);
        default:
            return power(left, right);
    }
}

/** Days are added to dates and moments (seconds are the smallest step), milliseconds to times. */
function moved(value: Value, amount: Decimal, sign: number): Value {
    if (value instanceof ApexDate) return value.addDays(sign * Number(amount.truncate()));
    if (value instanceof ApexTime) return new ApexTime(value.ms + sign * amount.toNumber());
    return new ApexDatetime(
        (value as ApexDatetime).ms + sign * Math.round(fromDouble(amount.toNumber() * 86_400).toNumber()) * 1000
    );
}
