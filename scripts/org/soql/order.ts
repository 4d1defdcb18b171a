// ORDER BY: nulls come first unless NULLS LAST is said, texts ignore case, picklists go by the order of their values.
import type { OrderItem } from './ast.ts';
import type { Typed } from './expressions.ts';
import { expression, refuseCompound } from './expressions.ts';
import { cannotBe, malformed } from './messages.ts';
import type { Scope } from './scope.ts';

export function orderBySql(scope: Scope, items: readonly OrderItem[]): string[] {
    return items.map(({ expr, descending, nullsLast }) => {
        const typed = expression(scope, expr);
        if (typed.aggregate) throw malformed(`Ordered field must be grouped or aggregated: ${typed.label}`, expr.pos);
        refuseCompound(typed, expr.pos);
        if (typed.field && typed.resolved && !typed.field.sortable) throw cannotBe('sorted', typed.label, expr.pos);
        return `${orderSql(typed)} ${descending ? 'DESC' : 'ASC'} NULLS ${nullsLast ? 'LAST' : 'FIRST'}`;
    });
}

/** What is sorted by: values that a picklist no longer has come last. */
export function orderSql(typed: Typed): string {
    const values = typed.field?.picklistValues ?? [];
    if (typed.type !== 'picklist' || values.length === 0 || typed.sql === 'NULL' || typed.aggregate) return typed.sql;
    const cases = values.map((one, at) => `WHEN '${one.value.replace(/'/g, "''")}' THEN ${at}`);
    return `(CASE WHEN ${typed.sql} IS NULL THEN NULL ELSE CASE ${typed.sql} ${cases.join(' ')} ELSE ${values.length} END END)`;
}
