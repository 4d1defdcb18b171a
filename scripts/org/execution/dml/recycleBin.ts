// Database.emptyRecycleBin: the records can be undeleted no more; queries over all rows go on finding them for a time.
// https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_emptyrecyclebin.htm
import type { DmlResult } from '../../apex/runtime/platform.ts';
import type { OrgContext } from '../context.ts';
import { recordError } from './errors.ts';

export function emptyRecycleBin(org: OrgContext, ids: readonly string[]): DmlResult[] {
    org.tx.limits.count('dmlStatements', 1);
    org.tx.limits.count('dmlRows', ids.length);
    return ids.map((id) => {
        const refused = (code: string, message: string): DmlResult => ({
            id,
            success: false,
            created: false,
            errors: [recordError(code, message)]
        });
        const describe = org.schema.objectByPrefix(id.slice(0, 3));
        const row = describe && org.store.byId(describe, [id], true).get(id);
        if (!row) return refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        if (row.values.IsDeleted !== true || org.emptied.has(id))
            return refused('INVALID_ID_FIELD', 'Record is not in the recycle bin');
        org.emptied.add(id);
        return { id, success: true, created: false, errors: [] };
    });
}
