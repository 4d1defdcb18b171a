// Setup records that follow metadata: ApexClass, ApexTrigger, StaticResource, RecordType, PermissionSet with its permissions,
// CustomPermission, queues. Brought up to date after every deploy; ids stay while the name does.
import type { ObjectDescribe } from '../metadata/describe.ts';
import type { SetupFacts } from '../metadata/index.ts';
import { Blob } from '../values/index.ts';
import type { OrgContext } from './context.ts';
import { seed } from './bootstrap.ts';
import { systemQuery } from './queries.ts';
import { syncStatuses } from './statusRows.ts';

type Wanted = Map<string, Record<string, unknown>>;

/** Makes the rows of an object fit what is wanted, by a key field; returns ids by key. */
function sync(org: OrgContext, object: string, key: string, wanted: Wanted, filter = ''): Map<string, string> {
    const describe = org.schema.object(object);
    const ids = new Map<string, string>();
    if (!describe) return ids;
    for (const row of systemQuery(org, `SELECT Id, ${key} FROM ${object} ${filter}`))
        ids.set(String(row.values[key]), row.id as string);
    for (const [name, id] of ids) {
        if (wanted.has(name)) continue;
        org.store.purge(describe, [id]);
        ids.delete(name);
    }
    for (const [name, values] of wanted) {
        const id = ids.get(name);
        if (id) org.store.update(describe, id, only(describe, values));
        else ids.set(name, seed(org, object, { [key]: name, ...values }) as string);
    }
    return ids;
}

function only(describe: ObjectDescribe, values: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(values).filter(([name]) => describe.fields.has(name.toLowerCase())));
}

export function syncSetup(org: OrgContext, facts: SetupFacts): void {
    const blob = (text: string): number => Buffer.byteLength(text);
    sync(
        org,
        'ApexClass',
        'Name',
        new Map(
            facts.classes.map((item) => [
                item.name,
                {
                    ApiVersion: item.apiVersion,
                    Body: item.body,
                    Status: 'Active',
                    IsValid: true,
                    LengthWithoutComments: blob(item.body),
                    NamespacePrefix: null
                }
            ])
        )
    );
    sync(
        org,
        'ApexTrigger',
        'Name',
        new Map(
            facts.triggers.map((item) => [
                item.name,
                {
                    ApiVersion: item.apiVersion,
                    Body: item.body,
                    Status: 'Active',
                    IsValid: true,
                    TableEnumOrId: item.object
                }
            ])
        )
    );
    sync(
        org,
        'StaticResource',
        'Name',
        new Map(
            facts.staticResources.map((item) => [
                item.name,
                {
                    ContentType: item.contentType,
                    Body: new Blob(item.body),
                    BodyLength: item.body.length,
                    CacheControl: 'Private'
                }
            ])
        )
    );
    const permissions = sync(
        org,
        'CustomPermission',
        'DeveloperName',
        new Map(facts.customPermissions.map((item) => [item.name, { MasterLabel: item.label, Language: 'en_US' }]))
    );
    sync(
        org,
        'EmailTemplate',
        'DeveloperName',
        new Map(
            facts.emailTemplates.map((item) => [
                item.name,
                {
                    Name: item.label,
                    Subject: item.subject,
                    Body: item.body,
                    IsActive: true,
                    TemplateType: 'text',
                    Encoding: 'UTF-8'
                }
            ])
        )
    );
    syncStatuses(org);
    syncRecordTypes(org);
    syncRoles(org, facts);
    syncQueues(org, facts);
    syncPermissionSets(org, facts, permissions);
    syncGroups(org, facts);
    org.access.forget();
}

function syncRecordTypes(org: OrgContext): void {
    const wanted: Wanted = new Map();
    for (const object of org.schema.objects()) {
        for (const type of object.recordTypes)
            wanted.set(`${object.name}.${type.developerName}`, {
                SobjectType: object.name,
                DeveloperName: type.developerName,
                Name: type.label,
                Description: type.description,
                IsActive: type.active
            });
    }
    const describe = org.schema.object('RecordType');
    if (!describe) return;
    const known = new Map(
        systemQuery(org, 'SELECT Id, SobjectType, DeveloperName FROM RecordType').map((row) => [
            `${String(row.values.SobjectType)}.${String(row.values.DeveloperName)}`,
            row.id as string
        ])
    );
    for (const [key, id] of known) if (!wanted.has(key)) org.store.purge(describe, [id]);
    for (const [key, values] of wanted) {
        const id = known.get(key);
        if (id) org.store.update(describe, id, only(describe, values));
        else seed(org, 'RecordType', values);
    }
}

function syncRoles(org: OrgContext, facts: SetupFacts): void {
    for (const role of facts.roles) {
        const parent = role.parent
            ? (systemQuery(org, 'SELECT Id FROM UserRole WHERE DeveloperName = :name', { name: role.parent })[0]?.id ??
              null)
            : null;
        const known = systemQuery(org, 'SELECT Id FROM UserRole WHERE DeveloperName = :name', { name: role.name })[0];
        if (!known) seed(org, 'UserRole', { DeveloperName: role.name, Name: role.label, ParentRoleId: parent });
    }
}

