// Everything a compilation knows: the org's classes, the library, the objects; and how a name finds its type.
import type { Diagnostic } from '../diagnostics.ts';
import type { NativeClass } from '../library/native.ts';
import type { Schema } from '../../metadata/describe.ts';
import type { QueryShape } from '../../soql/api.ts';
import type { TypeRef } from '../parse/ast.ts';
import { NativeSymbol } from './natives.ts';
import type { ClassSymbol } from './symbols.ts';
import { BUILT_IN, ERROR, OBJECT, type Type, TypeTable } from './types.ts';

export interface CompileOptions {
    schema: Schema;
    namespace: string | null;
    natives: readonly NativeClass[];
    /** Throws SoqlError; absent = queries are not checked. */
    checkQuery?: (text: string) => QueryShape;
    labelExists?: (namespace: string | null, name: string) => boolean;
    pageExists?: (name: string) => boolean;
}

/** Namespaces of the Apex Reference Guide. */
const PLATFORM_NAMESPACES = new Set(
    'aiplatform applauncher approval auth cache canvas chatteranswers commercebuygrp commerceorders commercepayments compression connectapi context datacloud datasource dataweave dataweavescriptresource eventbus flow formulaeval functions invocable isvpartners kbmanagement lxscheduler messaging metadata placequote process quickaction reports richmessaging sfc sfdc_checkout sfdc_enablement sfdc_surveys site slack support territorymgmt txnsecurity userprovisioning visualeditor wave'.split(
        ' '
    )
);

/** With fewer classes than this the library does not offer a namespace. */
const FEW = 3;

const IMPLIED = ['system', 'schema'];

export class Environment {
    readonly options: CompileOptions;
    readonly types: TypeTable;
    readonly diagnostics: Diagnostic[] = [];
    /** Top-level classes by lower-cased name. */
    readonly classes = new Map<string, ClassSymbol>();
    readonly natives = new Map<string, NativeSymbol>();
    /** Namespaces of the library: system, schema, database, … */
    readonly namespaces = new Set<string>();
    /** Classes of each namespace, without exceptions. */
    private readonly offered = new Map<string, number>();
    private readonly shortNames = new Map<string, NativeSymbol>();
    private readonly checked = new Map<string, QueryShape | Error>();

    constructor(options: CompileOptions) {
        this.options = options;
        this.types = new TypeTable(options.schema);
        for (const native of options.natives) this.addNative(native);
        this.types.named = (name) => {
            const native = this.natives.get(name.toLowerCase());
            return native && this.types.native(native);
        };
    }

    private addNative(decl: NativeClass): void {
        const symbol = new NativeSymbol(decl, (ref, owner) => this.nativeType(ref, owner));
        this.natives.set(decl.name.toLowerCase(), symbol);
        const namespace = symbol.namespace.toLowerCase();
        if (namespace) this.namespaces.add(namespace);
        if (!/Exception$/.test(decl.name)) this.offered.set(namespace, (this.offered.get(namespace) ?? 0) + 1);
        if (IMPLIED.includes(namespace)) {
            const short = symbol.simple.toLowerCase();
            if (namespace === 'system' || !this.shortNames.has(short)) this.shortNames.set(short, symbol);
        }
        if (!namespace) this.shortNames.set(decl.name.toLowerCase(), symbol);
    }

    /** The library class of this simple name with System and Schema implied. */
    shortNative(low: string): NativeSymbol | undefined {
        return this.shortNames.get(low);
    }

    report(file: string, at: { line: number; column: number }, code: string, message: string): void {
        if (
            this.diagnostics.some(
                (known) =>
                    known.file === file &&
                    known.line === at.line &&
                    known.column === at.column &&
                    known.message === message
            )
        )
            return;
        this.diagnostics.push({ file, line: at.line, column: at.column, code, message });
    }

    checkQuery(text: string): QueryShape | Error | null {
        if (!this.options.checkQuery) return null;
        let known = this.checked.get(text);
        if (!known) {
            try {
                known = this.options.checkQuery(text);
            } catch (error) {
                known = error as Error;
            }
            this.checked.set(text, known);
        }
        return known;
    }

    // ── types by name ───────────────────────────────────────────────────────────────────────────────────────────────

