// WHERE and HAVING as SQL. SOQL's nulls: `= null` and `!= null` test for it, `!=` and NOT IN match it, everything else does
// not; NOT is two-valued.
import { quote } from '../store/columns.ts';
import type { SqlValue } from '../store/driver.ts';
import { idTo18, isId } from '../values/index.ts';
import type { CompareOp, Condition, Literal, Query } from './ast.ts';
import type { Target } from './bindValues.ts';
import { bindToSql, columnTypeName, filterTypeName, itemsOf } from './bindValues.ts';
import { dayStart } from './dateLiterals.ts';
import type { Typed } from './expressions.ts';
import { expression, refuseCompound } from './expressions.ts';
import { unescape } from './lexer.ts';
import { badId, badOperator, cannotBe, malformed, SoqlError, wrongFilterType } from './messages.ts';
import type { Scope } from './scope.ts';
import type { Statement, StatementRun } from './statement.ts';

export interface ConditionRules {
    /** The planner of `IN (SELECT …)`: SQL of a one-column select. */
    semiJoin: (query: Query, scope: Scope) => string;
    having: boolean;
    /** Expressions that HAVING may use beside aggregates; checked by the caller. */
    checkExpression: (typed: Typed, position: number) => void;
}

export function conditionSql(scope: Scope, condition: Condition, rules: ConditionRules, nested = false): string {
    switch (condition.k) {
        case 'and':
            return `(${condition.items.map((item) => conditionSql(scope, item, rules, nested)).join(' AND ')})`;
        case 'or':
            return `(${condition.items.map((item) => conditionSql(scope, item, rules, true)).join(' OR ')})`;
        case 'not':
            return `(NOT coalesce(${conditionSql(scope, condition.item, rules, true)}, 0))`;
        case 'compare':
            return compareSql(scope, condition, rules, nested);
    }
}

function compareSql(
    scope: Scope,
    compare: Extract<Condition, { k: 'compare' }>,
    rules: ConditionRules,
    nested: boolean
): string {
    const { op, right, pos } = compare;
    const left = expression(scope, compare.left);
    refuseCompound(left, pos);
    if (rules.having) rules.checkExpression(left, pos);
    else if (left.aggregate) throw malformed(`aggregate function is not allowed in WHERE: ${left.label}`, pos);
    else if (left.field && !left.field.filterable) throw cannotBe('filtered', left.label, pos);
    checkOperator(left, op, pos);
    if (right.k === 'query') {
        if (nested)
            throw malformed(
                'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
                pos
            );
        if (left.type !== 'id' && left.type !== 'reference')
            throw malformed(
                `The left operand field in the where expression for outer query should be an id field, cannot use: '${left.label}'`,
                pos
            );
        const select = rules.semiJoin(right.query, scope);
        return op === 'IN' ? `${left.sql} IN (${select})` : `(${left.sql} NOT IN (${select}) OR ${left.sql} IS NULL)`;
    }
    const comparison = new Comparison(scope.statement, left);
    const literals = right.k === 'list' ? right.items : [right];
    for (const literal of literals) {
        if (literal.k === 'bind') {
            scope.statement.binds.push(literal.name);
            scope.statement.bindUses.push({ name: literal.name, column: columnTypeName(left.type) });
        } else comparison.check(literal);
    }
    switch (op) {
        case 'IN':
        case 'NOT IN':
            return comparison.among(literals, op === 'NOT IN');
        case 'INCLUDES':
        case 'EXCLUDES':
            return comparison.includes(literals, op === 'EXCLUDES');
        case 'LIKE':
            return comparison.like(right as Literal);
        default:
            return comparison.compare(op, right as Literal);
    }
}

const ORDERED = new Set<CompareOp>(['<', '<=', '>', '>=']);

function checkOperator(left: Typed, op: CompareOp, position: number): void {
    const { type } = left;
    if (
        (op === 'INCLUDES' || op === 'EXCLUDES') !== (type === 'multipicklist') &&
        (op === 'INCLUDES' || op === 'EXCLUDES' || op === 'LIKE' || ORDERED.has(op))
    ) {
        if (op === 'INCLUDES' || op === 'EXCLUDES') throw badOperator(filterTypeName(type), position);
        if (type === 'multipicklist') throw badOperator('multipicklist', position);
    }
    if (op === 'LIKE' && filterTypeName(type) !== 'string') throw badOperator(filterTypeName(type), position);
    // Ids have an order: apex-recipes pages with `Id > :offsetId`.
    if (ORDERED.has(op) && type === 'boolean') throw badOperator(filterTypeName(type), position);
}

class Comparison {
    readonly #statement: Statement;
    readonly #left: Typed;
    readonly #target: Target;

