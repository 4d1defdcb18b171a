// Expressions, by precedence climbing. Casts and generic class literals are told apart by trying the type first.
import type { Expr } from './ast.ts';
import { PrimaryParser } from './primaries.ts';

const BINARY: Record<string, number> = {
    '??': 1,
    '||': 2,
    '&&': 3,
    '|': 4,
    '^': 5,
    '&': 6,
    '==': 7,
    '!=': 7,
    '<>': 7,
    '===': 7,
    '!==': 7,
    '<': 8,
    '>': 8,
    '<=': 8,
    '>=': 8,
    '<<': 9,
    '>>': 9,
    '>>>': 9,
    '+': 10,
    '-': 10,
    '*': 11,
    '/': 11
};
const ASSIGN = new Set(['=', '+=', '-=', '*=', '/=', '&=', '|=', '^=', '<<=', '>>=', '>>>=']);
const SIGNED_CASTS = new Set(['integer', 'long', 'double', 'decimal', 'object']);
/** Words that can never begin an expression or name a variable. */
export class ExpressionParser extends PrimaryParser {
    override parseExpression(): Expr {
        const left = this.parseTernary();
        const token = this.token;
        if (token.type !== 'op') return left;
        const op = this.assignOperator();
        if (!op) return left;
        const value = this.parseExpression();
        return { k: 'Assign', op, target: left, value, line: token.line, column: token.column };
    }

    private assignOperator(): string | null {
        const token = this.token;
        if (ASSIGN.has(token.text)) {
            this.at++;
            return token.text;
        }
        if (token.text === '>') {
            const joined = this.joined();
            if (joined === '>>=' || joined === '>>>=') {
                this.at += joined.length - 1;
                return joined;
            }
        }
        return null;
    }

    /** `>` tokens written without space between them: `>`, `>>`, `>>>`, `>>=`, `>>>=`. */
    private joined(): string {
        let text = '';
        let ahead = 0;
        let end = -1;
        for (;;) {
            const token = this.peek(ahead);
            if (token.type !== 'op' || (end >= 0 && token.start !== end)) break;
            if (token.text === '>') text += '>';
            else if (token.text === '>=' && text !== '') return `${text}>=`;
            else break;
            end = token.end;
            ahead++;
        }
        return text;
    }

    parseTernary(): Expr {
        const cond = this.parseBinary(1);
        if (!this.isOp('?')) return cond;
        const token = this.token;
        this.at++;
        const then = this.parseTernary();
        this.expectOp(':');
        const other = this.parseTernary();
        return { k: 'Ternary', cond, then, else: other, line: token.line, column: token.column };
    }

    private binaryOperator(): { op: string; tokens: number } | null {
        const token = this.token;
        if (token.type !== 'op') return null;
        if (token.text === '>') {
            const joined = this.joined();
            // `a > = b` is a comparison too.
            if (joined === '>' && this.isOp('=', 1)) return { op: '>=', tokens: 2 };
            if (joined.endsWith('=')) return null;
            return { op: joined, tokens: joined.length };
        }
        if (token.text === '<' && this.isOp('<', 1) && this.peek().start === token.end) return { op: '<<', tokens: 2 };
        if (token.text === '<' && this.isOp('=', 1)) return { op: '<=', tokens: 2 };
        return token.text in BINARY ? { op: token.text, tokens: 1 } : null;
    }

    override parseBinary(minimum: number): Expr {
        let left = this.parseUnary();
        for (;;) {
            const token = this.token;
            if (token.type === 'id' && token.low === 'instanceof') {
                if (minimum > 8) return left;
                this.at++;
                const type = this.parseType();
                left = { k: 'InstanceOf', expr: left, type, line: token.line, column: token.column };
                continue;
            }
            const found = this.binaryOperator();
            if (!found) return left;
            const level = BINARY[found.op]!;
            if (level < minimum) return left;
            this.at += found.tokens;
            const right = this.parseBinary(level + 1);
            left = { k: 'Binary', op: found.op, left, right, line: token.line, column: token.column };
        }
    }

    parseUnary(): Expr {
        const token = this.token;
        if (token.type === 'op') {
            const { line, column } = token;
            switch (token.text) {
                case '-':
                    if (
                        (this.peek().type === 'int' || this.peek().type === 'long') &&
                        /^(2147483648|9223372036854775808)$/.test(this.peek().text)
                    ) {
                        this.at += 2;
                        const number = this.tokens[this.at - 1]!;
                        return {
                            k: 'Literal',
                            type: number.type as 'int' | 'long',
                            value: `-${number.text}`,
                            line,
                            column
                        };
                    }
                    this.at++;
                    return { k: 'Unary', op: '-', expr: this.parseUnary(), line, column };
                case '+':
                case '!':
                case '~':
                case '++':
                case '--':
                    this.at++;
                    return { k: 'Unary', op: token.text, expr: this.parseUnary(), line, column };
                case '(': {
                    const cast = this.tryCast();
                    if (cast) return cast;
                    break;
                }
                default:
            }
        }
        return this.parsePostfix();
    }

    private tryCast(): Expr | null {
        const start = this.at;
        const { line, column } = this.token;
        this.at++;
        const type = this.tryType();
        if (type && this.isOp(')')) {
            const next = this.peek();
            const generic = type.args.length > 0 || type.arrays > 0;
            const operand =
                next.type === 'id'
                    ? next.low !== 'instanceof'
                    : next.type !== 'op'
                      ? next.type !== 'eof'
                      : next.text === '(' || next.text === '!' || next.text === '~' || next.text === '['
                        ? next.text !== '[' || generic || this.isWord('select', 2) || this.isWord('find', 2)
                        : (next.text === '-' || next.text === '+') &&
                          type.parts.length === 1 &&
                          SIGNED_CASTS.has(type.parts[0]!.toLowerCase());
            if (operand) {
                this.at++;
                return { k: 'Cast', type, expr: this.parseUnary(), line, column };
            }
        }
        this.at = start;
        return null;
    }

    private parsePostfix(): Expr {
        let expr = this.parsePrimary();
        for (;;) {
            const token = this.token;
            if (token.type !== 'op') return expr;
            const { line, column } = token;
            if (token.text === '.' || token.text === '?.') {
                const safe = token.text === '?.';
                this.at++;
                const name = this.token;
                if (name.type !== 'id') throw this.unexpected();
                this.at++;
                if (this.isOp('('))
                    expr = {
                        k: 'Call',
                        target: expr,
                        name: name.text,
                        safe,
                        args: this.parseArguments(),
                        line: name.line,
                        column: name.column
                    };
                else expr = { k: 'Member', target: expr, name: name.text, safe, line: name.line, column: name.column };
            } else if (token.text === '[') {
                this.at++;
                const index = this.parseExpression();
                this.expectOp(']');
                expr = { k: 'Index', target: expr, index, line, column };
            } else if (token.text === '++' || token.text === '--') {
                this.at++;
                expr = { k: 'Postfix', op: token.text, expr, line, column };
            } else return expr;
        }
    }
}
