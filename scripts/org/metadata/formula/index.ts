import type { FormulaWorld } from '../api.ts';
import type { Value } from '../../values/index.ts';
import { FormulaError } from './errors.ts';

export interface FormulaOptions {
    blanksAsZero: boolean;
    namespace: string | null;
}

export function evaluateFormula(_formula: string, _world: FormulaWorld, _returnType: string, _options: FormulaOptions): Value {
    throw new FormulaError('unsupported: formulas');
}
