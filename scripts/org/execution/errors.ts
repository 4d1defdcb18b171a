// Whatever the compiled code throws, as the Apex exception it is.
import { ApexException, throwApex } from '../apex/runtime/exceptions.ts';
import { SoqlError } from '../soql/api.ts';

export function asApexException(error: unknown): ApexException {
    if (error instanceof ApexException) return error;
    if (error instanceof SoqlError) return new ApexException('System.QueryException', error.message);
    if (error instanceof RangeError && /call stack/i.test(error.message)) return withStack(new ApexException('System.LimitException', 'Maximum stack depth reached: 1001'), error);
    if (error instanceof TypeError && /\b(null|undefined)\b/.test(error.message)) return withStack(new ApexException('System.NullPointerException', 'Attempt to de-reference a null object'), error);
    return withStack(new ApexException('System.UnexpectedException', error instanceof Error ? error.message : String(error)), error);
}

function withStack(exception: ApexException, error: unknown): ApexException {
    if (error instanceof Error && error.stack) exception.stack = error.stack;
    return exception;
}

/** Runs a query, with its errors as System.QueryException. */
export function withQueryErrors<T>(body: () => T): T {
    try {
        return body();
    } catch (error) {
        if (error instanceof SoqlError) throwApex('System.QueryException', error.message);
        throw error;
    }
}
