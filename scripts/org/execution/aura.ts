// @AuraEnabled methods, as Lightning components call them: named parameters in JSON, results JSON-ready, errors as an
// ApexError whose body a component reads.
import type { OrgContext } from './context.ts';
import { asApexException } from './errors.ts';
import { fromJson, toJson } from './jsonBridge.ts';

/** What a component gets in `error.body`. */
export class ApexError extends Error {
    readonly exceptionType: string;
    readonly isUserDefinedException: boolean;
    readonly stackTrace: string;
    constructor(message: string, exceptionType: string, stackTrace: string) {
        super(message);
        this.exceptionType = exceptionType;
        this.isUserDefinedException = !exceptionType.startsWith('System.');
        this.stackTrace = stackTrace;
    }
}

export function auraCall(
    org: OrgContext,
    className: string,
    methodName: string,
    params: Record<string, unknown>,
    userId: string
): unknown {
    const cls = org.program.classInfo(className);
    const method = cls?.methods.find(
        (item) =>
            item.isStatic &&
            item.name.toLowerCase() === methodName.toLowerCase() &&
            item.annotations.some((mark) => mark.name === 'auraenabled')
    );
    if (!cls || !method)
        throw new ApexError(
            `Apex method not found or not @AuraEnabled: ${className}.${methodName}`,
            'System.NoAccessException',
            ''
        );
    try {
        return org.run(org.newTransaction('Aura', userId), () => {
            const args = method.params.map((param) => {
                const key = Object.keys(params).find((name) => name.toLowerCase() === param.name.toLowerCase());
                return key === undefined ? null : fromJson(params[key], param.type);
            });
            const result = org.program.callStatic(cls, method.key, args);
            return method.returnType.toLowerCase() === 'void' || result === null
                ? null
                : (JSON.parse(toJson(result)) as unknown);
        });
    } catch (error) {
        const exception = asApexException(error);
        throw new ApexError(
            exception.clientMessage ?? exception.message,
            exception.apexType,
            exception.apexStack ?? ''
        );
    }
}