    constructor(statement: Statement, left: Typed) {
        this.#statement = statement;
        this.#left = left;
        const { schema } = statement.environment;
        const owner = left.resolved?.owner;
        const ofMetadata = owner !== undefined && (owner.keyPrefix === null || owner.kind === 'customMetadata');
        const anyKey =
            ofMetadata ||
            (left.field?.referenceTo ?? []).some((name) => (schema.object(name)?.keyPrefix ?? null) === null);
        this.#target = { type: left.type, field: left.field, label: left.label, anyKey };
    }

    /** Refuses literals whose kind does not fit the field. */
    check(literal: Literal): void {
        const type = filterTypeName(this.#left.type);
        if (literal.k === 'null' || literal.k === 'bind' || literalFits(type, literal)) return;
        const quoted = type === 'string' || type === 'id';
        throw wrongFilterType(this.#left.label, type === 'id' ? 'string' : type, quoted, literal.pos);
    }

    compare(op: CompareOp, literal: Literal): string {
        const left = this.#left.sql;
        if (literal.k === 'null') return this.#withNull(op);
        if (literal.k === 'dateLiteral') return this.#span(op, literal);
        if (literal.k === 'bind') return this.#statement.hole((run) => this.#bound(op, literal.name, run));
        const value = this.#value(literal);
        if (value === null) return this.#withNull(op);
        return this.#against(op, left, this.#statement.param(value));
    }

    among(literals: readonly Literal[], negated: boolean): string {
        if (literals.some((one) => one.k === 'dateLiteral')) {
            const any = `(${literals.map((one) => this.compare('=', one)).join(' OR ')})`;
            return negated ? `(NOT coalesce(${any}, 0))` : any;
        }
        if (literals.some((one) => one.k === 'bind'))
            return this.#statement.hole((run) => this.#amongBound(literals, negated, run));
        const values = literals.map((one) => (one.k === 'null' ? null : this.#value(one)));
        const list = values.filter((one) => one !== null).map((one) => this.#statement.param(one));
        return this.#list(list.join(', '), list.length > 0, values.includes(null), negated);
    }

    includes(literals: readonly Literal[], negated: boolean): string {
        const { sql } = this.#left;
        const build = (texts: (string | null)[], param: (value: SqlValue) => string): string => {
            const any = texts.map((text) => {
                if (text === null) return `${sql} IS NULL`;
                const parts = text
                    .split(';')
                    .map(
                        (part) =>
                            `(';' || ${sql} || ';') LIKE ${param(`%;${part.trim().replace(/[\\%_]/g, '\\$&')};%`)} ESCAPE '\\'`
                    );
                return `(${parts.join(' AND ')})`;
            });
            const positive = any.length === 0 ? '0' : `(${any.join(' OR ')})`;
            return negated ? `(NOT coalesce(${positive}, 0))` : positive;
        };
        if (literals.some((one) => one.k === 'bind')) {
            return this.#statement.hole((run) =>
                build(
                    this.#flatten(literals, run).map((one) => (one === null ? null : String(one))),
                    (value) => run.param(value)
                )
            );
        }
        return build(
            literals.map((one) => (one.k === 'string' ? one.value : null)),
            (value) => this.#statement.param(value)
        );
    }

    like(literal: Literal): string {
        const { sql } = this.#left;
        const one = (pattern: string): string => `${sql} LIKE ${pattern} ESCAPE '\\'`;
        if (literal.k === 'string') return one(this.#statement.param(unescape(literal.raw, literal.pos, true)));
        if (literal.k === 'null') return `${sql} IS NULL`;
        if (literal.k !== 'bind') throw wrongFilterType(this.#left.label, 'string', true, literal.pos);
        return this.#statement.hole((run) => {
            const value = run.context.bind(literal.name);
            const patterns = itemsOf(value) ?? [value];
            if (patterns.length === 0) return '0';
            return `(${patterns.map((item) => (item === null ? `${sql} IS NULL` : one(run.param(String(item))))).join(' OR ')})`;
        });
    }

    /** A checkbox is never null: null stands for false. */
    #withNull(op: CompareOp): string {
        if (this.#left.type === 'boolean' && (op === '=' || op === '!=')) return `${this.#left.sql} ${op} 0`;
        if (op === '=') return `${this.#left.sql} IS NULL`;
        if (op === '!=') return `${this.#left.sql} IS NOT NULL`;
        return '0';
    }

    #against(op: CompareOp, left: string, right: string): string {
        if (op === '=') return `${left} = ${right}`;
        if (op === '!=') return `${left} IS NOT ${right}`;
        return `${left} ${op} ${right}`;
    }

    #bound(op: CompareOp, name: string, run: StatementRun): string {
        const value = run.context.bind(name);
        if (itemsOf(value) !== null) {
            if (op !== '=' && op !== '!=')
                throw new SoqlError('MALFORMED_QUERY', `Invalid bind expression type of List for operator ${op}`);
            return this.#amongBound([{ k: 'bind', name, pos: -1 }], op === '!=', run);
        }
        const sql = bindToSql(this.#target, value);
        return sql === null ? this.#withNull(op) : this.#against(op, this.#left.sql, run.param(sql));
    }

    /** Binds and literals of a list, collections spread out, as SQL values. */
    #flatten(literals: readonly Literal[], run: StatementRun): SqlValue[] {
        return literals.flatMap((literal) => {
            if (literal.k === 'null') return [null];
            if (literal.k !== 'bind') return [this.#value(literal)];
            const value = run.context.bind(literal.name);
            const ids = (this.#target.type === 'id' || this.#target.type === 'reference') && !this.#target.anyKey;
            // Texts in a bound collection that are no ids match nothing (apex-rollup binds names beside ids).
            return (itemsOf(value) ?? [value]).map((item) =>
                ids && typeof item === 'string' && !isId(item) ? item : bindToSql(this.#target, item)
            );
        });
    }

    #amongBound(literals: readonly Literal[], negated: boolean, run: StatementRun): string {
        const values = this.#flatten(literals, run);
        const present = values.filter((value) => value !== null);
        if (present.length === 0) return this.#list('', false, values.length > 0, negated);
        const list = `SELECT value FROM json_each(${run.param(JSON.stringify(present, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)))})`;
        return this.#list(list, true, present.length < values.length, negated);
    }

    #list(list: string, some: boolean, withNull: boolean, negated: boolean): string {
        const { sql } = this.#left;
        const among = some ? `${sql} IN (${list})` : '0';
        if (negated) return withNull ? `(${sql} IS NOT NULL AND NOT ${among})` : `(${sql} IS NULL OR NOT ${among})`;
        return withNull ? `(${among} OR ${sql} IS NULL)` : among;
    }

    #span(op: CompareOp, literal: Extract<Literal, { k: 'dateLiteral' }>): string {
        const { sql, type } = this.#left;
        return this.#statement.hole((run) => {
            const span = run.span(literal.name, literal.n);
            const at = (day: number): string =>
                run.param(type === 'datetime' ? dayStart(day, run.context.timeZone) : day);
            switch (op) {
                case '=':
                    return `(${sql} >= ${at(span.from)} AND ${sql} < ${at(span.to)})`;
                case '!=':
                    return `(${sql} IS NULL OR ${sql} < ${at(span.from)} OR ${sql} >= ${at(span.to)})`;
                case '<':
                    return `${sql} < ${at(span.from)}`;
                case '>=':
                    return `${sql} >= ${at(span.from)}`;
                case '>':
                    return `${sql} >= ${at(span.to)}`;
                default:
                    return `${sql} < ${at(span.to)}`;
            }
        });
    }

