// The value of a formula as a field of its type holds it.
import { ApexDate, ApexDatetime, Decimal } from '../../values/index.ts';
import type { Value } from '../../values/index.ts';
import { FormulaError } from './errors.ts';
import { dateIn } from './functions/dates.ts';
import { textOfValue } from './functions/text.ts';
import type { Env, FormulaType } from './types.ts';
import { formulaType } from './types.ts';
import type { FieldType } from '../describe.ts';

const HUNDRED = new Decimal(100n, 0);

/** Refuses a formula whose type its field cannot hold. */
export function checkResult(type: FormulaType, expected: FieldType): void {
    const wanted = formulaType(expected);
    if (type === 'Any' || type === 'Null' || wanted === 'Any' || wanted === type) return;
    const text = wanted === 'Text' || wanted === 'Picklist' || wanted === 'MultiPicklist';
    if (text && (type === 'Text' || type === 'Picklist' || type === 'MultiPicklist')) return;
    throw new FormulaError(`Formula result is data type (${type}), incompatible with expected data type (${wanted}).`);
}

export function resultValue(value: Value, expected: FieldType, scale: number | null, env: Env): Value {
    if (value === undefined || value === null || value === '') return expected === 'boolean' ? false : null;
    switch (expected) {
        case 'boolean':
            return value === true;
        case 'percent':
            return value instanceof Decimal ? scaled(value.multiply(HUNDRED), scale) : value;
        case 'double':
        case 'currency':
            return value instanceof Decimal ? scaled(value, scale) : value;
        case 'int':
            return value instanceof Decimal ? Number(value.truncate()) : value;
        case 'long':
            return value instanceof Decimal ? value.truncate() : value;
        case 'date':
            return value instanceof ApexDatetime ? dateIn(env, value.ms) : value;
        case 'datetime':
            return value instanceof ApexDate ? new ApexDatetime(value.ms) : value;
        case 'time':
        case 'location':
        case 'anytype':
            return value;
        default:
            return textOfValue(value);
    }
}

const scaled = (value: Decimal, scale: number | null): Decimal =>
    scale === null ? value.stripTrailingZeros() : value.setScale(scale, 'HALF_UP');
