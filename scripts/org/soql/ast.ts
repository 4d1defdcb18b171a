// The shape of a query as written. `pos` is the offset in the text.

export interface PathExpr {
    k: 'path';
    parts: string[];
    pos: number;
}

export interface CallExpr {
    k: 'call';
    name: string;
    /** Upper case. */
    fn: string;
    args: (FieldExpr | Literal)[];
    pos: number;
}

export type FieldExpr = PathExpr | CallExpr;

export type Literal =
    | { k: 'null'; pos: number }
    | { k: 'boolean'; value: boolean; pos: number }
    | { k: 'string'; value: string; /** As in the text, escapes kept: what LIKE needs. */ raw: string; pos: number }
    /** `text` keeps all digits. */
    | { k: 'number'; text: string; pos: number }
    | { k: 'currency'; code: string; text: string; pos: number }
    | { k: 'date'; days: number; pos: number }
    | { k: 'datetime'; ms: number; pos: number }
    | { k: 'time'; ms: number; pos: number }
    /** `TODAY`, `LAST_N_DAYS` with its number. */
    | { k: 'dateLiteral'; name: string; n: number; pos: number }
    | { k: 'bind'; name: string; pos: number };

export type CompareOp = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Operand =
    Literal | { k: 'list'; items: Literal[]; pos: number } | { k: 'query'; query: Query; pos: number };

export type Condition =
    | { k: 'and' | 'or'; items: Condition[]; pos: number }
    | { k: 'not'; item: Condition; pos: number }
    | { k: 'compare'; left: FieldExpr; op: CompareOp; right: Operand; pos: number };

export interface TypeofItem {
    k: 'typeof';
    path: PathExpr;
    whens: { type: string; fields: PathExpr[]; pos: number }[];
    otherwise: PathExpr[] | null;
    pos: number;
}

export type SelectItem =
    | { k: 'field'; expr: FieldExpr; alias: string | null; pos: number }
    | { k: 'fields'; group: 'ALL' | 'STANDARD' | 'CUSTOM'; pos: number }
    | { k: 'subquery'; query: Query; pos: number }
    | TypeofItem;

export interface OrderItem {
    expr: FieldExpr;
    descending: boolean;
    nullsLast: boolean;
}

export interface FromItem {
    /** `Account`, or `a.Contacts`. */
    parts: string[];
    alias: string | null;
    pos: number;
}

export type Count = { k: 'number'; value: number; pos: number } | { k: 'bind'; name: string; pos: number };

export type AccessClause = 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED';

export interface Query {
    select: SelectItem[];
    from: FromItem[];
    scope: { name: string; pos: number } | null;
    where: Condition | null;
    access: { mode: AccessClause; pos: number } | null;
    groupBy: { mode: 'plain' | 'rollup' | 'cube'; items: FieldExpr[]; pos: number } | null;
    having: Condition | null;
    orderBy: OrderItem[];
    limit: Count | null;
    offset: Count | null;
    locking: 'UPDATE' | 'VIEW' | 'REFERENCE' | null;
    allRows: boolean;
    pos: number;
}

export interface SearchTarget {
    object: string;
    fields: SelectItem[];
    where: Condition | null;
    orderBy: OrderItem[];
    limit: Count | null;
    offset: Count | null;
    pos: number;
}

export interface Search {
    term: { k: 'text'; value: string } | { k: 'bind'; name: string };
    group: 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';
    returning: SearchTarget[];
    access: { mode: AccessClause; pos: number } | null;
    limit: Count | null;
}
