// addError: errors that code puts on a record, or on one of its fields, for the DML pipeline to find.
import type { SObject } from '../../values/index.ts';
import { throwApex } from './exceptions.ts';

const CODE = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';

export function addRecordError(record: SObject, message: string | null): void {
    (record.errors ??= []).push({ code: CODE, message: message ?? 'null', fields: [] });
}

/** `record.Name.addError(message)` and addError with the name or the token of a field. */
export function addFieldError(record: SObject | null, field: string, message: unknown): void {
    if (record === null) return throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    const text = message instanceof Error ? message.message : (message as string | null);
    (record.errors ??= []).push({ code: CODE, message: text ?? 'null', fields: [field] });
}
