// Aggregate queries: grouped expressions, `expr0` names, ROLLUP and CUBE as a union of groupings.
import type { FieldDescribe, ObjectDescribe } from '../metadata/describe.ts';
import { newField } from '../metadata/make.ts';
import type { FieldExpr, Query, SelectItem } from './ast.ts';
import { columnTypeName } from './bindValues.ts';
import type { ConditionRules } from './conditions.ts';
import { conditionSql } from './conditions.ts';
import type { Typed } from './expressions.ts';
import { expression, isAggregate, refuseCompound } from './expressions.ts';
import { cannotBe, duplicateAlias, malformed, mustBeGrouped, SoqlError, unexpected } from './messages.ts';
import { orderSql } from './order.ts';
import type { Scope } from './scope.ts';
import type { Reader } from './statement.ts';

export interface AggregateShape {
    describe: ObjectDescribe;
    columns: { name: string; read: Reader; apexType: string }[];
    sql: string;
    /** The last column tells how many rows a row of the answer was made of: each counts for the limit on query rows. */
    counted: boolean;
}

interface Grouping {
    typed: Typed;
    sql: string;
}

export function isAggregateQuery(query: Query): boolean {
    return query.groupBy !== null || query.select.some((item) => item.k === 'field' && isAggregate(item.expr));
}

/** `SELECT COUNT() FROM …`. */
export function isCountOnly(query: Query): boolean {
    const [item] = query.select;
    return (
        query.select.length === 1 &&
        item?.k === 'field' &&
        item.expr.k === 'call' &&
        item.expr.fn === 'COUNT' &&
        item.expr.args.length === 0 &&
        item.alias === null
    );
}

export function aggregateShape(scope: Scope, query: Query, where: () => string, rules: ConditionRules): AggregateShape {
    const groups = (query.groupBy?.items ?? []).map((expr) => groupOf(scope, expr));
    const columns: AggregateShape['columns'] = [];
    const selected: { sql: string; typed: Typed; alias: string; expr: FieldExpr }[] = [];
    let unnamed = 0;
    for (const item of query.select) {
        const { expr, alias } = aggregateItem(item);
        const typed = expression(scope, expr);
        refuseCompound(typed, expr.pos);
        const isGrouping = expr.k === 'call' && expr.fn === 'GROUPING';
        if ((!typed.aggregate || isGrouping) && !groups.some((group) => group.sql === typed.sql))
            throw mustBeGrouped(labelOf(expr), expr.pos);
        const name = alias ?? (expr.k === 'path' ? (typed.field?.name ?? '') : `expr${unnamed++}`);
        if (columns.some((column) => column.name.toLowerCase() === name.toLowerCase()))
            throw duplicateAlias(name, expr.pos);
        columns.push({ name, read: typed.read, apexType: columnTypeName(typed.type) });
        selected.push({ sql: typed.sql, typed, alias: name, expr });
    }
    const check = (typed: Typed, position: number): void => {
        if (!typed.aggregate && !groups.some((group) => group.sql === typed.sql))
            throw mustBeGrouped(typed.label, position);
    };
    const having = query.having
        ? conditionSql(scope, query.having, { ...rules, having: true, checkExpression: check })
        : null;
    const orders = query.orderBy.map((item) => {
        const byAlias =
            item.expr.k === 'path' && item.expr.parts.length === 1
                ? selected.find(
                      (one) => one.alias.toLowerCase() === (item.expr as { parts: string[] }).parts[0]?.toLowerCase()
                  )
                : undefined;
        const typed = byAlias?.typed ?? expression(scope, item.expr);
        if (!typed.aggregate && !groups.some((group) => group.sql === typed.sql))
            throw malformed(`Ordered field must be grouped or aggregated: ${labelOf(item.expr)}`, item.expr.pos);
        return { typed, item };
    });
    const condition = where();
    const from = scope.from();
    const sets = groupingSets(groups, query.groupBy?.mode ?? 'plain');
    const counted = query.select.some((item) => item.k === 'field' && countsRows(item.expr));
    const parts = sets.map((set, depth) => {
        const value = (typed: Typed, expr: FieldExpr): string => {
            const group = groups.find((one) => one.sql === typed.sql);
            if (expr.k === 'call' && expr.fn === 'GROUPING') return group && set.includes(group) ? '0' : '1';
            return group && !typed.aggregate && !set.includes(group) ? 'NULL' : typed.sql;
        };
        const list = [
            ...selected.map((one) => value(one.typed, one.expr)),
            ...orders.map((one) => orderSql({ ...one.typed, sql: value(one.typed, one.item.expr) })),
            ...(counted ? [depth === 0 ? 'COUNT(*)' : '0'] : [])
        ];
        const by = set.length > 0 ? ` GROUP BY ${set.map((group) => group.sql).join(', ')}` : '';
        // A grand total over nothing is a row for plain aggregates, none for groups.
        const kept = having === null ? '' : ` HAVING ${having}`;
        return `SELECT ${list.join(', ')} FROM ${from} WHERE ${condition}${by}${kept}`;
    });
    let sql = parts.join(' UNION ALL ');
    if (orders.length > 0) {
        const terms = orders.map(
            (one, at) =>
                `${selected.length + at + 1} ${one.item.descending ? 'DESC' : 'ASC'} NULLS ${one.item.nullsLast ? 'LAST' : 'FIRST'}`
        );
        sql += ` ORDER BY ${terms.join(', ')}`;
    }
    return { describe: aggregateResult(columns, selected), columns, sql, counted };
}

