// The records every org has before anyone works in it: organization, profiles, the administrator and the system users, the
// standard price book, business hours.
import type { ObjectDescribe } from '../metadata/describe.ts';
import { ApexDatetime, ApexTime } from '../values/index.ts';
import type { OrgContext } from './context.ts';
import { systemQuery } from './queries.ts';
import type { Access } from './users/access.ts';
import { standardProfiles, userLicenses } from './users/profiles.ts';

export interface SystemIds {
    admin: string;
    organization: string;
}

/** Inserts a row with its system fields, leaving out what the object does not have. */
export function seed(
    org: OrgContext,
    object: string,
    values: Record<string, unknown>,
    by: string | null = null
): string | null {
    const describe = org.schema.object(object);
    if (!describe) return null;
    const id = org.store.nextId(describe);
    const now = new ApexDatetime(Math.floor(org.now() / 1000) * 1000);
    const all: Record<string, unknown> = {
        CreatedById: by,
        CreatedDate: now,
        LastModifiedById: by,
        LastModifiedDate: now,
        SystemModstamp: now,
        IsDeleted: false,
        ...values,
        Id: id
    };
    org.store.insert(describe, [known(describe, all)]);
    return id;
}

function known(describe: ObjectDescribe, values: Record<string, unknown>): Record<string, unknown> {
    const row: Record<string, unknown> = {};
    for (const field of describe.fields.values()) if (field.name in values) row[field.name] = values[field.name];
    for (const field of describe.fields.values())
        if (field.type === 'boolean' && !(field.name in row) && !field.calculated) row[field.name] = false;
    return row;
}

function makeLicenses(org: OrgContext): Map<string, string> {
    const ids = new Map<string, string>();
    for (const [name, key] of Object.entries(userLicenses)) {
        const id =
            systemQuery(org, 'SELECT Id FROM UserLicense WHERE Name = :name', { name })[0]?.id ??
            seed(org, 'UserLicense', {
                Name: name,
                MasterLabel: name,
                LicenseDefinitionKey: key,
                Status: 'Active',
                TotalLicenses: 100,
                UsedLicenses: 1
            });
        if (id) ids.set(name, id);
    }
    return ids;
}

function makeProfiles(org: OrgContext): Map<string, string> {
    const licenses = makeLicenses(org);
    const ids = new Map<string, string>();
    for (const profile of standardProfiles) {
        const UserLicenseId = licenses.get(profile.license ?? 'Salesforce') ?? null;
        const id =
            systemQuery(org, 'SELECT Id FROM Profile WHERE Name = :name', { name: profile.name })[0]?.id ??
            seed(org, 'Profile', { Name: profile.name, UserType: profile.userType, UserLicenseId });
        if (id) ids.set(profile.name, id);
    }
    return ids;
}

/** From midnight to midnight on every day of the week: the hours of a new org ("BusinessHours", Object Reference). */
const ALWAYS_OPEN = Object.fromEntries(
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].flatMap((day) => [
        [`${day}StartTime`, new ApexTime(0)],
        [`${day}EndTime`, new ApexTime(0)]
    ])
);

export function bootstrap(org: OrgContext, access: Access): SystemIds {
    const organization =
        systemQuery(org, 'SELECT Id FROM Organization LIMIT 1')[0]?.id ??
        seed(org, 'Organization', {
            Name: 'Local Org',
            OrganizationType: 'Developer Edition',
            InstanceName: 'LOCAL',
            IsSandbox: false,
            LanguageLocaleKey: 'en_US',
            DefaultLocaleSidKey: 'en_US',
            TimeZoneSidKey: 'America/Los_Angeles',
            NamespacePrefix: org.options.namespace,
            TrialExpirationDate: null,
            FiscalYearStartMonth: 1,
            PrimaryContact: 'Admin User'
        });
    const profiles = makeProfiles(org);
    const makeUser = (username: string, values: Record<string, unknown>): string =>
        systemQuery(org, 'SELECT Id FROM User WHERE Username = :username', { username })[0]?.id ??
        (seed(org, 'User', {
            Username: username,
            IsActive: true,
            Email: 'admin@example.com',
            TimeZoneSidKey: 'America/Los_Angeles',
            LocaleSidKey: 'en_US',
            LanguageLocaleKey: 'en_US',
            EmailEncodingKey: 'UTF-8',
            UserType: 'Standard',
            ...values
        }) as string);
    const admin = makeUser('admin@local.example', {
        FirstName: 'Admin',
        LastName: 'User',
        Name: 'Admin User',
        Alias: 'admin',
        ProfileId: profiles.get('System Administrator'),
        CommunityNickname: 'User17682465600000000001',
        UserPermissionsMarketingUser: true
    });
    access.automatedProcessId = makeUser(`autoproc@${organization as string}`, {
        FirstName: 'Automated',
        LastName: 'Process',
        Name: 'Automated Process',
        Alias: 'autoproc',
        ProfileId: null,
        UserType: 'AutomatedProcess',
        CommunityNickname: 'autoproc'
    });
    const describe = org.schema.object('Profile');
    for (const id of profiles.values())
        if (describe) org.store.update(describe, id, { CreatedById: admin, LastModifiedById: admin });
    if (systemQuery(org, 'SELECT Id FROM Pricebook2 WHERE IsStandard = true').length === 0)
        seed(org, 'Pricebook2', { Name: 'Standard Price Book', IsStandard: true, IsActive: true }, admin);
    if (org.schema.object('BusinessHours') && systemQuery(org, 'SELECT Id FROM BusinessHours LIMIT 1').length === 0)
        seed(
            org,
            'BusinessHours',
            { Name: 'Default', IsActive: true, IsDefault: true, TimeZoneSidKey: 'America/Los_Angeles', ...ALWAYS_OPEN },
            admin
        );
    access.forget();
    return { admin, organization: organization as string };
}
