// CaseStatus: the values of Case.Status as records, which tell the closed ones and the default ("CaseStatus", Object Reference). Closed
// is the value called so, as when a case is saved (dml/standard/cases.ts).
import type { OrgContext } from './context.ts';
import { seed } from './bootstrap.ts';
import { systemQuery } from './queries.ts';

export function syncCaseStatuses(org: OrgContext): void {
    const describe = org.schema.object('CaseStatus');
    const field = org.schema.object('Case')?.fields.get('status');
    if (!describe || !field) return;
    const known = new Map(
        systemQuery(org, 'SELECT Id, ApiName FROM CaseStatus').map((row) => [
            String(row.values.ApiName),
            row.id as string
        ])
    );
    const wanted = new Set(field.picklistValues.map((item) => item.value));
    for (const [name, id] of known) if (!wanted.has(name)) org.store.purge(describe, [id]);
    for (const [index, item] of field.picklistValues.entries()) {
        const values = {
            MasterLabel: item.label,
            IsClosed: item.value === 'Closed',
            IsDefault: item.isDefault,
            SortOrder: index + 1
        };
        const id = known.get(item.value);
        if (id) org.store.update(describe, id, values);
        else seed(org, 'CaseStatus', { ApiName: item.value, ...values });
    }
}
