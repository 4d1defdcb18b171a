// System.Object: what every value can do.
import { apexKeyEquals, hashCode } from '../../runtime/equality.ts';
import { apexToString } from '../../runtime/text.ts';
import { nativeClass } from '../native.ts';

export const object = nativeClass({
    name: 'System.Object',
    virtual: true,
    constructors: { '()': () => ({}) },
    methods: {
        'Boolean equals(Object other)': (self: unknown, other: unknown) => apexKeyEquals(self, other),
        'Integer hashCode()': (self: unknown) => hashCode(self),
        'String toString()': (self: unknown) => apexToString(self)
    },
    isInstance: (value) => value !== null && value !== undefined
});
