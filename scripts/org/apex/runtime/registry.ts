// What runs: the classes of the org, the classes of the standard library, and the types that values carry. A type is one
// object per name, so types are compared by identity; that object is also the value of `Foo.class` (System.Type).
import type { ObjectDescribe } from '../../metadata/describe.ts';
import { ApexDate, ApexDatetime, ApexTime, Blob, Decimal, Double, SObject } from '../../values/index.ts';
import { isId } from '../../values/id.ts';
import type { NativeClass } from '../library/native.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { ApexEnum, defineEnum } from './enums.ts';
import { ApexException } from './exceptions.ts';
import { platform } from './platform.ts';
import { SObjectFieldToken, SObjectTypeToken } from './tokens.ts';
import type { ClassInfo, RtType } from './types.ts';

/** JS class behind an Apex class. Static methods are properties of it by their key. */
export type ApexConstructor = (new () => any) & { $info: ClassInfo; $type: RtType; $supers: Set<string> } & Record<
        string,
        any
    >;

/** A loaded class, interface, enum or trigger. */
export interface LoadedClass {
    info: ClassInfo;
    /** Null for enums and triggers. */
    js: ApexConstructor | null;
    /** The statics object after its initialisation in this transaction. */
    statics: () => Record<string, unknown>;
    type: RtType;
    /** Triggers: runs the body. */
    run?: () => void;
}

/** A type at run time; the value of System.Type. */
export class ApexType implements RtType {
    readonly name: string;
    readonly kind: RtType['kind'];
    readonly args: readonly RtType[];
    readonly cls: ClassInfo | null;
    readonly native: NativeClass | null;
    constructor(
        name: string,
        kind: RtType['kind'],
        args: readonly RtType[],
        cls: ClassInfo | null,
        native: NativeClass | null
    ) {
        this.name = name;
        this.kind = kind;
        this.args = args;
        this.cls = cls;
        this.native = native;
    }
    /** Looked up each time, because a deploy replaces describes. */
    get sobject(): ObjectDescribe | null {
        return this.kind === 'sobject' && this.name !== 'SObject'
            ? (platform().schema.object(this.name) ?? null)
            : null;
    }
    toString(): string {
        return this.name;
    }
}

const PRIMITIVES = new Map(
    ['Boolean', 'Integer', 'Long', 'Double', 'Decimal', 'String', 'Id', 'Date', 'Datetime', 'Time', 'Blob'].map(
        (name) => [name.toLowerCase(), name]
    )
);
const COLLECTIONS: Record<string, RtType['kind']> = { list: 'list', set: 'set', map: 'map' };

const natives = new Map<string, NativeClass>();
let classes = new Map<string, LoadedClass>();
let namespace: string | null = null;
const types = new Map<string, ApexType>();

/** Declares the standard library; the compiler calls it once with the list it binds against. */
export function registerNatives(list: readonly NativeClass[]): void {
    for (const native of list) {
        const key = native.name.toLowerCase();
        if (natives.get(key) === native) continue;
        natives.set(key, native);
        if (native.enumValues) defineEnum(native.name, native.enumValues);
    }
    types.clear();
    byPrototype = new WeakMap();
}

export function nativeNamed(name: string): NativeClass | undefined {
    const key = name.toLowerCase();
    return natives.get(key) ?? natives.get(`system.${key}`) ?? natives.get(`schema.${key}`);
}

export function allNatives(): Iterable<NativeClass> {
    return natives.values();
}

/** Replaces the classes that run; types that name classes or objects are made anew. */
export function setClasses(loaded: Map<string, LoadedClass>, orgNamespace: string | null): void {
    classes = loaded;
    namespace = orgNamespace;
    for (const [key, type] of types) if (!isLasting(type)) types.delete(key);
}

function isLasting(type: RtType): boolean {
    return type.kind !== 'class' && type.kind !== 'sobject' && type.args.every(isLasting);
}

/** A class by its name in any case, with or without the org's namespace. */
export function classNamed(name: string): LoadedClass | undefined {
    const key = name.toLowerCase();
    const found = classes.get(key);
    if (found || !namespace) return found;
    const prefix = `${namespace.toLowerCase()}.`;
    return key.startsWith(prefix) ? classes.get(key.slice(prefix.length)) : undefined;
}

export function allClasses(): Iterable<LoadedClass> {
    return classes.values();
}

// ── names → types ───────────────────────────────────────────────────────────────────────────────────────────────────

/** The type with this name; throws when there is none. */
export function typeNamed(name: string): RtType {
    const type = findType(name);
    if (!type) throw new Error(`No type ${name}`);
    return type;
}

