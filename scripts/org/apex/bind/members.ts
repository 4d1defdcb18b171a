// Member lookup and overload resolution, over user classes and the library alike.
import type { Environment } from './environment.ts';
import type { NativeMember, NativeProperty, NativeSymbol } from './natives.ts';
import type { ClassSymbol, CtorSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';
import {
    assignable,
    asSuper,
    DATE,
    DATETIME,
    DECIMAL,
    DOUBLE,
    elementType,
    ID,
    isIterable,
    isNumeric,
    numericRank,
    OBJECT,
    SOBJECT,
    STRING,
    type Type
} from './types.ts';

/** A method with the type arguments of its receiver in place. */
export interface Candidate<M> {
    member: M;
    params: readonly Type[];
    returns: Type;
}

export function findField(cls: ClassSymbol, low: string, isStatic: boolean | null): FieldSymbol | null {
    for (let at: ClassSymbol | null = cls; at; at = at.parent) {
        const field = at.fields.get(low);
        if (field && (isStatic === null || field.isStatic === isStatic)) return field;
    }
    return null;
}

/** Methods of a class by name: its own, inherited ones it does not override, and those of its interfaces. */
export function findMethods(env: Environment, cls: ClassSymbol, low: string): MethodSymbol[] {
    const found: MethodSymbol[] = [];
    const keys = new Set<string>();
    const visit = (at: ClassSymbol): void => {
        for (const method of at.methods.get(low) ?? []) {
            if (keys.has(method.key)) continue;
            keys.add(method.key);
            found.push(method);
        }
        if (at.parent) visit(at.parent);
        for (const type of at.interfaces) if (type.cls) visit(type.cls);
    };
    visit(cls);
    return found;
}

/** The library classes that a user class extends or implements, nearest first. */
export function nativeSupers(env: Environment, cls: ClassSymbol): Type[] {
    const found: Type[] = [];
    const visit = (at: ClassSymbol): void => {
        if (at.superclass?.native) found.push(at.superclass);
        for (const type of at.interfaces) {
            if (type.native) found.push(type);
            else if (type.cls) visit(type.cls);
        }
        if (at.parent) visit(at.parent);
    };
    visit(cls);
    return found;
}

export function nativeMethods(
    env: Environment,
    type: Type,
    native: NativeSymbol,
    low: string
): Candidate<NativeMember>[] {
    const own = native.methods(low).map((member) => candidate(env, member, native, type.args));
    for (const parent of native.supertypes()) {
        if (!parent.native) continue;
        const inherited = env.types.substitute(parent, native.typeParams, type.args);
        for (const other of nativeMethods(env, inherited, parent.native, low)) {
            if (!own.some((known) => sameParams(known.params, other.params))) own.push(other);
        }
    }
    return own;
}

export function nativeStatics(env: Environment, native: NativeSymbol, low: string): Candidate<NativeMember>[] {
    for (
        let at: NativeSymbol | null = native;
        at;
        at = at.supertypes().find((type) => type.native && type.native.kind !== 'interface')?.native ?? null
    ) {
        const found = at.statics(low);
        if (found.length) return found.map((member) => candidate(env, member, at!, []));
    }
    return [];
}

export function nativeProperty(
    env: Environment,
    native: NativeSymbol,
    low: string,
    isStatic: boolean
): NativeProperty | null {
    for (
        let at: NativeSymbol | null = native;
        at;
        at = at.supertypes().find((type) => type.native && type.native.kind !== 'interface')?.native ?? null
    ) {
        const found = at.property(low, isStatic);
        if (found) return found;
    }
    return null;
}

export function candidate(
    env: Environment,
    member: NativeMember,
    native: NativeSymbol,
    args: readonly Type[]
): Candidate<NativeMember> {
    return {
        member,
        params: member.params.map((param) => env.types.substitute(param.type, native.typeParams, args)),
        returns: env.types.substitute(member.returns, native.typeParams, args)
    };
}

export function userCandidates(methods: readonly MethodSymbol[]): Candidate<MethodSymbol>[] {
    return methods.map((member) => ({
        member,
        params: member.params.map((param) => param.type),
        returns: member.returns
    }));
}

export function ctorCandidates(ctors: readonly CtorSymbol[], type: Type): Candidate<CtorSymbol>[] {
    return ctors.map((member) => ({ member, params: member.params.map((param) => param.type), returns: type }));
}

function sameParams(a: readonly Type[], b: readonly Type[]): boolean {
    return a.length === b.length && a.every((type, at) => type === b[at]);
}

/** How far a conversion goes: 0 = same type; null = not possible. */
function distance(env: Environment, to: Type, from: Type): number | null {
    if (to === from) return 0;
    if (from.kind === 'error') return 1;
    if (from.kind === 'null') return to === OBJECT ? 3 : 1;
    if (!assignable(env.types, to, from)) return null;
    if (isNumeric(to) && isNumeric(from))
        return from === DECIMAL && to === DOUBLE ? 5 : numericRank(to) - numericRank(from);
    if (to === STRING && from === ID) return 1;
    if (to === ID && from === STRING) return 4;
    if (to === DATETIME && from === DATE) return 2;
    if (to === OBJECT) return 20;
    if (to === SOBJECT) return 2;
    if (isIterable(to)) return elementType(env.types, from) === to.args[0] ? 8 : 9;
    if (from.kind === 'class' || from.kind === 'native') return 1 + depth(env, from, to);
    if (to.args.length > 0)
        return (
            1 + to.args.reduce((sum, arg, at) => sum + Math.min(distance(env, arg, from.args[at] ?? OBJECT) ?? 6, 9), 0)
        );
    return 3;
}

function depth(env: Environment, from: Type, to: Type): number {
    let steps = 0;
    for (let at: Type | null = from; at;) {
        if (at === to) return steps;
        steps++;
        const parent: Type | null = at.cls
            ? at.cls.superclass
            : (at.native?.supertypes().find((type) => asSuper(env.types, type, to)) ?? null);
        at = parent && asSuper(env.types, parent, to) ? parent : null;
    }
    return steps + 1;
}

export type Resolution<M> = { found: Candidate<M> } | { ambiguous: Candidate<M>[] } | null;

/** The overload that the arguments fit best. */
export function chooseOverload<M>(
    env: Environment,
    candidates: readonly Candidate<M>[],
    args: readonly Type[]
): Resolution<M> {
    let fitting: { candidate: Candidate<M>; costs: number[] }[] = [];
    for (const one of candidates) {
        if (one.params.length !== args.length) continue;
        const costs: number[] = [];
        for (let at = 0; at < args.length; at++) {
            const cost = distance(env, one.params[at]!, args[at]!);
            if (cost === null) break;
            costs.push(cost);
        }
        if (costs.length === args.length) fitting.push({ candidate: one, costs });
    }
    if (fitting.length === 0) return null;
    if (fitting.length > 1) {
        const total = (costs: number[]): number => costs.reduce((sum, cost) => sum + cost, 0);
        const best = Math.min(...fitting.map((one) => total(one.costs)));
        fitting = fitting.filter((one) => total(one.costs) === best);
    }
    if (fitting.length > 1) {
        // Of equally near ones, one whose parameters all fit the others' is the more specific.
        const specific = fitting.filter((one) =>
            fitting.every(
                (other) =>
                    one === other ||
                    one.candidate.params.every((param, at) => assignable(env.types, other.candidate.params[at]!, param))
            )
        );
        if (specific.length >= 1) fitting = [specific[0]!];
    }
    if (fitting.length > 1 && !args.some((arg) => arg.kind === 'error'))
        return { ambiguous: fitting.map((one) => one.candidate) };
    return { found: fitting[0]!.candidate };
}

/** Is the member visible from code of class `from`? */
export function isVisible(
    member: { owner: ClassSymbol; access: string; testVisible: boolean },
    from: ClassSymbol | null
): boolean {
    if (member.access === 'public' || member.access === 'global') return true;
    if (!from) return false;
    if (from.top === member.owner.top) return true;
    if (member.testVisible && from.isTest) return true;
    if (member.access !== 'protected') return false;
    for (let at: ClassSymbol | null = from; at; at = at.outer) if (at.isSubclassOf(member.owner)) return true;
    return false;
}

export const ID_OR_STRING = new Set([ID, STRING, DATE]);
