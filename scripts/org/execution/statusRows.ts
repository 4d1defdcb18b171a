// CaseStatus, LeadStatus, TaskStatus and OpportunityStage: the values of a status field as records, which tell the default and the closed,
// converted or won ones ("CaseStatus", "LeadStatus", "TaskStatus", "OpportunityStage", Object Reference). Which those are is known for the
// values of a new org, as when a record is saved (dml/standard).
import type { PicklistValue } from '../metadata/describe.ts';
import { Decimal } from '../values/index.ts';
import type { OrgContext } from './context.ts';
import { seed } from './bootstrap.ts';
import { stageNamed } from './dml/standard/opportunities.ts';
import { systemQuery } from './queries.ts';

interface StatusObject {
    object: string;
    /** Object and field, the field in lower case, that has the values. */
    of: readonly [string, string];
    more: (item: PicklistValue) => Record<string, unknown>;
}

const STATUSES: readonly StatusObject[] = [
    { object: 'CaseStatus', of: ['Case', 'status'], more: (item) => ({ IsClosed: item.value === 'Closed' }) },
    {
        object: 'LeadStatus',
        of: ['Lead', 'status'],
        more: (item) => ({ IsConverted: item.value === 'Closed - Converted' })
    },
    { object: 'TaskStatus', of: ['Task', 'status'], more: (item) => ({ IsClosed: item.value === 'Completed' }) },
    { object: 'OpportunityStage', of: ['Opportunity', 'stagename'], more: stageValues }
];

function stageValues(item: PicklistValue): Record<string, unknown> {
    const stage = stageNamed(item.value);
    return {
        IsActive: item.active,
        IsClosed: stage.closed,
        IsWon: stage.won,
        DefaultProbability: Decimal.from(stage.probability),
        ForecastCategory: stage.forecast,
        ForecastCategoryName: stage.forecast
    };
}

export function syncStatuses(org: OrgContext): void {
    for (const status of STATUSES) syncStatus(org, status);
}

function syncStatus(org: OrgContext, { object, of: [owner, name], more }: StatusObject): void {
    const describe = org.schema.object(object);
    const field = org.schema.object(owner)?.fields.get(name);
    if (!describe || !field) return;
    const known = new Map(
        systemQuery(org, `SELECT Id, ApiName FROM ${object}`).map((row) => [
            String(row.values.ApiName),
            row.id as string
        ])
    );
    const wanted = new Set(field.picklistValues.map((item) => item.value));
    for (const [value, id] of known) if (!wanted.has(value)) org.store.purge(describe, [id]);
    for (const [index, item] of field.picklistValues.entries()) {
        const values: Record<string, unknown> = { MasterLabel: item.label, SortOrder: index + 1, ...more(item) };
        if (describe.fields.has('isdefault')) values.IsDefault = item.isDefault;
        const id = known.get(item.value);
        if (id) org.store.update(describe, id, values);
        else seed(org, object, { ApiName: item.value, ...values });
    }
}
