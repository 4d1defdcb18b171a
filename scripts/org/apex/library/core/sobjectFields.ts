// Fields of a record by name or token, as SObject.get and put read and write them, with their conversions and refusals.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject.htm
import type { FieldDescribe } from '../../../metadata/describe.ts';
import { childRelationship, fieldOf, holdsName, referenceByRelationship } from '../../../metadata/describe.ts';
import type { SObject } from '../../../values/index.ts';
import { ApexDate, ApexDatetime, ApexTime, Blob, Decimal, Double, idTo18, isId } from '../../../values/index.ts';
import { ApexList } from '../../runtime/collections.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { typeOfValue } from '../../runtime/registry.ts';
import { readField, readParent, writeField, writeParent } from '../../runtime/sobjectAccess.ts';
import type { SObjectFieldToken } from '../../runtime/tokens.ts';
import { nullArgument } from './elements.ts';

export type FieldName = string | SObjectFieldToken | null;

function invalid(record: SObject, name: string): never {
    return throwApex('System.SObjectException', `Invalid field ${name} for ${record.describe.name}`);
}

function nameOf(record: SObject, field: FieldName): string {
    if (field === null) return nullArgument();
    if (typeof field === 'string') return field;
    if (field.object !== record.describe.name && !fieldOf(record.describe, field.name)) {
        throwApex(
            'System.SObjectException',
            `SObject.FieldName ${field.object}.${field.name} does not belong to SObject type ${record.describe.name}`
        );
    }
    return field.name;
}

export function describeField(record: SObject, field: FieldName): FieldDescribe {
    const name = nameOf(record, field);
    return fieldOf(record.describe, name) ?? invalid(record, name);
}

/** Name under which a record holds a value: canonical, or the alias of an aggregate. */
function keyOf(record: SObject, field: FieldName): string {
    const name = nameOf(record, field);
    const known = fieldOf(record.describe, name);
    if (known) return known.name;
    if (record.describe.kind !== 'aggregate') return invalid(record, name);
    const wanted = name.toLowerCase();
    return Object.keys(record.values).find((key) => key.toLowerCase() === wanted) ?? invalid(record, name);
}

export function getField(record: SObject, field: FieldName): unknown {
    const key = keyOf(record, field);
    const value = readField(record, key);
    return value === null && fieldOf(record.describe, key)?.type === 'boolean' && !record.queried ? false : value;
}

export function putField(record: SObject, field: FieldName, value: unknown): unknown {
    const describe = describeField(record, field);
    if (describe.calculated || describe.autoNumber)
        throwApex('System.SObjectException', `Field ${describe.name} is not editable`);
    const before = record.values[describe.name] ?? null;
    writeField(record, describe.name, fitValue(describe, value));
    return before;
}

const APEX_TYPES: Partial<Record<FieldDescribe['type'], string>> = {
    id: 'Id',
    reference: 'Id',
    boolean: 'Boolean',
    int: 'Integer',
    long: 'Long',
    double: 'Decimal',
    currency: 'Decimal',
    percent: 'Decimal',
    date: 'Date',
    datetime: 'Datetime',
    time: 'Time',
    base64: 'Blob'
};

/** The Apex type of a plain field. */
export function fieldApexType(field: FieldDescribe): string {
    return holdsName(field) ? 'String' : (APEX_TYPES[field.type] ?? 'String');
}

/** The value as the field holds it, or System.SObjectException. */
export function fitValue(field: FieldDescribe, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    const wanted = fieldApexType(field);
    const fitted = convert(wanted, field, value);
    if (fitted === undefined)
        throwApex('System.SObjectException', `Illegal assignment from ${typeOfValue(value).name} to ${wanted}`);
    return fitted;
}

function convert(wanted: string, field: FieldDescribe, value: unknown): unknown {
    switch (wanted) {
        case 'Id':
            if (typeof value !== 'string') return undefined;
            if (isId(value)) return idTo18(value);
            // Text for a lookup is taken as it is; DML refuses it (NebulaLogger, LoggerFieldMapper_Tests).
            return field.type === 'reference' ? value : throwApex('System.StringException', `Invalid id: ${value}`);
        case 'Boolean':
            return typeof value === 'boolean' ? value : undefined;
        case 'Integer':
            return typeof value === 'number' ? value : undefined;
        case 'Long':
            return typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : undefined;
        case 'Decimal':
            return typeof value === 'number' ||
                typeof value === 'bigint' ||
                value instanceof Double ||
                value instanceof Decimal
                ? Decimal.from(value)
                : undefined;
        case 'Date':
            return value instanceof ApexDate
                ? value
                : value instanceof ApexDatetime
                  ? new ApexDate(Math.floor(value.ms / 86_400_000))
                  : undefined;
        case 'Datetime':
            return value instanceof ApexDatetime
                ? value
                : value instanceof ApexDate
                  ? new ApexDatetime(value.ms)
                  : undefined;
        case 'Time':
            return value instanceof ApexTime ? value : undefined;
        case 'Blob':
            return value instanceof Blob ? value : undefined;
        default:
            return typeof value === 'string' ||
                (typeof value === 'object' &&
                    (field.type === 'address' || field.type === 'location' || field.type === 'anytype'))
                ? value
                : undefined;
    }
}

function relationshipOf(record: SObject, field: FieldName): FieldDescribe {
    const name = nameOf(record, field);
    const found =
        typeof field === 'string' ? referenceByRelationship(record.describe, name) : fieldOf(record.describe, name);
    if (found?.relationshipName) return found;
    return throwApex('System.SObjectException', `Invalid relationship ${name} for ${record.describe.name}`);
}

export function getParent(record: SObject, field: FieldName): SObject | null {
    const reference = relationshipOf(record, field);
    return readParent(record, reference.relationshipName as string, reference.name);
}

export function putParent(record: SObject, field: FieldName, parent: SObject | null): SObject | null {
    const reference = relationshipOf(record, field);
    const name = reference.relationshipName as string;
    const before = record.parents[name] ?? null;
    if (parent && reference.referenceTo.length > 0 && !reference.referenceTo.includes(parent.describe.name)) {
        throwApex(
            'System.SObjectException',
            `Illegal assignment from ${parent.describe.name} to ${reference.referenceTo[0] as string}`
        );
    }
    writeParent(record, name, parent);
    return before;
}

export function getChildren(record: SObject, name: string | null): ApexList<SObject> | null {
    if (name === null) return nullArgument();
    const child = childRelationship(record.describe, name);
    if (!child?.relationshipName)
        return throwApex('System.SObjectException', `Invalid relationship ${name} for ${record.describe.name}`);
    const rows = record.children[child.relationshipName];
    return rows === undefined || rows.length === 0 ? null : ApexList.of(rows[0]?.describe.name ?? 'SObject', rows);
}

/** Fields, parents and children that are populated in memory; a null that a query returned is not. */
export function populated(self: SObject): [string, unknown][] {
    const found: [string, unknown][] = Object.entries(self.values).filter(
        ([, value]) => !(self.queried && value === null)
    );
    for (const [name, parent] of Object.entries(self.parents)) if (parent !== null) found.push([name, parent]);
    for (const [name, rows] of Object.entries(self.children))
        found.push([name, ApexList.of(rows[0]?.describe.name ?? 'SObject', rows)]);
    return found;
}
