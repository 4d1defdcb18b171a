// Insert and update of one chunk: load, system validation, before triggers, validation, write, after triggers, roll-ups.
import type { ObjectDescribe } from '../../metadata/describe.ts';
import { ApexDatetime } from '../../values/index.ts';
import { UniqueViolation } from '../../store/api.ts';
import type { OrgContext } from '../context.ts';
import { fireTriggers } from '../triggers.ts';
import { nextAutoNumber } from './autoNumber.ts';
import { recordError } from './errors.ts';
import { prepareInsert, prepareUpdate } from './prepare.ts';
import { failed, type Row, type SaveOptions } from './row.ts';
import { rollUpParents } from './rollups.ts';
import { checkSaveAccess } from '../users/dmlAccess.ts';
import { standardRules } from './standard/index.ts';
import { validateReferences, validateRules, validateSystem } from './validate.ts';

export function saveChunk(
    org: OrgContext,
    operation: 'insert' | 'update',
    object: ObjectDescribe,
    rows: Row[],
    options: SaveOptions
): void {
    const inserting = operation === 'insert';
    for (const row of rows) row.created = inserting;
    if (inserting) prepareInsert(org, object, rows, options);
    else prepareUpdate(org, object, rows, options);
    let live = rows.filter((row) => !failed(row));
    if (!options.internal) checkSaveAccess(org, operation, object, live, options);
    const standard = standardRules(object.name);
    live = live.filter((row) => !failed(row));
    standard?.prepare?.(org, live, inserting);
    validateReferences(org, object, live);
    live = live.filter((row) => !failed(row));
    fireTriggers(org, inserting ? 'BEFORE_INSERT' : 'BEFORE_UPDATE', object, live);
    live = live.filter((row) => !failed(row));
    standard?.beforeSave?.(org, live, inserting);
    live = live.filter((row) => !failed(row));
    validateSystem(org, object, live, options);
    validateRules(org, object, live);
    standard?.validate?.(
        org,
        live.filter((row) => !failed(row)),
        inserting
    );
    live = live.filter((row) => !failed(row));
    if (options.allOrNone && live.length < rows.length) return;
    write(org, object, live, inserting);
    live = live.filter((row) => !failed(row));
    standard?.afterSave?.(org, live, inserting);
    live = live.filter((row) => !failed(row));
    fireTriggers(org, inserting ? 'AFTER_INSERT' : 'AFTER_UPDATE', object, live);
    rollUpParents(
        org,
        object,
        live.filter((row) => !failed(row))
    );
}

function write(org: OrgContext, object: ObjectDescribe, rows: Row[], inserting: boolean): void {
    const now = new ApexDatetime(Math.floor(org.now() / 1000) * 1000);
    const user = org.tx.userId;
    for (const row of rows) {
        const values = row.record.values;
        if (inserting) {
            values.Id = org.store.nextId(object);
            stamp(object, values, { CreatedById: user, CreatedDate: now, IsDeleted: false });
            for (const field of object.fields.values()) {
                if (field.autoNumber) values[field.name] = nextAutoNumber(org, object, field);
            }
        }
        stamp(object, values, { LastModifiedById: user, LastModifiedDate: now, SystemModstamp: now });
        nameRecord(object, values);
        try {
            if (inserting) org.store.insert(object, [stored(object, values)]);
            else org.store.update(object, values.Id as string, changes(object, row));
        } catch (error) {
            if (!(error instanceof UniqueViolation)) throw error;
            if (inserting) values.Id = null;
            row.errors.push(recordError('DUPLICATE_VALUE', error.message, [error.field]));
        }
    }
}

function stamp(object: ObjectDescribe, values: Record<string, unknown>, wanted: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(wanted)) {
        if (object.fields.has(name.toLowerCase())) values[name] = value;
    }
}

/** A custom record without a name is called by its id; a person's name is made of its parts. */
function nameRecord(object: ObjectDescribe, values: Record<string, unknown>): void {
    if (object.fields.has('lastname') && object.fields.has('name')) {
        values.Name = [values.FirstName, values.MiddleName, values.LastName, values.Suffix]
            .filter((part) => typeof part === 'string' && part !== '')
            .join(' ');
        return;
    }
    const name = object.fields.get('name');
    if (name && object.custom && !name.autoNumber && name.type === 'string' && values.Name == null)
        values.Name = values.Id;
}

function stored(object: ObjectDescribe, values: Record<string, unknown>): Record<string, unknown> {
    const row: Record<string, unknown> = {};
    for (const field of object.fields.values()) {
        if (field.name in values && !(field.calculated && field.formula !== null)) row[field.name] = values[field.name];
    }
    return row;
}

function changes(object: ObjectDescribe, row: Row): Record<string, unknown> {
    const all = stored(object, row.record.values);
    const changed: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(all)) {
        if (name !== 'Id' && value !== row.old?.values[name]) changed[name] = value;
    }
    return changed;
}
