// UserRecordAccess: what the running user may do with each record. Made anew for every query; rows of other users are unsupported.
// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userrecordaccess.htm
import type { ObjectDescribe } from '../metadata/describe.ts';
import type { VirtualSource } from '../soql/index.ts';
import type { SObject, Value } from '../values/index.ts';
import type { OrgContext } from './context.ts';
import { isStored } from './dml/delete.ts';
import { systemQuery } from './queries.ts';

let version = 0;

export function userRecordAccess(org: OrgContext): VirtualSource {
    return { version: ++version, rows: () => rows(org, org.tx.userId) };
}

function* rows(org: OrgContext, userId: string): Generator<Record<string, Value>> {
    for (const object of org.schema.objects()) {
        if (!isStored(object) || !object.queryable || !object.keyPrefix) continue;
        const owner = object.fields.has('ownerid') ? ', OwnerId' : '';
        const found = systemQuery(org, `SELECT Id${owner} FROM ${object.name}`);
        const visible = visibleIds(org, userId, object);
        for (const record of found) yield access(org, userId, object, record, visible);
    }
}

/** Null when sharing hides nothing of the object. */
function visibleIds(org: OrgContext, userId: string, object: ObjectDescribe): Set<string> | null {
    const filter = org.access.sharingFilter(userId)?.(object.name, 'Id') ?? null;
    return filter === null ? null : org.access.visibleIds(userId, object);
}

function access(
    org: OrgContext,
    userId: string,
    object: ObjectDescribe,
    record: SObject,
    visible: Set<string> | null
): Record<string, Value> {
    const rights = org.access.objectRights(userId, object);
    const read = rights.read && (visible === null || visible.has(record.id as string));
    const edit = read && rights.edit && object.updateable && org.access.canEdit(userId, object, record);
    const remove = edit && rights.delete && object.deletable;
    const all = remove && (rights.modifyAll || record.values.OwnerId === userId);
    return {
        Id: record.id,
        RecordId: record.id,
        UserId: userId,
        HasReadAccess: read,
        HasEditAccess: edit,
        HasDeleteAccess: remove,
        HasTransferAccess: all,
        HasAllAccess: all,
        MaxAccessLevel: all ? 'All' : remove ? 'Delete' : edit ? 'Edit' : read ? 'Read' : 'None'
    };
}
