// Classes of the org as the compiler sees them: members by lower-cased name, types resolved.
import type { Accessor, Block, ClassDecl, CtorDecl, Expr, Modifiers, MethodDecl } from '../parse/ast.ts';
import type { Type } from './types.ts';

export type Access = 'private' | 'protected' | 'public' | 'global';

export interface ParamSymbol {
    name: string;
    type: Type;
    isFinal: boolean;
}

export interface MethodSymbol {
    k: 'method';
    owner: ClassSymbol;
    name: string;
    key: string;
    params: readonly ParamSymbol[];
    returns: Type;
    isStatic: boolean;
    isAbstract: boolean;
    isVirtual: boolean;
    isOverride: boolean;
    access: Access;
    testVisible: boolean;
    mods: Modifiers;
    decl: MethodDecl;
}

export interface CtorSymbol {
    k: 'ctor';
    owner: ClassSymbol;
    key: string;
    params: readonly ParamSymbol[];
    access: Access;
    testVisible: boolean;
    mods: Modifiers;
    /** Null for the constructor that the class gets for free. */
    decl: CtorDecl | null;
}

export interface FieldSymbol {
    k: 'field';
    owner: ClassSymbol;
    name: string;
    key: string;
    type: Type;
    isStatic: boolean;
    isFinal: boolean;
    access: Access;
    testVisible: boolean;
    mods: Modifiers;
    init: Expr | null;
    line: number;
    column: number;
    /** Null for plain fields. `auto`: stored without code. */
    property: {
        get: Accessor | null;
        set: Accessor | null;
        getAccess: Access;
        setAccess: Access;
        virtual: boolean;
    } | null;
    /** Are reads and writes plain? False where an accessor has a body or may be overridden. */
    plain: boolean;
}

export class ClassSymbol {
    readonly name: string;
    readonly simple: string;
    readonly outer: ClassSymbol | null;
    readonly decl: ClassDecl;
    readonly file: string;
    readonly apiVersion: number;
    readonly kind: 'class' | 'interface' | 'enum';
    type!: Type;
    superclass: Type | null = null;
    interfaces: Type[] = [];
    readonly inner = new Map<string, ClassSymbol>();
    readonly fields = new Map<string, FieldSymbol>();
    readonly methods = new Map<string, MethodSymbol[]>();
    ctors: CtorSymbol[] = [];
    readonly access: Access;
    readonly isAbstract: boolean;
    readonly isVirtual: boolean;
    readonly isTest: boolean;
    /** Has the class static state to initialise? */
    hasStatics = false;
    /** Set when the hierarchy could not be resolved. */
    broken = false;

    constructor(decl: ClassDecl, outer: ClassSymbol | null, file: string, apiVersion: number) {
        this.decl = decl;
        this.outer = outer;
        this.simple = decl.name;
        this.name = outer ? `${outer.name}.${decl.name}` : decl.name;
        this.file = file;
        this.apiVersion = apiVersion;
        this.kind = decl.kind;
        this.access = accessOf(decl.mods.words, outer ? 'private' : 'public');
        this.isAbstract = decl.mods.words.includes('abstract') || decl.kind === 'interface';
        this.isVirtual = this.isAbstract || decl.mods.words.includes('virtual');
        this.isTest =
            decl.mods.annotations.some((annotation) => annotation.name === 'istest') || (outer?.isTest ?? false);
    }

    get top(): ClassSymbol {
        let at: ClassSymbol = this;
        while (at.outer) at = at.outer;
        return at;
    }
    /** JS-safe name, unique in a script. */
    get js(): string {
        return this.name.replace(/\./g, '$');
    }
    get parent(): ClassSymbol | null {
        return this.superclass?.cls ?? null;
    }
    isSubclassOf(other: ClassSymbol): boolean {
        for (let at: ClassSymbol | null = this; at; at = at.parent) if (at === other) return true;
        return false;
    }
}

export function accessOf(words: readonly string[], otherwise: Access): Access {
    if (words.includes('global') || words.includes('webservice')) return 'global';
    if (words.includes('public')) return 'public';
    if (words.includes('protected')) return 'protected';
    if (words.includes('private')) return 'private';
    return otherwise;
}

/** Property name of a method in JS: overloads differ by their parameter types, overriders share it. */
export function memberKey(name: string, params: readonly { type: Type }[]): string {
    return `${name.toLowerCase()}$${params.map((param) => param.type.name.toLowerCase().replace(/\W+/g, '_')).join('$')}`;
}

export type Body = Block;
