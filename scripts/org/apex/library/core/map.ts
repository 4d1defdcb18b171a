// System.Map. keySet() is a view of the map, as on the platform: keys can be removed through it, not added.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_map.htm
// https://salesforce.stackexchange.com/questions/207388
import { SObject } from '../../../values/index.ts';
import { ApexList, ApexMap, listTypeOf, MapKeys } from '../../runtime/collections.ts';
import { apexKeyEquals, hashCode } from '../../runtime/equality.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import type { RtType } from '../../runtime/types.ts';
import { nativeClass } from '../native.ts';
import { nullArgument, toId } from './elements.ts';
import { elementToken } from './list.ts';
import { copyRecord } from './sobjectCopy.ts';

function putMap(self: ApexMap, source: ApexMap | null): void {
    if (source === null) return nullArgument();
    const ids = self.type.args[0]?.name === 'Id';
    for (const [key, value] of source.entries()) self.put(ids ? toId(key) : key, value);
}

/** Records by their ids. The constructor insists that all have one and no two share it; putAll takes null as a key. */
function putRecords(self: ApexMap, records: ApexList<SObject | null> | null, strict: boolean): void {
    if (records === null) return nullArgument();
    records.items.forEach((record, index) => {
        const id = record?.id ?? null;
        if (strict && id === null) throwApex('System.ListException', `Row with null Id at index: ${index}`);
        if (strict && self.has(id)) throwApex('System.ListException', `Row with duplicate Id at index: ${index}`);
        self.put(id, record);
    });
}

function fromRecords(type: RtType, records: ApexList<SObject | null> | null): ApexMap {
    const map = new ApexMap(type);
    putRecords(map, records, true);
    return map;
}

function fromMap(type: RtType, source: ApexMap | null): ApexMap {
    const map = new ApexMap(type);
    putMap(map, source);
    return map;
}

const OPTIONS = { preserveId: true, deep: true, preserveTimestamps: true, preserveAutonumber: true };

export const map = nativeClass({
    name: 'System.Map',
    typeParams: ['K', 'V'],
    constructors: {
        '()': (type: RtType) => new ApexMap(type),
        '(Map<K,V> source)': fromMap,
        '(List<SObject> records)': fromRecords
    },
    methods: {
        'void clear()': (self: ApexMap) => self.clear(),
        'Map<K,V> clone()': (self: ApexMap) => new ApexMap(self.type, self.entries()),
        'Boolean containsKey(K key)': (self: ApexMap, key: unknown) => self.has(key),
        'Map<K,V> deepClone()': (self: ApexMap) =>
            new ApexMap(
                self.type,
                self
                    .entries()
                    .map(
                        ([key, value]) => [key, value instanceof SObject ? copyRecord(value, OPTIONS) : value] as const
                    )
            ),
        'Boolean equals(Object other)': (self: ApexMap, other: unknown) => apexKeyEquals(self, other),
        'V get(K key)': (self: ApexMap, key: unknown) => self.get(key),
        'Schema.SObjectType getSObjectType()': (self: ApexMap) => elementToken(self.type.args[1]),
        'Integer hashCode()': (self: ApexMap) => hashCode(self),
        'Boolean isEmpty()': (self: ApexMap) => self.size === 0,
        'Set<K> keySet()': (self: ApexMap) => new MapKeys(self),
        'V put(K key, V value)': (self: ApexMap, key: unknown, value: unknown) => self.put(key, value),
        'void putAll(Map<K,V> source)': putMap,
        'void putAll(List<SObject> records)': (self: ApexMap, records: ApexList<SObject | null> | null) =>
            putRecords(self, records, false),
        'V remove(K key)': (self: ApexMap, key: unknown) => self.delete(key),
        'Integer size()': (self: ApexMap) => self.size,
        'List<V> values()': (self: ApexMap) => new ApexList(listTypeOf(self.type.args[1] as RtType), self.valueList())
    },
    isInstance: (value) => value instanceof ApexMap
});
