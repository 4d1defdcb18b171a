// Sources → program → running classes. `compileProgram` reads, binds, checks and emits; `load` puts the scripts to work.
import vm from 'node:vm';
import { Decimal, Double } from '../values/index.ts';
import { checkCircles, checkMembers, declareClass, resolveHierarchy, resolveMembers } from './bind/declare.ts';
import { checkDeclarations } from './bind/modifiers.ts';
import { Environment, type CompileOptions } from './bind/environment.ts';
import type { ClassSymbol } from './bind/symbols.ts';
import { Type } from './bind/types.ts';
import type { Diagnostic } from './diagnostics.ts';
import { emitTopLevel, type EmittedScript, type RunBody } from './emit/classes.ts';
import { classInfo } from './emit/info.ts';
import { countDepth, layOut, recursiveNames } from './emit/script.ts';
import type { NativeFunction } from './library/native.ts';
import type { ClassDecl, Member, Stmt } from './parse/ast.ts';
import { ApexSyntaxError, Parser } from './parse/parser.ts';
import { defineEnum, enumConstant } from './runtime/enums.ts';
import { ApexException } from './runtime/exceptions.ts';
import { OPERATIONS } from './runtime/ops.ts';
import {
    ApexType,
    type ApexConstructor,
    classNamed,
    collectNativeSupers,
    type LoadedClass,
    nativeNamed,
    registerNatives,
    setClasses,
    typeNamed
} from './runtime/registry.ts';
import { clearResets, onReset } from './runtime/statics.ts';
import { sobjectFieldToken, sobjectTypeToken } from './runtime/tokens.ts';
import { describeScript, scriptFileName, type ScriptMap } from './runtime/trace.ts';
import type { ClassInfo } from './runtime/types.ts';

export interface ApexSource {
    path: string;
    kind: 'class' | 'trigger' | 'anonymous';
    text: string;
    apiVersion: number;
}

export interface CompiledClass {
    info: ClassInfo;
    file: string;
    /** Does anything in its file not compile? */
    failed: boolean;
}

interface Unit {
    symbol: ClassSymbol;
    source: ApexSource;
    run: RunBody | null;
    trigger: ClassInfo['trigger'];
    emitted?: EmittedScript;
}

/** What a script gives back. */
interface ScriptDoor {
    define: { name: string; make: (base: unknown) => ApexConstructor }[];
    link: () => void;
    statics: () => Record<string, unknown>;
    reset: () => void;
    run?: () => void;
}

export class Program {
    readonly env: Environment;
    readonly diagnostics: Diagnostic[];
    /** Classes, inner classes and enums by lower-cased name; triggers under `trigger:name`. */
    readonly classes = new Map<string, CompiledClass>();
    private readonly units: Unit[] = [];
    private readonly calls = new Map<string, Set<string>>();
    private loaded: Map<string, LoadedClass> | null = null;
    private anonymous = 0;

    constructor(sources: readonly ApexSource[], options: CompileOptions) {
        this.env = new Environment(options);
        this.diagnostics = this.env.diagnostics;
        for (const source of sources) {
            const unit = this.read(source);
            if (unit) this.units.push(unit);
        }
        this.bind(this.units);
        for (const unit of this.units) this.emit(unit);
        for (const unit of this.units) this.enlist(unit);
    }

    private read(source: ApexSource): Unit | null {
        try {
            const parser = new Parser(source.text);
            if (source.kind === 'class') {
                const decl = parser.parseClassFile();
                return {
                    symbol: declareClass(this.env, decl, null, source.path, source.apiVersion),
                    source,
                    run: null,
                    trigger: null
                };
            }
            if (source.kind === 'trigger') {
                const decl = parser.parseTriggerFile();
                const symbol = this.synthetic(decl.name, decl.members, source, decl.line, decl.body.endLine);
                const type = this.env.sobject(decl.object.split('.').pop()!);
                if (!type) this.env.report(source.path, decl, 'unknown-type', `Invalid type: ${decl.object}`);
                return {
                    symbol,
                    source,
                    run: { statements: decl.body.body, triggerObject: type },
                    trigger: { object: type?.name ?? decl.object, events: decl.events }
                };
            }
            const decl = parser.parseAnonymous();
            const symbol = this.synthetic('AnonymousBlock', decl.members, source, 1, decl.endLine);
            return { symbol, source, run: { statements: decl.body as Stmt[], triggerObject: null }, trigger: null };
        } catch (error) {
            if (!(error instanceof ApexSyntaxError)) throw error;
            this.env.report(source.path, error, 'syntax-error', error.message);
            return null;
        }
    }

    /** Triggers and anonymous blocks become a class whose `run` is the body. */
    private synthetic(name: string, members: Member[], source: ApexSource, line: number, endLine: number): ClassSymbol {
        const decl: ClassDecl = {
            k: 'Class',
            kind: 'class',
            mods: { words: ['public'], annotations: [] },
            name,
            superclass: null,
            interfaces: [],
            members,
            values: [],
            line,
            column: 1,
            endLine
        };
        const known = this.env.classes.get(name.toLowerCase());
        this.env.classes.delete(name.toLowerCase());
        const symbol = declareClass(this.env, decl, null, source.path, source.apiVersion);
        this.env.classes.delete(name.toLowerCase());
        if (known) this.env.classes.set(name.toLowerCase(), known);
        return symbol;
    }

