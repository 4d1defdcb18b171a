// Conditions of WHERE and HAVING, and the fields, functions and literals in them. AND and OR may not be mixed without
// parentheses, and NOT begins a condition: `a = 1 AND NOT b = 2` is refused, as the platform does.
import type { CompareOp, Condition, FieldExpr, Literal, Operand, PathExpr, Query } from './ast.ts';
import { isDateLiteral, takesNumber } from './dateLiterals.ts';
import type { Token } from './lexer.ts';
import { unescape } from './lexer.ts';
import { TokenReader } from './tokenReader.ts';

const COMPARISONS: Record<string, CompareOp> = {
    '=': '=',
    '!=': '!=',
    '<>': '!=',
    '<': '<',
    '<=': '<=',
    '>': '>',
    '>=': '>='
};

export abstract class ConditionParser extends TokenReader {
    abstract query(): Query;

    condition(): Condition {
        const pos = this.peek().pos;
        if (this.skipWord('NOT')) return { k: 'not', item: this.simpleCondition(), pos };
        const first = this.simpleCondition();
        const joiner = this.peek().up;
        if (joiner !== 'AND' && joiner !== 'OR') return first;
        const items = [first];
        while (this.skipWord(joiner)) items.push(this.simpleCondition());
        return { k: joiner === 'AND' ? 'and' : 'or', items, pos };
    }

    protected simpleCondition(): Condition {
        const pos = this.peek().pos;
        if (this.skip('(')) {
            const inner = this.condition();
            this.expect(')');
            return inner;
        }
        if (this.isWord('NOT')) this.fail();
        const left = this.fieldExpr();
        const op = this.operator();
        return { k: 'compare', left, op, right: this.operand(op), pos };
    }

    protected operator(): CompareOp {
        const token = this.next();
        if (token.type === 'op') {
            const op = COMPARISONS[token.text];
            if (op) return op;
        }
        switch (token.up) {
            case 'LIKE':
            case 'IN':
            case 'INCLUDES':
            case 'EXCLUDES':
                return token.up;
            case 'NOT':
                this.keyword('IN');
                return 'NOT IN';
            default:
                return this.fail(-1);
        }
    }

    protected operand(op: CompareOp): Operand {
        const token = this.peek();
        if (op === 'IN' || op === 'NOT IN' || op === 'INCLUDES' || op === 'EXCLUDES') {
            if (this.isOp(':')) return this.literal();
            this.expect('(');
            if (this.isWord('SELECT')) {
                const query = this.query();
                this.expect(')');
                return { k: 'query', query, pos: token.pos };
            }
            const items = [this.literal()];
            while (this.skip(',')) items.push(this.literal());
            this.expect(')');
            return { k: 'list', items, pos: token.pos };
        }
        return this.literal();
    }

    protected literal(): Literal {
        const token = this.next();
        const { pos } = token;
        switch (token.type) {
            case 'string':
                return { k: 'string', value: unescape(token.text, pos, false), raw: token.text, pos };
            case 'number':
                return { k: 'number', text: token.text, pos };
            case 'date':
                return { k: 'date', days: token.value, pos };
            case 'datetime':
                return { k: 'datetime', ms: token.value, pos };
            case 'time':
                return { k: 'time', ms: token.value, pos };
            case 'op':
                if (token.text === ':') return { k: 'bind', name: this.bindName(), pos };
                return this.fail(-1);
            case 'id':
                return this.wordLiteral(token);
            default:
                return this.fail(-1);
        }
    }

    protected wordLiteral(token: Token): Literal {
        const { pos } = token;
        if (token.up === 'NULL') return { k: 'null', pos };
        if (token.up === 'TRUE' || token.up === 'FALSE') return { k: 'boolean', value: token.up === 'TRUE', pos };
        if (takesNumber(token.up)) {
            this.expect(':');
            const n = this.next();
            if (n.type !== 'number' || !/^\d+$/.test(n.text)) this.fail(-1);
            return { k: 'dateLiteral', name: token.up, n: Number(n.text), pos };
        }
        if (isDateLiteral(token.up)) return { k: 'dateLiteral', name: token.up, n: 0, pos };
        if (/^[A-Z]{3}\d+$/.test(token.up)) {
            const rest = this.peek();
            const fraction =
                rest.type === 'number' && rest.pos === token.end && rest.text.startsWith('.') ? this.next().text : '';
            return { k: 'currency', code: token.up.slice(0, 3), text: token.text.slice(3) + fraction, pos };
        }
        // An unquoted word where a value belongs: the platform names it as a bind that is missing its colon.
        return this.fail(-1);
    }

    protected bindName(): string {
        let name = this.name();
        while (this.isOp('.')) {
            this.next();
            name += `.${this.name()}`;
        }
        return name.toLowerCase();
    }

    protected path(): PathExpr {
        const pos = this.peek().pos;
        const parts = [this.name()];
        while (this.skip('.')) parts.push(this.name());
        return { k: 'path', parts, pos };
    }

    protected fieldExpr(): FieldExpr {
        const path = this.path();
        if (path.parts.length > 1 || !this.isOp('(')) return path;
        this.next();
        const name = path.parts[0] as string;
        const args: (FieldExpr | Literal)[] = [];
        if (!this.isOp(')')) {
            do args.push(this.argument());
            while (this.skip(','));
        }
        this.expect(')');
        return { k: 'call', name, fn: name.toUpperCase(), args, pos: path.pos };
    }

    protected argument(): FieldExpr | Literal {
        const token = this.peek();
        if (token.type === 'id' && token.up !== 'NULL' && token.up !== 'TRUE' && token.up !== 'FALSE')
            return this.fieldExpr();
        return this.literal();
    }
}
