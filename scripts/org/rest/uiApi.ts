// What Lightning components ask of the org: calls of @AuraEnabled methods, records and object information.
import { fieldOf, referenceByRelationship } from '../metadata/describe.ts';
import type { SObject } from '../values/index.ts';
import { ApexDate, ApexDatetime, Blob, Decimal, Double } from '../values/index.ts';
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { ApiError, json, jsonOf, objectOf } from './http.ts';
import { mustObject } from './recordJson.ts';
import { runQuery } from './query.ts';

/** POST /lightning/apex/CLASS/METHOD with the named parameters: the address is the local org's own. */
export function callApex(context: ApiContext, className: string, method: string): ApiResponse {
    const params = context.request.body.length === 0 ? {} : objectOf(jsonOf(context.request), 'The parameters');
    return json(200, { result: context.org.aura(className, method, params, context.userId) ?? null });
}

export function uiRecord(context: ApiContext, id: string): ApiResponse {
    const describe = context.org.schema.objectByPrefix(id.slice(0, 3));
    if (!describe) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    const wanted = [
        ...(context.request.query.get('fields') ?? '').split(','),
        ...(context.request.query.get('optionalFields') ?? '').split(',')
    ].filter(Boolean);
    const fields = new Set(wanted.map((name) => name.replace(new RegExp(`^${describe.name}\\.`), '')));
    for (const field of fields) {
        const known = field.includes('.')
            ? referenceByRelationship(describe, field.split('.')[0] ?? '')
            : fieldOf(describe, field);
        if (!known) throw new ApiError(400, 'INVALID_FIELD', `No such column '${field}' on entity '${describe.name}'`);
    }
    fields.add('Id');
    const rows = runQuery(
        context,
        `SELECT ${[...fields].join(', ')} FROM ${describe.name} WHERE Id = '${id.replace(/'/g, '')}'`,
        false,
        false
    );
    const row = typeof rows === 'number' ? undefined : rows[0];
    if (!row) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return json(200, uiJson(row));
}

function uiJson(record: SObject): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(record.values))
        fields[name] = { value: plain(value), displayValue: display(value) };
    for (const [name, parent] of Object.entries(record.parents))
        fields[name] = { value: parent ? uiJson(parent) : null, displayValue: null };
    return { apiName: record.describe.name, id: record.id, childRelationships: {}, fields, recordTypeInfo: null };
}

function plain(value: unknown): unknown {
    if (value instanceof Decimal) return value.toNumber();
    if (value instanceof Double) return value.v;
    if (typeof value === 'bigint') return Number(value);
    if (value instanceof ApexDatetime || value instanceof ApexDate) return value.toString();
    if (value instanceof Blob) return null;
    return value;
}

function display(value: unknown): string | null {
    return value instanceof Decimal ? value.toString() : null;
}

export function objectInfo(context: ApiContext, name: string): ApiResponse {
    const object = mustObject(context.org.schema, name);
    const fields = Object.fromEntries(
        [...object.fields.values()].map((field) => [
            field.name,
            {
                apiName: field.name,
                label: field.label,
                dataType: field.type.charAt(0).toUpperCase() + field.type.slice(1),
                required: field.required,
                updateable: field.updateable,
                createable: field.createable,
                length: field.length,
                precision: field.precision,
                scale: field.scale,
                inlineHelpText: field.inlineHelpText,
                referenceToInfos: field.referenceTo.map((apiName) => ({ apiName }))
            }
        ])
    );
    return json(200, {
        apiName: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        keyPrefix: object.keyPrefix,
        custom: object.custom,
        fields
    });
}