    private bind(units: readonly Unit[]): void {
        for (const unit of units) resolveHierarchy(this.env, unit.symbol);
        for (const unit of units) checkCircles(this.env, unit.symbol);
        for (const unit of units) resolveMembers(this.env, unit.symbol);
        for (const unit of units) checkMembers(this.env, unit.symbol);
        for (const unit of units) if (unit.source.kind === 'class') checkDeclarations(this.env, unit.symbol);
    }

    private emit(unit: Unit): void {
        unit.emitted = emitTopLevel(this.env, unit.source.path, unit.symbol, this.calls, unit.run);
    }

    private enlist(unit: Unit): void {
        const failed = this.diagnostics.some((diagnostic) => diagnostic.file === unit.source.path);
        const add = (cls: ClassSymbol): void => {
            const info = classInfo(cls, this.env.options.namespace, cls === unit.symbol ? unit.trigger : null);
            const key =
                unit.trigger && cls === unit.symbol ? `trigger:${cls.name.toLowerCase()}` : cls.name.toLowerCase();
            this.classes.set(key, { info, file: unit.source.path, failed });
            for (const inner of cls.inner.values()) add(inner);
        };
        add(unit.symbol);
    }

    // ── running ─────────────────────────────────────────────────────────────────────────────────────────────────────

    /** Makes this program the one that runs: every class is known to the registry, statics are fresh. */
    load(): void {
        clearResets();
        registerNatives(this.env.options.natives);
        this.loaded = new Map();
        setClasses(this.loaded, this.env.options.namespace);
        const recursive = recursiveNames(this.calls);
        const doors: ScriptDoor[] = [];
        const makers = new Map<
            string,
            { make: ScriptDoor['define'][number]['make']; statics: () => Record<string, unknown> }
        >();
        for (const unit of this.units) doors.push(this.start(unit, recursive, makers));
        for (const name of makers.keys()) this.define(name, makers);
        for (const door of doors) door.link();
    }

    private start(
        unit: Unit,
        recursive: ReadonlySet<string>,
        makers: Map<string, { make: ScriptDoor['define'][number]['make']; statics: () => Record<string, unknown> }>
    ): ScriptDoor {
        const label = unit.trigger ? `trigger.${unit.symbol.name}` : unit.symbol.name;
        const script = new vm.Script(this.finish(unit, recursive), { filename: scriptFileName(label) });
        describeScript(label, mapOf(unit));
        const door = (script.runInThisContext() as (runtime: object) => ScriptDoor)(this.runtime);
        onReset(door.reset);
        for (const definition of door.define)
            makers.set(definition.name.toLowerCase(), { make: definition.make, statics: door.statics });
        const loaded = this.loaded!;
        const enlist = (cls: ClassSymbol, key: string): void => {
            const info = this.classes.get(key)!.info;
            loaded.set(key, {
                info,
                js: null,
                statics: door.statics,
                type: new ApexType(info.name, 'class', [], info, null),
                run: cls === unit.symbol ? door.run : undefined
            });
            if (info.kind === 'enum') defineEnum(info.name, info.enumValues);
            for (const inner of cls.inner.values()) enlist(inner, inner.name.toLowerCase());
        };
        enlist(
            unit.symbol,
            unit.trigger ? `trigger:${unit.symbol.name.toLowerCase()}` : unit.symbol.name.toLowerCase()
        );
        return door;
    }

    /** The script's text, as it runs. */
    private finish(unit: Unit, recursive: ReadonlySet<string>): string {
        const { body, script } = unit.emitted!;
        const code = countDepth(body, recursive);
        const used = [...new Set(code.match(/\$[A-Za-z]\w*/g) ?? [])].filter((name) => name in OPERATIONS);
        const head = `(function($R){"use strict";const {${used.join(',')}}=$R.ops;${script.header()}${script.link()}`;
        return `${layOut(head + code)}})`;
    }

    /** JS text of a class, for tests of the emitter. */
    javascript(name: string): string {
        const unit = this.units.find((one) => one.symbol.name.toLowerCase() === name.toLowerCase());
        if (!unit) throw new Error(`No class ${name}`);
        return this.finish(unit, recursiveNames(this.calls));
    }

    private define(
        name: string,
        makers: Map<string, { make: ScriptDoor['define'][number]['make'] }>
    ): ApexConstructor | null {
        const key = this.loaded!.has(name) ? name : `trigger:${name}`;
        const loaded = this.loaded!.get(key)!;
        if (loaded.js) return loaded.js;
        const info = loaded.info;
        const parentKey = info.superclass?.toLowerCase();
        const parent = parentKey && makers.has(parentKey) ? this.define(parentKey, makers) : null;
        const native = !parent && info.superclass ? nativeNamed(info.superclass) : undefined;
        const base = parent ?? (native && /Exception$/.test(native.name) ? ApexException : Plain);
        const js = makers.get(name)!.make(base);
        js.$info = info;
        js.$type = loaded.type;
        js.$supers = this.supersOf(info, parent, native?.name ?? null);
        loaded.js = js;
        return js;
    }

