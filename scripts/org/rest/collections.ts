// sObject collections: up to 200 records, of any objects, created, changed, deleted or read in one request.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm
import type { DmlOperation, DmlResult } from '../apex/runtime/platform.ts';
import { fieldOf } from '../metadata/describe.ts';
import { SObject, idTo18, isId } from '../values/index.ts';
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { ApiError, json, jsonOf, objectOf } from './http.ts';
import { mustObject, recordFromJson, recordJson } from './recordJson.ts';
import { runQuery } from './query.ts';

/** POST, PATCH of /composite/sobjects: up to 200 records, of any objects, in one go. */
export function saveMany(
    context: ApiContext,
    operation: 'insert' | 'update' | 'upsert',
    object: string | null,
    externalIdField: string | null
): ApiResponse {
    const body = objectOf(jsonOf(context.request), 'The request');
    const records = body.records;
    if (!Array.isArray(records)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'records must be an array');
    if (records.length > 200)
        throw new ApiError(400, 'INVALID_INPUT', 'The number of records is over the limit of 200');
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
    return json(
        200,
        dmlByObject(context, operation, built, body.allOrNone === true, externalIdField).map((result) =>
            resultJson(result, operation)
        )
    );
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
    return json(
        200,
        dmlByObject(context, 'delete', records, allOrNone, null).map((result) => resultJson(result, 'delete'))
    );
}

/** Runs of one object go to the database together, results come back in the order given. */
export function dmlByObject(
    context: ApiContext,
    operation: DmlOperation,
    records: SObject[],
    allOrNone: boolean,
    externalIdField: string | null
): DmlResult[] {
    const results: DmlResult[] = [];
    let from = 0;
    while (from < records.length) {
        let to = from + 1;
        while (to < records.length && records[to]?.describe === records[from]?.describe) to++;
        results.push(
            ...context.org.dml(operation, records.slice(from, to), {
                allOrNone,
                userId: context.userId,
                externalIdField
            })
        );
        from = to;
    }
    return results;
}

function resultJson(result: DmlResult, operation: DmlOperation): Record<string, unknown> {
    return {
        ...(result.id ? { id: result.id } : {}),
        success: result.success,
        errors: result.errors.map((error) => ({
            statusCode: error.code,
            message: error.message,
            fields: error.fields
        })),
        ...(operation === 'upsert' ? { created: result.created } : {})
    };
}

/** GET or POST /composite/sobjects/OBJECT: records by id, null where there is none. */
export function retrieveMany(context: ApiContext, object: string): ApiResponse {
    const describe = mustObject(context.org.schema, object);
    const { ids, fields } = retrieval(context);
    for (const name of fields)
        if (!fieldOf(describe, name.split('.')[0] ?? '') && !name.includes('.'))
            throw new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on entity '${describe.name}'`);
    for (const id of ids) if (!isId(id)) throw new ApiError(400, 'MALFORMED_ID', `malformed id ${id}`);
    const wanted = ids.map(idTo18);
    const list = wanted.map((id) => `'${id}'`).join(', ');
    const rows =
        wanted.length === 0
            ? []
            : runQuery(
                  context,
                  `SELECT ${[...new Set(['Id', ...fields])].join(', ')} FROM ${describe.name} WHERE Id IN (${list})`,
                  false,
                  false
              );
    const byId = new Map((typeof rows === 'number' ? [] : rows).map((row) => [row.id, row]));
    return json(
        200,
        wanted.map((id) => {
            const row = byId.get(id);
            return row ? recordJson(row, context.version) : null;
        })
    );
}

function retrieval(context: ApiContext): { ids: string[]; fields: string[] } {
    if (context.request.method === 'GET') {
        const list = (name: string): string[] => (context.request.query.get(name) ?? '').split(',').filter(Boolean);
        return { ids: list('ids'), fields: list('fields') };
    }
    const { ids, fields } = objectOf(jsonOf(context.request), 'The request');
    if (!Array.isArray(ids) || !Array.isArray(fields))
        throw new ApiError(400, 'JSON_PARSER_ERROR', 'ids and fields must be arrays');
    return { ids: ids.map(String), fields: fields.map(String) };
}
