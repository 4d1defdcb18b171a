// What an expression begins with: literals, names and calls, `new`, inline queries, class literals.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_understanding.htm
import type { Expr, LiteralExpr } from './ast.ts';
import { RESERVED, TokenReader } from './tokenReader.ts';

export abstract class PrimaryParser extends TokenReader {
    abstract parseExpression(): Expr;
    abstract parseBinary(minimum: number): Expr;

    parseArguments(): Expr[] {
        this.expectOp('(');
        const args: Expr[] = [];
        if (this.takeOp(')')) return args;
        do args.push(this.parseExpression());
        while (this.takeOp(','));
        this.expectOp(')');
        return args;
    }

    protected parsePrimary(): Expr {
        const { type, text, line, column } = this.token;
        switch (type) {
            case 'int':
            case 'long':
            case 'double':
            case 'decimal':
            case 'string':
                this.at++;
                return { k: 'Literal', type, value: text, line, column } satisfies LiteralExpr;
            case 'op':
                if (text === '(') return this.parseParentheses();
                if (text === '[') return this.parseQuery();
                throw this.unexpected();
            case 'eof':
                throw this.unexpected();
            case 'id':
                return this.parseLanguageWord() ?? this.parseNamed();
        }
    }

    private parseParentheses(): Expr {
        this.at++;
        const inner = this.parseExpression();
        this.expectOp(')');
        return inner;
    }

    /** What a word of the language stands for; null for other names. */
    private parseLanguageWord(): Expr | null {
        const { low, line, column } = this.token;
        switch (low) {
            case 'null':
                this.at++;
                return { k: 'Literal', type: 'null', value: 'null', line, column };
            case 'true':
            case 'false':
                this.at++;
                return { k: 'Literal', type: 'boolean', value: low, line, column };
            case 'this':
            case 'super':
                this.at++;
                if (this.isOp('(')) return this.callOf(low, line, column);
                return low === 'this' ? { k: 'This', line, column } : { k: 'Super', line, column };
            case 'new':
                return this.parseNew();
            default:
                return null;
        }
    }

    private parseNamed(): Expr {
        const { text, low, line, column } = this.token;
        if (low === 'void' && this.isOp('.', 1) && this.isWord('class', 2)) {
            this.at += 3;
            return { k: 'ClassLiteral', type: { parts: ['void'], args: [], arrays: 0, line, column }, line, column };
        }
        if (RESERVED.has(low)) throw this.unexpected();
        const literal = this.tryClassLiteral();
        if (literal) return literal;
        this.at++;
        return this.isOp('(') ? this.callOf(text, line, column) : { k: 'Name', name: text, line, column };
    }

    private callOf(name: string, line: number, column: number): Expr {
        return { k: 'Call', target: null, name, safe: false, args: this.parseArguments(), line, column };
    }

    /** `List<String>.class`, `Integer[].class`, `Outer.Inner.class`. */
    private tryClassLiteral(): Expr | null {
        const { line, column } = this.token;
        if (!this.isOp('<', 1) && !(this.isOp('[', 1) && this.isOp(']', 2)) && !this.isOp('.', 1)) return null;
        const start = this.at;
        const type = this.tryType();
        if (type && this.isOp('.') && this.isWord('class', 1)) {
            this.at += 2;
            return { k: 'ClassLiteral', type, line, column };
        }
        this.at = start;
        return null;
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
