// The search box string of Lens, as its public examples write it: words, field:value, "phrases", * and ?, AND, OR,
// NOT, a leading minus, parentheses, and `meta.` before a field. It looks like Lucene's query syntax, so Lucene's
// rules hold where the examples are silent: OR between bare words, AND binds tighter than OR, and whatever stands before
// a colon is a field (so an address is written ZZ?DEMORETAILER or ZZ\:DEMORETAILER; ZZ:DEMORETAILER finds nothing).

import { SEARCH_BOX_NAMES, searchTexts, type LensEntry } from './fields.ts';

export type Condition =
    | { kind: 'and' | 'or'; parts: Condition[] }
    | { kind: 'not'; part: Condition }
    | { kind: 'term'; field: string | null; value: string; phrase: boolean };

export class SearchBoxError extends Error {}

interface Token {
    kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'field' | 'term';
    text: string;
    phrase: boolean;
    at: number;
}

const WORDS: Record<string, Token['kind']> = { AND: 'and', '&&': 'and', OR: 'or', '||': 'or', NOT: 'not' };

function tokenize(text: string): Token[] {
    const tokens: Token[] = [];
    let at = 0;
    while (at < text.length) {
        const character = text[at]!;
        if (/\s/.test(character)) {
            at++;
            continue;
        }
        if (character === '(' || character === ')') {
            tokens.push({ kind: character === '(' ? 'open' : 'close', text: character, phrase: false, at: at++ });
        } else if (character === '-' || character === '!') {
            tokens.push({ kind: 'not', text: character, phrase: false, at: at++ });
        } else if (character === '+') {
            throw new SearchBoxError(`The simulator does not read a required term (+) at ${at + 1}; write AND.`);
        } else if (character === '"') {
            const end = text.indexOf('"', at + 1);
            if (end < 0) throw new SearchBoxError(`The quotation mark at ${at + 1} is not closed.`);
            tokens.push({ kind: 'term', text: text.slice(at + 1, end), phrase: true, at });
            at = end + 1;
        } else if (character === '[' || character === '{') {
            throw new SearchBoxError(`The simulator does not read a range at ${at + 1}; use the ranges argument.`);
        } else {
            at = tokenizeWord(text, at, tokens);
        }
    }
    return tokens;
}

function tokenizeWord(text: string, start: number, tokens: Token[]): number {
    const field = /^([\w.]+):(?=\S)/.exec(text.slice(start));
    if (field !== null) {
        tokens.push({ kind: 'field', text: field[1]!, phrase: false, at: start });
        const next = start + field[0].length;
        if (text[next] === '-' && /^-?\d/.test(text.slice(next))) return tokenizeValue(text, next, tokens);
        return next;
    }
    return tokenizeValue(text, start, tokens);
}

function tokenizeValue(text: string, start: number, tokens: Token[]): number {
    let at = start;
    let value = '';
    while (at < text.length && !/[\s()"]/.test(text[at]!)) {
        if (text[at] === '\\' && at + 1 < text.length) at++;
        value += text[at++];
    }
    tokens.push({ kind: WORDS[value] ?? 'term', text: value, phrase: false, at: start });
    return at;
}

export function parseSearchBox(text: string): Condition {
    const tokens = tokenize(text);
    let next = 0;

    const either = (field: string | null): Condition => {
        const parts = [all(field)];
        while (next < tokens.length && tokens[next]!.kind !== 'close') {
            if (tokens[next]!.kind === 'or') next++;
            parts.push(all(field));
        }
        return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
    };
    const all = (field: string | null): Condition => {
        const parts = [unary(field)];
        while (tokens[next]?.kind === 'and') {
            next++;
            parts.push(unary(field));
        }
        return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
    };
    const unary = (field: string | null): Condition => {
        const token = tokens[next];
        if (token === undefined) throw new SearchBoxError('The search string ends where a term was expected.');
        next++;
        switch (token.kind) {
            case 'not':
                return { kind: 'not', part: unary(field) };
            case 'field':
                return unary(token.text.toLowerCase());
            case 'term':
                return { kind: 'term', field, value: token.text, phrase: token.phrase };
            case 'open': {
                const inner = either(field);
                if (tokens[next]?.kind !== 'close') {
                    throw new SearchBoxError(`The parenthesis at ${token.at + 1} is not closed.`);
                }
                next++;
                return inner;
            }
            case 'and':
            case 'or':
            case 'close':
                throw new SearchBoxError(`"${token.text}" at ${token.at + 1} stands where a term was expected.`);
            default:
                return token.kind satisfies never;
        }
    };

    const condition = either(null);
    if (next < tokens.length) throw new SearchBoxError(`")" at ${tokens[next]!.at + 1} closes nothing.`);
    return condition;
}

export function meets(condition: Condition, entry: LensEntry): boolean {
    switch (condition.kind) {
        case 'and':
            return condition.parts.every((part) => meets(part, entry));
        case 'or':
            return condition.parts.some((part) => meets(part, entry));
        case 'not':
            return !meets(condition.part, entry);
        case 'term':
            return termMeets(condition, entry);
        default:
            return condition satisfies never;
    }
}

function termMeets(term: { field: string | null; value: string; phrase: boolean }, entry: LensEntry): boolean {
    if (term.field === null) {
        const fieldTexts = Object.entries(entry.fields).flatMap(([name, value]) => searchTexts(name, value));
        return [...fieldTexts, ...Object.values(entry.keys)].some((text) => textMeets(text, term));
    }
    const plain = term.field.replace(/^meta\./, '');
    const name = SEARCH_BOX_NAMES[plain] ?? plain;
    return searchTexts(name, entry.fields[name]).some((text) => textMeets(text, term));
}

/** A word meets a whole value or one of the words in it; a phrase must be part of it. Case does not matter. */
function textMeets(text: string, term: { value: string; phrase: boolean }): boolean {
    if (term.phrase) return text.toLowerCase().includes(term.value.toLowerCase());
    const pattern = wildcardPattern(term.value);
    return pattern.test(text) || text.split(/[\s,;/]+/).some((word) => pattern.test(word));
}

const patterns = new Map<string, RegExp>();

/** `*` is any text, `?` one character; the whole value must match, whatever its case. */
export function wildcardPattern(value: string): RegExp {
    let pattern = patterns.get(value);
    if (pattern === undefined) {
        const source = value
            .replace(/[.+^${}()|[\]\\]/g, '\\$&')
            .replace(/\*+/g, '.*')
            .replace(/\?/g, '.');
        pattern = new RegExp(`^${source}$`, 'is');
        if (patterns.size > 500) patterns.clear();
        patterns.set(value, pattern);
    }
    return pattern;
}