    private supersOf(info: ClassInfo, parent: ApexConstructor | null, native: string | null): Set<string> {
        const supers = new Set<string>([info.name.toLowerCase(), 'object', ...(parent?.$supers ?? [])]);
        const add = (name: string): void => {
            const bare = name.replace(/<.*$/, '').toLowerCase();
            const library = nativeNamed(bare);
            if (library && !this.loaded!.has(bare)) collectNativeSupers(library, supers);
            else if (!supers.has(bare)) {
                supers.add(bare);
                for (const inherited of this.loaded!.get(bare)?.info.interfaces ?? []) add(inherited);
            }
        };
        if (native) add(native);
        for (const name of info.interfaces) add(name);
        return supers;
    }

    /** Compiles an anonymous block against the program and makes it runnable; diagnostics are those of the block alone. */
    addAnonymous(text: string, apiVersion = 67): { diagnostics: Diagnostic[]; run: (() => void) | null } {
        const before = this.diagnostics.length;
        const name = `AnonymousBlock${++this.anonymous}`;
        const unit = this.read({ path: name, kind: 'anonymous', text, apiVersion });
        if (unit) {
            this.bind([unit]);
            if (this.diagnostics.length === before) this.emit(unit);
        }
        const found = this.diagnostics.splice(before);
        if (!unit || found.length > 0) return { diagnostics: found, run: null };
        this.enlist(unit);
        const makers = new Map<
            string,
            { make: ScriptDoor['define'][number]['make']; statics: () => Record<string, unknown> }
        >();
        const door = this.start(unit, recursiveNames(this.calls), makers);
        for (const key of makers.keys()) this.define(key, makers);
        door.link();
        return { diagnostics: [], run: door.run ?? null };
    }

    /** What the scripts call to find their constants. */
    private readonly runtime = {
        ops: OPERATIONS,
        type: typeNamed,
        cls: (name: string): ApexConstructor => this.loaded!.get(name.toLowerCase())!.js!,
        statics: (name: string): (() => Record<string, unknown>) => this.loaded!.get(name.toLowerCase())!.statics,
        info: (name: string): ClassInfo | undefined =>
            (this.loaded!.get(name.toLowerCase()) ?? this.loaded!.get(`trigger:${name.toLowerCase()}`))?.info,
        native: (owner: string, kind: 'method' | 'static' | 'constructor', signature: string): NativeFunction => {
            const native = nativeNamed(owner)!;
            return (kind === 'method' ? native.methods : kind === 'static' ? native.statics : native.constructors)![
                signature
            ]!;
        },
        accessor: (owner: string, signature: string, which: 'get' | 'set', isStatic: boolean): NativeFunction => {
            const native = nativeNamed(owner)!;
            return (isStatic ? native.staticProperties : native.properties)![signature]![which]!;
        },
        enumValue: (type: string, name: string): unknown => enumConstant(type, name),
        double: (value: number): Double => new Double(value),
        decimal: (text: string): Decimal => Decimal.parse(text),
        sobjectType: sobjectTypeToken,
        sobjectField: sobjectFieldToken
    };
}

/** Root of user classes that extend nothing. */
class Plain {}

function mapOf(unit: Unit): ScriptMap {
    const members: ScriptMap['members'] = [];
    const classes = new Set<string>();
    const root = unit.trigger
        ? `Trigger.${unit.symbol.name}`
        : unit.source.kind === 'anonymous'
          ? 'AnonymousBlock'
          : null;
    const visit = (cls: ClassSymbol): void => {
        const name = root && cls === unit.symbol ? root : `Class.${cls.name}`;
        members.push({ from: cls.decl.line, to: Math.max(cls.decl.endLine, cls.decl.line), label: name });
        if (!root || cls !== unit.symbol) classes.add(name);
        for (const member of cls.decl.members) {
            switch (member.k) {
                case 'Method':
                    members.push({ from: member.line, to: member.endLine, label: `${name}.${member.name}` });
                    break;
                case 'Ctor':
                    members.push({ from: member.line, to: member.endLine, label: `${name}.<init>` });
                    break;
                case 'Property':
                    for (const accessor of [member.get, member.set])
                        if (accessor?.body)
                            members.push({
                                from: accessor.line,
                                to: accessor.body.endLine,
                                label: `${name}.${member.name}`
                            });
                    break;
                case 'Field':
                    members.push({
                        from: member.line,
                        to: member.endLine,
                        label: `${name}.${member.mods.words.includes('static') ? '<clinit>' : '<init>'}`
                    });
                    break;
                case 'Init':
                    members.push({
                        from: member.line,
                        to: member.endLine,
                        label: `${name}.${member.isStatic ? '<clinit>' : '<init>'}`
                    });
                    break;
                case 'Class':
                    break;
            }
        }
        for (const inner of cls.inner.values()) visit(inner);
    };
    visit(unit.symbol);
    return { members, classes };
}

export { Type, classNamed };
