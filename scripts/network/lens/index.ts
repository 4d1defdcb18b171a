// POST /visibility_transaction_search: GraphQL with one query, getTransactions, over the entries of the network.
// Public: the arguments, the fields, that contentKeyFilters must be there for content keys to come back, that the same
// query sent again with scroll returns the next 1,000 entries and a scrollid. Assumed: HTTP 400 for a query that does
// not parse or validate, 10 entries when no count is given, a scroll that is forgotten five minutes after its last page.

import { buildSchema, execute, GraphQLError, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import type { Clock } from '../clock.ts';
import { Refusal, type Reply, type Request } from '../http.ts';
import { FIELD_TYPES, shownValue, TIME_FIELDS, type LensEntry } from './fields.ts';
import { search, SearchError, type SearchQuery } from './search.ts';
import { SearchBoxError } from './searchBox.ts';

const DEFAULT_COUNT = 10;
export const SCROLL_PAGE = 1000;
const SCROLL_QUIET_MILLISECONDS = 5 * 60 * 1000;

const schema = buildSchema(`
type Query { getTransactions(query: TransactionQuery): TransactionResult }
input TransactionQuery {
  count: Int
  offset: Int
  scroll: Boolean
  query: String
  contentKeyFilters: [ContentKeyFilter!]
  fields: FieldQueries
  filters: [FieldFilter!]
  ranges: [FieldRange!]
  sortby: [FieldSort!]
}
input ContentKeyFilter { key: String! value: String! }
input FieldQueries { must: [FieldQuery!] should: [FieldQuery!] }
input FieldQuery { field: TransactionField! query: String! }
input FieldFilter { field: TransactionField! values: [FilterValue!]! }
input FilterValue { not: Boolean = false value: String! }
input FieldRange { field: TransactionTime! from: String to: String }
input FieldSort { field: TransactionField! type: SortDirection = ASC }
enum SortDirection { ASC DESC }
enum TransactionTime { ${TIME_FIELDS.join(' ')} }
enum TransactionField { ${Object.keys(FIELD_TYPES).join(' ')} }
type TransactionResult { count: Int total: Int offset: Int scrollid: String transactions: [Transaction!] }
type ContentKey { key: String value: String }
type Transaction {
  ${Object.entries(FIELD_TYPES)
      .map(([name, type]) => `${name}: ${type}`)
      .join('\n  ')}
  contentkeys(names: [String!]): [ContentKey!]
}`);

interface Scroll {
    id: string;
    entries: LensEntry[];
    shown: number;
    lastPage: LensEntry[];
    lastUsed: number;
}

export interface LensOptions {
    clock: Clock;
    /** The entries a search sees now. */
    entries: () => LensEntry[];
    scrollPage?: number;
    /** Told to send a scroll's last page once more. */
    repeatsPage: () => boolean;
    newId: () => string;
}

export function createLens(options: LensOptions): { answer(request: Request): Promise<Reply> } {
    const { clock } = options;
    const scrolls = new Map<string, Scroll>();

    function page(query: SearchQuery, scrollKey: string, warnings: string[]): Record<string, unknown> {
        const withKeys = query.contentKeyFilters != null;
        const show = (entry: LensEntry): Record<string, unknown> => shownEntry(entry, withKeys, warnings);
        const count = checkedCount(query.count);
        if (query.scroll === true) {
            const { scroll, entries, offset } = scrollPage(query, scrollKey, count);
            return {
                count: entries.length,
                total: scroll.entries.length,
                offset,
                scrollid: scroll.id,
                transactions: entries.map(show)
            };
        }
        const offset = query.offset ?? 0;
        if (offset < 0) throw new SearchError('offset must not be negative.');
        const found = search(options.entries(), query);
        const entries = found.slice(offset, offset + (count ?? DEFAULT_COUNT));
        return { count: entries.length, total: found.length, offset, scrollid: null, transactions: entries.map(show) };
    }

    function scrollPage(query: SearchQuery, key: string, count: number | null) {
        const now = clock.now();
        for (const [other, scroll] of scrolls) {
            if (now - scroll.lastUsed > SCROLL_QUIET_MILLISECONDS) scrolls.delete(other);
        }
        let scroll = scrolls.get(key);
        if (scroll === undefined) {
            const entries = search(options.entries(), query);
            scroll = { id: options.newId(), entries, shown: 0, lastPage: [], lastUsed: now };
            scrolls.set(key, scroll);
        }
        scroll.lastUsed = now;
        if (scroll.shown > 0 && options.repeatsPage()) {
            return { scroll, entries: scroll.lastPage, offset: scroll.shown - scroll.lastPage.length };
        }
        const size = Math.min(count ?? SCROLL_PAGE, options.scrollPage ?? SCROLL_PAGE);
        const offset = scroll.shown;
        const entries = scroll.entries.slice(offset, offset + size);
        scroll.shown += entries.length;
        scroll.lastPage = entries;
        if (entries.length === 0) scrolls.delete(key);
        return { scroll, entries, offset };
    }

    return {
        async answer(request) {
            const { query, variables, operationName } = readQuery(request);
            const parsed = parsedQuery(query);
            if (!('kind' in parsed)) return parsed;
            const warnings: string[] = [];
            const scrollKey = JSON.stringify([request.client, query, variables]);
            const result = (await execute({
                schema,
                document: parsed,
                operationName,
                variableValues: variables,
                rootValue: {
                    getTransactions({ query: asked }: { query?: SearchQuery | null }) {
                        try {
                            return page(asked ?? {}, scrollKey, warnings);
                        } catch (error) {
                            if (error instanceof SearchError || error instanceof SearchBoxError) {
                                throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } });
                            }
                            throw error;
                        }
                    }
                }
            })) as ExecutionResult;
            const body: Record<string, unknown> = { ...result };
            if (warnings.length > 0) body['extensions'] = { warnings };
            return { status: result.data === undefined ? 400 : 200, body };
        }
    };
}

