// The grammar of formulas, after github.com/salesforce/formula-engine (FormulaGrammar.g), its precedences included: `^` binds more
// loosely than `*` and `/`, and like them from left to right.
import { FormulaError } from './errors.ts';
import { tokens } from './lexer.ts';
import type { Token } from './lexer.ts';

export type Expression =
    | { kind: 'number' | 'text' | 'field'; text: string; position: number }
    | { kind: 'true' | 'false' | 'null'; position: number }
    | { kind: 'unary'; operator: '-' | '+' | '!'; operand: Expression; position: number }
    | { kind: 'binary'; operator: string; left: Expression; right: Expression; position: number }
    | { kind: 'call'; name: string; args: Expression[]; position: number };

const LEVELS: readonly (readonly string[])[] = [
    ['||'],
    ['&&'],
    ['=', '==', '<>', '!='],
    ['<', '>', '<=', '>='],
    ['+', '-', '&'],
    ['^'],
    ['*', '/']
];
const SAME: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };
/** Deeper formulas overflow the platform's own parser ("Formula is too complex"). */
const MAX_DEPTH = 400;

export function parseFormula(text: string): Expression {
    return new Parser(tokens(text)).formula();
}

class Parser {
    readonly #tokens: readonly Token[];
    #at = 0;
    #depth = 0;

    constructor(list: readonly Token[]) {
        this.#tokens = list;
    }

    formula(): Expression {
        const found = this.#level(0);
        const token = this.#token;
        if (token.kind !== 'end')
            throw new FormulaError(
                token.text === ')' ? "Syntax error.  Extra ')'" : `Syntax error.  Found '${token.text}'`,
                token.position
            );
        return found;
    }

    get #token(): Token {
        return this.#tokens[this.#at] as Token;
    }

    #operator(...texts: string[]): Token | null {
        const token = this.#token;
        if (token.kind !== 'operator' || !texts.includes(token.text)) return null;
        this.#at++;
        return token;
    }

    #expect(text: string): void {
        if (!this.#operator(text)) throw new FormulaError(`Syntax error.  Missing '${text}'`, this.#token.position);
    }

    #level(level: number): Expression {
        const operators = LEVELS[level];
        if (!operators) return this.#unary();
        let left = this.#level(level + 1);
        for (let token = this.#operator(...operators); token; token = this.#operator(...operators)) {
            const right = this.#level(level + 1);
            left = { kind: 'binary', operator: SAME[token.text] ?? token.text, left, right, position: token.position };
        }
        return left;
    }

    #unary(): Expression {
        const token = this.#operator('-', '+', '!');
        if (token)
            return {
                kind: 'unary',
                operator: token.text as '-' | '+' | '!',
                operand: this.#unary(),
                position: token.position
            };
        if (++this.#depth > MAX_DEPTH) throw new FormulaError('Formula is too complex', this.#token.position);
        const found = this.#primary();
        this.#depth--;
        return found;
    }

    #primary(): Expression {
        const token = this.#token;
        if (this.#operator('(')) {
            const inner = this.#level(0);
            this.#expect(')');
            return inner;
        }
        this.#at++;
        const { position, text } = token;
        if (token.kind === 'number' || token.kind === 'text') return { kind: token.kind, text, position };
        if (token.kind !== 'name') throw new FormulaError(`Syntax error.  Found '${text}'`, position);
        if (this.#operator('(')) return { kind: 'call', name: text.toUpperCase(), args: this.#args(), position };
        const word = text.toLowerCase();
        if (word === 'true' || word === 'false' || word === 'null') return { kind: word, position };
        return { kind: 'field', text, position };
    }

    #args(): Expression[] {
        const args: Expression[] = [];
        if (this.#operator(')')) return args;
        do args.push(this.#level(0));
        while (this.#operator(','));
        this.#expect(')');
        return args;
    }
}