/**
 * Does the function count the rows it is made of? All but COUNT() and COUNT(field) do.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_agg_fns.htm
 */
const countsRows = (expr: FieldExpr): boolean =>
    isAggregate(expr) && expr.k === 'call' && expr.fn !== 'COUNT' && expr.fn !== 'GROUPING';

function aggregateItem(item: SelectItem): { expr: FieldExpr; alias: string | null } {
    if (item.k === 'field') return item;
    if (item.k === 'fields')
        throw malformed('The SOQL FIELDS function is not supported in aggregate queries', item.pos);
    if (item.k === 'typeof') throw unexpected('TYPEOF', item.pos);
    throw unexpected('(', item.pos);
}

function groupOf(scope: Scope, expr: FieldExpr): Grouping {
    const typed = expression(scope, expr);
    if (typed.aggregate) throw malformed(`aggregate function is not allowed in GROUP BY: ${typed.label}`, expr.pos);
    if (typed.field && !typed.field.groupable && typed.resolved && expr.k === 'path')
        throw cannotBe('grouped', typed.label, expr.pos);
    refuseCompound(typed, expr.pos);
    return { typed, sql: typed.sql };
}

/** All groupings, the finest first. */
function groupingSets(groups: Grouping[], mode: 'plain' | 'rollup' | 'cube'): Grouping[][] {
    if (mode === 'plain') return [groups];
    if (groups.length > 3)
        throw new SoqlError('MALFORMED_QUERY', `At most three fields can be used in GROUP BY ${mode.toUpperCase()}`);
    if (mode === 'rollup') return groups.map((_, at) => groups.slice(0, groups.length - at)).concat([[]]);
    const subsets: Grouping[][] = [];
    for (let bits = 2 ** groups.length - 1; bits >= 0; bits--)
        subsets.push(groups.filter((_, at) => bits & (1 << (groups.length - 1 - at))));
    return subsets.sort((a, b) => b.length - a.length);
}

function labelOf(expr: FieldExpr): string {
    return expr.k === 'path' ? expr.parts.join('.') : expr.name;
}

export function aggregateResult(
    columns: readonly { name: string }[],
    selected: readonly { typed: Typed }[]
): ObjectDescribe {
    const fields = new Map<string, FieldDescribe>();
    columns.forEach(({ name }, at) => {
        const typed = selected[at]?.typed;
        const base: FieldDescribe = typed?.field ?? PLAIN;
        fields.set(name.toLowerCase(), {
            ...base,
            name,
            label: name,
            type: typed?.type ?? 'int',
            scale: typed?.scale ?? 0,
            calculated: false,
            formula: null
        });
    });
    return {
        name: 'AggregateResult',
        label: 'Aggregate Result',
        labelPlural: 'Aggregate Results',
        keyPrefix: null,
        kind: 'aggregate',
        custom: false,
        publishBehavior: null,
        sharingModel: 'ReadWrite',
        createable: false,
        updateable: false,
        deletable: false,
        undeletable: false,
        queryable: true,
        searchable: false,
        triggerable: false,
        mergeable: false,
        fields,
        childRelationships: [],
        recordTypes: [],
        validationRules: [],
        fieldSets: []
    };
}

/** What the column of a count or a sum is like where no field says it. */
const PLAIN: FieldDescribe = newField({
    name: '',
    type: 'int',
    createable: false,
    updateable: false,
    filterable: false,
    sortable: false,
    groupable: false,
    aggregatable: false
});
