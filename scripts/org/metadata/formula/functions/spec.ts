// How a formula function is declared: what it takes, what it gives, how it runs.
import type { Value } from '../../../values/index.ts';
import type { Env, FormulaType, Run, Typed } from '../types.ts';

/** `Number|Null`-like unions are written as lists; `Same` must agree with the other `Same` arguments. */
export type Param = FormulaType | readonly FormulaType[];

export interface FunctionSpec {
    params: readonly Param[];
    /** How many of the parameters may be left out. */
    optional?: number;
    /** The last parameter may come again. */
    variadic?: boolean;
    returns: FormulaType | ((args: readonly Typed[]) => FormulaType);
    /** Refuses what the parameters' types alone do not; throws FormulaError. */
    check?: (args: readonly Typed[], fail: (message: string) => never) => void;
    /** Values of the arguments; blanks included. */
    run?: (values: readonly Value[], env: Env) => Value;
    /** For functions that decide themselves what is computed. */
    build?: (args: readonly Typed[]) => Run;
}

export type FunctionTable = Readonly<Record<string, FunctionSpec>>;

/** Blank as soon as one argument is. */
export function strict(
    run: (values: readonly NonNullable<Value>[], env: Env) => Value
): (values: readonly Value[], env: Env) => Value {
    return (values, env) =>
        values.some((value) => value === null || value === undefined)
            ? null
            : run(values as readonly NonNullable<Value>[], env);
}

export const blank = (value: Value): boolean => value === null || value === undefined || value === '';
