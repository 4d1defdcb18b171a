// Types of formulas, and what a compiled formula is made of.
import type { FieldDescribe, FieldType } from '../describe.ts';
import type { FormulaWorld } from '../api.ts';
import type { Value } from '../../values/index.ts';
import type { Expression } from './parser.ts';

/** `Any`: known only when the formula runs. */
export type FormulaType =
    | 'Number'
    | 'Text'
    | 'Boolean'
    | 'Date'
    | 'DateTime'
    | 'Time'
    | 'Picklist'
    | 'MultiPicklist'
    | 'Location'
    | 'Null'
    | 'Any';

export interface Env {
    world: FormulaWorld;
    /** Blank numbers count as zero. */
    zero: boolean;
}

export type Run = (env: Env) => Value;

/** An expression with its type, ready to run. */
export interface Typed {
    type: FormulaType;
    run: Run;
    node: Expression;
    /** The field it names, and its path; null for other expressions. */
    field: FieldDescribe | null;
    path: string[] | null;
}

const TYPES: Partial<Record<FieldType, FormulaType>> = {
    boolean: 'Boolean',
    int: 'Number',
    long: 'Number',
    double: 'Number',
    currency: 'Number',
    percent: 'Number',
    date: 'Date',
    datetime: 'DateTime',
    time: 'Time',
    picklist: 'Picklist',
    multipicklist: 'MultiPicklist',
    location: 'Location',
    anytype: 'Any'
};

export function formulaType(type: FieldType): FormulaType {
    return TYPES[type] ?? 'Text';
}