/** The type with this name, any case and spacing; undefined when there is none. */
export function findType(name: string): RtType | undefined {
    const known = types.get(name);
    if (known) return known;
    const made = makeType(name.replace(/\s+/g, ''));
    if (!made) return undefined;
    const canonical = types.get(made.name) ?? made;
    types.set(made.name, canonical);
    types.set(name, canonical);
    return canonical;
}

function makeType(name: string): ApexType | undefined {
    if (name.endsWith('[]')) return makeType(`List<${name.slice(0, -2)}>`);
    const open = name.indexOf('<');
    const base = (open < 0 ? name : name.slice(0, open)).toLowerCase();
    const args = open < 0 ? [] : splitArgs(name.slice(open + 1, -1)).map(findType);
    if (args.some((arg) => !arg)) return undefined;
    const found = args as RtType[];
    const suffix = found.length ? `<${found.map((arg) => arg.name).join(',')}>` : '';
    const simple = base.startsWith('system.') ? base.slice(7) : base;
    if (found.length === 0) {
        const own = classNamed(base);
        if (own) return own.type as ApexType;
        const primitive = PRIMITIVES.get(simple);
        if (primitive) return new ApexType(primitive, 'primitive', [], null, nativeNamed(primitive) ?? null);
        if (simple === 'object' || simple === 'void' || simple === 'any')
            return new ApexType(
                simple === 'void' ? 'void' : 'Object',
                'native',
                [],
                null,
                nativeNamed('Object') ?? null
            );
        if (simple === 'sobject') return new ApexType('SObject', 'sobject', [], null, nativeNamed('SObject') ?? null);
    }
    const kind = COLLECTIONS[simple];
    if (kind)
        return new ApexType(
            `${simple[0]!.toUpperCase()}${simple.slice(1)}${suffix}`,
            kind,
            found,
            null,
            nativeNamed(simple) ?? null
        );
    const native = nativeNamed(base);
    if (native) return new ApexType(`${native.name}${suffix}`, 'native', found, null, native);
    if (open >= 0) return undefined;
    let object: ObjectDescribe | undefined;
    try {
        object = platform().schema.object(base.startsWith('schema.') ? base.slice(7) : base);
    } catch {
        object = undefined;
    }
    return object ? new ApexType(object.name, 'sobject', [], null, nativeNamed('SObject') ?? null) : undefined;
}

export function splitArgs(text: string): string[] {
    const parts: string[] = [];
    let depth = 0;
    let from = 0;
    for (let at = 0; at < text.length; at++) {
        if (text[at] === '<') depth++;
        else if (text[at] === '>') depth--;
        else if (text[at] === ',' && depth === 0) {
            parts.push(text.slice(from, at));
            from = at + 1;
        }
    }
    parts.push(text.slice(from));
    return parts.map((part) => part.trim());
}

// ── values → types ──────────────────────────────────────────────────────────────────────────────────────────────────

let byPrototype = new WeakMap<object, NativeClass | null>();

/** The library class that a platform object belongs to. */
export function nativeOfValue(value: object): NativeClass | null {
    const prototype = Object.getPrototypeOf(value) as object | null;
    if (!prototype) return null;
    const declared = (value.constructor as { $native?: string } | undefined)?.$native;
    if (declared) return nativeNamed(declared) ?? null;
    let native = byPrototype.get(prototype);
    if (native === undefined) {
        native = null;
        for (const candidate of natives.values()) {
            if (
                candidate.isInstance &&
                candidate.kind !== 'interface' &&
                candidate.name !== 'System.Object' &&
                candidate.isInstance(value, OBJECT)
            ) {
                if (!native || isNativeSubclass(candidate, native)) native = candidate;
            }
        }
        if (prototype !== Object.prototype) byPrototype.set(prototype, native);
    }
    return native;
}

function isNativeSubclass(candidate: NativeClass, of: NativeClass): boolean {
    for (let at: NativeClass | undefined = candidate; at; at = at.superclass ? nativeNamed(at.superclass) : undefined)
        if (at === of) return true;
    return false;
}

const OBJECT = new ApexType('Object', 'native', [], null, null);

