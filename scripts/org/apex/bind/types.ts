// Static types of Apex and the rules of assignment between them. Types are interned: compare by identity.
import { holdsName } from '../../metadata/describe.ts';
import type { FieldDescribe, FieldType, ObjectDescribe, Schema } from '../../metadata/describe.ts';
import type { NativeSymbol } from './natives.ts';
import type { ClassSymbol } from './symbols.ts';

export type TypeKind =
    | 'void'
    | 'null'
    | 'error'
    | 'primitive'
    | 'object'
    | 'list'
    | 'set'
    | 'map'
    | 'sobject'
    | 'class'
    | 'native'
    | 'param';

export class Type {
    readonly kind: TypeKind;
    /** As Apex prints it; also the name that the run-time registry knows it by. */
    readonly name: string;
    readonly args: readonly Type[];
    readonly cls: ClassSymbol | null;
    readonly native: NativeSymbol | null;
    /** Null for the generic SObject. */
    readonly sobject: ObjectDescribe | null;
    constructor(
        kind: TypeKind,
        name: string,
        args: readonly Type[] = [],
        of: { cls?: ClassSymbol; native?: NativeSymbol; sobject?: ObjectDescribe } = {}
    ) {
        this.kind = kind;
        this.name = name;
        this.args = args;
        this.cls = of.cls ?? null;
        this.native = of.native ?? null;
        this.sobject = of.sobject ?? null;
    }
    toString(): string {
        return this.name;
    }
}

export const VOID = new Type('void', 'void');
export const NULL = new Type('null', 'null');
/** Of expressions already complained about; fits everything. */
export const ERROR = new Type('error', 'Object');
export const OBJECT = new Type('object', 'Object');
const primitive = (name: string): Type => new Type('primitive', name);
export const BOOLEAN = primitive('Boolean');
export const INTEGER = primitive('Integer');
export const LONG = primitive('Long');
export const DOUBLE = primitive('Double');
export const DECIMAL = primitive('Decimal');
export const STRING = primitive('String');
export const ID = primitive('Id');
export const DATE = primitive('Date');
export const DATETIME = primitive('Datetime');
export const TIME = primitive('Time');
export const BLOB = primitive('Blob');
export const SOBJECT = new Type('sobject', 'SObject');

export const BUILT_IN = new Map<string, Type>(
    [VOID, OBJECT, BOOLEAN, INTEGER, LONG, DOUBLE, DECIMAL, STRING, ID, DATE, DATETIME, TIME, BLOB, SOBJECT].map(
        (type) => [type.name.toLowerCase(), type]
    )
);

const NUMERIC = new Map([
    [INTEGER, 0],
    [LONG, 1],
    [DOUBLE, 2],
    [DECIMAL, 3]
]);
export const isNumeric = (type: Type): boolean => NUMERIC.has(type);
export const numericRank = (type: Type): number => NUMERIC.get(type) ?? -1;
export const isText = (type: Type): boolean => type === STRING || type === ID;
export const isLoose = (type: Type): boolean => type.kind === 'error' || type.kind === 'null';

export class TypeTable {
    private readonly interned = new Map<string, Type>();
    readonly schema: Schema;
    constructor(schema: Schema) {
        this.schema = schema;
    }
    private intern(name: string, make: () => Type): Type {
        let type = this.interned.get(name);
        if (!type) this.interned.set(name, (type = make()));
        return type;
    }
    list(item: Type): Type {
        return this.intern(`List<${item.name}>`, () => new Type('list', `List<${item.name}>`, [item]));
    }
    set(item: Type): Type {
        return this.intern(`Set<${item.name}>`, () => new Type('set', `Set<${item.name}>`, [item]));
    }
    map(key: Type, value: Type): Type {
        return this.intern(
            `Map<${key.name},${value.name}>`,
            () => new Type('map', `Map<${key.name},${value.name}>`, [key, value])
        );
    }
    sobject(describe: ObjectDescribe): Type {
        return this.intern(`s:${describe.name}`, () => new Type('sobject', describe.name, [], { sobject: describe }));
    }
    native(native: NativeSymbol, args: readonly Type[] = []): Type {
        const name = args.length ? `${native.name}<${args.map((arg) => arg.name).join(',')}>` : native.name;
        return this.intern(`n:${name}`, () => new Type('native', name, args, { native }));
    }
    param(name: string): Type {
        return this.intern(`p:${name}`, () => new Type('param', name));
    }

    /** Puts the type arguments in the place of `T`, `K`, `V`. */
    substitute(type: Type, names: readonly string[], args: readonly Type[]): Type {
        if (names.length === 0) return type;
        if (type.kind === 'param') {
            const at = names.indexOf(type.name);
            return at < 0 ? OBJECT : (args[at] ?? OBJECT);
        }
        if (type.args.length === 0) return type;
        const inner = type.args.map((arg) => this.substitute(arg, names, args));
        switch (type.kind) {
            case 'list':
                return this.list(inner[0]!);
            case 'set':
                return this.set(inner[0]!);
            case 'map':
                return this.map(inner[0]!, inner[1]!);
            case 'native':
                return this.native(type.native!, inner);
            default:
                return type;
        }
    }

    /** Apex type of a field. Relationships of custom metadata to objects and fields hold names, not ids. */
    ofField(field: FieldDescribe): Type {
        const { name, type } = field;
        if (name === 'ChangeEventHeader') return this.named?.('EventBus.ChangeEventHeader') ?? OBJECT;
        if (holdsName(field)) return STRING;
        return FIELD_TYPES[type] ?? this.named?.(type === 'address' ? 'System.Address' : 'System.Location') ?? OBJECT;
    }
    /** Set by the program: looks a library type up. */
    named: ((name: string) => Type | undefined) | null = null;
}