    #value(literal: Literal): SqlValue {
        switch (literal.k) {
            case 'string': {
                // An empty text is no text.
                if (literal.value === '') return null;
                if (this.#left.type !== 'id' && this.#left.type !== 'reference') return literal.value;
                if (this.#target.anyKey && !isId(literal.value)) return literal.value;
                if (!isId(literal.value)) throw badId(literal.value, literal.pos);
                return idTo18(literal.value);
            }
            case 'number':
            case 'currency':
                return Number(literal.text);
            case 'boolean':
                return literal.value ? 1 : 0;
            case 'date':
                return literal.days;
            case 'datetime':
            case 'time':
                return literal.ms;
            default:
                return null;
        }
    }
}

function literalFits(type: string, literal: Literal): boolean {
    switch (literal.k) {
        case 'string':
            return type === 'string' || type === 'id';
        case 'number':
            return type === 'int' || type === 'long' || type === 'double';
        case 'currency':
            return type === 'double';
        case 'boolean':
            return type === 'boolean';
        case 'date':
            return type === 'date';
        case 'datetime':
            return type === 'dateTime';
        case 'time':
            return type === 'time';
        case 'dateLiteral':
            return type === 'date' || type === 'dateTime';
        default:
            return true;
    }
}

/** The condition that keeps deleted rows out, unless the run asks for all rows; and the one of sharing. */
export function visibilitySql(scope: Scope, allRows: boolean): string {
    const { alias, describe } = scope.root;
    return scope.statement.hole((run) => {
        const live = allRows || run.context.allRows ? '1' : `${alias}."IsDeleted" = 0`;
        const seen = run.context.sharing?.(describe.name, `${alias}.${quote('Id')}`) ?? null;
        return seen === null ? live : `${live} AND (${seen})`;
    });
}
