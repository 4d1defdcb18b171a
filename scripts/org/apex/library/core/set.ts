// System.Set.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_set.htm
import { ApexSet } from '../../runtime/collections.ts';
import { apexKeyEquals, hashCode } from '../../runtime/equality.ts';
import type { RtType } from '../../runtime/types.ts';
import { nativeClass } from '../native.ts';
import { fitted, itemsOf } from './elements.ts';
import { ItemsIterator } from './iterator.ts';

const given = (self: ApexSet, source: unknown): unknown[] => fitted(itemsOf(source), self.type.args[0]);

/** Applies a change to each element and says whether any changed the set. */
function any(items: readonly unknown[], change: (item: unknown) => boolean): boolean {
    let changed = false;
    for (const item of items) changed = change(item) || changed;
    return changed;
}

function retainAll(self: ApexSet, source: unknown): boolean {
    const kept = new ApexSet(self.type, given(self, source));
    return any(self.values(), (item) => !kept.has(item) && self.delete(item));
}

export const set = nativeClass({
    name: 'System.Set',
    typeParams: ['T'],
    interfaces: ['Iterable<T>'],
    constructors: {
        '()': (type: RtType) => new ApexSet(type),
        '(Iterable<T> source)': (type: RtType, source: unknown) =>
            new ApexSet(type, fitted(itemsOf(source), type.args[0]))
    },
    methods: {
        'Boolean add(T element)': (self: ApexSet, element: unknown) => self.add(element),
        'Boolean addAll(Iterable<T> source)': (self: ApexSet, source: unknown) =>
            any(given(self, source), (item) => self.add(item)),
        'void clear()': (self: ApexSet) => self.clear(),
        'Set<T> clone()': (self: ApexSet) => new ApexSet(self.type, self.values()),
        'Boolean contains(T element)': (self: ApexSet, element: unknown) => self.has(element),
        'Boolean containsAll(Iterable<T> source)': (self: ApexSet, source: unknown) =>
            given(self, source).every((item) => self.has(item)),
        'Boolean equals(Object other)': (self: ApexSet, other: unknown) => apexKeyEquals(self, other),
        'Integer hashCode()': (self: ApexSet) => hashCode(self),
        'Boolean isEmpty()': (self: ApexSet) => self.size === 0,
        'Iterator<T> iterator()': (self: ApexSet) => new ItemsIterator(self.values()),
        'Boolean remove(T element)': (self: ApexSet, element: unknown) => self.delete(element),
        'Boolean removeAll(Iterable<T> source)': (self: ApexSet, source: unknown) =>
            any(given(self, source), (item) => self.delete(item)),
        'Boolean retainAll(Iterable<T> source)': retainAll,
        'Integer size()': (self: ApexSet) => self.size
    },
    isInstance: (value) => value instanceof ApexSet
});
