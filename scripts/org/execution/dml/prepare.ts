// Before the first trigger: the record as given becomes the record to save (defaults of an insert, saved values of an update,
// parents named by external id).
import type { FieldDescribe, ObjectDescribe } from '../../metadata/describe.ts';
import { fieldOf, referenceByRelationship } from '../../metadata/describe.ts';
import { Blob, Decimal, Double, idTo18, isId } from '../../values/index.ts';
import type { Value } from '../../values/index.ts';
import { SObject } from '../../values/index.ts';
import type { OrgContext } from '../context.ts';
import { recordError } from './errors.ts';
import { failed, type Row, type SaveOptions } from './row.ts';

const audit = new Set([
    'createdbyid',
    'createddate',
    'lastmodifiedbyid',
    'lastmodifieddate',
    'systemmodstamp',
    'isdeleted',
    'id'
]);

export function prepareInsert(org: OrgContext, object: ObjectDescribe, rows: Row[], options: SaveOptions): void {
    for (const row of rows) {
        row.record = new SObject(object);
        row.old = null;
        if (row.given.id !== null) {
            row.errors.push(
                recordError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id'])
            );
            continue;
        }
        for (const field of object.fields.values()) {
            const given = field.name in row.given.values;
            if (given && (options.internal || field.createable) && !audit.has(field.name.toLowerCase())) {
                row.record.values[field.name] = coerce(field, row.given.values[field.name]);
            } else if (!given) {
                const value = defaultOf(org, field, row.record);
                if (value !== null) row.record.values[field.name] = value;
            }
            if (field.type === 'boolean' && row.record.values[field.name] == null)
                row.record.values[field.name] = false;
        }
        // A hierarchy setting of nobody in particular is the organization's.
        if (object.kind === 'hierarchySetting') row.record.values.SetupOwnerId ??= org.platform.user.organizationId;
        resolveParents(org, object, row);
        if (object.fields.has('ownerid') && row.record.values.OwnerId == null)
            row.record.values.OwnerId = org.tx.userId;
        // Without an owner a hierarchy setting is the organization's (NebulaLogger, Logger_Tests).
        if (object.kind === 'hierarchySetting' && row.record.values.SetupOwnerId == null)
            row.record.values.SetupOwnerId = org.platform.user.organizationId;
        if (object.fields.has('recordtypeid') && !('RecordTypeId' in row.given.values)) {
            const type = org.access.defaultRecordType(object);
            if (type) row.record.values.RecordTypeId = type;
        }
    }
}

