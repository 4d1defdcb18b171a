// Apex exceptions as JS errors. A user's exception class extends ApexException and carries `$info`; a platform exception is an
// ApexException whose `standardType` names it. Without a message getMessage() says `Script-thrown exception`.
import type { ClassInfo } from './types.ts';

/** One failed row behind a DmlException or EmailException. */
export interface DmlFailure {
    /** Index in the list given to the statement. */
    index: number;
    id: string | null;
    /** Status code, e.g. REQUIRED_FIELD_MISSING. */
    code: string;
    message: string;
    fields: string[];
}

export class ApexException extends Error {
    /** Qualified name of a platform exception; ignored where the class carries `$info`. */
    standardType: string;
    apexMessage: string | null;
    apexCause: ApexException | null;
    /** What an AuraHandledException was made with: Lightning components are told it, Apex is not. */
    clientMessage: string | null = null;
    /** Failed rows of a DmlException. */
    failures: DmlFailure[] = [];
    /** `Map<String, Set<String>>` of QueryException.getInaccessibleFields and the like; null when not known. */
    inaccessibleFields: object | null = null;
    /** Apex stack trace text and line, once the runtime has worked them out of `stack`. */
    apexStack: string | null = null;
    apexLine: number | null = null;

    constructor(standardType = 'Exception', message: string | null = null, cause: ApexException | null = null) {
        super(message ?? undefined);
        this.standardType = standardType;
        this.apexMessage = message;
        this.apexCause = cause;
    }

    /** `System.DmlException`, `MyException`, `Outer.MyException`. */
    get apexType(): string {
        const info = (this.constructor as { $info?: ClassInfo }).$info;
        return info ? info.name : this.standardType;
    }

    override get message(): string {
        return this.apexMessage ?? 'Script-thrown exception';
    }

    override toString(): string {
        return `${this.apexType}: ${this.message}`;
    }
}

/** Throws a platform exception: `throwApex('System.MathException', 'Divide by 0')`. */
export function throwApex(type: string, message: string | null, cause: ApexException | null = null): never {
    throw new ApexException(type, message, cause);
}

/** Throws System.DmlException (or another type with the same methods) for these rows. */
export function throwDml(message: string, failures: DmlFailure[], type = 'System.DmlException'): never {
    const exception = new ApexException(type, message);
    exception.failures = failures;
    throw exception;
}

/** Throws for something that the local org knows but cannot do: `unsupported('String.xyz')`. */
export function unsupported(what: string): never {
    throw new ApexException('System.UnsupportedOperationException', `unsupported: ${what}`);
}

/** Unqualified names of the exceptions of the System namespace, all extending Exception. */
export const SYSTEM_EXCEPTIONS: readonly string[] = [
    'AssertException',
    'AsyncException',
    'AuraException',
    'AuraHandledException',
    'BigObjectException',
    'CalloutException',
    'DataWeaveScriptException',
    'DmlException',
    'DuplicateMessageException',
    'EmailException',
    'EventObjectException',
    'ExternalObjectException',
    'FinalException',
    'FlowException',
    'FormulaEvaluationException',
    'FormulaValidationException',
    'HandledException',
    'IllegalArgumentException',
    'InvalidHeaderException',
    'InvalidParameterValueException',
    'InvalidReadException',
    'JSONException',
    'LicenseException',
    'LimitException',
    'ListException',
    'MathException',
    'NoAccessException',
    'NoDataFoundException',
    'NoSuchElementException',
    'NullPointerException',
    'ProcedureException',
    'QueryException',
    'RequiredFeatureMissingException',
    'RequiredFieldMissingException',
    'SObjectException',
    'SearchException',
    'SecurityException',
    'SerializationException',
    'StringException',
    'TouchHandledException',
    'TransientCursorException',
    'FatalCursorException',
    'TypeException',
    'UnexpectedException',
    'UnsupportedOperationException',
    'VisualforceException',
    'WaveTemplateException',
    'XmlException',
    'XMLException'
].filter((name, at, all) => all.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at);

/** A LimitException or a failed assertion passes every catch block. */
export function isUncatchable(exception: ApexException): boolean {
    return exception.standardType === 'System.LimitException' || exception.standardType === 'System.AssertException';
}
