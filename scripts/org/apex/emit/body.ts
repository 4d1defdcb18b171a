// The state of compiling one body of code: what is in scope, what it returns, and the value that an expression becomes.
import type { FieldDescribe, ObjectDescribe } from '../../metadata/describe.ts';
import type { Environment } from '../bind/environment.ts';
import type { ClassSymbol, FieldSymbol } from '../bind/symbols.ts';
import {
    assignable,
    BOOLEAN,
    DATE,
    DATETIME,
    DECIMAL,
    DOUBLE,
    ERROR,
    ID,
    INTEGER,
    isLoose,
    isNumeric,
    LONG,
    STRING,
    type Type
} from '../bind/types.ts';
import type { Expr, Pos, Stmt, TypeRef } from '../parse/ast.ts';
import { at, checkedLocal, type ScriptContext } from './script.ts';

export class LocalVar {
    readonly id: number;
    readonly name: string;
    readonly js: string;
    readonly type: Type;
    readonly isFinal: boolean;
    /** False once something that may be null is assigned to it. */
    nonNull: boolean;
    /** Locals assigned to it: it is non-null only if they are. */
    readonly from: LocalVar[] = [];
    constructor(id: number, name: string, js: string, type: Type, isFinal: boolean, nonNull: boolean) {
        this.id = id;
        this.name = name;
        this.js = js;
        this.type = type;
        this.isFinal = isFinal;
        this.nonNull = nonNull;
    }
}

/** A compiled expression. */
export interface Ex {
    type: Type;
    code: string;
    /** Never null. */
    nn?: boolean;
    local?: LocalVar;
    /** Guards of safe navigation that wrap the whole chain: `(t=x)===null?null:`. */
    open?: string;
    /** Inline or dynamic query: may stand for one record where one is wanted. */
    query?: boolean;
    /** Inline `COUNT()` query. */
    count?: boolean;
    /** Value of a relationship to a parent record: reading through a null gives null. */
    parent?: boolean;
    /** `SObjectType.Account` and its `.fields`: the object that is described. */
    described?: ObjectDescribe;
    fieldsOf?: ObjectDescribe;
    /** `Account.SObjectType`, whose `.fields` are tokens. */
    tokensOf?: ObjectDescribe;
    fieldSetsOf?: ObjectDescribe;
    /** `Thing__Share.RowCause`, whose members are the reasons. */
    reasonsOf?: FieldDescribe;
    isThis?: boolean;
    isSuper?: boolean;
    /** Integer literal, for `Long x = 1` and negative numbers. */
    constant?: string;
}

/** What stands before a dot. */
export type Target = { value: Ex } | { type: Type } | { space: string } | { error: true };

export interface Ret {
    code: string;
    /** Control never reaches the end. */
    ends: boolean;
    /** It ends in a loop that never does, after which statements are allowed. */
    endless?: boolean;
}

export class Body {
    readonly script: ScriptContext;
    readonly env: Environment;
    /** Null in triggers and anonymous code. */
    readonly cls: ClassSymbol | null;
    readonly isStatic: boolean;
    readonly returns: Type;
    /** Accessor body: the property whose name means the stored value. */
    readonly backing: FieldSymbol | null;
    readonly isConstructor: boolean;
    /** Fields may be final-assigned: constructor and initialisers. */
    readonly initialising: boolean;
    /** Trigger: the object of Trigger.new. */
    readonly triggerObject: Type | null;
    private scopes: Map<string, LocalVar>[] = [new Map()];
    private readonly locals: LocalVar[] = [];
    private temps = 0;
    usesStatics = false;
    loopDepth = 0;
    runAsDepth = 0;
    /** First statement of a constructor: `this(…)` and `super(…)` may stand here. */
    mayDelegate = false;
    failed = false;
    readonly called = new Set<string>();
    readonly emitExpr: (body: Body, node: Expr, wanted: Type | null) => Ex;
    readonly emitStmt: (body: Body, node: Stmt) => Ret;

    constructor(
        script: ScriptContext,
        options: {
            cls: ClassSymbol | null;
            isStatic: boolean;
            returns: Type;
            backing?: FieldSymbol | null;
            isConstructor?: boolean;
            initialising?: boolean;
            triggerObject?: Type | null;
            emitExpr: Body['emitExpr'];
            emitStmt: Body['emitStmt'];
        }
    ) {
        this.script = script;
        this.env = script.env;
        this.cls = options.cls;
        this.isStatic = options.isStatic;
        this.returns = options.returns;
        this.backing = options.backing ?? null;
        this.isConstructor = options.isConstructor ?? false;
        this.initialising = options.initialising ?? this.isConstructor;
        this.triggerObject = options.triggerObject ?? null;
        this.emitExpr = options.emitExpr;
        this.emitStmt = options.emitStmt;
    }

    // ── diagnostics ─────────────────────────────────────────────────────────────────────────────────────────────────
    report(node: Pos, code: string, message: string): Ex {
        this.failed = true;
        this.env.report(this.script.file, node, code, message);
        return { type: ERROR, code: 'null' };
    }
    resolveType(ref: TypeRef): Type {
        const type = this.env.resolve(ref, this.cls, this.script.file);
        if (type === ERROR) this.failed = true;
        return type;
    }

