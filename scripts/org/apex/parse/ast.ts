// The compact tree of an Apex file. Every node knows the line and column it starts at; names keep the case written.

export interface Pos {
    line: number;
    column: number;
}

export interface TypeRef extends Pos {
    /** Dotted parts as written, type arguments on the last: `Database.Batchable<SObject>`. */
    parts: string[];
    args: TypeRef[];
    /** Number of `[]` after it. */
    arrays: number;
}

export interface AnnotationNode extends Pos {
    name: string;
    args: Record<string, string | boolean>;
}

export interface Modifiers {
    /** Lower case: public, static, virtual, `with sharing`, `without sharing`, `inherited sharing`, … */
    words: string[];
    annotations: AnnotationNode[];
}

// ── expressions ─────────────────────────────────────────────────────────────────────────────────────────────────────
export type Literal = 'int' | 'long' | 'double' | 'decimal' | 'string' | 'boolean' | 'null';
export interface LiteralExpr extends Pos {
    k: 'Literal';
    type: Literal;
    value: string;
}
export interface NameExpr extends Pos {
    k: 'Name';
    name: string;
}
export interface ThisExpr extends Pos {
    k: 'This';
}
export interface SuperExpr extends Pos {
    k: 'Super';
}
export interface MemberExpr extends Pos {
    k: 'Member';
    target: Expr;
    name: string;
    safe: boolean;
}
export interface IndexExpr extends Pos {
    k: 'Index';
    target: Expr;
    index: Expr;
}
/** target null: `foo(…)`, `this(…)`, `super(…)`. */
export interface CallExpr extends Pos {
    k: 'Call';
    target: Expr | null;
    name: string;
    safe: boolean;
    args: Expr[];
}
export interface NewExpr extends Pos {
    k: 'New';
    type: TypeRef;
    args: Expr[];
}
/** `new List<X>{…}`, `new X[]{…}` */
export interface NewListExpr extends Pos {
    k: 'NewList';
    type: TypeRef;
    items: Expr[];
}
/** `new X[n]` */
export interface NewArrayExpr extends Pos {
    k: 'NewArray';
    type: TypeRef;
    size: Expr;
}
export interface NewMapExpr extends Pos {
    k: 'NewMap';
    type: TypeRef;
    entries: { key: Expr; value: Expr }[];
}
export interface CastExpr extends Pos {
    k: 'Cast';
    type: TypeRef;
    expr: Expr;
}
export interface UnaryExpr extends Pos {
    k: 'Unary';
    op: string;
    expr: Expr;
}
export interface PostfixExpr extends Pos {
    k: 'Postfix';
    op: string;
    expr: Expr;
}
export interface BinaryExpr extends Pos {
    k: 'Binary';
    op: string;
    left: Expr;
    right: Expr;
}
export interface AssignExpr extends Pos {
    k: 'Assign';
    op: string;
    target: Expr;
    value: Expr;
}
export interface TernaryExpr extends Pos {
    k: 'Ternary';
    cond: Expr;
    then: Expr;
    else: Expr;
}
export interface InstanceOfExpr extends Pos {
    k: 'InstanceOf';
    expr: Expr;
    type: TypeRef;
}
export interface ClassLiteralExpr extends Pos {
    k: 'ClassLiteral';
    type: TypeRef;
}
/** Inline query: pieces of text around the binds. `text` has the binds renamed `:b0`, `:b1`, … */
export interface SoqlExpr extends Pos {
    k: 'Soql';
    sosl: boolean;
    text: string;
    binds: Expr[];
}

export type Expr =
    | LiteralExpr
    | NameExpr
    | ThisExpr
    | SuperExpr
    | MemberExpr
    | IndexExpr
    | CallExpr
    | NewExpr
    | NewListExpr
    | NewArrayExpr
    | NewMapExpr
    | CastExpr
    | UnaryExpr
    | PostfixExpr
    | BinaryExpr
    | AssignExpr
    | TernaryExpr
    | InstanceOfExpr
    | ClassLiteralExpr
    | SoqlExpr;

