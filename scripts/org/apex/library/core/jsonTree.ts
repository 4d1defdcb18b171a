// A JSON value in memory with the place of each part, between the tokens and the Apex value.
import { throwApex } from '../../runtime/exceptions.ts';
import type { JsonTokens } from './jsonTokens.ts';
import { type Token } from './jsonTokens.ts';

export type JsonNode = { at: number } & (
    | { k: 'object'; entries: { name: string; at: number; value: JsonNode }[] }
    | { k: 'array'; items: JsonNode[] }
    | { k: 'string' | 'int' | 'float' | 'true' | 'false' | 'null'; text: string }
);

const KINDS = {
    VALUE_STRING: 'string',
    VALUE_NUMBER_INT: 'int',
    VALUE_NUMBER_FLOAT: 'float',
    VALUE_TRUE: 'true',
    VALUE_FALSE: 'false',
    VALUE_NULL: 'null'
} as const;

/** The value that begins with this token; `next` gives the tokens after it. */
export function nodeFrom(token: Token, next: () => Token): JsonNode {
    if (token.kind === 'START_ARRAY') {
        const items: JsonNode[] = [];
        for (let item = next(); item.kind !== 'END_ARRAY'; item = next()) items.push(nodeFrom(item, next));
        return { k: 'array', items, at: token.at };
    }
    if (token.kind === 'START_OBJECT') {
        const entries: { name: string; at: number; value: JsonNode }[] = [];
        for (let name = next(); name.kind !== 'END_OBJECT'; name = next())
            entries.push({ name: name.text, at: name.at, value: nodeFrom(next(), next) });
        return { k: 'object', entries, at: token.at };
    }
    const kind = KINDS[token.kind as keyof typeof KINDS] as (typeof KINDS)[keyof typeof KINDS] | undefined;
    if (!kind) return throwApex('System.JSONException', `Unexpected token ${token.kind}`);
    return { k: kind, text: token.text, at: token.at };
}

export function readTree(tokens: JsonTokens): JsonNode {
    const first = tokens.next();
    if (!first) return throwApex('System.JSONException', 'No content to map to Object due to end of input');
    return nodeFrom(first, () => tokens.next() as Token);
}
