// SOSL searches; the objects they return have clauses of queries.
// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_syntax.htm
import type { Search, SearchTarget, SelectItem } from './ast.ts';
import { tokenize, unescape } from './lexer.ts';
import { unsupported } from './messages.ts';
import { QueryParser } from './queryParser.ts';

export class SearchParser extends QueryParser {
    readonly #text: string;
    /** Text of `FIND {…}`, taken out before the tokens are read. */
    readonly #braces: string | null;

    constructor(text: string) {
        const { body, braces } = splitFind(text);
        super(tokenize(body));
        this.#text = text;
        this.#braces = braces;
    }

    search(): Search {
        this.keyword('FIND');
        const term = this.searchTerm();
        let group: Search['group'] = 'ALL';
        if (this.skipWord('IN')) {
            group = this.next().up as Search['group'];
            if (!['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR'].includes(group)) this.fail(-1);
            this.keyword('FIELDS');
        }
        const returning: SearchTarget[] = [];
        if (this.skipWord('RETURNING')) {
            do returning.push(this.searchTarget());
            while (this.skip(','));
        }
        const access = this.access();
        const limit = this.skipWord('LIMIT') ? this.count() : null;
        return { term, group, returning, access, limit };
    }

    private searchTerm(): Search['term'] {
        if (this.#braces !== null) {
            this.expect('{');
            this.expect('}');
            return { k: 'text', value: this.#braces };
        }
        const token = this.next();
        if (token.type === 'string')
            return { k: 'text', value: unescape(this.#text.slice(token.pos + 1, token.end - 1), token.pos, false) };
        if (token.type === 'op' && token.text === ':') return { k: 'bind', name: this.bindName() };
        return this.fail(-1);
    }

    private searchTarget(): SearchTarget {
        const { pos } = this.peek();
        const object = this.name();
        const target: SearchTarget = { object, fields: [], where: null, orderBy: [], limit: null, offset: null, pos };
        if (!this.skip('(')) return target;
        do target.fields.push(this.selectItemInSearch());
        while (this.skip(','));
        if (this.skipWord('USING')) throw unsupported('USING in a search', pos);
        if (this.skipWord('WHERE')) target.where = this.condition();
        target.orderBy = this.orderBy();
        if (this.skipWord('LIMIT')) target.limit = this.count();
        if (this.skipWord('OFFSET')) target.offset = this.count();
        this.expect(')');
        return target;
    }

    private selectItemInSearch(): SelectItem {
        const { pos } = this.peek();
        return { k: 'field', expr: this.fieldExpr(), alias: null, pos };
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
