// Whatever the compiled code throws, as the Apex exception it is, with its Apex stack trace.
import { ApexMap, ApexSet } from '../apex/runtime/collections.ts';
import { ApexException } from '../apex/runtime/exceptions.ts';
import { asApexException as runtimeException, traceOf } from '../apex/runtime/trace.ts';
import { SoqlError } from '../soql/api.ts';

export function asApexException(error: unknown): ApexException {
    const exception = convert(error);
    if (exception.apexStack === null) {
        const trace = traceOf(exception);
        exception.apexStack = trace.text;
        exception.apexLine = trace.line;
    }
    return exception;
}

function convert(error: unknown): ApexException {
    if (error instanceof ApexException) return error;
    if (error instanceof SoqlError) return queryException(error);
    const known = runtimeException(error);
    if (known instanceof ApexException) return known;
    const exception = new ApexException(
        'System.UnexpectedException',
        error instanceof Error ? error.message : String(error)
    );
    if (error instanceof Error && error.stack) exception.stack = error.stack;
    return exception;
}

function queryException(error: SoqlError): ApexException {
    const exception = new ApexException('System.QueryException', error.message);
    if (error.inaccessible) {
        const fields = [...error.inaccessible].map(([object, names]) => [object, ApexSet.of('String', names)] as const);
        exception.inaccessibleFields = ApexMap.of('String', 'Set<String>', fields);
    }
    return exception;
}

/** Runs a query, with its errors as System.QueryException. */
export function withQueryErrors<T>(body: () => T): T {
    try {
        return body();
    } catch (error) {
        if (error instanceof SoqlError) throw queryException(error);
        throw error;
    }
}
