// How the library and the org call Apex code that they know by name only: `compareTo`, `execute`, `handleMethodCall`.
// Methods are found by name and number of arguments, ignoring case, in the class and what it extends.
import type { NativeFunction } from '../library/native.ts';
import { throwApex } from './exceptions.ts';
import {
    classNamed,
    findType,
    isInstance,
    nativeNamed,
    typeOfValue,
    type ApexConstructor,
    type ApexType
} from './registry.ts';
import type { MethodInfo, RtType } from './types.ts';

const caches = new WeakMap<object, Map<string, readonly MethodInfo[]>>();

/** Methods of a class, its own before inherited ones. Abstract declarations are left out. */
function methodsOf(js: ApexConstructor, name: string, arity: number, isStatic: boolean): readonly MethodInfo[] {
    let cache = caches.get(js);
    if (!cache) caches.set(js, (cache = new Map()));
    const cacheKey = `${isStatic ? 's' : 'i'}${name.toLowerCase()}/${arity}`;
    let found = cache.get(cacheKey);
    if (!found) {
        const list: MethodInfo[] = [];
        const wanted = name.toLowerCase();
        for (let at: any = js; at && Object.hasOwn(at, '$info'); at = Object.getPrototypeOf(at)) {
            for (const method of (at as ApexConstructor).$info.methods) {
                if (
                    method.isStatic !== isStatic ||
                    method.params.length !== arity ||
                    method.name.toLowerCase() !== wanted
                )
                    continue;
                if (!list.some((known) => known.key === method.key)) list.push(method);
            }
        }
        cache.set(cacheKey, (found = list));
    }
    return found;
}

/** `types`: what the caller declares the parameters to be, where it knows. */
function choose(
    methods: readonly MethodInfo[],
    args: readonly unknown[],
    types?: readonly string[]
): MethodInfo | undefined {
    if (methods.length < 2) return methods[0];
    const declared =
        types && methods.find((method) => method.params.every((param, at) => sameName(param.type, types[at] ?? '')));
    if (declared) return declared;
    return (
        methods.find((method) =>
            method.params.every((param, at) => {
                const type = findType(param.type);
                return (
                    args[at] === null ||
                    (!!type && isInstance(args[at], type) && (type.name !== 'Object' || methods.length === 1))
                );
            })
        ) ??
        methods.find((method) =>
            method.params.every(
                (param, at) =>
                    args[at] === null || (findType(param.type) ? isInstance(args[at], findType(param.type)!) : true)
            )
        ) ??
        methods[0]
    );
}

const sameName = (a: string, b: string): boolean =>
    a.toLowerCase().replace(/^system\./, '') === b.toLowerCase().replace(/^system\./, '');

function classOf(value: unknown): ApexConstructor | null {
    if (typeof value !== 'object' || value === null) return null;
    const js = value.constructor as ApexConstructor | undefined;
    return js && Object.hasOwn(js, '$info') ? js : null;
}

/** Has the object an Apex method with this name and number of parameters? Library methods are not counted. */
export function hasMethod(value: unknown, name: string, arity: number): boolean {
    const js = classOf(value);
    return !!js && methodsOf(js, name, arity, false).length > 0;
}

/** Calls a method of an Apex object, of user code or of the library. */
export function invokeMethod(value: unknown, name: string, args: readonly unknown[], types?: readonly string[]): any {
    if (value === null || value === undefined)
        throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    const js = classOf(value);
    if (js) {
        const method = choose(methodsOf(js, name, args.length, false), args, types);
        if (method) return (value as any)[method.key](...args);
        // A static method may stand for one of a library interface.
        const fixed = choose(methodsOf(js, name, args.length, true), args, types);
        if (fixed) return js[fixed.key]!(...args);
    }
    const native = findNativeMethod(typeOfValue(value), name, args.length);
    if (native) return native(value, ...args);
    throw new Error(`No method ${name}/${args.length} on ${typeOfValue(value).name}`);
}

const nativeCache = new Map<string, NativeFunction | null>();

