// System.Comparable and System.Comparator: how classes of the project give lists an order.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_comparable.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_interface_System_Comparator.htm
import { invokeMethod } from '../../runtime/invoke.ts';
import { nativeClass } from '../native.ts';

export const comparable = nativeClass({
    name: 'System.Comparable',
    kind: 'interface',
    methods: {
        'Integer compareTo(Object objectToCompareTo)': (self: object, other: unknown) =>
            invokeMethod(self, 'compareTo', [other]) as number
    }
});

export const comparator = nativeClass({
    name: 'System.Comparator',
    kind: 'interface',
    typeParams: ['T'],
    methods: {
        'Integer compare(T o1, T o2)': (self: object, a: unknown, b: unknown) =>
            invokeMethod(self, 'compare', [a, b]) as number
    }
});