const FIELD_TYPES: Partial<Record<FieldType, Type>> = {
    id: ID,
    reference: ID,
    string: STRING,
    textarea: STRING,
    picklist: STRING,
    multipicklist: STRING,
    combobox: STRING,
    email: STRING,
    phone: STRING,
    url: STRING,
    encryptedstring: STRING,
    boolean: BOOLEAN,
    int: INTEGER,
    long: LONG,
    double: DECIMAL,
    currency: DECIMAL,
    percent: DECIMAL,
    date: DATE,
    datetime: DATETIME,
    time: TIME,
    base64: BLOB,
    anytype: OBJECT
};

// ── supertypes ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Direct supertypes, with type arguments in place. */
export function supertypes(table: TypeTable, type: Type): readonly Type[] {
    if (type.cls) return [...(type.cls.superclass ? [type.cls.superclass] : []), ...type.cls.interfaces];
    if (type.native)
        return type.native.supertypes().map((parent) => table.substitute(parent, type.native!.typeParams, type.args));
    return [];
}

/** The supertype (or the type itself) that is the given library class or user class, with its arguments; null if none. */
export function asSuper(table: TypeTable, type: Type, wanted: Type): Type | null {
    if (type === wanted) return type;
    if (type.cls && type.cls === wanted.cls) return type;
    if (type.native && type.native === wanted.native) return type;
    for (const parent of supertypes(table, type)) {
        const found = asSuper(table, parent, wanted);
        if (found) return found;
    }
    return null;
}

export const isIterable = (type: Type): boolean => type.native?.name === 'System.Iterable';

/** Element type of what a for-each loop or `addAll` may run over; null when it is no such thing. */
export function elementType(table: TypeTable, type: Type): Type | null {
    if (type.kind === 'list' || type.kind === 'set') return type.args[0]!;
    if (isIterable(type)) return type.args[0] ?? OBJECT;
    for (const parent of supertypes(table, type)) {
        const found = elementType(table, parent);
        if (found) return found;
    }
    return null;
}

/** May a value of type `from` be assigned to `to`? */
export function assignable(table: TypeTable, to: Type, from: Type): boolean {
    if (to === from || isLoose(from) || to.kind === 'error' || to.kind === 'param') return true;
    if (from.kind === 'void') return false;
    if (to === OBJECT) return true;
    if (isNumeric(to) && isNumeric(from))
        return numericRank(from) <= numericRank(to) || (to === DOUBLE && from === DECIMAL);
    if (isText(to) && isText(from)) return true;
    if (to === DATETIME && from === DATE) return true;
    if (to.kind === 'sobject' && from.kind === 'sobject') return to === SOBJECT;
    if (to.kind === 'native' && to.native!.name === 'System.SObject') return from.kind === 'sobject';
    if (to.kind === from.kind && (to.kind === 'list' || to.kind === 'set' || to.kind === 'map')) {
        return to.args.every((arg, at) =>
            fitsArgument(table, arg, from.args[at]!, to.kind === 'set' || (to.kind === 'map' && at === 0))
        );
    }
    if (isIterable(to)) {
        const element = elementType(table, from);
        return (
            !!element &&
            (fitsArgument(table, to.args[0] ?? OBJECT, element, false) || (isIterable(from) && element === OBJECT))
        );
    }
    if (from.kind === 'class' || from.kind === 'native') {
        const found = asSuper(table, from, to);
        return (
            !!found &&
            (found.args.length === 0 ||
                to.args.every((arg, at) => !found.args[at] || fitsArgument(table, arg, found.args[at], false)))
        );
    }
    return false;
}

function fitsArgument(table: TypeTable, to: Type, from: Type, strict: boolean): boolean {
    if (to === from || isLoose(to) || isLoose(from) || to.kind === 'param' || from.kind === 'param') return true;
    if (to.kind === 'sobject' && from.kind === 'sobject') return to === SOBJECT || from === SOBJECT;
    if (isText(to) && isText(from)) return true;
    if (strict) return false;
    if (isNumeric(to) || isNumeric(from)) return to === OBJECT;
    return assignable(table, to, from);
}

/** May `(to) value` compile? Casts go down and up a hierarchy, never sideways between unrelated classes. */
export function castable(table: TypeTable, to: Type, from: Type): boolean {
    if (assignable(table, to, from) || assignable(table, from, to)) return true;
    if (isNumeric(to) && isNumeric(from)) return true;
    if (from === OBJECT) return true;
    // What a polymorphic lookup leads to is of the type Name, and may be a user or a queue.
    if (from.sobject?.name === 'Name' && to.kind === 'sobject') return true;
    const isInterface = (type: Type): boolean =>
        type.cls ? type.cls.kind === 'interface' : type.native ? type.native.kind === 'interface' : false;
    if (isInterface(to) || isInterface(from)) return to.kind !== 'primitive' && from.kind !== 'primitive';
    if (to.kind === from.kind && to.args.length > 0 && to.args.length === from.args.length)
        return to.args.every((arg, at) => castable(table, arg, from.args[at]!));
    if (to.kind === 'native' && from.kind === 'native') return !!asSuper(table, to, from) || !!asSuper(table, from, to);
    return false;
}