/** A library method by name and arity, in the class of the type, what it extends and Object. */
export function findNativeMethod(type: RtType, name: string, arity: number): NativeFunction | null {
    const key = `${type.name}.${name.toLowerCase()}/${arity}`;
    const known = nativeCache.get(key);
    if (known !== undefined) return known;
    let found: NativeFunction | null = null;
    const start = (type as ApexType).native?.name ?? nativeAncestor(type) ?? 'System.Object';
    const seen = new Set<string>();
    const visit = (className: string): void => {
        const native = nativeNamed(className.replace(/<.*$/, ''));
        if (!native || found || seen.has(native.name)) return;
        seen.add(native.name);
        for (const [signature, run] of Object.entries(native.methods ?? {})) {
            const match = /([\w$]+)\s*\(([^)]*)\)\s*$/.exec(signature)!;
            const count = match[2]!.trim() === '' ? 0 : match[2]!.replace(/<[^()]*?>/g, '').split(',').length;
            if (match[1]!.toLowerCase() === name.toLowerCase() && count === arity) {
                found = run;
                return;
            }
        }
        if (native.superclass) visit(native.superclass);
        for (const parent of native.interfaces ?? []) visit(parent);
    };
    visit(start);
    visit('System.Object');
    if (type.kind !== 'class') nativeCache.set(key, found);
    return found;
}

function nativeAncestor(type: RtType): string | null {
    if (!type.cls) return null;
    for (let info = type.cls; ;) {
        if (!info.superclass) return null;
        const parent = classNamed(info.superclass);
        if (!parent) return nativeNamed(info.superclass)?.name ?? null;
        info = parent.info;
    }
}

function findNativeStatic(className: string, name: string, arity: number): NativeFunction | undefined {
    for (const [signature, run] of Object.entries(nativeNamed(className)?.statics ?? {})) {
        const match = /([\w$]+)\s*\(([^)]*)\)\s*$/.exec(signature)!;
        const count = match[2]!.trim() === '' ? 0 : match[2]!.replace(/<[^()]*?>/g, '').split(',').length;
        if (match[1]!.toLowerCase() === name.toLowerCase() && count === arity) return run;
    }
    return undefined;
}

/** Calls a static method of a user's class or, where there is none of this name, of the library. */
export function invokeStatic(className: string, name: string, args: readonly unknown[]): any {
    const js = classNamed(className)?.js;
    const native = js ? undefined : findNativeStatic(className, name, args.length);
    if (native) return native(...args);
    const method = js ? choose(methodsOf(js, name, args.length, true), args) : undefined;
    if (!js || !method) throw new Error(`No static method ${className}.${name}/${args.length}`);
    return js[method.key]!(...args);
}

/** `new Foo(…)` for a class of the org or of the library. */
export function construct(type: RtType, args: readonly unknown[] = []): any {
    const js = type.cls ? classNamed(type.cls.name)?.js : null;
    if (js) {
        const info = js.$info;
        if (info.kind === 'interface' || info.modifiers.includes('abstract'))
            throwApex('System.TypeException', `Cannot create an instance of ${info.name}: it is abstract`);
        const matching = info.constructors.filter((constructor) => constructor.params.length === args.length);
        const chosen =
            matching.length < 2
                ? matching[0]
                : (matching.find((constructor) =>
                      constructor.params.every((param, at) => {
                          const wanted = findType(param.type);
                          return args[at] === null || (!!wanted && isInstance(args[at], wanted));
                      })
                  ) ?? matching[0]);
        if (!chosen) throwApex('System.TypeException', `Class ${info.name} must have a public no-argument constructor`);
        return js[chosen.key]!(...args);
    }
    const native = (type as ApexType).native;
    for (const [signature, run] of Object.entries(native?.constructors ?? {})) {
        const inside = signature.slice(signature.indexOf('(') + 1, signature.lastIndexOf(')')).trim();
        if ((inside === '' ? 0 : inside.replace(/<[^()]*?>/g, '').split(',').length) === args.length)
            return run(type, ...args);
    }
    return throwApex('System.TypeException', `Type ${type.name} cannot be constructed`);
}
