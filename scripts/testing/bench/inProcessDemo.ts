// Demo data for an org in this process.
import type { DemoOrg } from '../../cli/local/demoData.ts';
import type { Org } from '../../org/index.ts';

export function inProcessDemoOrg(org: Org): DemoOrg {
    return {
        insert: (object, rows) => {
            const records = rows.map((row) => {
                const record = org.newRecord(object);
                for (const [field, value] of Object.entries(row)) record.values[field] = value as never;
                return record;
            });
            const results = org.dml('insert', records, { allOrNone: true });
            return Promise.resolve(
                results.map(({ id, success, errors }) => ({
                    ...(id ? { id } : {}),
                    success,
                    errors: errors.map(({ message, fields }) => ({ message, fields }))
                }))
            );
        },
        findId: (soql) => Promise.resolve((org.query(soql)[0]?.values.Id as string | undefined) ?? null)
    };
}
