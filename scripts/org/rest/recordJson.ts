// Records in the REST API's JSON, both ways. Datetimes go out as `2026-01-01T00:00:00.000+0000`, decimals as numbers,
// parents nested, children as query results.
import type { FieldDescribe, ObjectDescribe, Schema } from '../metadata/describe.ts';
import { fieldOf, holdsName, referenceByRelationship } from '../metadata/describe.ts';
import { ApexDate, ApexDatetime, ApexTime, Blob, Decimal, Double, SObject, idTo18, isId } from '../values/index.ts';
import { ApiError } from './http.ts';

export function recordJson(record: SObject, version: string): Record<string, unknown> {
    const name = record.describe.name;
    const id = record.id;
    const attributes =
        name === 'AggregateResult' || !id
            ? { type: name }
            : { type: name, url: `/services/data/v${version}/sobjects/${name}/${id}` };
    const out: Record<string, unknown> = { attributes };
    for (const [field, value] of Object.entries(record.values)) {
        if (!record.implicit?.includes(field)) out[field] = valueJson(value, record, field, version);
    }
    for (const [relationship, parent] of Object.entries(record.parents))
        out[relationship] = parent ? recordJson(parent, version) : null;
    for (const [relationship, rows] of Object.entries(record.children)) {
        out[relationship] =
            rows.length === 0
                ? null
                : { totalSize: rows.length, done: true, records: rows.map((row) => recordJson(row, version)) };
    }
    return out;
}

function valueJson(value: unknown, record: SObject, field: string, version: string): unknown {
    if (value === null || value === undefined) return null;
    if (value instanceof Decimal) return value.toNumber();
    if (value instanceof Double) return value.v;
    if (typeof value === 'bigint') return Number(value);
    if (value instanceof ApexDatetime) return value.toString().replace('Z', '+0000');
    if (value instanceof ApexDate || value instanceof ApexTime) return value.toString();
    if (value instanceof Blob)
        return `/services/data/v${version}/sobjects/${record.describe.name}/${record.id ?? ''}/${field}`;
    return value;
}

/** Fills a record from a JSON body; `attributes` is passed over, unknown fields are refused. */
export function recordFromJson(schema: Schema, record: SObject, body: Record<string, unknown>): SObject {
    for (const [key, value] of Object.entries(body)) {
        if (key === 'attributes') continue;
        const field = fieldOf(record.describe, key);
        if (field) {
            record.values[field.name] = valueFromJson(field, value);
            continue;
        }
        const reference = referenceByRelationship(record.describe, key);
        if (reference?.relationshipName && typeof value === 'object') {
            record.parents[reference.relationshipName] =
                value === null ? null : parentFromJson(schema, reference, value as Record<string, unknown>);
            continue;
        }
        throw new ApiError(400, 'INVALID_FIELD', `No such column '${key}' on sobject of type ${record.describe.name}`);
    }
    return record;
}

function parentFromJson(schema: Schema, reference: FieldDescribe, body: Record<string, unknown>): SObject {
    const attributes = body.attributes as { type?: string } | undefined;
    const target = schema.object(attributes?.type ?? reference.referenceTo[0] ?? '');
    if (!target)
        throw new ApiError(
            400,
            'INVALID_FIELD',
            `The relationship ${String(reference.relationshipName)} has no object`
        );
    return recordFromJson(schema, new SObject(target), body);
}

function valueFromJson(field: FieldDescribe, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (holdsName(field)) return String(value);
    const refuse = (): never => {
        throw new ApiError(
            400,
            'JSON_PARSER_ERROR',
            `Cannot deserialize instance of ${field.type} from ${typeof value === 'string' ? 'VALUE_STRING' : 'VALUE'} value ${String(value)}`
        );
    };
    switch (field.type) {
        case 'boolean':
            if (typeof value === 'boolean') return value;
            return value === 'true' ? true : value === 'false' ? false : refuse();
        case 'int':
            return Number.isInteger(Number(value)) ? Number(value) : refuse();
        case 'long':
            return BigInt(String(value));
        case 'double':
        case 'currency':
        case 'percent':
            if (typeof value !== 'number' && typeof value !== 'string') return refuse();
            try {
                return Decimal.parse(String(value));
            } catch {
                return refuse();
            }
        case 'date':
            return /^\d{4}-\d\d-\d\d/.test(String(value))
                ? new ApexDate(Math.floor(Date.parse(String(value).slice(0, 10)) / 86_400_000))
                : refuse();
        case 'datetime': {
            const ms = Date.parse(String(value).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
            return Number.isNaN(ms) ? refuse() : new ApexDatetime(ms);
        }
        case 'time': {
            const match = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?Z?$/.exec(String(value));
            if (!match) return refuse();
            return new ApexTime(
                ((Number(match[1]) * 60 + Number(match[2])) * 60 + Number(match[3])) * 1000 +
                    Number((match[4] ?? '0').padEnd(3, '0'))
            );
        }
        case 'base64':
            return new Blob(Buffer.from(String(value), 'base64'));
        case 'id':
        case 'reference':
            return isId(String(value)) ? idTo18(String(value)) : malformedId(field, value);
        case 'address':
        case 'location':
        case 'anytype':
            return value;
        case 'string':
        case 'textarea':
        case 'picklist':
        case 'multipicklist':
        case 'combobox':
        case 'email':
        case 'phone':
        case 'url':
        case 'encryptedstring':
            return typeof value === 'object' ? refuse() : String(value);
    }
}

function malformedId(field: FieldDescribe, value: unknown): never {
    throw new ApiError(400, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${String(value)}`, [
        field.name
    ]);
}

export function mustObject(schema: Schema, name: string): ObjectDescribe {
    const object = schema.object(name);
    if (!object) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return object;
}