/** Loads the saved records; duplicates in the list are the caller's mistake and refuse the call. */
export function prepareUpdate(org: OrgContext, object: ObjectDescribe, rows: Row[], options: SaveOptions): void {
    const saved = loadOld(org, object, rows, 'update');
    for (const row of rows) {
        if (failed(row)) continue;
        const old = saved.get(row.given.id as string) as SObject;
        row.old = copySaved(old);
        row.record = copySaved(old);
        for (const [name, value] of Object.entries(row.given.values)) {
            const field = fieldOf(object, name);
            if (!field || audit.has(name.toLowerCase())) continue;
            if (field.updateable || options.internal) row.record.values[field.name] = coerce(field, value);
            else if (field.createable && field.relationshipOrder !== null && value !== old.values[field.name]) {
                row.errors.push(
                    recordError(
                        'INVALID_FIELD_FOR_INSERT_UPDATE',
                        `Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
                        [field.name]
                    )
                );
            }
        }
        for (const field of object.fields.values()) {
            if (field.type === 'boolean' && row.record.values[field.name] == null)
                row.record.values[field.name] = false;
        }
        resolveParents(org, object, row);
    }
}

export function copySaved(record: SObject): SObject {
    const copy = new SObject(record.describe);
    Object.assign(copy.values, record.values);
    return copy;
}

/** Saved rows by id; rows without one get the platform's errors. */
export function loadOld(
    org: OrgContext,
    object: ObjectDescribe,
    rows: Row[],
    call: 'update' | 'delete' | 'undelete'
): Map<string, SObject> {
    const ids: string[] = [];
    for (const row of rows) {
        const id = row.given.id;
        if (id === null) row.errors.push(recordError('MISSING_ARGUMENT', `Id not specified in an ${call} call`));
        else ids.push(id);
    }
    const saved = org.store.byId(object, ids, true);
    for (const row of rows) {
        if (failed(row)) continue;
        const old = saved.get(row.given.id as string);
        const deleted = old?.values.IsDeleted === true;
        if (!old) row.errors.push(recordError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'));
        else if (call === 'undelete' ? !deleted || org.emptied.has(row.given.id as string) : deleted) {
            row.errors.push(
                call === 'undelete'
                    ? recordError('UNDELETE_FAILED', 'Entity is not in the recycle bin')
                    : recordError('ENTITY_IS_DELETED', 'entity is deleted')
            );
        }
    }
    return saved;
}

function defaultOf(org: OrgContext, field: FieldDescribe, record: SObject): Value {
    if (field.autoNumber || field.calculated) return null;
    if (field.defaultValueFormula !== null && field.defaultValueFormula !== '') {
        return coerce(field, org.facts.evaluate(field.defaultValueFormula, record, null, true, field.type));
    }
    const value = field.picklistValues.find((item) => item.isDefault && item.active);
    return value && field.type === 'picklist' ? value.value : null;
}

/** `new Contact(Account = new Account(Key__c = 'x'))`: the lookup is filled from the parent's external id. */
function resolveParents(org: OrgContext, object: ObjectDescribe, row: Row): void {
    for (const [relationship, parent] of Object.entries(row.given.parents)) {
        if (!parent || parent.queried || parent.id !== null) continue;
        const reference = referenceByRelationship(object, relationship);
        const keys = Object.keys(parent.values);
        const key = keys.length === 1 ? fieldOf(parent.describe, keys[0] as string) : undefined;
        if (!reference || !key || !(key.externalId || key.idLookup)) continue;
        const value = parent.values[key.name];
        const found = org.store.idsBy(parent.describe, key.name, [value]);
        if (found.length === 1) row.record.values[reference.name] = found[0]?.id;
        else if (found.length > 1)
            row.errors.push(
                recordError(
                    'DUPLICATE_EXTERNAL_ID',
                    `More than one record found for external id field: [${found.map((item) => item.id).join(', ')}]`,
                    [key.name]
                )
            );
        else
            row.errors.push(
                recordError(
                    'INVALID_FIELD',
                    `Foreign key external ID: ${String(value).toLowerCase()} not found for field ${key.name} in entity ${parent.describe.name}`
                )
            );
    }
}

/** The value in the representation of the field's type; texts lose their outer blanks, an empty one is null. */
export function coerce(field: FieldDescribe, value: Value): Value {
    if (value === undefined || value === null || value === '') return null;
    switch (field.type) {
        case 'double':
        case 'currency':
        case 'percent':
            if (typeof value === 'number')
                return Number.isInteger(value) ? new Decimal(BigInt(value), 0) : Decimal.fromNumber(value);
            if (typeof value === 'bigint') return new Decimal(value, 0);
            if (value instanceof Double) return Decimal.fromNumber(value.v);
            return value;
        case 'int':
            if (value instanceof Decimal || value instanceof Double)
                return Math.trunc(value instanceof Decimal ? value.toNumber() : value.v);
            return value;
        case 'reference':
        case 'id':
            return typeof value === 'string' && isId(value) ? idTo18(value) : value;
        case 'base64':
            return value instanceof Blob
                ? value
                : typeof value === 'string'
                  ? new Blob(Buffer.from(value, 'base64'))
                  : value;
        default:
            return value;
    }
}
