// System.Type: types by name, as values.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_type.htm
import { SObject } from '../../../values/index.ts';
import { hashCode } from '../../runtime/equality.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { construct } from '../../runtime/invoke.ts';
import { platform } from '../../runtime/platform.ts';
import { ApexType, findType, isAssignable } from '../../runtime/registry.ts';
import { nativeClass } from '../native.ts';
import { nullArgument } from './elements.ts';

function forName(name: string | null): ApexType | null {
    if (name === null) return nullArgument();
    if (name.trim() === '' || !/^[\w.<>,\s[\]]+$/.test(name)) return null;
    return (findType(name.trim()) as ApexType | undefined) ?? null;
}

function inNamespace(namespace: string | null, name: string | null): ApexType | null {
    if (name === null) return nullArgument();
    if (namespace === null || namespace === '' || namespace.toLowerCase() === platform().namespace?.toLowerCase())
        return forName(name);
    return forName(`${namespace}.${name}`);
}

function newInstance(self: ApexType): unknown {
    if (self.kind !== 'sobject') return construct(self) as unknown;
    const describe = self.sobject;
    return describe ? new SObject(describe) : throwApex('System.TypeException', 'Type cannot be constructed: SObject');
}

export const type = nativeClass({
    name: 'System.Type',
    statics: {
        'System.Type forName(String fullyQualifiedName)': forName,
        'System.Type forName(String namespace, String name)': inNamespace
    },
    methods: {
        'Boolean equals(Object typeToCompare)': (self: ApexType, other: unknown) => self === other,
        'String getName()': (self: ApexType) => self.name,
        'Integer hashCode()': (self: ApexType) => hashCode(self.name),
        'Boolean isAssignableFrom(System.Type sourceType)': (self: ApexType, source: ApexType | null) =>
            source === null ? nullArgument() : isAssignable(self, source),
        'Object newInstance()': newInstance,
        'String toString()': (self: ApexType) => self.name
    },
    isInstance: (value) => value instanceof ApexType
});