    /** Type written in user code. `scope` is the class it is written in. Reports and returns ERROR when there is none. */
    resolve(ref: TypeRef, scope: ClassSymbol | null, file: string): Type {
        const type = this.find(ref, scope);
        if (type) {
            this.checkType(ref, type, scope, file);
            return type;
        }
        if (ref.args.length > 0 && ref.parts.length === 1) {
            const [name] = ref.parts as [string];
            const plain = this.findNamed(ref.parts, [], scope);
            if (plain && (!plain.native || plain.native.typeParams.length === 0)) {
                const message = `Type arguments provided for a non-parameterized type: ${plain.name}`;
                this.report(file, ref, 'type-arguments', message);
                return ERROR;
            }
            const wanted = COLLECTIONS.get(name.toLowerCase());
            if (wanted && wanted !== ref.args.length && ref.args.every((arg) => this.find(arg, scope))) {
                const message = `Invalid type argument count for ${name}: expected ${wanted} but found ${ref.args.length}`;
                this.report(file, ref, 'type-arguments', message);
                return ERROR;
            }
        }
        for (const arg of ref.args) {
            if (!this.find(arg, scope)) return this.resolve(arg, scope, file);
        }
        if (this.isUnsupported(ref.parts[0]!))
            this.report(file, ref, 'unsupported', `unsupported: the local org has no ${typeText(ref)}`);
        else this.report(file, ref, 'unknown-type', `Invalid type: ${typeText(ref)}`);
        return ERROR;
    }

    /** A class that the code may not see, and a collection of nothing in particular. */
    private checkType(ref: TypeRef, type: Type, scope: ClassSymbol | null, file: string): void {
        if (ref.args.length === 0 && ref.parts.length === 1 && COLLECTIONS.has(ref.parts[0]!.toLowerCase())) {
            if (!type.cls) {
                const message = `No type arguments provided for a parameterized type: ${ref.parts[0]!}`;
                this.report(file, ref, 'type-arguments', message);
            }
        }
        for (const arg of ref.args) {
            const inner = this.find(arg, scope);
            if (inner) this.checkType(arg, inner, scope, file);
        }
        const cls = type.cls;
        if (ref.arrays > 0 || !cls?.outer || !scope || isClassVisible(cls, scope)) return;
        this.report(file, ref, 'not-visible', `Type is not visible: ${type.name}`);
    }

    /** Is it a namespace of the platform that the library has nothing of? */
    isUnsupported(name: string): boolean {
        const low = name.toLowerCase();
        return PLATFORM_NAMESPACES.has(low) && (this.offered.get(low) ?? 0) < FEW;
    }

    find(ref: TypeRef, scope: ClassSymbol | null): Type | null {
        const args: Type[] = [];
        for (const arg of ref.args) {
            const type = this.find(arg, scope);
            if (!type) return null;
            args.push(type);
        }
        let type = this.findNamed(ref.parts, args, scope);
        for (let at = 0; type && at < ref.arrays; at++) type = this.types.list(type);
        return type;
    }

    private findNamed(parts: readonly string[], args: readonly Type[], scope: ClassSymbol | null): Type | null {
        const low = parts.map((part) => part.toLowerCase());
        if (low.length === 1) {
            const name = low[0]!;
            const generic = this.collection(name, args);
            if (generic) return generic;
            if (args.length === 0) {
                const inner = this.innerClass(name, scope);
                if (inner) return inner.type;
                const own = this.classes.get(name);
                if (own) return own.type;
                const builtIn = BUILT_IN.get(name);
                if (builtIn) return builtIn;
            }
            const native = this.shortNames.get(name);
            // BusinessHours and Site are objects and classes of static methods: as a type the name is the object.
            const object = args.length === 0 && (!native || isUtility(native)) ? this.sobject(name) : null;
            if (object) return object;
            return native ? this.withArgs(native, args) : null;
        }
        // Outer.Inner, from the scope outwards
        if (args.length === 0) {
            const first = this.innerClass(low[0]!, scope) ?? this.classes.get(low[0]!);
            if (first && low.length === 2) {
                const inner = findInner(first, low[1]!);
                if (inner) return inner.type;
            }
        }
        const namespace = this.options.namespace?.toLowerCase();
        if (namespace && low[0] === namespace) return this.findNamed(parts.slice(1), args, null);
        const native = this.natives.get(low.join('.'));
        if (native) return this.withArgs(native, args);
        // Every flow is a class of its own that extends Flow.Interview; the local org starts none of them.
        const interview =
            low.length === 3 && low[0] === 'flow' && low[1] === 'interview'
                ? this.natives.get('flow.interview')
                : undefined;
        if (interview) return this.withArgs(interview, args);
        if (low[0] === 'system' || low[0] === 'schema') {
            const rest = low.slice(1);
            if (rest.length === 1) {
                const generic = this.collection(rest[0]!, args);
                if (generic) return generic;
                const builtIn = args.length ? undefined : BUILT_IN.get(rest[0]!);
                if (builtIn) return builtIn;
                if (low[0] === 'schema' && args.length === 0) return this.sobject(rest[0]!);
            }
            const nested = this.natives.get(rest.join('.'));
            if (nested) return this.withArgs(nested, args);
        }
        const implied = this.natives.get(`system.${low.join('.')}`);
        return implied ? this.withArgs(implied, args) : null;
    }

