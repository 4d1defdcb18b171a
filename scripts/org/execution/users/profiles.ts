// The profiles that every org has, reduced to what decides access here.
// https://help.salesforce.com/s/articleView?id=sf.standard_profiles.htm
import type { ObjectRights } from './access.ts';

export interface StandardProfile {
    name: string;
    userType: string;
    /** Name of the user license; Salesforce when absent. */
    license?: string;
    administrator: boolean;
    /** Rights on the standard objects; null for none. */
    objects: ObjectRights | null;
}

const work: ObjectRights = { read: true, create: true, edit: true, delete: true, viewAll: false, modifyAll: false };
const look: ObjectRights = { read: true, create: false, edit: false, delete: false, viewAll: false, modifyAll: false };

/** What the profiles for work do not give (https://help.salesforce.com/s/articleView?id=sf.standard_profiles.htm). */
export const withheld: Readonly<Record<string, Partial<ObjectRights>>> = {
    case: { delete: false },
    contract: { delete: false },
    solution: { delete: false },
    product2: { create: false, edit: false, delete: false },
    pricebook2: { create: false, edit: false, delete: false },
    pricebookentry: { create: false, edit: false, delete: false }
};

/** Fields of Data.com and D&B that no profile shows until someone opens them. */
export const hiddenFields: ReadonlySet<string> = new Set([
    'account.dandbcompanyid',
    'account.dunsnumber',
    'account.naicscode',
    'account.naicsdesc',
    'account.tradestyle',
    'account.yearstarted',
    'lead.companydunsnumber',
    'lead.dandbcompanyid'
]);

export const standardProfiles: readonly StandardProfile[] = [
    { name: 'System Administrator', userType: 'Standard', administrator: true, objects: null },
    { name: 'Standard User', userType: 'Standard', administrator: false, objects: work },
    { name: 'Read Only', userType: 'Standard', administrator: false, objects: look },
    { name: 'Marketing User', userType: 'Standard', administrator: false, objects: work },
    { name: 'Contract Manager', userType: 'Standard', administrator: false, objects: work },
    { name: 'Solution Manager', userType: 'Standard', administrator: false, objects: work },
    {
        name: 'Standard Platform User',
        userType: 'Standard',
        license: 'Salesforce Platform',
        administrator: false,
        objects: work
    },
    { name: 'Minimum Access - Salesforce', userType: 'Standard', administrator: false, objects: null },
    {
        name: 'Minimum Access - API Only Integrations',
        userType: 'Standard',
        license: 'Salesforce Integration',
        administrator: false,
        objects: null
    },
    { name: 'Chatter Free User', userType: 'CsnOnly', license: 'Chatter Free', administrator: false, objects: null },
    {
        name: 'Chatter External User',
        userType: 'CsnOnly',
        license: 'Chatter External',
        administrator: false,
        objects: null
    },
    {
        name: 'Analytics Cloud Integration User',
        userType: 'Standard',
        license: 'Analytics Cloud Integration User',
        administrator: false,
        objects: null
    }
];

/** License definition keys by name of the user license, as UserLicense has them. */
export const userLicenses: Readonly<Record<string, string>> = {
    Salesforce: 'SFDC',
    'Salesforce Platform': 'AUL',
    'Salesforce Integration': 'INTEGRATION',
    'Chatter Free': 'PID_CHATTER',
    'Chatter External': 'PID_CHATTER_EXTERNAL',
    'Analytics Cloud Integration User': 'PID_Analytics_Cloud_Integration_User'
};
