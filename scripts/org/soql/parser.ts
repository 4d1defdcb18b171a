// SOQL text → Query, SOSL text → Search, by recursive descent over the published grammar. AND and OR may not be mixed
// without parentheses, and NOT begins a condition: `a = 1 AND NOT b = 2` is refused, as the platform does.
import type {
    AccessClause,
    CompareOp,
    Condition,
    Count,
    FieldExpr,
    FromItem,
    Literal,
    Operand,
    OrderItem,
    PathExpr,
    Query,
    Search,
    SearchTarget,
    SelectItem,
    TypeofItem
} from './ast.ts';
import type { Token } from './lexer.ts';
import { tokenize, unescape } from './lexer.ts';
import { malformed, unexpected, unsupported } from './messages.ts';
import { isDateLiteral, takesNumber } from './dateLiterals.ts';

const AFTER_FROM = new Set([
    'USING',
    'WHERE',
    'WITH',
    'GROUP',
    'HAVING',
    'ORDER',
    'LIMIT',
    'OFFSET',
    'FOR',
    'ALL',
    'UPDATE'
]);
const COMPARISONS: Record<string, CompareOp> = {
    '=': '=',
    '!=': '!=',
    '<>': '!=',
    '<': '<',
    '<=': '<=',
    '>': '>',
    '>=': '>='
};

export function parseQuery(text: string): Query {
    const parser = new Parser(text);
    const query = parser.query();
    parser.end();
    return query;
}

export function parseSearch(text: string): Search {
    const parser = new Parser(text);
    const search = parser.search(text);
    parser.end();
    return search;
}

/** A condition alone, such as a filter kept in configuration. */
export function parseCondition(text: string): Condition {
    const parser = new Parser(text);
    const condition = parser.condition();
    parser.end();
    return condition;
}

class Parser {
    readonly #tokens: Token[];
    #at = 0;

    constructor(text: string) {
        const { body, braces } = splitFind(text);
        this.#tokens = tokenize(body);
        this.braces = braces;
    }

    /** Text of `FIND {…}`, taken out before the tokens are read. */
    readonly braces: string | null;

