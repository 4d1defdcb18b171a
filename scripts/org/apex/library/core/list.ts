// System.List.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_list.htm
import { SObject } from '../../../values/index.ts';
import { ApexList } from '../../runtime/collections.ts';
import { apexKeyEquals, compareValues, hashCode } from '../../runtime/equality.ts';
import { invokeMethod } from '../../runtime/invoke.ts';
import { sobjectTypeToken } from '../../runtime/tokens.ts';
import type { RtType } from '../../runtime/types.ts';
import { nativeClass } from '../native.ts';
import { fitted, itemsOf, nullArgument } from './elements.ts';
import { ItemsIterator } from './iterator.ts';
import { copyRecord } from './sobjectCopy.ts';

const indexOf = (self: ApexList, element: unknown): number =>
    self.items.findIndex((item) => apexKeyEquals(item, element));

/** The type of a list's records; null for lists of SObject and of anything else. */
export function elementToken(element: RtType | undefined): object | null {
    return element?.kind === 'sobject' && element.name !== 'SObject' ? sobjectTypeToken(element.name) : null;
}

function deepClone(
    self: ApexList,
    preserveId: boolean | null,
    preserveTimestamps: boolean | null,
    preserveAutonumber: boolean | null
): ApexList {
    const options = {
        preserveId: preserveId === true,
        deep: true,
        preserveTimestamps: preserveTimestamps === true,
        preserveAutonumber: preserveAutonumber === true
    };
    return new ApexList(
        self.type,
        self.items.map((item) => (item instanceof SObject ? copyRecord(item, options) : item))
    );
}

function addAll(self: ApexList, source: unknown): void {
    const items = fitted(itemsOf(source), self.type.args[0]);
    if (items.length > 0) self.touch();
    for (const item of items) self.items.push(item);
}

function addAt(self: ApexList, index: number | null, element: unknown): void {
    if (index === null) return nullArgument();
    if (index !== self.items.length) self.check(index);
    self.touch();
    self.items.splice(index, 0, element);
}

function remove(self: ApexList, index: number | null): unknown {
    if (index === null) return nullArgument();
    self.check(index);
    self.touch();
    return self.items.splice(index, 1)[0];
}

function sortWith(self: ApexList, order: (a: unknown, b: unknown) => number): void {
    self.touch();
    self.items.sort(order);
}

export const list = nativeClass({
    name: 'System.List',
    typeParams: ['T'],
    interfaces: ['Iterable<T>'],
    constructors: {
        '()': (type: RtType) => new ApexList(type, []),
        '(Iterable<T> source)': (type: RtType, source: unknown) =>
            new ApexList(type, fitted(itemsOf(source), type.args[0]))
    },
    methods: {
        'void add(T element)': (self: ApexList, element: unknown) => self.add(element),
        'void add(Integer index, T element)': addAt,
        'void addAll(Iterable<T> source)': addAll,
        'void clear()': (self: ApexList) => {
            self.touch();
            self.items.length = 0;
        },
        'List<T> clone()': (self: ApexList) => new ApexList(self.type, [...self.items]),
        'Boolean contains(T element)': (self: ApexList, element: unknown) => indexOf(self, element) >= 0,
        'List<T> deepClone()': (self: ApexList) => deepClone(self, false, false, false),
        'List<T> deepClone(Boolean preserveId)': (self: ApexList, id: boolean) => deepClone(self, id, false, false),
        'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': (
            self: ApexList,
            id: boolean,
            times: boolean
        ) => deepClone(self, id, times, false),
        'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)':
            deepClone,
        'Boolean equals(Object other)': (self: ApexList, other: unknown) => apexKeyEquals(self, other),
        'T get(Integer index)': (self: ApexList, index: number | null) =>
            index === null ? nullArgument() : self.get(index),
        'Schema.SObjectType getSObjectType()': (self: ApexList) => elementToken(self.type.args[0]),
        'Integer hashCode()': (self: ApexList) => hashCode(self),
        'Integer indexOf(T element)': indexOf,
        'Boolean isEmpty()': (self: ApexList) => self.items.length === 0,
        'Iterator<T> iterator()': (self: ApexList) => new ItemsIterator(self.items),
        'T remove(Integer index)': remove,
        'void set(Integer index, T element)': (self: ApexList, index: number | null, element: unknown) =>
            index === null ? nullArgument() : self.set(index, element),
        'Integer size()': (self: ApexList) => self.items.length,
        'void sort()': (self: ApexList) => sortWith(self, compareValues),
        'void sort(Comparator<T> comparator)': (self: ApexList, comparator: unknown) =>
            sortWith(self, (a, b) => Number(invokeMethod(comparator, 'compare', [a, b])))
    },
    isInstance: (value) => value instanceof ApexList
});
