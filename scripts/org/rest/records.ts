// Single records and the sObject collections: create, read, update, upsert by external id, delete.
import type { DmlOperation, DmlResult } from '../apex/runtime/platform.ts';
import { fieldOf } from '../metadata/describe.ts';
import { Blob, SObject, idTo18, isId } from '../values/index.ts';
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { ApiError, json, jsonOf, noContent, objectOf } from './http.ts';
import { mustObject, recordFromJson, recordJson } from './recordJson.ts';
import { runQuery } from './query.ts';

export function create(context: ApiContext, object: string): ApiResponse {
    const describe = mustObject(context.org.schema, object);
    const record = recordFromJson(context.org.schema, new SObject(describe), objectOf(jsonOf(context.request), 'The record'));
    const result = save(context, 'insert', record);
    return json(201, { id: result.id, success: true, errors: [] });
}

export function read(context: ApiContext, object: string, id: string): ApiResponse {
    return json(200, recordJson(mustFind(context, object, id, context.request.query.get('fields')), context.version));
}

export function readBlob(context: ApiContext, object: string, id: string, field: string): ApiResponse {
    const row = mustFind(context, object, id, field);
    const describe = fieldOf(row.describe, field);
    const value = describe ? row.values[describe.name] : null;
    if (!(value instanceof Blob)) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return { status: 200, headers: { 'content-type': 'application/octetstream' }, body: value.bytes };
}

function mustFind(context: ApiContext, object: string, id: string, fields: string | null): SObject {
    const describe = mustObject(context.org.schema, object);
    if (!isId(id)) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    const list = fields ?? [...describe.fields.values()].filter((field) => field.type !== 'address' && field.type !== 'location').map((field) => field.name).join(', ');
    const rows = runQuery(context, `SELECT ${list} FROM ${describe.name} WHERE Id = '${idTo18(id)}'`, false, false);
    const row = typeof rows === 'number' ? undefined : rows[0];
    if (!row) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return row;
}

export function update(context: ApiContext, object: string, id: string): ApiResponse {
    const describe = mustObject(context.org.schema, object);
    const body = objectOf(jsonOf(context.request), 'The record');
    const record = recordFromJson(context.org.schema, new SObject(describe), body);
    record.values.Id = idTo18(id);
    save(context, 'update', record);
    return noContent();
}

export function remove(context: ApiContext, object: string, id: string): ApiResponse {
    const record = new SObject(mustObject(context.org.schema, object));
    record.values.Id = idTo18(id);
    save(context, 'delete', record);
    return noContent();
}

export function upsert(context: ApiContext, object: string, field: string, value: string): ApiResponse {
    const describe = mustObject(context.org.schema, object);
    const key = fieldOf(describe, field);
    if (!key || !(key.externalId || key.idLookup)) throw new ApiError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${field}`);
    const record = recordFromJson(context.org.schema, new SObject(describe), objectOf(jsonOf(context.request), 'The record'));
    recordFromJson(context.org.schema, record, { [key.name]: decodeURIComponent(value) });
    const result = save(context, 'upsert', record, key.name);
    return json(result.created ? 201 : 200, { id: result.id, success: true, errors: [], created: result.created });
}

function save(context: ApiContext, operation: DmlOperation, record: SObject, externalIdField: string | null = null): DmlResult {
    const [result] = context.org.dml(operation, [record], { allOrNone: false, userId: context.userId, externalIdField });
    if (!result) throw new ApiError(500, 'UNKNOWN_EXCEPTION', 'The database answered nothing');
    if (!result.success) {
        const first = result.errors[0];
        const missing = first?.code === 'ENTITY_IS_DELETED' || first?.code === 'INVALID_CROSS_REFERENCE_KEY';
        throw new ApiError(missing && operation !== 'insert' ? 404 : 400, first?.code ?? 'UNKNOWN_EXCEPTION', first?.message ?? 'unknown', first?.fields ?? []);
    }
    return result;
}

/** POST, PATCH of /composite/sobjects: up to 200 records, of any objects, in one go. */
export function saveMany(context: ApiContext, operation: 'insert' | 'update' | 'upsert', object: string | null, externalIdField: string | null): ApiResponse {
    const body = objectOf(jsonOf(context.request), 'The request');
    const records = body.records;
    if (!Array.isArray(records)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'records must be an array');
    if (records.length > 200) throw new ApiError(400, 'INVALID_INPUT', 'The number of records is over the limit of 200');
    const built = records.map((entry: unknown) => {
        const fields = objectOf(entry, 'A record');
        const attributes = fields.attributes as { type?: string } | undefined;
        const name = object ?? attributes?.type;
        if (!name) throw new ApiError(400, 'INVALID_INPUT', 'Each record needs attributes.type');
        const { id, ...rest } = fields;
        const record = recordFromJson(context.org.schema, new SObject(mustObject(context.org.schema, name)), rest);
        if (typeof id === 'string') record.values.Id = idTo18(id);
        return record;
    });
    return json(200, dmlByObject(context, operation, built, body.allOrNone === true, externalIdField).map((result) => resultJson(result, operation)));
}

export function removeMany(context: ApiContext): ApiResponse {
    const ids = (context.request.query.get('ids') ?? '').split(',').filter(Boolean);
    const records = ids.map((id) => {
        const describe = context.org.schema.objectByPrefix(id.slice(0, 3));
        if (!describe) throw new ApiError(400, 'MALFORMED_ID', `malformed id ${id}`);
        const record = new SObject(describe);
        record.values.Id = idTo18(id);
        return record;
    });
    const allOrNone = context.request.query.get('allOrNone') === 'true';
    return json(200, dmlByObject(context, 'delete', records, allOrNone, null).map((result) => resultJson(result, 'delete')));
}

/** Runs of one object go to the database together, results come back in the order given. */
export function dmlByObject(context: ApiContext, operation: DmlOperation, records: SObject[], allOrNone: boolean, externalIdField: string | null): DmlResult[] {
    const results: DmlResult[] = [];
    let from = 0;
    while (from < records.length) {
        let to = from + 1;
        while (to < records.length && records[to]?.describe === records[from]?.describe) to++;
        results.push(...context.org.dml(operation, records.slice(from, to), { allOrNone, userId: context.userId, externalIdField }));
        from = to;
    }
    return results;
}

function resultJson(result: DmlResult, operation: DmlOperation): Record<string, unknown> {
    return {
        ...(result.id ? { id: result.id } : {}),
        success: result.success,
        errors: result.errors.map((error) => ({ statusCode: error.code, message: error.message, fields: error.fields })),
        ...(operation === 'upsert' ? { created: result.created } : {})
    };
}
