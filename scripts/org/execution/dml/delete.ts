// Delete, with its cascade, and undelete of one chunk. Cascaded deletes fire no triggers.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_ignoring_operations.htm
import type { ObjectDescribe } from '../../metadata/describe.ts';
import { fieldOf } from '../../metadata/describe.ts';
import { ApexDatetime } from '../../values/index.ts';
import type { OrgContext } from '../context.ts';
import { fireTriggers } from '../triggers.ts';
import { checkSaveAccess } from '../users/dmlAccess.ts';
import { recordError } from './errors.ts';
import { copySaved, loadOld } from './prepare.ts';
import { failed, type Row, type SaveOptions } from './row.ts';
import { rollUpParents } from './rollups.ts';
import { standardRules } from './standard/index.ts';

export function deleteChunk(org: OrgContext, object: ObjectDescribe, rows: Row[], options: SaveOptions): void {
    const saved = loadOld(org, object, rows, 'delete');
    let live = rows.filter((row) => !failed(row));
    for (const row of live) {
        row.old = copySaved(saved.get(row.given.id as string) as Row['record']);
        row.record = copySaved(row.old);
    }
    if (!options.internal) checkSaveAccess(org, 'delete', object, live, options);
    live = live.filter((row) => !failed(row));
    fireTriggers(org, 'BEFORE_DELETE', object, live);
    live = live.filter((row) => !failed(row));
    standardRules(object.name)?.beforeDelete?.(org, live);
    live = live.filter((row) => !failed(row));
    restrict(org, object, live);
    live = live.filter((row) => !failed(row));
    if (options.allOrNone && live.length < rows.length) return;
    const gone = new Map<string, Set<string>>([[object.name, new Set(live.map((row) => row.record.id as string))]]);
    cascade(org, object, [...(gone.get(object.name) ?? [])], gone);
    noteMasters(org, object, live);
    standardRules(object.name)?.afterDelete?.(org, live);
    fireTriggers(org, 'AFTER_DELETE', object, live);
    rollUpParents(
        org,
        object,
        live.filter((row) => !failed(row))
    );
}

/** After delete triggers of a merge read MasterRecordId. */
function noteMasters(org: OrgContext, object: ObjectDescribe, rows: Row[]): void {
    if (!object.fields.has('masterrecordid')) return;
    for (const { record, old } of rows) {
        const master = org.tx.merging.get(record.id as string);
        if (!master) continue;
        org.store.update(object, record.id as string, { MasterRecordId: master });
        record.values.MasterRecordId = master;
        if (old) old.values.MasterRecordId = master;
    }
}

function restrict(org: OrgContext, object: ObjectDescribe, rows: Row[]): void {
    for (const child of object.childRelationships) {
        if (!child.restrictedDelete || child.cascadeDelete) continue;
        const describe = org.schema.object(child.childObject);
        const field = describe && fieldOf(describe, child.field);
        if (!describe || !field || describe.kind === 'history') continue;
        for (const { value } of org.store.idsBy(
            describe,
            field.name,
            rows.map((row) => row.record.id as string)
        )) {
            const row = rows.find((item) => item.record.id === value);
            if (row && !failed(row)) {
                row.errors.push(
                    recordError(
                        'DELETE_FAILED',
                        `Your attempt to delete ${nameOf(row)} could not be completed because it is associated with the following ${describe.labelPlural.toLowerCase()}.: ${describe.label}`
                    )
                );
            }
        }
    }
}

function nameOf(row: Row): string {
    return typeof row.record.values.Name === 'string' ? row.record.values.Name : (row.record.id as string);
}

