// Users and permission set assignments: what they imply, and that access is worked out anew.
import { systemQuery } from '../../queries.ts';
import { recordError } from '../errors.ts';
import type { StandardRules } from './index.ts';

export const user: StandardRules = {
    prepare(org, rows, inserting) {
        for (const { record } of rows) {
            const { values } = record;
            if (inserting && !('IsActive' in values && values.IsActive === false)) values.IsActive = true;
            values.UserType ??= 'Standard';
            values.CommunityNickname ??=
                typeof values.Username === 'string' ? values.Username.split('@')[0]?.slice(0, 40) : null;
            values.UserPreferencesShowEmailToExternalUsers ??= false;
        }
        org.access.forget();
    },
    validate(org, rows) {
        for (const row of rows) {
            const name = row.record.values.Username;
            if (typeof name !== 'string') continue;
            if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name))
                row.errors.push(
                    recordError('INVALID_EMAIL_ADDRESS', `Username: invalid email address: ${name}`, ['Username'])
                );
            const twins = systemQuery(org, 'SELECT Id FROM User WHERE Username = :name', { name });
            if (twins.some((twin) => twin.id !== row.record.id))
                row.errors.push(
                    recordError(
                        'DUPLICATE_USERNAME',
                        'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations.',
                        ['Username']
                    )
                );
        }
    },
    afterSave(org) {
        org.access.forget();
    }
};

export const permissionSetAssignment: StandardRules = {
    validate(org, rows, inserting) {
        if (!inserting) return;
        for (const row of rows) {
            const { AssigneeId: assignee, PermissionSetId: set } = row.record.values;
            const twin = systemQuery(
                org,
                'SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = :assignee AND PermissionSetId = :set',
                { assignee, set }
            )[0];
            if (twin)
                row.errors.push(
                    recordError(
                        'DUPLICATE_VALUE',
                        `duplicate value found: PermissionSetId duplicates value on record with id: ${twin.id as string}`,
                        []
                    )
                );
        }
    },
    afterSave(org) {
        org.access.forget();
    },
    afterDelete(org) {
        org.access.forget();
    }
};

/** The kind of what is granted follows from its id; every grant changes access. */
export const setupEntityAccess: StandardRules = {
    prepare(org, rows) {
        for (const { record } of rows) {
            const id = record.values.SetupEntityId;
            if (typeof id === 'string')
                record.values.SetupEntityType ??= org.schema.objectByPrefix(id.slice(0, 3))?.name;
        }
    },
    afterSave(org) {
        org.access.forget();
    },
    afterDelete(org) {
        org.access.forget();
    }
};

/** ObjectPermissions, FieldPermissions and the like. */
export const permissions: StandardRules = {
    afterSave: setupEntityAccess.afterSave,
    afterDelete: setupEntityAccess.afterDelete
};
