// merge: children move to the master, the others are deleted (with their delete triggers), then the master is updated.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_merge_statements.htm
import { throwApex } from '../../apex/runtime/exceptions.ts';
import type { DmlOptions, DmlResult } from '../../apex/runtime/platform.ts';
import { fieldOf } from '../../metadata/describe.ts';
import type { SObject } from '../../values/index.ts';
import type { OrgContext } from '../context.ts';
import { isStored } from './delete.ts';
import { runDml } from './pipeline.ts';

const mergeable = new Set(['account', 'contact', 'lead', 'case']);

export function runMerge(org: OrgContext, master: SObject, duplicates: SObject[], options: DmlOptions): DmlResult[] {
    const object = master.describe;
    if (!mergeable.has(object.name.toLowerCase()))
        throwApex('System.TypeException', `Invalid merge type: ${object.name}`);
    if (duplicates.length > 2) throwApex('System.ListException', 'Merge only allows up to 3 records at a time');
    const ids = duplicates.map((record) => record.id as string);
    const start = org.store.savepoint();
    const moved = new Map<string, string[]>();
    for (const child of object.childRelationships) {
        const describe = org.schema.object(child.childObject);
        const field = describe && fieldOf(describe, child.field);
        if (!describe || !field || field.calculated || !isStored(describe) || field.name === 'MasterRecordId') continue;
        for (const { id, value } of org.store.idsBy(describe, field.name, ids)) {
            org.store.update(describe, id, { [field.name]: master.id });
            moved.set(value as string, [...(moved.get(value as string) ?? []), id]);
        }
    }
    for (const id of ids) org.tx.merging.set(id, master.id as string);
    const deleted = runDml(org, 'delete', duplicates, { ...options, allOrNone: true });
    for (const id of ids) org.tx.merging.delete(id);
    const updated = deleted.some((result) => result.errors.length > 0)
        ? []
        : runDml(org, 'update', [master], { ...options, allOrNone: true });
    const errors = [...deleted, ...updated].flatMap((result) => result.errors);
    if (errors.length > 0) {
        org.store.rollbackTo(start);
        org.store.release(start);
        return duplicates.map((record) => ({ id: record.id, success: false, created: false, errors }));
    }
    org.store.release(start);
    return duplicates.map((record) => ({
        id: master.id,
        success: true,
        created: false,
        errors: [],
        merged: record.id,
        related: moved.get(record.id as string) ?? []
    }));
}
