// Platform Cache: org and session cache, in partitions, kept in memory; a test has caches of its own. Every partition exists, and
// nothing is thrown out for lack of room. Values are copied in and out, as they are serialised on Salesforce.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_cache.htm
import { ApexList, ApexMap, ApexSet } from '../../runtime/collections.ts';
import { deepClone } from '../../runtime/deepClone.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { construct, invokeMethod } from '../../runtime/invoke.ts';
import { platform, type Platform } from '../../runtime/platform.ts';
import type { RtType } from '../../runtime/types.ts';
import { type NativeClass, nativeClass, type NativeFunction } from '../native.ts';

type Kind = 'Org' | 'Session';

interface Entry {
    value: unknown;
    expires: number;
}

const DEFAULT_SECONDS: Readonly<Record<Kind, number>> = { Org: 86_400, Session: 28_800 };
const LONGEST_SECONDS: Readonly<Record<Kind, number>> = { Org: 172_800, Session: 28_800 };
const caches = new WeakMap<Platform, Map<string, Map<string, Entry>>>();
let testCaches: { requestId: string; maps: Map<string, Map<string, Entry>> } = { requestId: '', maps: new Map() };

function mapsOfRun(): Map<string, Map<string, Entry>> {
    const org = platform();
    if (org.isTest) {
        if (testCaches.requestId !== org.requestId) testCaches = { requestId: org.requestId, maps: new Map() };
        return testCaches.maps;
    }
    const known = caches.get(org) ?? new Map<string, Map<string, Entry>>();
    caches.set(org, known);
    return known;
}

/** A partition, by its whole name `local.Default`. */
class Partition {
    static $native = 'Cache.Partition';
    readonly kind: Kind;
    readonly name: string;
    constructor(kind: Kind, name: string) {
        this.kind = kind;
        this.name = name.includes('.') ? name : `local.${name}`;
        if (!/^\w+\.\w+$/.test(this.name))
            throwApex(`Cache.${kind}.${kind}CacheException`, `Invalid partition name: ${name}`);
    }

    entries(): Map<string, Entry> {
        const maps = mapsOfRun();
        const key = `${this.kind}:${this.name.toLowerCase()}`;
        const known = maps.get(key) ?? new Map<string, Entry>();
        maps.set(key, known);
        return known;
    }

    find(key: string): Entry | null {
        const entries = this.entries();
        const entry = entries.get(key);
        if (!entry) return null;
        if (entry.expires > platform().now()) return entry;
        entries.delete(key);
        return null;
    }

    put(key: string, value: unknown, seconds: number = DEFAULT_SECONDS[this.kind]): void {
        if (value === null) throwApex('Cache.InvalidParamException', 'Value is null');
        if (seconds < 300 || seconds > LONGEST_SECONDS[this.kind])
            throwApex('Cache.InvalidParamException', `Invalid time to live: ${String(seconds)}`);
        this.entries().set(key, { value: deepClone(value), expires: platform().now() + seconds * 1000 });
    }
}
class OrgPartition extends Partition {
    static override $native = 'Cache.OrgPartition';
}
class SessionPartition extends Partition {
    static override $native = 'Cache.SessionPartition';
}

const partitionOf = (kind: Kind, name: string): Partition =>
    kind === 'Org' ? new OrgPartition(kind, name) : new SessionPartition(kind, name);

/** Keys of the whole cache may name their partition: `local.Default.key`. */
function place(kind: Kind, self: Partition | null, key: string | null): { partition: Partition; key: string } {
    if (key === null || key === '') throwApex('Cache.InvalidParamException', 'Key is null or empty');
    const parts = key.split('.');
    if (self === null && parts.length === 3)
        return { partition: partitionOf(kind, `${parts[0]!}.${parts[1]!}`), key: checked(parts[2]!) };
    return { partition: self ?? partitionOf(kind, 'local.default'), key: checked(key) };
}

function checked(key: string): string {
    return /^[A-Za-z0-9]+$/.test(key)
        ? key
        : throwApex('Cache.InvalidParamException', `Invalid key: ${key}. Keys are alphanumeric`);
}

const keysOf = (keys: ApexSet<string> | ApexList<string> | null): string[] =>
    keys === null ? [] : keys instanceof ApexList ? keys.items : keys.values();

type Run = (self: Partition | null, ...args: never[]) => unknown;

