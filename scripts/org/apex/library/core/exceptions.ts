// System.Exception and every exception of the platform.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_exception_methods.htm
import { ApexList, ApexMap } from '../../runtime/collections.ts';
import { enumConstant } from '../../runtime/enums.ts';
import type { DmlFailure } from '../../runtime/exceptions.ts';
import { ApexException, SYSTEM_EXCEPTIONS, throwApex } from '../../runtime/exceptions.ts';
import { sobjectFieldToken } from '../../runtime/tokens.ts';
import { platform } from '../../runtime/platform.ts';
import { traceOf } from '../../runtime/trace.ts';
import type { RtType } from '../../runtime/types.ts';
import type { NativeClass } from '../native.ts';
import { nativeClass } from '../native.ts';

/** Exceptions outside the System namespace that code names. */
const OTHERS: readonly string[] = [
    'Cache.CacheException',
    'Cache.Org.OrgCacheException',
    'Cache.Session.SessionCacheException',
    'Cache.CacheBuilderExecutionException',
    'Cache.InvalidParamException',
    'Cache.ItemSizeLimitExceededException',
    'Cache.PlatformCacheInvalidOperationException',
    'Cache.PlatformCacheDisabledException',
    'Canvas.CanvasRenderException',
    'ConnectApi.ConnectApiException',
    'ConnectApi.NotFoundException',
    'ConnectApi.RateLimitException',
    'Reports.ReportRunException',
    'Site.ExternalUserCreateException'
];

function make(type: RtType, message: string | null = null, cause: ApexException | null = null): ApexException {
    const name = type.name.includes('.') || type.name === 'Exception' ? type.name : `System.${type.name}`;
    if (name !== 'System.AuraHandledException') return new ApexException(name, message, cause);
    // Apex reads its message as `Script-thrown exception` until setMessage gives another.
    const exception = new ApexException(name, null, cause);
    exception.clientMessage = message;
    return exception;
}

const constructors = {
    '()': (type: RtType) => make(type),
    '(String message)': (type: RtType, message: string | null) => make(type, message),
    '(Exception cause)': (type: RtType, cause: ApexException | null) => make(type, null, cause),
    '(String message, Exception cause)': make
};

function initCause(self: ApexException, cause: ApexException | null): void {
    if (self.apexCause !== null) throwApex('System.IllegalStateException', "Can't overwrite cause");
    self.apexCause = cause;
}

function typeName(self: ApexException): string {
    return self.apexType;
}

function failure(self: ApexException, index: number): DmlFailure {
    return self.failures[index] ?? throwApex('System.ListException', `List index out of bounds: ${String(index)}`);
}

/** The fields of a failed row as tokens; a failure names no object, so its record's id tells which. */
function fieldTokens(self: ApexException, index: number): ApexList {
    const { id, fields, object } = failure(self, index) as DmlFailure & { object?: string };
    const name = object ?? (id === null ? undefined : platform().schema.objectByPrefix(id.slice(0, 3))?.name);
    const tokens = name === undefined ? [] : fields.map((field) => sobjectFieldToken(name, field));
    return ApexList.of<unknown>('Schema.SObjectField', tokens);
}

const dmlMethods = {
    'List<String> getDmlFieldNames(Integer index)': (self: ApexException, index: number) =>
        ApexList.of('String', [...failure(self, index).fields]),
    'List<Schema.SObjectField> getDmlFields(Integer index)': fieldTokens,
    'String getDmlId(Integer index)': (self: ApexException, index: number) => failure(self, index).id,
    'Integer getDmlIndex(Integer index)': (self: ApexException, index: number) => failure(self, index).index,
    'String getDmlMessage(Integer index)': (self: ApexException, index: number) => failure(self, index).message,
    'String getDmlStatusCode(Integer index)': (self: ApexException, index: number) => failure(self, index).code,
    'System.StatusCode getDmlType(Integer index)': (self: ApexException, index: number) =>
        enumConstant('System.StatusCode', failure(self, index).code) ?? null,
    'Integer getNumDml()': (self: ApexException) => self.failures.length
};

export const exception = nativeClass({
    name: 'System.Exception',
    virtual: true,
    constructors,
    methods: {
        ...dmlMethods,
        'Exception getCause()': (self: ApexException) => self.apexCause,
        'Integer getLineNumber()': (self: ApexException) => traceOf(self).line,
        'String getMessage()': (self: ApexException) => self.message,
        'String getStackTraceString()': (self: ApexException) => traceOf(self).text,
        'String getTypeName()': typeName,
        'void initCause(Exception cause)': initCause,
        'void setMessage(String message)': (self: ApexException, message: string | null) => {
            self.apexMessage = message;
        },
        'Map<String,Set<String>> getInaccessibleFields()': (self: ApexException) =>
            self.inaccessibleFields ?? ApexMap.of('String', 'Set<String>'),
        'String toString()': (self: ApexException) => self.toString()
    },
    isInstance: (value) => value instanceof ApexException
});

function standard(name: string): NativeClass {
    return nativeClass({
        name,
        superclass: 'Exception',
        constructors,
        isInstance: (value) => value instanceof ApexException && value.standardType === name
    });
}

export const exceptionClasses: readonly NativeClass[] = [
    exception,
    ...[...SYSTEM_EXCEPTIONS, 'IllegalStateException', 'ArithmeticException'].map((name) => standard(`System.${name}`)),
    ...OTHERS.map(standard)
];
