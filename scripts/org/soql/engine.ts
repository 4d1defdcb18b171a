// The engine: plans kept by text while the describes they were made with live, user mode checks, virtual objects.
import type { ObjectDescribe, Schema } from '../metadata/describe.ts';
import type { SqliteStore } from '../store/index.ts';
import { SObject } from '../values/index.ts';
import { aggregateResult } from './aggregate.ts';
import type { QueryContext, QueryRun, QueryShape, SoqlEngine } from './api.ts';
import type { AccessClause } from './ast.ts';
import { QueryFunctions } from './functions.ts';
import { malformed, noSuchColumn, noSuchObject, SoqlError } from './messages.ts';
import { parseQuery } from './parser.ts';
import type { QueryPlan } from './plan.ts';
import { planQuery } from './plan.ts';
import { PlanRunner } from './run.ts';
import { runSearch } from './search.ts';
import type { PlanEnvironment } from './statement.ts';
import type { VirtualSource } from './virtual.ts';
import { VirtualTables } from './virtual.ts';

export interface SoqlOptions {
    /** The org's own namespace, whose prefix names may carry. */
    namespace?: string | null;
    /** Rows of objects that are not kept as records (custom metadata, entity definitions); null for ordinary objects. */
    virtual?: (object: string) => VirtualSource | null;
}

interface Cached {
    plan: QueryPlan;
    shape: QueryShape;
    /** Describes the plan was made with: a deploy replaces them. */
    objects: ObjectDescribe[];
    uses: { object: string; field: string | null; position: number }[];
}

const MAX_PLANS = 5000;

export class Engine implements SoqlEngine {
    readonly schema: Schema;
    readonly #store: SqliteStore;
    readonly #environment: PlanEnvironment;
    readonly #plans = new Map<string, Cached>();
    readonly #functions: QueryFunctions;
    readonly #virtual: VirtualTables;

    constructor(schema: Schema, store: SqliteStore, options: SoqlOptions) {
        this.schema = schema;
        this.#store = store;
        this.#environment = { schema, namespace: options.namespace ?? null };
        this.#functions = new QueryFunctions(schema, store);
        this.#virtual = new VirtualTables(store, options.virtual ?? (() => null));
    }

    check(soql: string, apiVersion?: number): QueryShape {
        const { shape, plan } = this.#cached(soql);
        refuseOldClause(plan, apiVersion);
        return shape;
    }

    run(soql: string, context: QueryContext): QueryRun {
        const cached = this.#cached(soql);
        const { plan } = cached;
        return this.#prepared(cached, context, (runner) => {
            if (plan.countOnly) return { rows: [countRow(runner.count(plan))], rowCount: 1, subqueries: 0 };
            const rows = runner.records(plan);
            return { rows, rowCount: runner.tally.rows, subqueries: runner.tally.subqueries };
        });
    }

    count(soql: string, context: QueryContext): number {
        const cached = this.#cached(soql);
        if (!cached.plan.countOnly) throw malformed('Database.countQuery requires a query of COUNT()', 0);
        return this.#prepared(cached, context, (runner) => runner.count(cached.plan));
    }

    search(sosl: string, context: QueryContext): { rows: SObject[][]; rowCount: number } {
        return runSearch(sosl, context, {
            environment: this.#environment,
            execute: (plan, runContext) =>
                this.#prepared(cachedFrom(plan), runContext, (runner) => runner.records(plan))
        });
    }

    #cached(soql: string): Cached {
        const known = this.#plans.get(soql);
        if (known && known.objects.every((object) => this.schema.object(object.name) === object)) return known;
        const plan = planQuery(this.#environment, parseQuery(soql));
        const cached = cachedFrom(plan);
        if (this.#plans.size >= MAX_PLANS) this.#plans.clear();
        this.#plans.set(soql, cached);
        return cached;
    }

    #prepared<T>(cached: Cached, context: QueryContext, body: (runner: PlanRunner) => T): T {
        const { plan, objects } = cached;
        refuseOldClause(plan, context.apiVersion);
        const mode = plan.query.access?.mode ?? null;
        checkAccess(cached, context, mode);
        for (const object of objects) {
            this.#store.table(object);
            this.#virtual.fill(object);
        }
        const runContext = mode === 'SYSTEM_MODE' && context.canRead !== null ? { ...context, canRead: null } : context;
        return this.#functions.within(runContext, () => body(new PlanRunner(this.schema, this.#store, runContext)));
    }
}

function cachedFrom(plan: QueryPlan): Cached {
    const plans = allPlans(plan);
    const objects = new Set(plans.flatMap((one) => [...one.statement.objects]));
    return {
        plan,
        shape: shapeOf(plan, plans),
        objects: [...objects],
        uses: plans.flatMap((one) => one.statement.uses)
    };
}

function allPlans(plan: QueryPlan): QueryPlan[] {
    const inner = [
        ...plan.children.map((child) => child.plan),
        ...plan.typeofs.flatMap((one) => [...one.branches.values()])
    ];
    return [plan, ...inner.flatMap(allPlans)];
}

function shapeOf(plan: QueryPlan, plans: QueryPlan[]): QueryShape {
    const aliases: Record<string, string> = {};
    for (const column of plan.aggregate?.columns ?? []) aliases[column.name] = column.apexType;
    return {
        object: plan.describe.name,
        aggregate: plan.aggregate !== null,
        countOnly: plan.countOnly,
        aliases,
        binds: [...new Set(plans.flatMap((one) => one.statement.binds))],
        bindUses: plans.flatMap((one) => one.statement.bindUses),
        accessMode: plan.query.access?.mode ?? null
    };
}

/** WITH SECURITY_ENFORCED is gone from API version 67 on. */
function refuseOldClause(plan: QueryPlan, apiVersion: number | undefined): void {
    const { access } = plan.query;
    if (access?.mode === 'SECURITY_ENFORCED' && apiVersion !== undefined && apiVersion >= 67) {
        throw malformed(
            'WITH SECURITY_ENFORCED is not supported in API version 67.0 and later. Use WITH USER_MODE.',
            access.pos
        );
    }
}

/** What the user may not read is, to the query, not there. */
function checkAccess(cached: Cached, context: QueryContext, mode: AccessClause | null): void {
    const { canRead } = context;
    if (!canRead || mode === 'SYSTEM_MODE') return;
    const closed = cached.uses.filter(({ object, field }) => field !== 'Id' && !canRead(object, field));
    const [first] = closed;
    if (!first) return;
    const { object, field, position } = first;
    if (mode === 'SECURITY_ENFORCED') {
        throw new SoqlError(
            'INSUFFICIENT_ACCESS',
            'Insufficient permissions: secure query included inaccessible field',
            position
        );
    }
    const error = field === null ? noSuchObject(object, position) : noSuchColumn(field, object, position);
    const fields = new Map<string, Set<string>>();
    for (const use of closed)
        if (use.field !== null) fields.set(use.object, (fields.get(use.object) ?? new Set()).add(use.field));
    error.inaccessible = fields;
    throw error;
}

function countRow(count: number): SObject {
    const row = new SObject(aggregateResult([{ name: 'expr0' }], []));
    row.queried = true;
    row.values.expr0 = count;
    return row;
}