    // ── variables ───────────────────────────────────────────────────────────────────────────────────────────────────
    push(): void {
        this.scopes.push(new Map());
    }
    pop(): void {
        this.scopes.pop();
    }
    local(low: string): LocalVar | null {
        for (let index = this.scopes.length - 1; index >= 0; index--) {
            const found = this.scopes[index]!.get(low);
            if (found) return found;
        }
        return null;
    }
    /** Every local that can be named here. */
    visible(): Map<string, LocalVar> {
        return new Map(this.scopes.flatMap((scope) => [...scope]));
    }
    declare(node: Pos, name: string, type: Type, options: { isFinal?: boolean; nonNull?: boolean } = {}): LocalVar {
        const low = name.toLowerCase();
        if (this.local(low)) this.report(node, 'duplicate-variable', `Duplicate variable: ${name}`);
        const variable = new LocalVar(
            this.locals.length,
            name,
            `${low.replace(/[^\w$]/g, '_')}_`,
            type,
            options.isFinal ?? false,
            options.nonNull ?? false
        );
        this.locals.push(variable);
        this.scopes[this.scopes.length - 1]!.set(low, variable);
        return variable;
    }
    /** Notes that a value is assigned to a local. */
    assigned(variable: LocalVar, value: Ex): void {
        if (value.nn) return;
        if (value.local) variable.from.push(value.local);
        else variable.nonNull = false;
    }
    temp(): string {
        return `$${++this.temps}`;
    }

    /** Resolves the placeholders of null checks and declares temporaries. `code` is the finished body. */
    finish(code: string): string {
        for (let changed = true; changed;) {
            changed = false;
            for (const variable of this.locals) {
                if (variable.nonNull && variable.from.some((other) => !other.nonNull)) {
                    variable.nonNull = false;
                    changed = true;
                }
            }
        }
        const checked = code.replace(/\u0003(\d+)\u0003/g, (_, id: string) => {
            const variable = this.locals[Number(id)]!;
            return variable.nonNull ? variable.js : `$n(${variable.js})`;
        });
        const names = Array.from({ length: this.temps }, (_, index) => `$${index + 1}`);
        return `${names.length ? `let ${names.join(',')};` : ''}${this.usesStatics ? 'const $S=$I();' : ''}${checked}`;
    }

    // ── expressions ─────────────────────────────────────────────────────────────────────────────────────────────────
    /** A whole value: guards of safe navigation are closed. */
    expr(node: Expr, wanted: Type | null = null): Ex {
        return close(this.emitExpr(this, node, wanted));
    }
    /** The head of a chain: guards stay open. */
    chain(node: Expr): Ex {
        return this.emitExpr(this, node, null);
    }
    stmt(node: Stmt): Ret {
        return this.emitStmt(this, node);
    }

    /** Code of a value that must not be null when it is used (numbers, receivers, conditions). */
    checked(value: Ex): string {
        if (value.nn) return value.code;
        if (value.local) return checkedLocal(value.local.id);
        return `$n(${value.code})`;
    }

    condition(node: Expr): string {
        const value = this.expr(node, BOOLEAN);
        if (value.type !== BOOLEAN && !isLoose(value.type)) {
            this.report(node, 'condition', `Condition expression must be of type Boolean: ${value.type.name}`);
            return 'true';
        }
        return this.checked(value);
    }

    /** Expression assigned to a place of type `to`: checked and converted. */
    assign(node: Expr, to: Type): Ex {
        return this.coerce(this.expr(node, to), to, node);
    }

    coerce(value: Ex, to: Type, node: Pos, message = 'Illegal assignment from'): Ex {
        if (value.query && value.type !== to) {
            const single = querySingle(this, value, to);
            if (single) return single;
        }
        if (!assignable(this.env.types, to, value.type)) {
            return this.report(node, 'type-mismatch', `${message} ${value.type.name} to ${to.name}`);
        }
        return {
            type: to,
            code: this.convert(value, to),
            nn: value.nn,
            local: value.type === to ? value.local : undefined
        };
    }

    /** Code of the value as the type `to`, which it fits. */
    convert(value: Ex, to: Type): string {
        const from = value.type;
        if (from === to || isLoose(from)) return value.code;
        if (isNumeric(to) && isNumeric(from)) {
            if (from === INTEGER && value.constant !== undefined) {
                if (to === LONG) return `${value.constant}n`;
                if (to === DOUBLE) return this.script.hoist('K', `$R.double(${value.constant})`);
                if (to === DECIMAL) return this.script.hoist('K', `$R.decimal("${value.constant}")`);
            }
            return `${CONVERT[from.name]![to.name]!}(${value.code})`;
        }
        if (to === ID && from === STRING) return `$toId(${value.code})`;
        if (to === DATETIME && from === DATE) return `$dateTime(${value.code})`;
        if (from.kind === 'list' && to.kind === 'list' && from.args[0] === STRING && to.args[0] === ID)
            return `$toIds(${value.code})`;
        return value.code;
    }
}

export const CONVERT: Record<string, Record<string, string>> = {
    Integer: { Long: '$i2l', Double: '$i2d', Decimal: '$i2m' },
    Long: { Integer: '$l2i', Double: '$l2d', Decimal: '$l2m' },
    Double: { Integer: '$d2i', Long: '$d2l', Decimal: '$d2m' },
    Decimal: { Integer: '$m2i', Long: '$m2l', Double: '$m2d' }
};

export function close(value: Ex): Ex {
    if (!value.open) return value;
    return { ...value, code: `(${value.open}${value.code})`, open: undefined, nn: false };
}

/** A query where one record (or a number) is wanted. */
function querySingle(body: Body, value: Ex, to: Type): Ex | null {
    if (
        to.kind === 'sobject' &&
        value.type.kind === 'list' &&
        (to.sobject === null || value.type.args[0] === to || value.type.args[0]!.sobject === null)
    ) {
        return { type: to, code: `$one(${value.code})`, nn: true };
    }
    return null;
}

export const marked = (line: number, code: string): string => `${at(line)}${code}`;
