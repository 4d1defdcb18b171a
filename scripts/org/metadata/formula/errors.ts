/** A formula that cannot be read or computed. */
export class FormulaError extends Error {
    readonly position: number;
    constructor(message: string, position = 0) {
        super(message);
        this.name = 'FormulaError';
        this.position = position;
    }
}
