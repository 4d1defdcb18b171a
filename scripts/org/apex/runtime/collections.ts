// Apex List, Set and Map. Sets and maps iterate in the order of insertion; keys compare as the platform compares them (strings by
// case, records by field values, user classes by their own equals and hashCode). Changing one while it is iterated throws.
import type { RtType } from './types.ts';
import { apexKeyEquals, hasOwnEquality, hashKey, userHash } from './equality.ts';
import { throwApex } from './exceptions.ts';
import { typeNamed } from './registry.ts';

const derived = new WeakMap<RtType, Map<string, RtType>>();

/** `List<T>`/`Set<T>` for an element type, remembered. */
function collectionOf(kind: 'List' | 'Set', element: RtType): RtType {
    let kinds = derived.get(element);
    if (!kinds) derived.set(element, (kinds = new Map()));
    let type = kinds.get(kind);
    if (!type) kinds.set(kind, (type = typeNamed(`${kind}<${element.name}>`)));
    return type;
}
export const listTypeOf = (element: RtType): RtType => collectionOf('List', element);
export const setTypeOf = (element: RtType): RtType => collectionOf('Set', element);

/** Common to all: the check against changes during iteration. `iterating` counts the loops under way. */
abstract class ApexCollection {
    type: RtType;
    iterating = 0;
    readOnly = false;
    constructor(type: RtType) {
        this.type = type;
    }
    /** Called before every change of the collection's membership. */
    touch(): void {
        if (this.iterating > 0)
            throwApex('System.FinalException', 'Cannot modify a collection while it is being iterated.');
        if (this.readOnly) throwApex('System.FinalException', 'Collection is read-only');
    }
}

/** What a for-each loop runs over: holds the collection's `iterating` while it is under way. */
class Iteration<T> implements IterableIterator<T> {
    private readonly owner: ApexCollection;
    private readonly inner: Iterator<T>;
    private open = true;
    constructor(owner: ApexCollection, inner: Iterator<T>) {
        this.owner = owner;
        this.inner = inner;
        owner.iterating++;
    }
    next(): IteratorResult<T> {
        const result = this.inner.next();
        if (result.done) this.close();
        return result;
    }
    return(): IteratorResult<T> {
        this.close();
        return { done: true, value: undefined };
    }
    [Symbol.iterator](): this {
        return this;
    }
    private close(): void {
        if (this.open) this.owner.iterating--;
        this.open = false;
    }
}

export class ApexList<T = unknown> extends ApexCollection {
    items: T[];
    constructor(type: RtType, items: T[] = []) {
        super(type);
        this.items = items;
    }
    /** `List<T>` of an element type. */
    static of<T>(element: string, items: T[]): ApexList<T> {
        return new ApexList(typeNamed(`List<${element}>`), items);
    }
    get(index: number): T {
        this.check(index);
        return this.items[index];
    }
    set(index: number, value: T): void {
        this.check(index);
        if (this.readOnly) this.touch();
        this.items[index] = value;
    }
    add(value: T): void {
        if (this.iterating > 0 || this.readOnly) this.touch();
        this.items.push(value);
    }
    check(index: number): void {
        if (index < 0 || index >= this.items.length)
            throwApex('System.ListException', `List index out of bounds: ${index}`);
    }
    /** For for-each loops. */
    [Symbol.iterator](): IterableIterator<T> {
        return new Iteration(this, this.items[Symbol.iterator]());
    }
}

/** Finds the JS Map key for an Apex key: objects with their own equality share the key of the first equal one. */
class KeySpace {
    private buckets: Map<number, object[]> | null = null;
    /** The JS key, or undefined when an object with its own equality is not known and `adopt` is false. */
    keyOf(value: unknown, adopt: boolean): unknown {
        if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
        if (typeof value !== 'object' || !hasOwnEquality(value)) return hashKey(value);
        const hash = userHash(value);
        const bucket = this.buckets?.get(hash);
        const known = bucket?.find((other) => other === value || apexKeyEquals(value, other));
        if (known || !adopt) return known;
        this.buckets ??= new Map();
        if (bucket) bucket.push(value);
        else this.buckets.set(hash, [value]);
        return value;
    }
    forget(key: unknown): void {
        if (!this.buckets || typeof key !== 'object') return;
        for (const [hash, bucket] of this.buckets) {
            const at = bucket.indexOf(key as object);
            if (at < 0) continue;
            bucket.splice(at, 1);
            if (bucket.length === 0) this.buckets.delete(hash);
            return;
        }
    }
    clear(): void {
        this.buckets = null;
    }
}

