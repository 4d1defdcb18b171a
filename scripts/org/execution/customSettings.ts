// Custom settings: list and hierarchy (user over profile over organization), read without counting a query.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_custom_settings.htm
import { throwApex } from '../apex/runtime/exceptions.ts';
import type { ObjectDescribe } from '../metadata/describe.ts';
import { SObject } from '../values/index.ts';
import type { OrgContext } from './context.ts';
import { systemQuery } from './queries.ts';

export function customSetting(
    org: OrgContext,
    name: string,
    how: 'org' | 'instance' | 'values' | 'all',
    key: string | null
): SObject | Record<string, SObject> | null {
    const describe = org.schema.object(name);
    if (!describe) throwApex('System.TypeException', `Invalid custom setting: ${name}`);
    const rows = allRows(org, describe);
    if (describe.kind === 'listSetting') {
        if (how === 'all') return Object.fromEntries(rows.map((row) => [String(row.values.Name), row]));
        return rows.find((row) => String(row.values.Name).toLowerCase() === key?.toLowerCase()) ?? null;
    }
    const user = org.platform.user;
    const owned = (owner: string): SObject | null => rows.find((row) => row.values.SetupOwnerId === owner) ?? null;
    switch (how) {
        case 'org':
            return owned(user.organizationId) ?? empty(org, describe, user.organizationId);
        case 'values':
            return owned(key ?? user.id);
        case 'all':
            return Object.fromEntries(rows.map((row) => [String(row.values.Name), row]));
        case 'instance':
            return merged(org, describe, key ?? user.id, owned);
        default:
            return how satisfies never;
    }
}

/** Field by field: the user's value, else the profile's, else the organization's. */
function merged(
    org: OrgContext,
    describe: ObjectDescribe,
    id: string,
    owned: (owner: string) => SObject | null
): SObject {
    const user = id.startsWith('005') ? org.access.user(id) : null;
    const chain = [
        user ? id : null,
        user ? user.profileId : id.startsWith('00e') ? id : null,
        org.platform.user.organizationId
    ].flatMap((owner) => (owner ? [owned(owner)] : []));
    const found = chain.filter((row) => row !== null);
    const [nearest] = found;
    if (!nearest) return empty(org, describe, null);
    const result = new SObject(describe);
    Object.assign(result.values, nearest.values);
    for (const row of found.slice(1)) {
        for (const [name, value] of Object.entries(row.values)) {
            if ((result.values[name] === null || result.values[name] === undefined) && value !== null)
                result.values[name] = value;
        }
    }
    return result;
}

/** Nothing saved: a record with the default values of its fields and no Id. */
function empty(org: OrgContext, describe: ObjectDescribe, owner: string | null): SObject {
    const record = new SObject(describe);
    if (owner) record.values.SetupOwnerId = owner;
    for (const field of describe.fields.values()) {
        if (!field.custom) continue;
        if (field.defaultValueFormula)
            record.values[field.name] = org.facts.evaluate(field.defaultValueFormula, record, null, true, field.type);
        else if (field.type === 'boolean') record.values[field.name] = false;
    }
    return record;
}

function allRows(org: OrgContext, describe: ObjectDescribe): SObject[] {
    const names = [...describe.fields.values()]
        .filter((field) => field.type !== 'address' && field.type !== 'location')
        .map((field) => field.name);
    const rows = systemQuery(org, `SELECT ${names.join(', ')} FROM ${describe.name}`);
    for (const row of rows) row.queried = false;
    return rows;
}
