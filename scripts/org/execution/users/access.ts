// Who may see and change what: the user's profile and permission sets (objects, fields, custom permissions), and sharing by
// owner, role and share rows. System Administrator may everything.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_enforce_usermode.htm
import type { UserContext } from '../../apex/runtime/platform.ts';
import type { ObjectDescribe } from '../../metadata/describe.ts';
import { fieldOf } from '../../metadata/describe.ts';
import type { QueryContext } from '../../soql/api.ts';
import type { SObject } from '../../values/index.ts';
import type { OrgContext } from '../context.ts';
import { formulaValue } from '../queries.ts';
import { openFields, openForAll, readableByAll } from './everyone.ts';
import { hiddenFields, standardProfiles, withheld } from './profiles.ts';

export interface ObjectRights {
    read: boolean;
    create: boolean;
    edit: boolean;
    delete: boolean;
    viewAll: boolean;
    modifyAll: boolean;
}

interface Rights {
    /** System Administrator: all of everything. */
    all: boolean;
    objects: Map<string, ObjectRights>;
    /** `account.name` → read, edit. */
    fields: Map<string, { read: boolean; edit: boolean }>;
    permissions: Set<string>;
    viewAllData: boolean;
    modifyAllData: boolean;
    /** Standard objects that the profile opens, with all their standard fields. */
    profileObjects: ObjectRights | null;
}

const NONE: ObjectRights = { read: false, create: false, edit: false, delete: false, viewAll: false, modifyAll: false };
const ALL: ObjectRights = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };

export class Access {
    readonly #org: OrgContext;
    #rights = new Map<string, Rights>();
    #users = new Map<string, UserContext>();
    automatedProcessId = '';

    constructor(org: OrgContext) {
        this.#org = org;
    }

    /** Called when users, permission sets or their assignments change, and when a transaction is undone. */
    forget(): void {
        this.#rights.clear();
        this.#users.clear();
    }

    /** Context of a query by the org itself. */
    systemQueryContext(binds: Record<string, unknown>, allRows: boolean): QueryContext {
        return {
            bind: (name) => binds[name],
            now: this.#org.now(),
            timeZone: 'GMT',
            locale: 'en_US',
            language: 'en_US',
            userId: '',
            allRows,
            canRead: null,
            sharing: null,
            formula: (record, field) => formulaValue(this.#org, record, field)
        };
    }

    #rows(soql: string, binds: Record<string, unknown> = {}): SObject[] {
        return this.#org.soql.run(soql, this.systemQueryContext(binds, false)).rows;
    }

    user(id: string): UserContext {
        let user = this.#users.get(id);
        if (!user) this.#users.set(id, (user = this.#loadUser(id)));
        return user;
    }

