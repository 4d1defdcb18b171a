// Upsert: each row becomes an insert or an update, found by Id or by an external id.
import { throwApex } from '../../apex/runtime/exceptions.ts';
import type { ObjectDescribe } from '../../metadata/describe.ts';
import { fieldOf } from '../../metadata/describe.ts';
import type { OrgContext } from '../context.ts';
import { recordError } from './errors.ts';
import type { Row } from './row.ts';

export function splitUpsert(
    org: OrgContext,
    object: ObjectDescribe,
    rows: Row[],
    fieldName: string | null
): { inserts: Row[]; updates: Row[] } {
    const inserts: Row[] = [];
    const updates: Row[] = [];
    if (fieldName === null || fieldName.toLowerCase() === 'id') {
        for (const row of rows) {
            row.created = row.given.id === null;
            (row.created ? inserts : updates).push(row);
        }
        return { inserts, updates };
    }
    const field = fieldOf(object, fieldName);
    if (!field || !(field.externalId || field.idLookup))
        throwApex(
            'System.SObjectException',
            `Invalid field for upsert, must be an External Id custom or standard indexed field: ${fieldName}`
        );
    const keyOf = (value: unknown): string => (field.caseSensitive ? String(value) : String(value).toLowerCase());
    const found = new Map<string, string[]>();
    const values = rows
        .map((row) => row.given.values[field.name])
        .filter((value) => value !== null && value !== undefined);
    for (const { id, value } of org.store.idsBy(object, field.name, values)) {
        const key = keyOf(value);
        found.set(key, [...(found.get(key) ?? []), id]);
    }
    const seen = new Set<string>();
    for (const row of rows) {
        const value = row.given.values[field.name];
        if (value === null || value === undefined || value === '') {
            row.errors.push(recordError('MISSING_ARGUMENT', `${field.name} not specified`, []));
            continue;
        }
        const key = keyOf(value);
        if (seen.has(key)) {
            row.errors.push(
                recordError('DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, [field.name])
            );
            continue;
        }
        seen.add(key);
        const ids = found.get(key) ?? [];
        if (ids.length > 1) {
            row.errors.push(
                recordError(
                    'DUPLICATE_EXTERNAL_ID',
                    `More than one record found for external id field: [${ids.join(', ')}]`,
                    [field.name]
                )
            );
        } else if (ids.length === 1) {
            row.created = false;
            row.given.values.Id = ids[0];
            updates.push(row);
        } else {
            row.created = true;
            inserts.push(row);
        }
    }
    return { inserts, updates };
}
