// A query as one SQL statement and the way its rows become records; child subqueries and TYPEOF branches are plans of
// their own, run over the ids that the outer rows bring.
import type { ObjectDescribe } from '../metadata/describe.ts';
import { childRelationship, fieldOf } from '../metadata/describe.ts';
import { quote } from '../store/columns.ts';
import type { AggregateShape } from './aggregate.ts';
import { aggregateShape, isAggregateQuery, isCountOnly } from './aggregate.ts';
import type { Condition, Count, FromItem, Query } from './ast.ts';
import type { ConditionRules } from './conditions.ts';
import { conditionSql, visibilitySql } from './conditions.ts';
import { expression } from './expressions.ts';
import { cannotBe, malformed, noSuchChild, noSuchObject, notAChild, SoqlError, unsupported } from './messages.ts';
import { orderBySql } from './order.ts';
import { objectNamed, Scope } from './scope.ts';
import type { TypeofShape } from './select.ts';
import { SelectList } from './select.ts';
import type { PlanEnvironment } from './statement.ts';
import { Statement } from './statement.ts';

export interface QueryPlan {
    query: Query;
    describe: ObjectDescribe;
    statement: Statement;
    sql: string;
    countOnly: boolean;
    aggregate: AggregateShape | null;
    select: SelectList | null;
    children: ChildPlan[];
    typeofs: { shape: TypeofShape; branches: Map<string, QueryPlan> }[];
    /** Linked plans: the column that says to which outer row a row belongs. */
    linkIndex: number;
}

export interface ChildPlan {
    relationship: string;
    plan: QueryPlan;
    /** LIMIT and OFFSET count for each parent. */
    perParent: boolean;
}

/** The bind under which a linked plan gets the outer ids. */
export const LINK = '\u0000link';

const MAX_DEPTH = 5;
const MAX_OFFSET = 2000;

export function planQuery(environment: PlanEnvironment, query: Query): QueryPlan {
    const [first] = query.from;
    if (!first) throw malformed("unexpected token: '<EOF>'", query.pos);
    const name = first.parts.join('.');
    const describe = objectNamed(environment, name);
    if (!describe || !describe.queryable) throw noSuchObject(name, first.pos);
    return planOver(environment, query, describe, null, 0);
}

function planOver(
    environment: PlanEnvironment,
    query: Query,
    describe: ObjectDescribe,
    link: string | null,
    depth: number
): QueryPlan {
    const statement = new Statement(environment);
    const scope = new Scope(statement, describe, query.from[0]?.alias ?? null);
    addAliases(scope, query.from);
    statement.use(describe, null, query.from[0]?.pos ?? -1);
    const rules = rulesOf(environment);
    const where = (): string => whereSql(scope, query, rules, link);
    const plan: QueryPlan = {
        query,
        describe,
        statement,
        sql: '',
        countOnly: false,
        aggregate: null,
        select: null,
        children: [],
        typeofs: [],
        linkIndex: -1
    };
    checkClauses(query);
    const limit = limitSql(statement, query);
    if (isCountOnly(query) && !query.groupBy) {
        const condition = where();
        plan.countOnly = true;
        plan.sql = limit
            ? `SELECT count(*) FROM (SELECT 1 FROM ${scope.from()} WHERE ${condition}${limit})`
            : `SELECT count(*) FROM ${scope.from()} WHERE ${condition}`;
        return plan;
    }
    if (isAggregateQuery(query)) {
        if (link !== null) throw malformed('Aggregate functions are not allowed in child subqueries', query.pos);
        if (!query.groupBy && query.limit)
            throw malformed(
                'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
                query.limit.pos
            );
        plan.aggregate = aggregateShape(scope, query, where, rules);
        plan.sql = plan.aggregate.sql + limit;
        return plan;
    }
    if (query.having) throw malformed('HAVING clause requires a GROUP BY clause', query.having.pos);
    const select = new SelectList(scope);
    plan.select = select;
    for (const item of query.select) select.add(item);
    if (link !== null) plan.linkIndex = select.column(`${scope.root.alias}.${quote(link)}`);
    for (const item of select.subqueries)
        plan.children.push(planChild(environment, scope, item.query, item.pos, depth + 1));
    for (const shape of select.typeofs) plan.typeofs.push({ shape, branches: branchesOf(environment, shape, depth) });
    const order = orderBySql(scope, query.orderBy);
    const condition = where();
    const list = select.columns.length > 0 ? select.columns.join(', ') : '1';
    plan.sql = `SELECT ${list} FROM ${scope.from()} WHERE ${condition} ORDER BY ${[...order, `${scope.root.alias}.rowid`].join(', ')}${limit}`;
    return plan;
}

function addAliases(scope: Scope, from: readonly FromItem[]): void {
    for (const item of from.slice(1)) {
        if (item.alias === null) throw malformed(`alias expected for ${item.parts.join('.')}`, item.pos);
        scope.addAlias(item.alias, item.parts);
    }
}

function rulesOf(environment: PlanEnvironment): ConditionRules {
    return {
        semiJoin: (query, outer) => semiJoinSql(environment, query, outer),
        having: false,
        checkExpression: () => undefined
    };
}

function whereSql(scope: Scope, query: Query, rules: ConditionRules, link: string | null): string {
    const { statement, root } = scope;
    const parts: string[] = [];
    if (link !== null) {
        const column = `${root.alias}.${quote(link)}`;
        parts.push(
            statement.hole(
                (run) => `${column} IN (SELECT value FROM json_each(${run.param(run.context.bind(LINK) as string)}))`
            )
        );
    }
    parts.push(visibilitySql(scope, query.allRows));
    if (query.scope) parts.push(scopeSql(scope, query.scope));
    if (query.where) parts.push(conditionSql(scope, query.where, rules));
    return parts.join(' AND ');
}

