// Errors of the DML pipeline, with the texts that Salesforce gives them.
// https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm (StatusCode)
import type { RecordError } from '../../values/index.ts';
import type { DmlOperation, DmlResult } from '../../apex/runtime/platform.ts';

export function recordError(code: string, message: string, fields: string[] = []): RecordError {
    return { code, message, fields };
}

/** Failure of a whole call, not of one record. */
export class DmlFailure extends Error {
    readonly code: string;
    constructor(code: string, message: string) {
        super(message);
        this.code = code;
    }
}

const verbs: Record<DmlOperation, string> = {
    insert: 'Insert',
    update: 'Update',
    upsert: 'Upsert',
    delete: 'Delete',
    undelete: 'Undelete',
    merge: 'Merge'
};

/** `Insert failed. First exception on row 0; first error: CODE, message: [Field]`. */
export function dmlMessage(
    operation: DmlOperation,
    results: readonly DmlResult[],
    ids: readonly (string | null)[]
): string {
    const at = results.findIndex((result) => result.errors.length > 0);
    const error = results[at]?.errors[0];
    const id = ids[at] ?? null;
    const withId = operation !== 'insert' && id ? ` with id ${id}` : '';
    return `${verbs[operation]} failed. First exception on row ${at}${withId}; first error: ${error?.code}, ${error?.message}: [${error?.fields.join(', ')}]`;
}