function readQuery(request: Request): {
    query: string;
    variables: Record<string, unknown>;
    operationName: string | undefined;
} {
    let body: unknown;
    try {
        body = JSON.parse(request.body);
    } catch {
        throw new Refusal(400, 'body-not-json', 'Send JSON with the GraphQL text in "query".');
    }
    const { query, variables, operationName } = (body ?? {}) as Record<string, unknown>;
    if (typeof query !== 'string') throw new Refusal(400, 'query-missing', 'The body has no "query" text.');
    return {
        query,
        variables: variables !== null && typeof variables === 'object' ? (variables as Record<string, unknown>) : {},
        operationName: typeof operationName === 'string' ? operationName : undefined
    };
}

function parsedQuery(query: string): DocumentNode | Reply {
    try {
        const document = parse(query);
        const errors = validate(schema, document);
        return errors.length > 0 ? { status: 400, body: { errors } } : document;
    } catch (error) {
        if (error instanceof GraphQLError) return { status: 400, body: { errors: [error] } };
        throw error;
    }
}

function checkedCount(count: number | null | undefined): number | null {
    if (count == null) return null;
    if (count < 1 || count > SCROLL_PAGE) {
        throw new SearchError(`count must be from 1 to ${SCROLL_PAGE}; use scroll for more.`);
    }
    return count;
}

function shownEntry(entry: LensEntry, withKeys: boolean, warnings: string[]): Record<string, unknown> {
    const shown: Record<string, unknown> = {};
    for (const field of Object.keys(FIELD_TYPES)) shown[field] = shownValue(field, entry.fields[field]);
    if (entry.fields['fastatus'] === 'C') {
        warnings.push(`fastatus of ${String(entry.fields['transactionid'])} has no description.`);
    }
    shown['contentkeys'] = ({ names }: { names?: string[] | null }) =>
        withKeys
            ? Object.entries(entry.keys)
                  .filter(([key]) => names == null || names.includes(key))
                  .map(([key, value]) => ({ key, value }))
            : null;
    return shown;
}
