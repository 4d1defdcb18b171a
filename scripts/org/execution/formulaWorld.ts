// Formulas in an org: fields of the record and of its parents as saved, and the global merge fields.
import { fieldOf, referenceByRelationship } from '../metadata/describe.ts';
import { ApexDatetime, type SObject, type Value } from '../values/index.ts';
import type { OrgContext } from './context.ts';
import { customSetting } from './customSettings.ts';
import type { FormulaWorld } from '../metadata/index.ts';
import { systemQuery } from './queries.ts';

export function formulaWorld(org: OrgContext, record: SObject, prior: SObject | null, isNew: boolean): FormulaWorld {
    return {
        record,
        prior,
        isNew,
        now: org.now(),
        timeZone: org.inTransaction ? org.platform.user.timeZone : 'GMT',
        read: (path, old) => readPath(org, old && prior ? prior : record, path),
        global: (path) => globalField(org, path),
        lookup: (object, field, keyField, key) =>
            systemQuery(org, `SELECT ${field} FROM ${object} WHERE ${keyField} = :key LIMIT 1`, { key })[0]?.values[
                field
            ] ?? null
    };
}

function readPath(org: OrgContext, record: SObject, path: string[]): Value {
    let at: SObject | null = record;
    for (const step of path.slice(0, -1)) at = at && parentOf(org, at, step);
    const name = path[path.length - 1] as string;
    if (!at) return null;
    const field = fieldOf(at.describe, name);
    if (!field) return null;
    if (field.formula !== null && !(field.name in at.values))
        return org.facts.evaluate(field.formula, at, null, false, field.type, field.formulaTreatBlanksAsZero);
    if (field.name in at.values) return at.values[field.name] ?? null;
    // A row of a query carries only what was selected: the rest is read from the saved record.
    const id = at.queried ? at.id : null;
    return id ? (org.store.byId(at.describe, [id], true).get(id)?.values[field.name] ?? null) : null;
}

function parentOf(org: OrgContext, record: SObject, relationship: string): SObject | null {
    const reference = referenceByRelationship(record.describe, relationship);
    if (!reference) return null;
    const id = readPath(org, record, [reference.name]) as string | null;
    const loaded = record.parents[reference.relationshipName as string];
    if (!id) return loaded ?? null;
    if (loaded && !loaded.queried && loaded.id === id && Object.keys(loaded.values).length > 1) return loaded;
    const describe = org.schema.objectByPrefix(id.slice(0, 3));
    return describe ? (org.store.byId(describe, [id], true).get(id) ?? null) : null;
}

function globalField(org: OrgContext, path: string[]): Value {
    const [root = '', first = '', second = ''] = path;
    const rowField = (object: string, id: string | null, field: string): Value => {
        const describe = org.schema.object(object);
        const row = describe && id ? org.store.byId(describe, [id]).get(id) : undefined;
        return (row && describe ? row.values[fieldOf(describe, field)?.name ?? field] : null) ?? null;
    };
    const user = org.platform.user;
    switch (root.toLowerCase()) {
        case '$user':
            return first === 'Id' ? user.id : rowField('User', user.id, first);
        case '$profile':
            return rowField('Profile', user.profileId, first);
        case '$userrole':
            return rowField('UserRole', user.roleId, first);
        case '$organization':
            return rowField('Organization', user.organizationId, first);
        case '$label':
            return org.facts.label(null, first, user.language) ?? null;
        case '$permission':
            return org.access.hasPermission(user.id, first);
        case '$setup': {
            const row = customSetting(org, first, 'instance', null) as SObject | null;
            return (row && row.values[fieldOf(row.describe, second)?.name ?? second]) ?? null;
        }
        case '$custommetadata': {
            const [, type = '', name = '', field = ''] = path;
            const row = org.facts
                .customMetadata(type)
                .find((item) => String(item.values.DeveloperName).toLowerCase() === name.toLowerCase());
            return (row && row.values[fieldOf(row.describe, field)?.name ?? field]) ?? null;
        }
        case '$system':
            return first.toLowerCase() === 'origindatetime' ? new ApexDatetime(0) : null;
        case '$api':
            return null;
        default:
            throw new Error(`unsupported: the formula global ${path.join('.')}`);
    }
}
