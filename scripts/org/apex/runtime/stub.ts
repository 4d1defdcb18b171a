// Test.createStub: an instance whose methods ask a StubProvider. As on the platform no constructor runs, static and private
// methods stay as they are, and the class of the stub prints with the suffix `__sfdc_ApexStub`.
import { ApexList } from './collections.ts';
import { throwApex } from './exceptions.ts';
import { invokeMethod } from './invoke.ts';
import {
    ApexType,
    type ApexConstructor,
    classNamed,
    findType,
    isInstance,
    typeNamed,
    typeOfValue
} from './registry.ts';
import type { ClassInfo, MethodInfo, RtType } from './types.ts';

export const STUB_SUFFIX = '__sfdc_ApexStub';

export function createStub(type: RtType | null, provider: object | null): object {
    if (!type || !provider) return throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    const base = type.cls ? classNamed(type.cls.name)?.js : null;
    if (!base) return throwApex('System.TypeException', `Cannot create stub for type: ${type.name}`);
    const info: ClassInfo = { ...base.$info, name: base.$info.name + STUB_SUFFIX };
    const js = class extends (base as new () => object) {} as unknown as ApexConstructor;
    js.$info = { ...info, methods: [] };
    js.$type = new ApexType(info.name, 'class', [], info, null);
    js.$supers = base.$supers;
    for (const method of stubbedMethods(base.$info)) {
        (js.prototype as any)[method.key] = function stubbed(this: object, ...args: unknown[]): unknown {
            const returns = typeNamed(method.returnType);
            const result = invokeMethod(provider, 'handleMethodCall', [
                this,
                method.name,
                returns,
                ApexList.of(
                    'System.Type',
                    method.params.map((param) => findType(param.type) ?? typeNamed('Object'))
                ),
                ApexList.of(
                    'String',
                    method.params.map((param) => param.name)
                ),
                ApexList.of('Object', args)
            ]) as unknown;
            if (method.returnType === 'void') return null;
            if (result !== null && !isInstance(result, returns)) {
                throwApex(
                    'System.TypeException',
                    `Invalid conversion from runtime type ${typeOfValue(result).name} to ${returns.name}`
                );
            }
            return result;
        };
    }
    return new js() as object;
}

/** Instance methods of a class, what it extends and the interfaces of both; private ones are left alone. */
function stubbedMethods(info: ClassInfo): MethodInfo[] {
    const found = new Map<string, MethodInfo>();
    const visit = (at: ClassInfo): void => {
        for (const method of at.methods) {
            const hidden =
                method.modifiers.includes('private') ||
                (at.kind === 'class' &&
                    !method.modifiers.some(
                        (word) => word === 'public' || word === 'global' || word === 'protected' || word === 'override'
                    ));
            if (!method.isStatic && !hidden && !found.has(method.key)) found.set(method.key, method);
        }
        for (const name of [at.superclass, ...at.interfaces]) {
            const parent = name ? classNamed(name)?.info : undefined;
            if (parent) visit(parent);
        }
    };
    visit(info);
    return [...found.values()];
}