export class ApexSet<T = unknown> extends ApexCollection {
    private readonly entries = new Map<unknown, T>();
    private readonly keys = new KeySpace();
    constructor(type: RtType, items: Iterable<T> = []) {
        super(type);
        for (const item of items) this.add(item);
    }
    static of<T>(element: string, items: Iterable<T>): ApexSet<T> {
        return new ApexSet(typeNamed(`Set<${element}>`), items);
    }
    get size(): number {
        return this.entries.size;
    }
    add(value: T): boolean {
        if (this.iterating > 0 || this.readOnly) this.touch();
        const key = this.keys.keyOf(value, true);
        if (this.entries.has(key)) return false;
        this.entries.set(key, value);
        return true;
    }
    has(value: unknown): boolean {
        const key = this.keys.keyOf(value, false);
        return key !== undefined && this.entries.has(key);
    }
    delete(value: unknown): boolean {
        if (this.iterating > 0 || this.readOnly) this.touch();
        const key = this.keys.keyOf(value, false);
        if (key === undefined || !this.entries.delete(key)) return false;
        this.keys.forget(key);
        return true;
    }
    clear(): void {
        this.touch();
        this.entries.clear();
        this.keys.clear();
    }
    values(): T[] {
        return [...this.entries.values()];
    }
    [Symbol.iterator](): IterableIterator<T> {
        return new Iteration(this, this.entries.values());
    }
}

export class ApexMap<K = unknown, V = unknown> extends ApexCollection {
    private readonly slots = new Map<unknown, [K, V]>();
    private readonly space = new KeySpace();
    constructor(type: RtType, entries: Iterable<readonly [K, V]> = []) {
        super(type);
        for (const [key, value] of entries) this.put(key, value);
    }
    static of<K, V>(key: string, value: string, entries: Iterable<readonly [K, V]> = []): ApexMap<K, V> {
        return new ApexMap(typeNamed(`Map<${key},${value}>`), entries);
    }
    get size(): number {
        return this.slots.size;
    }
    get(key: unknown): V | null {
        const found = this.space.keyOf(key, false);
        const slot = found === undefined ? undefined : this.slots.get(found);
        return slot ? slot[1] : null;
    }
    has(key: unknown): boolean {
        const found = this.space.keyOf(key, false);
        return found !== undefined && this.slots.has(found);
    }
    /** The previous value, null when there was none. */
    put(key: K, value: V): V | null {
        const found = this.space.keyOf(key, true);
        const slot = this.slots.get(found);
        if (slot) {
            if (this.readOnly) this.touch();
            const previous = slot[1];
            slot[1] = value;
            return previous;
        }
        if (this.iterating > 0 || this.readOnly) this.touch();
        this.slots.set(found, [key, value]);
        return null;
    }
    delete(key: unknown): V | null {
        if (this.iterating > 0 || this.readOnly) this.touch();
        const found = this.space.keyOf(key, false);
        const slot = found === undefined ? undefined : this.slots.get(found);
        if (!slot) return null;
        this.slots.delete(found);
        this.space.forget(found);
        return slot[1];
    }
    clear(): void {
        this.touch();
        this.slots.clear();
        this.space.clear();
    }
    keyList(): K[] {
        return [...this.slots.values()].map((slot) => slot[0]);
    }
    valueList(): V[] {
        return [...this.slots.values()].map((slot) => slot[1]);
    }
    entries(): [K, V][] {
        return [...this.slots.values()];
    }
}

/** `map.keySet()`: a view of the map's keys. They can be removed through it; adding is refused. */
export class MapKeys<K = unknown> extends ApexSet<K> {
    private readonly map: ApexMap<K>;
    constructor(map: ApexMap<K>) {
        super(setTypeOf(map.type.args[0]!));
        this.map = map;
    }
    override get size(): number {
        return this.map.size;
    }
    override add(): boolean {
        return throwApex('System.FinalException', 'Collection is read-only');
    }
    override has(value: unknown): boolean {
        return this.map.has(value);
    }
    override delete(value: unknown): boolean {
        const known = this.map.has(value);
        if (known) this.map.delete(value);
        return known;
    }
    override clear(): void {
        this.map.clear();
    }
    override values(): K[] {
        return this.map.keyList();
    }
    override [Symbol.iterator](): IterableIterator<K> {
        // A loop over the keys may remove from the map (apex-rollup, RollupState.getFieldValues).
        return new Iteration(this, this.map.keyList()[Symbol.iterator]());
    }
}