// ── statements ──────────────────────────────────────────────────────────────────────────────────────────────────────
export interface Block extends Pos {
    k: 'Block';
    body: Stmt[];
    endLine: number;
}
export interface LocalVarStmt extends Pos {
    k: 'LocalVar';
    type: TypeRef;
    isFinal: boolean;
    vars: { name: string; init: Expr | null; line: number; column: number }[];
}
export interface IfStmt extends Pos {
    k: 'If';
    cond: Expr;
    then: Stmt;
    else: Stmt | null;
}
export interface WhileStmt extends Pos {
    k: 'While';
    cond: Expr;
    body: Stmt | null;
}
export interface DoStmt extends Pos {
    k: 'Do';
    cond: Expr;
    body: Stmt;
}
export interface ForStmt extends Pos {
    k: 'For';
    init: Stmt[];
    cond: Expr | null;
    update: Expr[];
    body: Stmt | null;
}
export interface ForEachStmt extends Pos {
    k: 'ForEach';
    type: TypeRef;
    name: string;
    source: Expr;
    body: Stmt | null;
}
export interface ReturnStmt extends Pos {
    k: 'Return';
    expr: Expr | null;
}
export interface ThrowStmt extends Pos {
    k: 'Throw';
    expr: Expr;
}
export interface BreakStmt extends Pos {
    k: 'Break';
}
export interface ContinueStmt extends Pos {
    k: 'Continue';
}
export interface TryStmt extends Pos {
    k: 'Try';
    body: Block;
    catches: { type: TypeRef; name: string; body: Block; line: number; column: number }[];
    finally: Block | null;
}
export type WhenCase =
    | { k: 'values'; values: Expr[]; body: Block; line: number; column: number }
    | { k: 'type'; type: TypeRef; name: string; body: Block; line: number; column: number }
    | { k: 'else'; body: Block; line: number; column: number };
export interface SwitchStmt extends Pos {
    k: 'Switch';
    on: Expr;
    cases: WhenCase[];
}
export interface DmlStmt extends Pos {
    k: 'Dml';
    op: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
    mode: 'user' | 'system' | null;
    expr: Expr;
    second: Expr | null;
    externalId: string | null;
}
export interface RunAsStmt extends Pos {
    k: 'RunAs';
    args: Expr[];
    body: Block;
}
export interface ExprStmt extends Pos {
    k: 'Expr';
    expr: Expr;
}

export type Stmt =
    | Block
    | LocalVarStmt
    | IfStmt
    | WhileStmt
    | DoStmt
    | ForStmt
    | ForEachStmt
    | ReturnStmt
    | ThrowStmt
    | BreakStmt
    | ContinueStmt
    | TryStmt
    | SwitchStmt
    | DmlStmt
    | RunAsStmt
    | ExprStmt;

// ── declarations ────────────────────────────────────────────────────────────────────────────────────────────────────
export interface Param extends Pos {
    type: TypeRef;
    name: string;
    isFinal: boolean;
}
export interface MethodDecl extends Pos {
    k: 'Method';
    mods: Modifiers;
    type: TypeRef | null;
    name: string;
    params: Param[];
    body: Block | null;
    endLine: number;
}
export interface CtorDecl extends Pos {
    k: 'Ctor';
    mods: Modifiers;
    name: string;
    params: Param[];
    body: Block;
    endLine: number;
}
export interface FieldDecl extends Pos {
    k: 'Field';
    mods: Modifiers;
    type: TypeRef;
    vars: { name: string; init: Expr | null; line: number; column: number }[];
    endLine: number;
}
export interface Accessor extends Pos {
    mods: string[];
    body: Block | null;
}
export interface PropertyDecl extends Pos {
    k: 'Property';
    mods: Modifiers;
    type: TypeRef;
    name: string;
    get: Accessor | null;
    set: Accessor | null;
    endLine: number;
}
export interface InitBlock extends Pos {
    k: 'Init';
    isStatic: boolean;
    body: Block;
    endLine: number;
}
export interface ClassDecl extends Pos {
    k: 'Class';
    kind: 'class' | 'interface' | 'enum';
    mods: Modifiers;
    name: string;
    superclass: TypeRef | null;
    interfaces: TypeRef[];
    members: Member[];
    values: { name: string; line: number; column: number }[];
    endLine: number;
}
export type Member = MethodDecl | CtorDecl | FieldDecl | PropertyDecl | InitBlock | ClassDecl;
export interface TriggerDecl extends Pos {
    k: 'Trigger';
    name: string;
    object: string;
    events: string[];
    body: Block;
    members: Member[];
}
export interface AnonymousDecl extends Pos {
    k: 'Anonymous';
    body: Stmt[];
    members: Member[];
    endLine: number;
}