/** USING SCOPE: `everything` and `mine`. */
function scopeSql(scope: Scope, named: { name: string; pos: number }): string {
    const name = named.name.toLowerCase();
    if (name === 'everything') return '1';
    if (name !== 'mine') throw unsupported(`USING SCOPE ${named.name}`, named.pos);
    const owner = scope.field(scope.root.describe, 'OwnerId', named.pos);
    return scope.statement.hole((run) => `${scope.root.alias}.${quote(owner.name)} = ${run.param(run.context.userId)}`);
}

function checkClauses(query: Query): void {
    const selectsGroup = query.select.some((item) => item.k === 'fields' && item.group !== 'STANDARD');
    if (selectsGroup && query.limit?.k === 'number' && query.limit.value > 200)
        throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200', query.pos);
    if (selectsGroup && !query.limit)
        throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200', query.pos);
    if (query.locking === 'UPDATE' && query.orderBy.length > 0)
        throw malformed('Cannot use FOR UPDATE and ORDER BY together', query.pos);
}

function limitSql(statement: Statement, query: Query): string {
    const { limit, offset } = query;
    if (!limit && !offset) return '';
    return ` LIMIT ${limit ? countSql(statement, limit, 'limit') : '-1'}${offset ? ` OFFSET ${countSql(statement, offset, 'offset')}` : ''}`;
}

function countSql(statement: Statement, count: Count, what: 'limit' | 'offset'): string {
    if (count.k === 'number') return statement.param(checkedCount(count.value, what, count.pos));
    statement.binds.push(count.name);
    statement.bindUses.push({ name: count.name, column: 'Integer' });
    return statement.hole((run) => {
        const value = run.context.bind(count.name);
        if (value === null || value === undefined) throw malformed(`Invalid query ${what}: null`, count.pos);
        return run.param(checkedCount(Number(value), what, count.pos));
    });
}

function checkedCount(value: number, what: 'limit' | 'offset', position: number): number {
    if (value < 0)
        throw malformed(`${what === 'limit' ? 'Limit' : 'Offset'} value cannot be negative: ${value}`, position);
    if (what === 'offset' && value > MAX_OFFSET)
        throw new SoqlError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAX_OFFSET}`, position);
    return value;
}

function semiJoinSql(environment: PlanEnvironment, query: Query, outer: Scope): string {
    const { statement } = outer;
    const [from] = query.from;
    const describe = from && objectNamed(environment, from.parts.join('.'));
    if (!from || !describe) throw noSuchObject(from?.parts.join('.') ?? '', from?.pos ?? query.pos);
    const [item] = query.select;
    if (query.select.length !== 1 || item?.k !== 'field' || item.expr.k !== 'path')
        throw malformed('semi join sub-selects can only query one field', query.pos);
    const scope = new Scope(statement, describe, from.alias);
    statement.use(describe, null, from.pos);
    const typed = expression(scope, item.expr);
    if (typed.type !== 'id' && typed.type !== 'reference')
        throw malformed(`semi join sub-selects can only query id fields, cannot use: '${typed.label}'`, item.pos);
    if (query.where && hasSubquery(query.where))
        throw malformed('Nesting of semi join sub-selects is not supported', query.pos);
    const condition = whereSql(scope, query, rulesOf(environment), null);
    const order = orderBySql(scope, query.orderBy);
    const by = order.length > 0 ? ` ORDER BY ${order.join(', ')}` : '';
    return `SELECT ${typed.sql} FROM ${scope.from()} WHERE ${condition} AND ${typed.sql} IS NOT NULL${by}${limitSql(statement, query)}`;
}

function hasSubquery(condition: Condition): boolean {
    if (condition.k === 'compare') return condition.right.k === 'query';
    return condition.k === 'not' ? hasSubquery(condition.item) : condition.items.some(hasSubquery);
}

function planChild(
    environment: PlanEnvironment,
    scope: Scope,
    query: Query,
    position: number,
    depth: number
): ChildPlan {
    if (depth >= MAX_DEPTH) throw malformed('SOQL queries can be nested at most five levels deep', position);
    const [from] = query.from;
    const parts = scope.expand(from?.parts ?? []);
    const name = parts.join('.');
    const { describe } = scope.root;
    const prefix = environment.namespace ? `${environment.namespace.toLowerCase()}__` : null;
    const bare = prefix && name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : name;
    const link = childRelationship(describe, name) ?? childRelationship(describe, bare);
    if (!link)
        throw objectNamed(environment, name)
            ? notAChild(from?.pos ?? position)
            : noSuchChild(name, from?.pos ?? position);
    const child = environment.schema.object(link.childObject);
    const key = child && fieldOf(child, link.field);
    if (!child || !key) throw noSuchChild(name, from?.pos ?? position);
    if (!fieldOf(describe, 'Id')) throw cannotBe('filtered', 'Id', position);
    const plan = planOver(environment, query, child, key.name, depth);
    plan.statement.use(child, key, position);
    return {
        relationship: link.relationshipName as string,
        plan,
        perParent: query.limit !== null || query.offset !== null
    };
}

function branchesOf(environment: PlanEnvironment, shape: TypeofShape, depth: number): Map<string, QueryPlan> {
    return new Map(
        shape.branches.map(({ object, query }) => [object.name, planOver(environment, query, object, 'Id', depth + 1)])
    );
}