    private withArgs(native: NativeSymbol, args: readonly Type[]): Type | null {
        const simple =
            native.name === 'System.Object'
                ? OBJECT
                : native.namespace === 'System'
                  ? BUILT_IN.get(native.simple.toLowerCase())
                  : undefined;
        if (simple) return args.length > 0 ? null : simple;
        if (native.typeParams.length !== args.length) {
            if (args.length !== 0) return null;
            return this.types.native(
                native,
                native.typeParams.map(() => OBJECT)
            );
        }
        return this.types.native(native, args);
    }

    private collection(name: string, args: readonly Type[]): Type | null {
        if (name === 'list' && args.length === 1) return this.types.list(args[0]!);
        if (name === 'set' && args.length === 1) return this.types.set(args[0]!);
        if (name === 'map' && args.length === 2) return this.types.map(args[0]!, args[1]!);
        return null;
    }

    sobject(name: string): Type | null {
        const describe = this.options.schema.object(name);
        return describe ? this.types.sobject(describe) : null;
    }

    /** Inner class visible by its simple name: of the class, its outer class, and what these extend. */
    innerClass(low: string, scope: ClassSymbol | null): ClassSymbol | null {
        for (let at = scope; at; at = at.outer) {
            if (at.simple.toLowerCase() === low && at.outer) return at;
            const found = findInner(at, low);
            if (found) return found;
        }
        return null;
    }

    /** Type written in a signature of the library. */
    private nativeType(ref: TypeRef, owner: NativeSymbol): Type {
        const low = ref.parts.map((part) => part.toLowerCase());
        if (ref.parts.length === 1 && ref.args.length === 0) {
            const param = owner.typeParams.find((name) => name.toLowerCase() === low[0]);
            if (param) {
                let type: Type = this.types.param(param);
                for (let at = 0; at < ref.arrays; at++) type = this.types.list(type);
                return type;
            }
        }
        const args = ref.args.map((arg) => this.nativeType(arg, owner));
        let type: Type | null = null;
        if (ref.parts.length === 1) {
            type = this.collection(low[0]!, args) ?? (args.length ? null : (BUILT_IN.get(low[0]!) ?? null));
            if (!type) {
                const native =
                    this.natives.get(`${owner.namespace}.${ref.parts[0]!}`.toLowerCase()) ??
                    this.natives.get(`${owner.name}.${ref.parts[0]!}`.toLowerCase()) ??
                    this.shortNames.get(low[0]!);
                type = native
                    ? this.withArgs(native, args)
                    : args.length
                      ? null
                      : low[0] === 'any'
                        ? ERROR
                        : this.sobject(low[0]!);
            }
        } else {
            type = this.findNamed(ref.parts, args, null);
        }
        if (!type) return ERROR;
        for (let at = 0; at < ref.arrays; at++) type = this.types.list(type);
        return type;
    }
}

/** A class of static methods alone. */
function isUtility({ decl, kind }: NativeSymbol): boolean {
    return kind === 'class' && !decl.constructors && !decl.methods && !decl.properties && !decl.superclass;
}

/** Collections and how many type arguments they take. */
const COLLECTIONS = new Map([
    ['list', 1],
    ['set', 1],
    ['map', 2]
]);

/** May code of the class `from` name the inner class? */
function isClassVisible(cls: ClassSymbol, from: ClassSymbol): boolean {
    if (cls.access === 'public' || cls.access === 'global' || from.top === cls.top) return true;
    const testVisible = cls.decl.mods.annotations.some((annotation) => annotation.name === 'testvisible');
    if (testVisible && from.isTest) return true;
    if (cls.access !== 'protected') return false;
    for (let at: ClassSymbol | null = from; at; at = at.outer) if (at.isSubclassOf(cls.outer!)) return true;
    return false;
}

export function findInner(cls: ClassSymbol, low: string): ClassSymbol | null {
    for (let at: ClassSymbol | null = cls; at; at = at.parent) {
        const inner = at.inner.get(low);
        if (inner) return inner;
    }
    return null;
}

export function typeText(ref: TypeRef): string {
    return `${ref.parts.join('.')}${ref.args.length ? `<${ref.args.map(typeText).join(',')}>` : ''}${'[]'.repeat(ref.arrays)}`;
}
