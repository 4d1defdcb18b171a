// What one getTransactions query asks for, held against the entries: every argument narrows the result.

import { searchTexts, type LensEntry } from './fields.ts';
import { meets, parseSearchBox, wildcardPattern } from './searchBox.ts';

export interface SearchQuery {
    count?: number | null;
    offset?: number | null;
    scroll?: boolean | null;
    query?: string | null;
    contentKeyFilters?: { key: string; value: string }[] | null;
    fields?: { must?: FieldQuery[] | null; should?: FieldQuery[] | null } | null;
    filters?: { field: string; values: { not?: boolean | null; value: string }[] }[] | null;
    ranges?: { field: string; from?: string | null; to?: string | null }[] | null;
    sortby?: { field: string; type?: 'ASC' | 'DESC' | null }[] | null;
}

interface FieldQuery {
    field: string;
    query: string;
}

export class SearchError extends Error {}

export function search(entries: readonly LensEntry[], query: SearchQuery): LensEntry[] {
    const tests: ((entry: LensEntry) => boolean)[] = [];
    if (query.query != null && query.query.trim() !== '') {
        const condition = parseSearchBox(query.query);
        tests.push((entry) => meets(condition, entry));
    }
    for (const { key, value } of query.contentKeyFilters ?? []) {
        tests.push((entry) => entry.keys[key] !== undefined && wildcardPattern(value).test(entry.keys[key]));
    }
    for (const part of query.fields?.must ?? []) tests.push((entry) => hasValue(entry, part.field, part.query));
    const should = query.fields?.should ?? [];
    if (should.length > 0) {
        tests.push((entry) => should.some((part) => hasValue(entry, part.field, part.query)));
    }
    for (const { field, values } of query.filters ?? []) {
        const excluded = values.filter((each) => each.not === true);
        const included = values.filter((each) => each.not !== true);
        tests.push((entry) => !excluded.some((each) => hasValue(entry, field, each.value)));
        if (included.length > 0) tests.push((entry) => included.some((each) => hasValue(entry, field, each.value)));
    }
    for (const range of query.ranges ?? []) {
        const from = range.from == null ? -Infinity : time(range.from);
        const to = range.to == null ? Infinity : time(range.to);
        tests.push((entry) => {
            const value = entry.fields[range.field];
            if (typeof value !== 'string') return false;
            const at = Date.parse(value);
            return at >= from && at <= to;
        });
    }
    return sorted(
        entries.filter((entry) => tests.every((test) => test(entry))),
        query.sortby ?? []
    );
}

function hasValue(entry: LensEntry, field: string, query: string): boolean {
    return searchTexts(field, entry.fields[field]).some((text) => wildcardPattern(query).test(text));
}

function time(text: string): number {
    const at = Date.parse(text);
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) || Number.isNaN(at)) {
        throw new SearchError(`"${text}" is not a time. Write ISO 8601 in UTC, such as 2025-01-31T00:00:00Z.`);
    }
    return at;
}

/** Newest first unless the query says otherwise; entries without a value come last. */
function sorted(entries: LensEntry[], sortby: NonNullable<SearchQuery['sortby']>): LensEntry[] {
    const keys = sortby.length > 0 ? sortby : [{ field: 'arrivaltime', type: 'DESC' as const }];
    return entries.sort((left, right) => {
        for (const { field, type } of keys) {
            const a = left.fields[field] ?? null;
            const b = right.fields[field] ?? null;
            if (a === b) continue;
            if (a === null) return 1;
            if (b === null) return -1;
            return (a < b ? -1 : 1) * (type === 'DESC' ? -1 : 1);
        }
        return String(left.fields['transactionid']) < String(right.fields['transactionid']) ? -1 : 1;
    });
}