    query(): Query {
        const pos = this.#peek().pos;
        this.#keyword('SELECT');
        const select = [this.#selectItem()];
        while (this.#skip(',')) select.push(this.#selectItem());
        this.#keyword('FROM');
        const from = [this.#fromItem()];
        while (this.#skip(',')) from.push(this.#fromItem());
        const scope = this.#skipWord('USING') ? this.#scope() : null;
        const where = this.#skipWord('WHERE') ? this.condition() : null;
        const access = this.#access();
        const groupBy = this.#groupBy();
        const having = this.#skipWord('HAVING') ? this.condition() : null;
        const orderBy = this.#orderBy();
        const limit = this.#skipWord('LIMIT') ? this.#count() : null;
        const offset = this.#skipWord('OFFSET') ? this.#count() : null;
        const locking = this.#locking();
        let allRows = false;
        if (this.#skipWord('ALL')) {
            this.#keyword('ROWS');
            allRows = true;
        }
        return { select, from, scope, where, access, groupBy, having, orderBy, limit, offset, locking, allRows, pos };
    }

    search(text: string): Search {
        this.#keyword('FIND');
        const term = this.#searchTerm(text);
        let group: Search['group'] = 'ALL';
        if (this.#skipWord('IN')) {
            group = this.#next().up as Search['group'];
            if (!['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR'].includes(group)) this.#fail(-1);
            this.#keyword('FIELDS');
        }
        const returning: SearchTarget[] = [];
        if (this.#skipWord('RETURNING')) {
            do returning.push(this.#searchTarget());
            while (this.#skip(','));
        }
        const access = this.#access();
        const limit = this.#skipWord('LIMIT') ? this.#count() : null;
        return { term, group, returning, access, limit };
    }

    condition(): Condition {
        const pos = this.#peek().pos;
        if (this.#skipWord('NOT')) return { k: 'not', item: this.#simpleCondition(), pos };
        const first = this.#simpleCondition();
        const joiner = this.#peek().up;
        if (joiner !== 'AND' && joiner !== 'OR') return first;
        const items = [first];
        while (this.#skipWord(joiner)) items.push(this.#simpleCondition());
        return { k: joiner === 'AND' ? 'and' : 'or', items, pos };
    }

    end(): void {
        if (this.#peek().type !== 'eof') this.#fail();
    }

    #simpleCondition(): Condition {
        const pos = this.#peek().pos;
        if (this.#skip('(')) {
            const inner = this.condition();
            this.#expect(')');
            return inner;
        }
        if (this.#isWord('NOT')) this.#fail();
        const left = this.#fieldExpr();
        const op = this.#operator();
        return { k: 'compare', left, op, right: this.#operand(op), pos };
    }

    #operator(): CompareOp {
        const token = this.#next();
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
                this.#keyword('IN');
                return 'NOT IN';
            default:
                return this.#fail(-1);
        }
    }

    #operand(op: CompareOp): Operand {
        const token = this.#peek();
        if (op === 'IN' || op === 'NOT IN' || op === 'INCLUDES' || op === 'EXCLUDES') {
            if (this.#isOp(':')) return this.#literal();
            this.#expect('(');
            if (this.#isWord('SELECT')) {
                const query = this.query();
                this.#expect(')');
                return { k: 'query', query, pos: token.pos };
            }
            const items = [this.#literal()];
            while (this.#skip(',')) items.push(this.#literal());
            this.#expect(')');
            return { k: 'list', items, pos: token.pos };
        }
        return this.#literal();
    }

    #literal(): Literal {
        const token = this.#next();
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
                if (token.text === ':') return { k: 'bind', name: this.#bindName(), pos };
                return this.#fail(-1);
            case 'id':
                return this.#wordLiteral(token);
            default:
                return this.#fail(-1);
        }
    }

    #wordLiteral(token: Token): Literal {
        const { pos } = token;
        if (token.up === 'NULL') return { k: 'null', pos };
        if (token.up === 'TRUE' || token.up === 'FALSE') return { k: 'boolean', value: token.up === 'TRUE', pos };
        if (takesNumber(token.up)) {
            this.#expect(':');
            const n = this.#next();
            if (n.type !== 'number' || !/^\d+$/.test(n.text)) this.#fail(-1);
            return { k: 'dateLiteral', name: token.up, n: Number(n.text), pos };
        }
        if (isDateLiteral(token.up)) return { k: 'dateLiteral', name: token.up, n: 0, pos };
        if (/^[A-Z]{3}\d+$/.test(token.up)) {
            const rest = this.#peek();
            const fraction =
                rest.type === 'number' && rest.pos === token.end && rest.text.startsWith('.') ? this.#next().text : '';
            return { k: 'currency', code: token.up.slice(0, 3), text: token.text.slice(3) + fraction, pos };
        }
        // An unquoted word where a value belongs: the platform names it as a bind that is missing its colon.
        return this.#fail(-1);
    }

    #bindName(): string {
        let name = this.#name();
        while (this.#isOp('.')) {
            this.#next();
            name += `.${this.#name()}`;
        }
        return name.toLowerCase();
    }

    #count(): Count {
        const token = this.#next();
        if (token.type === 'op' && token.text === ':') return { k: 'bind', name: this.#bindName(), pos: token.pos };
        if (token.type !== 'number' || !/^\d+$/.test(token.text)) this.#fail(-1);
        return { k: 'number', value: Number(token.text), pos: token.pos };
    }

    #selectItem(): SelectItem {
        const token = this.#peek();
        const { pos } = token;
        if (this.#skip('(')) {
            const query = this.query();
            this.#expect(')');
            return { k: 'subquery', query, pos };
        }
        if (token.up === 'TYPEOF' && this.#peek(1).type === 'id' && this.#peek(1).up !== 'FROM') return this.#typeof();
        if (token.up === 'FIELDS' && this.#peek(1).text === '(') {
            this.#at += 2;
            const group = this.#next().up;
            if (group !== 'ALL' && group !== 'STANDARD' && group !== 'CUSTOM') this.#fail(-1);
            this.#expect(')');
            return { k: 'fields', group: group as 'ALL', pos };
        }
        if (token.up === 'FROM') this.#fail();
        const expr = this.#fieldExpr();
        const alias = this.#peek().type === 'id' && !this.#isWord('FROM') ? this.#name() : null;
        return { k: 'field', expr, alias, pos };
    }

    #typeof(): TypeofItem {
        const { pos } = this.#next();
        const path = this.#path();
        const whens: TypeofItem['whens'] = [];
        while (this.#isWord('WHEN')) {
            const at = this.#next().pos;
            const type = this.#name();
            this.#keyword('THEN');
            whens.push({ type, fields: this.#paths(), pos: at });
        }
        if (whens.length === 0) this.#fail();
        const otherwise = this.#skipWord('ELSE') ? this.#paths() : null;
        this.#keyword('END');
        return { k: 'typeof', path, whens, otherwise, pos };
    }

    #paths(): PathExpr[] {
        const paths = [this.#path()];
        while (this.#skip(',')) paths.push(this.#path());
        return paths;
    }

    #path(): PathExpr {
        const pos = this.#peek().pos;
        const parts = [this.#name()];
        while (this.#skip('.')) parts.push(this.#name());
        return { k: 'path', parts, pos };
    }

    #fieldExpr(): FieldExpr {
        const path = this.#path();
        if (path.parts.length > 1 || !this.#isOp('(')) return path;
        this.#next();
        const name = path.parts[0] as string;
        const args: (FieldExpr | Literal)[] = [];
        if (!this.#isOp(')')) {
            do args.push(this.#argument());
            while (this.#skip(','));
        }
        this.#expect(')');
        return { k: 'call', name, fn: name.toUpperCase(), args, pos: path.pos };
    }

    #argument(): FieldExpr | Literal {
        const token = this.#peek();
        if (token.type === 'id' && token.up !== 'NULL' && token.up !== 'TRUE' && token.up !== 'FALSE')
            return this.#fieldExpr();
        return this.#literal();
    }

    #fromItem(): FromItem {
        const { parts, pos } = this.#path();
        this.#skipWord('AS');
        const alias = this.#peek().type === 'id' && !AFTER_FROM.has(this.#peek().up) ? this.#name() : null;
        return { parts, alias, pos };
    }

    #scope(): { name: string; pos: number } {
        this.#keyword('SCOPE');
        const { pos } = this.#peek();
        return { name: this.#name(), pos };
    }

    #access(): Query['access'] {
        let access: Query['access'] = null;
        while (this.#skipWord('WITH')) {
            const token = this.#next();
            if (token.up === 'USER_MODE' || token.up === 'SYSTEM_MODE' || token.up === 'SECURITY_ENFORCED') {
                access = { mode: token.up as AccessClause, pos: token.pos };
            } else if (
                [
                    'DATA',
                    'DIVISION',
                    'SNIPPET',
                    'NETWORK',
                    'PRICEBOOKID',
                    'METADATA',
                    'HIGHLIGHT',
                    'SPELL_CORRECTION',
                    'RECORDVISIBILITYCONTEXT'
                ].includes(token.up)
            ) {
                throw unsupported(`WITH ${token.up}`, token.pos);
            } else {
                this.#fail(-1);
            }
        }
        return access;
    }

    #groupBy(): Query['groupBy'] {
        const { pos } = this.#peek();
        if (!this.#skipWord('GROUP')) return null;
        this.#keyword('BY');
        let mode: 'plain' | 'rollup' | 'cube' = 'plain';
        if ((this.#isWord('ROLLUP') || this.#isWord('CUBE')) && this.#peek(1).text === '(') {
            mode = this.#next().up === 'CUBE' ? 'cube' : 'rollup';
            this.#expect('(');
        }
        const items = [this.#fieldExpr()];
        while (this.#skip(',')) items.push(this.#fieldExpr());
        if (mode !== 'plain') this.#expect(')');
        return { mode, items, pos };
    }

    #orderBy(): OrderItem[] {
        if (!this.#skipWord('ORDER')) return [];
        this.#keyword('BY');
        const items: OrderItem[] = [];
        do {
            const expr = this.#fieldExpr();
            const descending = this.#skipWord('DESC') || (this.#skipWord('ASC') && false);
            let nullsLast = false;
            if (this.#skipWord('NULLS')) {
                nullsLast = this.#skipWord('LAST');
                if (!nullsLast) this.#keyword('FIRST');
            }
            items.push({ expr, descending, nullsLast });
        } while (this.#skip(','));
        return items;
    }

    #locking(): Query['locking'] {
        let locking: Query['locking'] = null;
        while (this.#isWord('FOR') || this.#isWord('UPDATE')) {
            const update = this.#next().up === 'UPDATE';
            const word = this.#next().up;
            if (update) {
                if (word !== 'TRACKING' && word !== 'VIEWSTAT') this.#fail(-1);
            } else if (word === 'UPDATE' || word === 'VIEW' || word === 'REFERENCE') {
                locking = word;
                if (this.#skip(',')) this.#next();
            } else {
                this.#fail(-1);
            }
        }
        return locking;
    }

    #searchTerm(text: string): Search['term'] {
        if (this.braces !== null) {
            this.#expect('{');
            this.#expect('}');
            return { k: 'text', value: this.braces };
        }
        const token = this.#next();
        if (token.type === 'string')
            return { k: 'text', value: unescape(text.slice(token.pos + 1, token.end - 1), token.pos, false) };
        if (token.type === 'op' && token.text === ':') return { k: 'bind', name: this.#bindName() };
        return this.#fail(-1);
    }

    #searchTarget(): SearchTarget {
        const { pos } = this.#peek();
        const object = this.#name();
        const target: SearchTarget = { object, fields: [], where: null, orderBy: [], limit: null, offset: null, pos };
        if (!this.#skip('(')) return target;
        do target.fields.push(this.#selectItemInSearch());
        while (this.#skip(','));
        if (this.#skipWord('USING')) throw unsupported('USING in a search', pos);
        if (this.#skipWord('WHERE')) target.where = this.condition();
        target.orderBy = this.#orderBy();
        if (this.#skipWord('LIMIT')) target.limit = this.#count();
        if (this.#skipWord('OFFSET')) target.offset = this.#count();
        this.#expect(')');
        return target;
    }

    #selectItemInSearch(): SelectItem {
        const { pos } = this.#peek();
        return { k: 'field', expr: this.#fieldExpr(), alias: null, pos };
    }

    #peek(ahead = 0): Token {
        return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)] as Token;
    }

    #next(): Token {
        const token = this.#peek();
        if (this.#at < this.#tokens.length - 1) this.#at++;
        else this.#fail();
        return token;
    }

    #isOp(text: string): boolean {
        const token = this.#peek();
        return token.type === 'op' && token.text === text;
    }

    #isWord(word: string): boolean {
        const token = this.#peek();
        return token.type === 'id' && token.up === word;
    }

    #skip(text: string): boolean {
        if (!this.#isOp(text)) return false;
        this.#at++;
        return true;
    }

    #skipWord(word: string): boolean {
        if (!this.#isWord(word)) return false;
        this.#at++;
        return true;
    }

    #expect(text: string): void {
        if (!this.#skip(text)) this.#fail();
    }

    #keyword(word: string): void {
        if (!this.#skipWord(word)) this.#fail();
    }

    #name(): string {
        const token = this.#peek();
        if (token.type !== 'id') this.#fail();
        this.#at++;
        return token.text;
    }

    #fail(ahead = 0): never {
        const token = this.#tokens[Math.max(0, this.#at + ahead)] as Token;
        if (token.type === 'eof') throw malformed(`unexpected token: '<EOF>'`, token.pos);
        throw unexpected(token.type === 'string' ? `'${token.text}'` : token.text, token.pos);
    }
}

/** Takes the text out of `FIND {…}`, where it is free text with `\` before reserved characters. */
function splitFind(text: string): { body: string; braces: string | null } {
    const match = /^(\s*FIND\s*\{)((?:\\[\s\S]|[^}\\])*)(\})/i.exec(text);
    if (!match) return { body: text, braces: null };
    const [whole, open, term, close] = match as unknown as [string, string, string, string];
    const blank = ' '.repeat(term.length);
    return { body: open + blank + close + text.slice(whole.length), braces: term };
}