/** The run-time type of a value; `Object` for null. */
export function typeOfValue(value: unknown): RtType {
    switch (typeof value) {
        case 'boolean':
            return typeNamed('Boolean');
        case 'number':
            return typeNamed('Integer');
        case 'bigint':
            return typeNamed('Long');
        case 'string':
            return typeNamed('String');
        case 'object':
            break;
        default:
            return typeNamed('Object');
    }
    if (value === null) return typeNamed('Object');
    if (value instanceof SObject) return typeNamed(value.describe.name);
    if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) return value.type;
    const type = (value.constructor as { $type?: RtType } | undefined)?.$type;
    if (type) return type;
    if (value instanceof Decimal) return typeNamed('Decimal');
    if (value instanceof Double) return typeNamed('Double');
    if (value instanceof ApexDate) return typeNamed('Date');
    if (value instanceof ApexDatetime) return typeNamed('Datetime');
    if (value instanceof ApexTime) return typeNamed('Time');
    if (value instanceof Blob) return typeNamed('Blob');
    if (value instanceof ApexEnum) return typeNamed(value.typeName);
    if (value instanceof ApexException) return findType(value.apexType) ?? typeNamed('Exception');
    if (value instanceof ApexType) return typeNamed('System.Type');
    if (value instanceof SObjectTypeToken) return typeNamed('Schema.SObjectType');
    if (value instanceof SObjectFieldToken) return typeNamed('Schema.SObjectField');
    const native = nativeOfValue(value);
    return native ? typeNamed(native.name) : typeNamed('Object');
}

/** `value instanceof T`; null is an instance of nothing. */
export function isInstance(value: unknown, type: RtType): boolean {
    if (value === null || value === undefined) return false;
    if (type.name === 'Object') return true;
    switch (type.kind) {
        case 'primitive':
            switch (type.name) {
                case 'Boolean':
                    return typeof value === 'boolean';
                case 'Integer':
                    return typeof value === 'number';
                case 'Long':
                    return typeof value === 'bigint' || typeof value === 'number';
                case 'Double':
                    return (
                        value instanceof Double ||
                        value instanceof Decimal ||
                        typeof value === 'number' ||
                        typeof value === 'bigint'
                    );
                case 'Decimal':
                    return (
                        value instanceof Decimal ||
                        value instanceof Double ||
                        typeof value === 'number' ||
                        typeof value === 'bigint'
                    );
                case 'String':
                    return typeof value === 'string';
                case 'Id':
                    return typeof value === 'string' && isId(value);
                case 'Date':
                    return value instanceof ApexDate;
                case 'Datetime':
                    return value instanceof ApexDatetime || value instanceof ApexDate;
                case 'Time':
                    return value instanceof ApexTime;
                case 'Blob':
                    return value instanceof Blob;
                default:
                    return false;
            }
        case 'sobject':
            return value instanceof SObject && (type.name === 'SObject' || value.describe.name === type.name);
        case 'list':
        case 'set':
        case 'map':
        case 'class':
        case 'native':
            break;
    }
    const actual = typeOfValue(value);
    return (
        actual === type ||
        isAssignable(type, actual) ||
        (type.kind === 'native' && !!(type as ApexType).native?.isInstance?.(value, type))
    );
}

/** May a value of type `from` be held by a variable of type `to`? */
export function isAssignable(to: RtType, from: RtType): boolean {
    if (to === from || to.name === 'Object') return true;
    if (to.kind === 'sobject' && from.kind === 'sobject') return to.name === 'SObject';
    if (to.kind === from.kind && (to.kind === 'list' || to.kind === 'set' || to.kind === 'map')) {
        return to.args.every((arg, at) => {
            const given = from.args[at]!;
            // A List<SObject> may stand for a list of records of one object, as Salesforce allows.
            return isAssignable(arg, given) || (arg.kind === 'sobject' && given.name === 'SObject');
        });
    }
    return supersOf(from).has(bare(to.name));
}

const bare = (name: string): string => {
    const open = name.indexOf('<');
    return (open < 0 ? name : name.slice(0, open)).toLowerCase();
};

const nativeSupers = new WeakMap<NativeClass, Set<string>>();

/** Lower-cased names, without type arguments, of everything a type is. */
export function supersOf(type: RtType): Set<string> {
    if (type.cls) {
        const own = classNamed(type.cls.name.replace(/__sfdc_ApexStub$/, ''))?.js;
        return own ? own.$supers : new Set([type.cls.name.toLowerCase(), 'object']);
    }
    const native = (type as ApexType).native;
    if (!native) return new Set([bare(type.name)]);
    let found = nativeSupers.get(native);
    if (!found) {
        found = new Set();
        collectNativeSupers(native, found);
        nativeSupers.set(native, found);
    }
    return found;
}

export function collectNativeSupers(native: NativeClass, into: Set<string>): void {
    into.add(native.name.toLowerCase());
    if (native.name.startsWith('System.')) into.add(native.name.slice(7).toLowerCase());
    for (const name of [native.superclass, ...(native.interfaces ?? [])]) {
        const parent = name ? nativeNamed(bare(name)) : undefined;
        if (parent && !into.has(parent.name.toLowerCase())) collectNativeSupers(parent, into);
    }
}
