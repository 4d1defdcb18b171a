// query, queryAll, their next pages, and the column metadata the CLI asks for after it got rows.
import { SoqlError } from '../soql/api.ts';
import type { SObject } from '../values/index.ts';
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { ApiError, json } from './http.ts';
import { recordJson } from './recordJson.ts';

const LARGEST_PAGE = 2000;
const SMALLEST_PAGE = 200;

/** A user has ten open cursors: the eleventh closes the oldest. */
const CURSORS = 10;

interface Cursor {
    rows: SObject[];
    pageSize: number;
}

/** Rows of a page, as the header `Sforce-Query-Options: batchSize=500` asks for. */
function askedSize(context: ApiContext): number | null {
    const asked = /batchSize=(\d+)/i.exec(context.request.headers['sforce-query-options'] ?? '')?.[1];
    return asked === undefined ? null : Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, Number(asked)));
}

/** Rows waiting behind a nextRecordsUrl. */
export class QueryCursors {
    #next = 1;
    readonly #open = new Map<string, Cursor>();

    keep(cursor: Cursor): string {
        const id = `01g${String(this.#next++).padStart(15, '0')}`;
        this.#open.set(id, cursor);
        const [oldest] = this.#open.keys();
        if (oldest !== undefined && this.#open.size > CURSORS) this.#open.delete(oldest);
        return id;
    }

    find(id: string): Cursor {
        const cursor = this.#open.get(id);
        if (!cursor) throw new ApiError(400, 'INVALID_QUERY_LOCATOR', `invalid query locator: ${id}`);
        return cursor;
    }
}

export function query(context: ApiContext, allRows: boolean, tooling: boolean): ApiResponse {
    const soql = context.request.query.get('q');
    if (!soql) throw new ApiError(400, 'MALFORMED_QUERY', 'The query parameter q is required');
    if (context.request.query.get('columns') === 'true') return json(200, columns(soql));
    const rows = runQuery(context, soql, allRows, tooling);
    if (typeof rows === 'number') return json(200, { totalSize: rows, done: true, records: [] });
    return json(200, page(context, { rows, pageSize: askedSize(context) ?? LARGEST_PAGE }, 0, null, tooling));
}

export function nextPage(context: ApiContext, locator: string, tooling: boolean): ApiResponse {
    const [id, offset] = locator.split('-');
    const { rows, pageSize } = context.cursors.find(id ?? '');
    const cursor = { rows, pageSize: askedSize(context) ?? pageSize };
    return json(200, page(context, cursor, Number(offset ?? 0), id ?? null, tooling));
}

/** Rows, or the number for a query of COUNT() alone. */
export function runQuery(context: ApiContext, soql: string, allRows: boolean, tooling: boolean): SObject[] | number {
    try {
        if (tooling) {
            const own = context.testJobs.query(soql);
            if (own) return own;
        }
        const rows = context.org.query(soql, { userId: context.userId, allRows, tooling });
        return /^\s*select\s+count\(\s*\)\s+from\b/i.test(soql) ? countOf(rows) : rows;
    } catch (error) {
        if (error instanceof SoqlError) throw new ApiError(400, error.code, error.message);
        throw error;
    }
}

function countOf(rows: SObject[]): number {
    const value = rows[0] ? Object.values(rows[0].values)[0] : 0;
    return Number(value);
}

function page(
    context: ApiContext,
    cursor: Cursor,
    from: number,
    known: string | null,
    tooling: boolean
): Record<string, unknown> {
    const { rows, pageSize: size } = cursor;
    const slice = rows.slice(from, from + size);
    const done = from + size >= rows.length;
    const body: Record<string, unknown> = { totalSize: rows.length, done };
    if (tooling)
        Object.assign(body, { size: slice.length, queryLocator: null, entityTypeName: rows[0]?.describe.name ?? null });
    if (!done) {
        const id = known ?? context.cursors.keep(cursor);
        body.nextRecordsUrl = `/services/data/v${context.version}/${tooling ? 'tooling/' : ''}query/${id}-${String(from + size)}`;
    }
    body.records = slice.map((row) => recordJson(row, context.version));
    return body;
}

/** Column metadata of a select list; a path becomes nested join columns. */
function columns(soql: string): Record<string, unknown> {
    const list = /select\s+([\s\S]*?)\s+from\s/i.exec(soql)?.[1] ?? '';
    const entity = /\bfrom\s+(\w+)/i.exec(soql)?.[1] ?? '';
    const names = /^count\(\)$/i.test(list.trim())
        ? []
        : list
              .split(',')
              .map((name) => name.trim())
              .filter(Boolean);
    const column = (name: string, joined: unknown[] = []): Record<string, unknown> => ({
        aggregate: name.includes('('),
        apexType: 'String',
        booleanType: false,
        columnName: name.split('.').at(-1),
        custom: name.endsWith('__c'),
        displayName: name,
        foreignKeyName: null,
        insertable: true,
        joinColumns: joined,
        numberType: false,
        textType: true,
        updatable: true
    });
    const columnMetadata = names.map((name) => {
        const dot = name.indexOf('.');
        return dot < 0 ? column(name) : column(name.slice(0, dot), [column(name.slice(dot + 1))]);
    });
    return {
        columnMetadata,
        entityName: entity,
        groupBy: /\bgroup\s+by\b/i.test(soql),
        idSelected: true,
        keyPrefix: null
    };
}
