// The standard library as the compiler sees it: signature strings parsed once, on first use of a class.
import type { TypeRef } from '../parse/ast.ts';
import { Parser } from '../parse/parser.ts';
import type { NativeClass } from '../library/native.ts';
import { ERROR, type Type, VOID } from './types.ts';

export interface NativeParam {
    name: string;
    type: Type;
}

export interface NativeMember {
    kind: 'method' | 'static' | 'constructor';
    owner: NativeSymbol;
    name: string;
    /** The key in the NativeClass record. */
    signature: string;
    params: readonly NativeParam[];
    returns: Type;
}

export interface NativeProperty {
    owner: NativeSymbol;
    name: string;
    signature: string;
    type: Type;
    isStatic: boolean;
    writable: boolean;
}

export type NativeResolver = (ref: TypeRef, owner: NativeSymbol) => Type;

export class NativeSymbol {
    readonly decl: NativeClass;
    readonly name: string;
    readonly simple: string;
    readonly namespace: string;
    readonly kind: 'class' | 'interface' | 'enum';
    readonly typeParams: readonly string[];
    private readonly resolve: NativeResolver;
    private methodTable: Map<string, NativeMember[]> | null = null;
    private staticTable: Map<string, NativeMember[]> | null = null;
    private constructorList: NativeMember[] | null = null;
    private propertyTable: Map<string, NativeProperty> | null = null;
    private parents: Type[] | null = null;

    constructor(decl: NativeClass, resolve: NativeResolver) {
        this.decl = decl;
        this.name = decl.name;
        const dot = decl.name.lastIndexOf('.');
        this.simple = decl.name.slice(dot + 1);
        this.namespace = dot < 0 ? '' : decl.name.slice(0, dot);
        this.kind = decl.kind ?? (decl.enumValues ? 'enum' : 'class');
        this.typeParams = decl.typeParams ?? [];
        this.resolve = resolve;
    }

    supertypes(): readonly Type[] {
        if (!this.parents) {
            this.parents = [];
            for (const name of [this.decl.superclass, ...(this.decl.interfaces ?? [])]) {
                if (!name) continue;
                const type = this.resolve(new Parser(name).parseType(), this);
                if (type !== ERROR) this.parents.push(type);
            }
        }
        return this.parents;
    }

    methods(name: string): readonly NativeMember[] {
        this.methodTable ??= this.table('method', this.decl.methods);
        return this.methodTable.get(name) ?? [];
    }
    /** All instance methods, for checks of interface implementations. */
    allMethods(): readonly NativeMember[] {
        this.methodTable ??= this.table('method', this.decl.methods);
        return [...this.methodTable.values()].flat();
    }
    statics(name: string): readonly NativeMember[] {
        this.staticTable ??= this.table('static', this.decl.statics);
        return this.staticTable.get(name) ?? [];
    }
    get constructors(): readonly NativeMember[] {
        this.constructorList ??= Object.keys(this.decl.constructors ?? {}).map((signature) =>
            this.parse('constructor', signature)
        );
        return this.constructorList;
    }
    property(name: string, isStatic: boolean): NativeProperty | undefined {
        if (!this.propertyTable) {
            this.propertyTable = new Map();
            for (const [record, fixed] of [
                [this.decl.properties, false],
                [this.decl.staticProperties, true]
            ] as const) {
                for (const [signature, accessors] of Object.entries(record ?? {})) {
                    const parser = new Parser(signature);
                    const type = this.resolve(parser.parseType(), this);
                    const propertyName = parser.token.text;
                    this.propertyTable.set(`${fixed ? 's' : 'i'}${propertyName.toLowerCase()}`, {
                        owner: this,
                        name: propertyName,
                        signature,
                        type,
                        isStatic: fixed,
                        writable: !!accessors.set
                    });
                }
            }
        }
        return this.propertyTable.get(`${isStatic ? 's' : 'i'}${name}`);
    }
    enumValue(name: string): string | undefined {
        return this.decl.enumValues?.find((value) => value.toLowerCase() === name);
    }

    private table(kind: 'method' | 'static', record: NativeClass['methods']): Map<string, NativeMember[]> {
        const table = new Map<string, NativeMember[]>();
        for (const signature of Object.keys(record ?? {})) {
            const member = this.parse(kind, signature);
            const key = member.name.toLowerCase();
            const list = table.get(key);
            if (list) list.push(member);
            else table.set(key, [member]);
        }
        return table;
    }

    private parse(kind: NativeMember['kind'], signature: string): NativeMember {
        const parser = new Parser(signature);
        let returns = VOID;
        let name = '<init>';
        try {
            if (kind !== 'constructor') {
                returns = this.resolve(parser.parseType(), this);
                name = parser.token.text;
                parser.at++;
            }
            parser.expectOp('(');
            const params: NativeParam[] = [];
            while (!parser.takeOp(')')) {
                const type = this.resolve(parser.parseType(), this);
                params.push({ type, name: parser.token.text });
                parser.at++;
                parser.takeOp(',');
                if (parser.token.type === 'eof') throw parser.unexpected();
            }
            return { kind, owner: this, name, signature, params, returns };
        } catch (error) {
            throw new Error(
                `Library class ${this.name}: cannot read the signature '${signature}': ${(error as Error).message}`
            );
        }
    }
}