    #loadUser(id: string): UserContext {
        const { store, schema } = this.#org;
        const describe = schema.object('User') as ObjectDescribe;
        const row = store.byId(describe, [id]).get(id);
        const text = (name: string): string | null => (row?.values[name] as string | null | undefined) ?? null;
        const organization = this.#rows('SELECT Id, Name FROM Organization LIMIT 1')[0];
        return {
            id,
            username: text('Username') ?? '',
            name: text('Name') ?? '',
            firstName: text('FirstName'),
            lastName: text('LastName') ?? '',
            email: text('Email') ?? '',
            profileId: text('ProfileId') ?? '',
            roleId: text('UserRoleId'),
            userType: text('UserType') ?? 'Standard',
            locale: text('LocaleSidKey') ?? 'en_US',
            language: text('LanguageLocaleKey') ?? 'en_US',
            timeZone: text('TimeZoneSidKey') ?? 'GMT',
            currency: text('DefaultCurrencyIsoCode') ?? 'USD',
            sessionId: organization ? `${organization.id as string}!session.${id}` : null,
            organizationId: organization?.id ?? '',
            organizationName: (organization?.values.Name as string | undefined) ?? ''
        };
    }

    #rightsOf(userId: string): Rights {
        let rights = this.#rights.get(userId);
        if (!rights) this.#rights.set(userId, (rights = this.#loadRights(userId)));
        return rights;
    }

    #loadRights(userId: string): Rights {
        const rights: Rights = {
            all: false,
            objects: new Map(),
            fields: new Map(),
            permissions: new Set(),
            viewAllData: false,
            modifyAllData: false,
            profileObjects: null
        };
        const profile = this.#rows('SELECT Name FROM Profile WHERE Id = :id', { id: this.user(userId).profileId })[0];
        const builtIn = standardProfiles.find((item) => item.name === profile?.values.Name);
        if (builtIn?.administrator) rights.all = rights.viewAllData = rights.modifyAllData = true;
        rights.profileObjects = builtIn?.objects ?? null;
        const assigned = this.#rows(
            'SELECT PermissionSetId, PermissionSetGroupId FROM PermissionSetAssignment WHERE AssigneeId = :id',
            { id: userId }
        );
        const sets = assigned.map((row) => row.values.PermissionSetId);
        const groups = assigned.flatMap((row) => row.values.PermissionSetGroupId ?? []);
        if (groups.length > 0)
            sets.push(
                ...this.#rows(
                    'SELECT PermissionSetId FROM PermissionSetGroupComponent WHERE PermissionSetGroupId IN :groups',
                    { groups }
                ).map((row) => row.values.PermissionSetId)
            );
        sets.push(
            ...this.#rows('SELECT Id FROM PermissionSet WHERE ProfileId = :id', {
                id: this.user(userId).profileId
            }).map((row) => row.id)
        );
        if (sets.length === 0) return rights;
        for (const { values } of this.#rows(
            'SELECT SobjectType, PermissionsRead, PermissionsCreate, PermissionsEdit, PermissionsDelete, PermissionsViewAllRecords, PermissionsModifyAllRecords FROM ObjectPermissions WHERE ParentId IN :sets',
            { sets }
        )) {
            const key = String(values.SobjectType).toLowerCase();
            const known = rights.objects.get(key) ?? NONE;
            rights.objects.set(key, {
                read: known.read || values.PermissionsRead === true,
                create: known.create || values.PermissionsCreate === true,
                edit: known.edit || values.PermissionsEdit === true,
                delete: known.delete || values.PermissionsDelete === true,
                viewAll: known.viewAll || values.PermissionsViewAllRecords === true,
                modifyAll: known.modifyAll || values.PermissionsModifyAllRecords === true
            });
        }
        for (const { values } of this.#rows(
            'SELECT Field, PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE ParentId IN :sets',
            { sets }
        )) {
            const key = String(values.Field).toLowerCase();
            const known = rights.fields.get(key);
            rights.fields.set(key, {
                read: (known?.read ?? false) || values.PermissionsRead === true,
                edit: (known?.edit ?? false) || values.PermissionsEdit === true
            });
        }
        for (const { values } of this.#rows(
            "SELECT SetupEntityId FROM SetupEntityAccess WHERE ParentId IN :sets AND SetupEntityType = 'CustomPermission'",
            { sets }
        )) {
            for (const permission of this.#rows('SELECT DeveloperName FROM CustomPermission WHERE Id = :id', {
                id: values.SetupEntityId
            }))
                rights.permissions.add(String(permission.values.DeveloperName).toLowerCase());
        }
        for (const { values } of this.#rows(
            'SELECT PermissionsViewAllData, PermissionsModifyAllData FROM PermissionSet WHERE Id IN :sets',
            { sets }
        )) {
            rights.viewAllData ||= values.PermissionsViewAllData === true || values.PermissionsModifyAllData === true;
            rights.modifyAllData ||= values.PermissionsModifyAllData === true;
        }
        return rights;
    }

    objectRights(userId: string, object: ObjectDescribe): ObjectRights {
        const rights = this.#rightsOf(userId);
        if (rights.all || object.kind === 'customMetadata' || object.kind === 'aggregate') return ALL;
        const granted = rights.objects.get(object.name.toLowerCase()) ?? NONE;
        const base =
            object.kind === 'standard'
                ? rights.profileObjects
                    ? { ...rights.profileObjects, ...withheld[object.name.toLowerCase()] }
                    : NONE
                : object.kind === 'listSetting' || object.kind === 'hierarchySetting'
                  ? { ...NONE, read: true }
                  : NONE;
        const free = readableByAll.has(object.name.toLowerCase());
        return {
            read: granted.read || base.read || free || rights.viewAllData,
            create: granted.create || base.create || rights.modifyAllData,
            edit: granted.edit || base.edit || rights.modifyAllData,
            delete: granted.delete || base.delete || rights.modifyAllData,
            viewAll: granted.viewAll || rights.viewAllData,
            modifyAll: granted.modifyAll || rights.modifyAllData
        };
    }

    fieldRights(userId: string, object: ObjectDescribe, name: string): { read: boolean; edit: boolean } {
        const rights = this.#rightsOf(userId);
        if (rights.all) return { read: true, edit: true };
        const objectRights = this.objectRights(userId, object);
        const field = fieldOf(object, name);
        if (
            !field ||
            openForAll.has(name.toLowerCase()) ||
            field.required ||
            object.kind === 'customMetadata' ||
            (!field.nillable && object.custom && field.relationshipOrder !== null)
        )
            return { read: objectRights.read, edit: objectRights.edit || objectRights.create };
        const compound = field.compoundFieldName;
        // The permission of an address is the permission of its parts.
        const granted =
            rights.fields.get(`${object.name}.${field.name}`.toLowerCase()) ??
            (compound ? rights.fields.get(`${object.name}.${compound}`.toLowerCase()) : undefined);
        // The org-wide profiles see the standard fields of the standard objects they open.
        const standard =
            !field.custom &&
            !hiddenFields.has(`${object.name}.${field.name}`.toLowerCase()) &&
            object.kind === 'standard' &&
            (rights.profileObjects !== null || openFields(object.name.toLowerCase(), field.name.toLowerCase()));
        return {
            read: objectRights.read && ((granted?.read ?? false) || (granted?.edit ?? false) || standard),
            edit: (objectRights.edit || objectRights.create) && ((granted?.edit ?? false) || standard)
        };
    }

    canRead(userId: string, objectName: string, field: string | null): boolean {
        const object = this.#org.schema.object(objectName);
        if (!object) return true;
        return field === null ? this.objectRights(userId, object).read : this.fieldRights(userId, object, field).read;
    }

    hasPermission(userId: string, name: string): boolean {
        return this.#rightsOf(userId).permissions.has(name.toLowerCase());
    }

    /** Sharing of queries: an SQL condition over the id column; null when the user sees all. */
    sharingFilter(userId: string): ((object: string, idColumn: string) => string | null) | null {
        if (this.#rightsOf(userId).all || this.#rightsOf(userId).viewAllData) return null;
        return (name, idColumn) => {
            const object = this.#org.schema.object(name);
            if (
                !object ||
                object.sharingModel !== 'Private' ||
                !object.fields.has('ownerid') ||
                this.objectRights(userId, object).viewAll
            )
                return null;
            const ids = this.visibleIds(userId, object);
            return `${idColumn} IN (${[...ids].map((id) => `'${id}'`).join(',')})`;
        };
    }

    /** Records of a private object: owned by the user, a group of theirs, a subordinate role, or shared to one of those. */
    visibleIds(userId: string, object: ObjectDescribe, edit = false): Set<string> {
        const principals = this.#principals(userId);
        const owned = this.#org.store
            .idsBy(object, 'OwnerId', [...principals, ...this.#subordinates(userId)])
            .map((item) => item.id);
        const ids = new Set(owned);
        const share = this.#org.schema.object(
            object.custom ? object.name.replace(/__c$/i, '__Share') : `${object.name}Share`
        );
        if (share) {
            const parent = share.fields.has('parentid') ? 'ParentId' : `${object.name}Id`;
            const level = share.fields.has('accesslevel') ? 'AccessLevel' : `${object.name}AccessLevel`;
            for (const { values } of this.#rows(
                `SELECT ${parent}, ${level} FROM ${share.name} WHERE UserOrGroupId IN :principals`,
                { principals: [...principals] }
            )) {
                if (!edit || values[level] !== 'Read') ids.add(String(values[parent]));
            }
        }
        return ids;
    }

    #principals(userId: string): Set<string> {
        const found = new Set([userId]);
        for (let size = 0; size !== found.size;) {
            size = found.size;
            for (const row of this.#rows('SELECT GroupId FROM GroupMember WHERE UserOrGroupId IN :ids', {
                ids: [...found]
            }))
                found.add(String(row.values.GroupId));
        }
        return found;
    }

    #subordinates(userId: string): string[] {
        let roles = [this.user(userId).roleId].filter((id) => id !== null);
        const below: string[] = [];
        while (roles.length > 0) {
            roles = this.#rows('SELECT Id FROM UserRole WHERE ParentRoleId IN :roles', { roles }).map(
                (row) => row.id as string
            );
            below.push(...roles);
        }
        return below.length === 0
            ? []
            : this.#rows('SELECT Id FROM User WHERE UserRoleId IN :below', { below }).map((row) => row.id as string);
    }

    /** May the user change the record, as sharing has it? */
    canEdit(userId: string, object: ObjectDescribe, record: SObject): boolean {
        const rights = this.#rightsOf(userId);
        if (
            rights.all ||
            rights.modifyAllData ||
            object.sharingModel === 'ReadWrite' ||
            object.sharingModel === 'ControlledByParent' ||
            !object.fields.has('ownerid')
        )
            return true;
        if (this.objectRights(userId, object).modifyAll || record.values.OwnerId === userId) return true;
        return this.visibleIds(userId, object, true).has(record.id as string);
    }

    defaultRecordType(object: ObjectDescribe): string | null {
        const type = object.recordTypes.find((item) => item.isDefault && item.active);
        if (!type) return null;
        return this.recordTypes(object).find((row) => row.values.DeveloperName === type.developerName)?.id ?? null;
    }

    recordTypes(object: ObjectDescribe): SObject[] {
        return this.#rows('SELECT Id, DeveloperName, Name FROM RecordType WHERE SobjectType = :name', {
            name: object.name
        });
    }

    /** The user that an event trigger runs as: the subscriber's configured one, or Automated Process. */
    eventUser(trigger: string): string {
        const name = this.#org.facts.subscriberConfig(trigger)?.userName;
        const configured = name ? this.#rows('SELECT Id FROM User WHERE Username = :name', { name })[0]?.id : undefined;
        return configured ?? this.automatedProcessId;
    }
}
