// Formulas in metadata, checked as the platform does when it saves them, and reported at their place in the file.
import type { FieldType, ObjectDescribe } from '../describe.ts';
import { FormulaError } from '../formula/errors.ts';
import type { XmlElement } from '../xml.ts';
import type { CheckContext, Problem } from './context.ts';

export function checkFormula(
    element: XmlElement,
    describe: ObjectDescribe,
    type: FieldType,
    context: CheckContext
): Problem | null {
    try {
        context.checkFormula(element.text, describe, type);
        return null;
    } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        const before = element.text.slice(0, error.position).split('\n');
        return {
            message: error.message,
            line: element.line + before.length - 1,
            column: before.length > 1 ? (before.at(-1) ?? '').length + 1 : element.column
        };
    }
}