function syncQueues(org: OrgContext, facts: SetupFacts): void {
    const groups = [
        ...facts.queues.map((item) => ({ ...item, type: 'Queue' })),
        ...facts.groups.map((item) => ({ ...item, type: 'Regular', objects: [] as string[], email: null }))
    ];
    for (const group of groups) {
        const known = systemQuery(org, 'SELECT Id FROM Group WHERE DeveloperName = :name AND Type = :type', {
            name: group.name,
            type: group.type
        })[0]?.id;
        const id =
            known ??
            seed(org, 'Group', { DeveloperName: group.name, Name: group.label, Type: group.type, Email: group.email });
        for (const object of group.objects) {
            if (
                systemQuery(org, 'SELECT Id FROM QueueSobject WHERE QueueId = :id AND SobjectType = :object', {
                    id,
                    object
                }).length === 0
            )
                seed(org, 'QueueSobject', { QueueId: id, SobjectType: object });
        }
    }
}

function syncPermissionSets(org: OrgContext, facts: SetupFacts, permissions: Map<string, string>): void {
    const wanted: Wanted = new Map();
    for (const set of facts.permissionSets) {
        const profile = set.profile === null ? null : profileId(org, set.profile);
        wanted.set(set.profile === null ? set.name : `X_${set.name}`, {
            Label: set.label,
            IsCustom: true,
            IsOwnedByProfile: set.profile !== null,
            ProfileId: profile,
            Type: set.profile === null ? 'Regular' : 'Profile',
            PermissionsViewAllData:
                set.userPermissions.includes('ViewAllData') || set.userPermissions.includes('ModifyAllData'),
            PermissionsModifyAllData: set.userPermissions.includes('ModifyAllData')
        });
    }
    const ids = sync(org, 'PermissionSet', 'Name', wanted, 'WHERE IsCustom = true');
    for (const object of ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess']) {
        const describe = org.schema.object(object);
        if (describe)
            org.store.purge(
                describe,
                systemQuery(org, `SELECT Id FROM ${object} WHERE ParentId IN :ids`, { ids: [...ids.values()] }).map(
                    (row) => row.id as string
                )
            );
    }
    for (const set of facts.permissionSets) {
        const ParentId = ids.get(set.profile === null ? set.name : `X_${set.name}`);
        for (const item of set.objects) {
            const name = org.schema.object(item.object)?.name ?? item.object;
            seed(org, 'ObjectPermissions', {
                ParentId,
                SobjectType: name,
                PermissionsRead: item.read,
                PermissionsCreate: item.create,
                PermissionsEdit: item.edit,
                PermissionsDelete: item.delete,
                PermissionsViewAllRecords: item.viewAll,
                PermissionsModifyAllRecords: item.modifyAll
            });
        }
        for (const item of set.fields)
            seed(org, 'FieldPermissions', {
                ParentId,
                SobjectType: item.field.split('.')[0],
                Field: item.field,
                PermissionsRead: item.readable,
                PermissionsEdit: item.editable
            });
        for (const name of set.customPermissions) {
            const id = permissions.get(name);
            if (id)
                seed(org, 'SetupEntityAccess', { ParentId, SetupEntityId: id, SetupEntityType: 'CustomPermission' });
        }
        for (const name of set.classes) {
            const id = systemQuery(org, 'SELECT Id FROM ApexClass WHERE Name = :name', { name })[0]?.id;
            if (id) seed(org, 'SetupEntityAccess', { ParentId, SetupEntityId: id, SetupEntityType: 'ApexClass' });
        }
    }
}

/** A group is a permission set too, whose assignment gives what its members give. */
function syncGroups(org: OrgContext, facts: SetupFacts): void {
    const groups = sync(
        org,
        'PermissionSetGroup',
        'DeveloperName',
        new Map(
            facts.permissionSetGroups.map((group) => [
                group.name,
                { MasterLabel: group.label, Status: 'Updated', Language: 'en_US' }
            ])
        )
    );
    const describe = org.schema.object('PermissionSetGroupComponent');
    if (!describe) return;
    org.store.purge(
        describe,
        systemQuery(org, 'SELECT Id FROM PermissionSetGroupComponent').map((row) => row.id as string)
    );
    for (const group of facts.permissionSetGroups) {
        for (const name of group.permissionSets) {
            const PermissionSetId = systemQuery(org, 'SELECT Id FROM PermissionSet WHERE Name = :name', { name })[0]
                ?.id;
            if (PermissionSetId)
                seed(org, 'PermissionSetGroupComponent', {
                    PermissionSetGroupId: groups.get(group.name),
                    PermissionSetId
                });
        }
    }
}

function profileId(org: OrgContext, name: string): string | null {
    const wanted = name === 'Admin' ? 'System Administrator' : name === 'Standard' ? 'Standard User' : name;
    return (
        systemQuery(org, 'SELECT Id FROM Profile WHERE Name = :wanted', { wanted })[0]?.id ??
        seed(org, 'Profile', { Name: wanted, UserType: 'Standard' })
    );
}
