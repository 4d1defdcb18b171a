// SOQL text → Query, SOSL text → Search, by recursive descent over the published grammar.
import type { Condition, Query, Search } from './ast.ts';
import { tokenize } from './lexer.ts';
import { QueryParser } from './queryParser.ts';
import { SearchParser } from './searchParser.ts';

export function parseQuery(text: string): Query {
    const parser = new QueryParser(tokenize(text));
    const query = parser.query();
    parser.end();
    return query;
}

export function parseSearch(text: string): Search {
    const parser = new SearchParser(text);
    const search = parser.search();
    parser.end();
    return search;
}

/** A condition alone, such as a filter kept in configuration. */
export function parseCondition(text: string): Condition {
    const parser = new QueryParser(tokenize(text));
    const condition = parser.condition();
    parser.end();
    return condition;
}
