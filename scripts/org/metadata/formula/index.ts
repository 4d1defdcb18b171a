// The door of formulas: compiled once for each text and object, run over a record.
import type { FormulaWorld } from '../api.ts';
import type { FieldType, ObjectDescribe } from '../describe.ts';
import type { Value } from '../../values/index.ts';
import { compileFormula } from './compile.ts';
import { FormulaEvaluationError } from './errors.ts';
import { checkResult, resultValue } from './result.ts';
import type { Names } from './scope.ts';
import { FieldScope } from './scope.ts';
import type { Typed } from './types.ts';

export type { Names } from './scope.ts';
export { FormulaError, FormulaEvaluationError } from './errors.ts';

interface Compiled {
    formula: Typed;
    /** Decimals of the formula field this is; null for other formulas. */
    scale: number | null;
}

export class Formulas {
    readonly #names: Names;
    readonly #compiled = new WeakMap<ObjectDescribe, Map<string, Compiled>>();

    constructor(names: Names) {
        this.#names = names;
    }

    /** Throws FormulaError when the formula is not one of this object giving this type. */
    check(text: string, describe: ObjectDescribe, returnType: FieldType): void {
        checkResult(this.#compile(text, describe).formula.type, returnType);
    }

    evaluate(text: string, world: FormulaWorld, returnType: FieldType, zero: boolean): Value {
        const { formula, scale } = this.#compile(text, world.record.describe);
        const env = { world, zero };
        try {
            return resultValue(formula.run(env), returnType, scale, env);
        } catch (error) {
            if (error instanceof FormulaEvaluationError) return null;
            throw error;
        }
    }

    #compile(text: string, describe: ObjectDescribe): Compiled {
        let known = this.#compiled.get(describe);
        if (!known) this.#compiled.set(describe, (known = new Map()));
        let found = known.get(text);
        if (!found) {
            const field = [...describe.fields.values()].find((one) => one.formula === text);
            found = {
                formula: compileFormula(text, new FieldScope(describe, this.#names)),
                scale: field ? field.scale : null
            };
            known.set(text, found);
        }
        return found;
    }
}