/** Soft-deletes the records and their details; other lookups to them are emptied. */
export function cascade(
    org: OrgContext,
    object: ObjectDescribe,
    ids: string[],
    gone: Map<string, Set<string>>,
    deletion = ++lastDeletion
): void {
    if (ids.length === 0) return;
    for (const child of object.childRelationships) {
        const describe = org.schema.object(child.childObject);
        const field = describe && fieldOf(describe, child.field);
        if (!describe || !field || field.calculated || !isStored(describe)) continue;
        const found = org.store.idsBy(describe, field.name, ids);
        if (found.length === 0) continue;
        if (child.cascadeDelete) {
            const known = gone.get(describe.name) ?? new Set<string>();
            gone.set(describe.name, known);
            const fresh = found.map((item) => item.id).filter((id) => !known.has(id));
            for (const id of fresh) known.add(id);
            cascade(org, describe, fresh, gone, deletion);
        } else if (field.nillable && !child.restrictedDelete) {
            for (const { id } of found) org.store.update(describe, id, { [field.name]: null });
        }
    }
    remove(org, object, ids, deletion);
}

export function isStored(object: ObjectDescribe): boolean {
    return (
        object.kind === 'standard' ||
        object.kind === 'custom' ||
        object.kind === 'share' ||
        object.kind === 'listSetting' ||
        object.kind === 'hierarchySetting'
    );
}

/** Which deletion took a record, so that what went with its master comes back with it. Forgotten when the org stops. */
const deletions = new WeakMap<OrgContext['store'], Map<string, number>>();
let lastDeletion = 0;

function deletionsOf(org: OrgContext): Map<string, number> {
    let known = deletions.get(org.store);
    if (!known) deletions.set(org.store, (known = new Map()));
    return known;
}

/** Objects with a recycle bin keep the row; others lose it. */
export function remove(org: OrgContext, object: ObjectDescribe, ids: string[], deletion = ++lastDeletion): void {
    if (
        !object.fields.has('isdeleted') ||
        object.kind === 'share' ||
        object.kind === 'listSetting' ||
        object.kind === 'hierarchySetting'
    ) {
        org.store.purge(object, ids);
        return;
    }
    const stamp: Record<string, unknown> = { IsDeleted: true };
    if (object.fields.has('systemmodstamp')) stamp.SystemModstamp = new ApexDatetime(org.now());
    for (const id of ids) {
        org.store.update(object, id, stamp);
        deletionsOf(org).set(id, deletion);
    }
}

export function undeleteChunk(org: OrgContext, object: ObjectDescribe, rows: Row[], options: SaveOptions): void {
    const saved = loadOld(org, object, rows, 'undelete');
    let live = rows.filter((row) => !failed(row));
    if (!options.internal) checkSaveAccess(org, 'undelete', object, live, options);
    live = live.filter((row) => !failed(row));
    if (options.allOrNone && live.length < rows.length) return;
    for (const row of live) {
        row.record = copySaved(saved.get(row.given.id as string) as Row['record']);
        row.record.values.IsDeleted = false;
        row.old = copySaved(row.record);
        restore(org, object, [row.record.id as string], deletionsOf(org).get(row.record.id as string));
    }
    fireTriggers(org, 'AFTER_UNDELETE', object, live);
    rollUpParents(
        org,
        object,
        live.filter((row) => !failed(row))
    );
}

/** Details deleted with their master come back with it. */
function restore(org: OrgContext, object: ObjectDescribe, ids: string[], deletion: number | undefined): void {
    for (const id of ids) org.store.update(object, id, { IsDeleted: false });
    for (const child of object.childRelationships) {
        const describe = org.schema.object(child.childObject);
        const field = describe && fieldOf(describe, child.field);
        if (!child.cascadeDelete || !describe || !field || !isStored(describe) || !describe.fields.has('isdeleted'))
            continue;
        const deleted = org.soql.run(
            `SELECT Id FROM ${describe.name} WHERE IsDeleted = true AND ${field.name} IN :ids`,
            org.access.systemQueryContext({ ids }, true)
        ).rows;
        const found = deleted.filter((row) => deletionsOf(org).get(row.id as string) === deletion);
        if (found.length > 0)
            restore(
                org,
                describe,
                found.map((row) => row.id as string),
                deletion
            );
    }
}
