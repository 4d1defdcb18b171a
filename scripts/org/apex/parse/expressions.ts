// Expressions, by precedence climbing. Casts and generic class literals are told apart by trying the type first.
import type { Expr, LiteralExpr } from './ast.ts';
import { RESERVED, TokenReader } from './tokenReader.ts';

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
export class ExpressionParser extends TokenReader {
    parseExpression(): Expr {
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

    parseBinary(minimum: number): Expr {
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

    parseArguments(): Expr[] {
        this.expectOp('(');
        const args: Expr[] = [];
        if (this.takeOp(')')) return args;
        do args.push(this.parseExpression());
        while (this.takeOp(','));
        this.expectOp(')');
        return args;
    }

    private parsePrimary(): Expr {
        const token = this.token;
        const { line, column } = token;
        switch (token.type) {
            case 'int':
            case 'long':
            case 'double':
            case 'decimal':
            case 'string':
                this.at++;
                return { k: 'Literal', type: token.type, value: token.text, line, column } satisfies LiteralExpr;
            case 'op':
                if (token.text === '(') {
                    this.at++;
                    const inner = this.parseExpression();
                    this.expectOp(')');
                    return inner;
                }
                if (token.text === '[') return this.parseQuery();
                throw this.unexpected();
            case 'eof':
                throw this.unexpected();
            case 'id':
                break;
        }
        switch (token.low) {
            case 'null':
                this.at++;
                return { k: 'Literal', type: 'null', value: 'null', line, column };
            case 'true':
            case 'false':
                this.at++;
                return { k: 'Literal', type: 'boolean', value: token.low, line, column };
            case 'this':
            case 'super':
                this.at++;
                if (this.isOp('('))
                    return {
                        k: 'Call',
                        target: null,
                        name: token.low,
                        safe: false,
                        args: this.parseArguments(),
                        line,
                        column
                    };
                return token.low === 'this' ? { k: 'This', line, column } : { k: 'Super', line, column };
            case 'new':
                return this.parseNew();
            default:
        }
        if (token.low === 'void' && this.isOp('.', 1) && this.isWord('class', 2)) {
            this.at += 3;
            return { k: 'ClassLiteral', type: { parts: ['void'], args: [], arrays: 0, line, column }, line, column };
        }
        if (RESERVED.has(token.low)) throw this.unexpected();
        const generic = this.isOp('<', 1) || (this.isOp('[', 1) && this.isOp(']', 2)) || this.isOp('.', 1);
        if (generic) {
            const start = this.at;
            const type = this.tryType();
            if (type && this.isOp('.') && this.isWord('class', 1)) {
                this.at += 2;
                return { k: 'ClassLiteral', type, line, column };
            }
            this.at = start;
        }
        this.at++;
        if (this.isOp('('))
            return {
                k: 'Call',
                target: null,
                name: token.text,
                safe: false,
                args: this.parseArguments(),
                line,
                column
            };
        return { k: 'Name', name: token.text, line, column };
    }

    private parseNew(): Expr {
        const { line, column } = this.token;
        this.at++;
        const type = this.parseType();
        if (this.isOp('[')) {
            this.at++;
            const size = this.parseExpression();
            this.expectOp(']');
            return { k: 'NewArray', type, size, line, column };
        }
        if (this.isOp('{')) {
            this.at++;
            if (this.takeOp('}')) return { k: 'NewList', type, items: [], line, column };
            const first = this.parseExpression();
            if (this.isOp('=>')) {
                this.at++;
                const entries = [{ key: first, value: this.parseExpression() }];
                while (this.takeOp(',')) {
                    const key = this.parseExpression();
                    this.expectOp('=>');
                    entries.push({ key, value: this.parseExpression() });
                }
                this.expectOp('}');
                return { k: 'NewMap', type, entries, line, column };
            }
            const items = [first];
            while (this.takeOp(',')) items.push(this.parseExpression());
            this.expectOp('}');
            return { k: 'NewList', type, items, line, column };
        }
        return { k: 'New', type, args: this.parseArguments(), line, column };
    }

    /** `[SELECT …]` and `[FIND …]`: the text is kept, each `:expression` becomes a bind. */
    private parseQuery(): Expr {
        const { line, column } = this.token;
        this.at++;
        const sosl = this.isWord('find');
        if (!sosl && !this.isWord('select')) throw this.unexpected();
        const binds: Expr[] = [];
        let text = '';
        let from = this.token.start;
        let depth = 0;
        for (;;) {
            const token = this.token;
            if (token.type === 'eof') throw this.error("Missing ']' at '<EOF>'");
            if (token.text === '[' && token.type === 'op') depth++;
            if (token.text === ']' && token.type === 'op' && depth-- === 0) break;
            text += withoutComments(this.source.slice(from, token.start));
            from = token.start;
            if (token.text === ':' && token.type === 'op' && !this.isLiteralColon()) {
                this.at++;
                binds.push(this.parseBinary(9));
                text += `:b${binds.length - 1}`;
                from = this.tokens[this.at - 1]!.end;
                continue;
            }
            text += this.source.slice(token.start, token.end);
            from = token.end;
            this.at++;
        }
        text += withoutComments(this.source.slice(from, this.token.start));
        this.at++;
        return { k: 'Soql', sosl, text, binds, line, column };
    }

    /** The colon of `LAST_N_DAYS:5` and of `2024-01-01T10:00:00Z`. */
    private isLiteralColon(): boolean {
        const previous = this.tokens[this.at - 1]!;
        const next = this.peek();
        if (previous.end !== this.token.start || next.start !== this.token.end || next.type === 'id') return false;
        return (
            previous.type === 'int' ||
            /^t\d\d$/.test(previous.low) ||
            (/_n_/.test(previous.low) && next.type === 'int') ||
            (previous.type === 'id' && next.type === 'int' && /^\d\d$/.test(next.text) && /t?\d\d$/.test(previous.low))
        );
    }
}

/** What stands between two tokens of a query: white space, and comments that the query must not see. */
function withoutComments(gap: string): string {
    return gap.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ');
}
