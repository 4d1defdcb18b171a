// What is wrong with a formula, in the platform's words (labels.xml of github.com/salesforce/formula-engine).

/** A formula that cannot be read: refused when it is deployed. */
export class FormulaError extends Error {
    readonly position: number;
    constructor(message: string, position = 0) {
        super(message);
        this.name = 'FormulaError';
        this.position = position;
    }
}

/** A formula that is right and has no value for this record: shown as #Error! and read as null by the APIs. */
export class FormulaEvaluationError extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'FormulaEvaluationError';
    }
}
