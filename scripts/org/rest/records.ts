// Single records: create, read, update, upsert by external id, delete.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_rows.htm
import type { DmlOperation, DmlResult } from '../apex/runtime/platform.ts';
import type { FieldDescribe, ObjectDescribe } from '../metadata/describe.ts';
import { fieldOf } from '../metadata/describe.ts';
import { Blob, SObject, idTo18, isId } from '../values/index.ts';
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { ApiError, json, jsonOf, noContent, objectOf } from './http.ts';
import { mustObject, recordFromJson, recordJson } from './recordJson.ts';
import { runQuery } from './query.ts';

export function create(context: ApiContext, object: string): ApiResponse {
    const describe = mustObject(context.org.schema, object);
    const record = recordFromJson(
        context.org.schema,
        new SObject(describe),
        objectOf(jsonOf(context.request), 'The record')
    );
    const result = save(context, 'insert', record);
    return json(201, { id: result.id, success: true, errors: [] }, locationOf(context, describe, result));
}

export function read(context: ApiContext, object: string, id: string): ApiResponse {
    return json(200, recordJson(mustFind(context, object, id, context.request.query.get('fields')), context.version));
}

/** GET /sobjects/T/KEY/VALUE reads by external id, GET /sobjects/T/ID/FIELD the bytes of a field. */
export function readPart(context: ApiContext, object: string, first: string, second: string): ApiResponse {
    const describe = mustObject(context.org.schema, object);
    if (fieldOf(describe, first))
        return json(
            200,
            recordJson(
                mustFindByKey(context, describe, first, second, context.request.query.get('fields')),
                context.version
            )
        );
    const field = fieldOf(describe, second);
    if (field?.type !== 'base64') throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    const value = mustFind(context, object, first, field.name).values[field.name];
    if (!(value instanceof Blob)) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return { status: 200, headers: { 'content-type': 'application/octetstream' }, body: value.bytes };
}

function mustFindByKey(
    context: ApiContext,
    describe: ObjectDescribe,
    name: string,
    value: string,
    fields: string | null
): SObject {
    const key = keyField(describe, name);
    const probe = recordFromJson(context.org.schema, new SObject(describe), { [key.name]: decodeURIComponent(value) })
        .values[key.name];
    const literal = typeof probe === 'string' ? `'${probe.replace(/[\\']/g, '\\$&')}'` : String(probe);
    const rows = runQuery(context, `SELECT Id FROM ${describe.name} WHERE ${key.name} = ${literal}`, false, false);
    const id = typeof rows === 'number' ? undefined : rows[0]?.id;
    if (!id) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return mustFind(context, describe.name, id, fields);
}

function keyField(describe: ObjectDescribe, name: string): FieldDescribe {
    const key = fieldOf(describe, name);
    if (!key || !(key.externalId || key.idLookup))
        throw new ApiError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`);
    return key;
}

export function removeByKey(context: ApiContext, object: string, name: string, value: string): ApiResponse {
    const describe = mustObject(context.org.schema, object);
    return remove(context, object, mustFindByKey(context, describe, name, value, 'Id').id ?? '');
}

function mustFind(context: ApiContext, object: string, id: string, fields: string | null): SObject {
    const describe = mustObject(context.org.schema, object);
    if (!isId(id)) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    const list =
        fields ??
        [...describe.fields.values()]
            .filter((field) => field.type !== 'address' && field.type !== 'location')
            .map((field) => field.name)
            .join(', ');
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
    const key = keyField(describe, field);
    const record = recordFromJson(
        context.org.schema,
        new SObject(describe),
        objectOf(jsonOf(context.request), 'The record')
    );
    recordFromJson(context.org.schema, record, { [key.name]: decodeURIComponent(value) });
    const result = save(context, 'upsert', record, key.name);
    return json(
        result.created ? 201 : 200,
        { id: result.id, success: true, errors: [], created: result.created },
        result.created ? locationOf(context, describe, result) : {}
    );
}

function locationOf(context: ApiContext, describe: ObjectDescribe, result: DmlResult): Record<string, string> {
    return { location: `/services/data/v${context.version}/sobjects/${describe.name}/${result.id ?? ''}` };
}

function save(
    context: ApiContext,
    operation: DmlOperation,
    record: SObject,
    externalIdField: string | null = null
): DmlResult {
    const [result] = context.org.dml(operation, [record], {
        allOrNone: false,
        userId: context.userId,
        externalIdField
    });
    if (!result) throw new ApiError(500, 'UNKNOWN_EXCEPTION', 'The database answered nothing');
    if (!result.success) {
        const first = result.errors[0];
        const missing = first?.code === 'ENTITY_IS_DELETED' || first?.code === 'INVALID_CROSS_REFERENCE_KEY';
        throw new ApiError(
            missing && operation !== 'insert' ? 404 : 400,
            first?.code ?? 'UNKNOWN_EXCEPTION',
            first?.message ?? 'unknown',
            first?.fields ?? []
        );
    }
    return result;
}