/** What Cache.Org, Cache.Session and partitions have in common; `self` is null for the whole cache. */
function members(kind: Kind): Record<string, Run> {
    const at = (self: Partition | null, key: string | null): { partition: Partition; key: string } =>
        place(kind, self, key);
    const get = (self: Partition | null, key: string | null): unknown => {
        const found = at(self, key);
        return deepClone(found.partition.find(found.key)?.value ?? null);
    };
    const put = (self: Partition | null, key: string | null, value: unknown, seconds?: number | null): void => {
        const found = at(self, key);
        found.partition.put(found.key, value, seconds ?? undefined);
    };
    const remove = (self: Partition | null, key: string | null): boolean => {
        const found = at(self, key);
        return found.partition.entries().delete(found.key);
    };
    const contains = (self: Partition | null, key: string | null): boolean => {
        const found = at(self, key);
        return found.partition.find(found.key) !== null;
    };
    const build = (type: RtType, key: string): unknown => invokeMethod(construct(type), 'doLoad', [key]);
    const loaded = (self: Partition | null, type: RtType, key: string): unknown => {
        const known = contains(self, key) ? get(self, key) : null;
        if (known !== null) return known;
        const value = build(type, key);
        if (value !== null) put(self, key, value);
        return value;
    };
    const all = (self: Partition | null): string[] => [
        ...(self ?? partitionOf(kind, 'local.default')).entries().keys()
    ];
    return {
        'Boolean contains(String key)': contains,
        'Map<String,Boolean> contains(Set<String> keys)': (self, keys: ApexSet<string>) =>
            ApexMap.of(
                'String',
                'Boolean',
                keysOf(keys).map((key) => [key, contains(self, key)] as [string, boolean])
            ),
        'Object get(String key)': get,
        'Map<String,Object> get(Set<String> keys)': (self, keys: ApexSet<string>) =>
            ApexMap.of(
                'String',
                'Object',
                keysOf(keys).map((key) => [key, get(self, key)] as [string, unknown])
            ),
        'Object get(System.Type cacheBuilder, String key)': loaded,
        'Set<String> getKeys()': (self) => ApexSet.of('String', all(self)),
        'Long getNumKeys()': (self) => BigInt(all(self).length),
        'Double getCapacity()': () => null,
        'Boolean isAvailable()': () => true,
        'String getName()': (self) => self?.name ?? 'local.default',
        'void put(String key, Object value)': put,
        'void put(String key, Object value, Cache.Visibility visibility)': (
            self,
            key: string | null,
            value: unknown
        ) => {
            put(self, key, value);
        },
        'void put(String key, Object value, Integer ttlSecs)': put,
        'void put(String key, Object value, Integer ttlSecs, Cache.Visibility visibility, Boolean immutable)': put,
        'Boolean remove(String key)': remove,
        'Boolean remove(System.Type cacheBuilder, String key)': (self, _type: RtType, key: string | null) =>
            remove(self, key)
    };
}

/** The members as statics of the whole cache. */
function statics(kind: Kind): Record<string, NativeFunction> {
    return Object.fromEntries(
        Object.entries(members(kind)).map(([signature, run]) => [
            signature,
            (...args: unknown[]) => (run as NativeFunction)(null, ...args)
        ])
    );
}

const partitionNames: Record<string, NativeFunction> = {
    'String createFullyQualifiedKey(String namespace, String partition, String key)': (
        namespace: string,
        partition: string,
        key: string
    ) => `${namespace}.${partition}.${key}`,
    'String createFullyQualifiedPartition(String namespace, String partition)': (
        namespace: string,
        partition: string
    ) => `${namespace}.${partition}`
};

/** Partitions find out of themselves whether they are of the org or of the session. */
const partitionMembers: Record<string, NativeFunction> = Object.fromEntries(
    Object.keys(members('Org')).map((signature) => [
        signature,
        (self: Partition, ...args: unknown[]) => (members(self.kind)[signature] as NativeFunction)(self, ...args)
    ])
);

const cache = (kind: Kind): NativeClass =>
    nativeClass({
        name: `Cache.${kind}`,
        statics: {
            ...statics(kind),
            [`Cache.${kind}Partition getPartition(String partitionName)`]: (name: string | null) =>
                partitionOf(kind, name ?? '')
        },
        staticProperties: { 'Integer MAX_TTL_SECS': { get: () => LONGEST_SECONDS[kind] } }
    });

export const cacheClasses: readonly NativeClass[] = [
    cache('Org'),
    cache('Session'),
    nativeClass({
        name: 'Cache.Partition',
        statics: partitionNames,
        methods: partitionMembers,
        isInstance: (value) => value instanceof Partition
    }),
    nativeClass({
        name: 'Cache.OrgPartition',
        superclass: 'Cache.Partition',
        isInstance: (value) => value instanceof OrgPartition
    }),
    nativeClass({
        name: 'Cache.SessionPartition',
        superclass: 'Cache.Partition',
        isInstance: (value) => value instanceof SessionPartition
    }),
    nativeClass({
        name: 'Cache.CacheBuilder',
        kind: 'interface',
        methods: { 'Object doLoad(String key)': () => null }
    }),
    nativeClass({ name: 'Cache.Visibility', kind: 'enum', enumValues: ['ALL', 'NAMESPACE'] })
];
