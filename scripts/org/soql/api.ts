// The door of the SOQL room for the rest of the org.
import type { Schema } from '../metadata/describe.ts';
import type { SObject } from '../values/index.ts';

/** A query refused: `code` as the REST API spells it (MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, …). */
export class SoqlError extends Error {
    readonly code: string;
    /** Offset in the query text, -1 when unknown. */
    readonly position: number;
    /** Fields that user mode closed, by object. */
    inaccessible: ReadonlyMap<string, ReadonlySet<string>> | null = null;
    constructor(code: string, message: string, position = -1) {
        super(message);
        this.code = code;
        this.position = position;
    }
}

/** A bind compared with a column, and the Apex type of the column. */
export interface BindUse {
    name: string;
    column: string;
}

/** What a compile-time check of a query finds out. */
export interface QueryShape {
    /** API name of the object queried; `AggregateResult` rows when `aggregate`. */
    object: string;
    aggregate: boolean;
    /** `SELECT COUNT()` alone: an Integer. */
    countOnly: boolean;
    /** Aggregates: alias → Apex type name. */
    aliases: Record<string, string>;
    /** Bind names used, as written. */
    binds: string[];
    /** Binds compared with columns, and those of LIMIT and OFFSET. */
    bindUses: BindUse[];
    /** `WITH USER_MODE`, `WITH SYSTEM_MODE`, `WITH SECURITY_ENFORCED`; null when the query says nothing. */
    accessMode: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | null;
}

export interface QueryContext {
    bind: (name: string) => unknown;
    /** Now, and the user's time zone (IANA) for date literals and date functions. */
    now: number;
    timeZone: string;
    locale: string;
    language: string;
    userId: string;
    allRows: boolean;
    /**
     * User mode: throws or drops nothing itself; asked for each object and field used. Returning false makes the query
     * fail as the platform does (`INVALID_FIELD`/`No access to …`). Null = system mode.
     */
    canRead: ((object: string, field: string | null) => boolean) | null;
    /** Sharing: ids of an object that the user may see, as an SQL condition over the alias; null = all. */
    sharing: ((object: string, idColumn: string) => string | null) | null;
    /** Formula fields: value of a formula field on a row. Given by the execution room. */
    formula: (record: SObject, field: string) => unknown;
    /** API version of the class that asks: clauses that came or went are refused by it. Absent = all are accepted. */
    apiVersion?: number;
    /** Test.setFixedSearchResults: what a search finds instead of searching. */
    fixedSearchResults?: readonly string[] | null;
}

export interface QueryRun {
    rows: SObject[];
    /** Rows of the outer query and of all child queries, as the row limit counts them. */
    rowCount: number;
    /** Child subqueries run: counted as aggregate queries. */
    subqueries: number;
}

export interface SoqlEngine {
    /** Parses and checks names against the schema; throws SoqlError. Cached by text. */
    check(soql: string, apiVersion?: number): QueryShape;
    run(soql: string, context: QueryContext): QueryRun;
    /** Number for COUNT() queries, and for `Database.countQuery`. */
    count(soql: string, context: QueryContext): number;
    search(sosl: string, context: QueryContext): { rows: SObject[][]; rowCount: number };
    readonly schema: Schema;
}
