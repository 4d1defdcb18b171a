// A plan run: SQL rows → records, then formulas, TYPEOF branches and child subqueries over all rows at once.
import type { Schema } from '../metadata/describe.ts';
import type { SqlRow, SqlValue } from '../store/driver.ts';
import type { SqliteStore } from '../store/index.ts';
import type { Value } from '../values/index.ts';
import { SObject } from '../values/index.ts';
import type { QueryContext } from './api.ts';
import { compoundValue } from './expressions.ts';
import type { QueryPlan } from './plan.ts';
import { LINK } from './plan.ts';
import type { RecordShape } from './select.ts';
import { StatementRun } from './statement.ts';

export interface Tally {
    rows: number;
    subqueries: number;
}

interface Linked {
    link: SqlValue;
    record: SObject;
}

export class PlanRunner {
    readonly #schema: Schema;
    readonly #store: SqliteStore;
    readonly #context: QueryContext;
    readonly tally: Tally = { rows: 0, subqueries: 0 };

    constructor(schema: Schema, store: SqliteStore, context: QueryContext) {
        this.#schema = schema;
        this.#store = store;
        this.#context = context;
    }

    count(plan: QueryPlan): number {
        return Number(this.#rows(plan, this.#context)[0]?.[0] ?? 0);
    }

    records(plan: QueryPlan): SObject[] {
        if (plan.aggregate) return this.#aggregates(plan, plan.aggregate);
        return this.#linked(plan, this.#context).map(({ record }) => record);
    }

    #aggregates(plan: QueryPlan, shape: NonNullable<QueryPlan['aggregate']>): SObject[] {
        const rows = this.#rows(plan, this.#context);
        this.tally.rows += shape.counted ? rows.reduce((sum, row) => sum + Number(row.at(-1)), 0) : rows.length;
        return rows.map((row) => {
            const record = new SObject(shape.describe);
            record.queried = true;
            shape.columns.forEach(
                (column, at) => (record.values[column.name] = column.read(row[at] ?? null, this.#context))
            );
            return record;
        });
    }

    #rows(plan: QueryPlan, context: QueryContext): SqlRow[] {
        const run = new StatementRun(context, plan.statement.params);
        return this.#store.driver.all(plan.statement.text(plan.sql, run), run.params);
    }

    #linked(plan: QueryPlan, context: QueryContext): Linked[] {
        const { select } = plan;
        if (!select) return [];
        const rows = this.#rows(plan, context);
        this.tally.rows += rows.length;
        const late: Late = new Map();
        const linked = rows.map((row) => {
            const record = this.#record(select.root, row, late);
            if (!record) throw new Error(`A row of ${plan.describe.name} has no id`);
            return { link: plan.linkIndex < 0 ? null : (row[plan.linkIndex] ?? null), record };
        });
        this.#formulas(late);
        for (const { shape, branches } of plan.typeofs)
            this.#typeof(shape.relationship, shape.idIndex, rows, linked, branches, shape.otherwise);
        for (const child of plan.children) this.#children(child, linked);
        return linked;
    }

    /** Null when the object of the shape is not there. */
    #record(shape: RecordShape, row: SqlRow, late: Late): SObject | null {
        const id = shape.idIndex < 0 ? null : (row[shape.idIndex] ?? null);
        if (shape.idIndex >= 0 && id === null && shape.describe?.keyPrefix !== null) return null;
        const describe =
            shape.describe ?? this.#schema.object('Name') ?? this.#schema.objectByPrefix(String(id).slice(0, 3));
        if (!describe) return null;
        const record = new SObject(describe);
        record.queried = true;
        if (shape.implicit.length > 0) record.implicit = shape.implicit;
        const { values } = record;
        const { slots } = shape;
        for (let at = 0; at < slots.length; at++) {
            const slot = slots[at] as (typeof slots)[number];
            values[slot.name] = slot.index < 0 ? null : slot.read(row[slot.index] as SqlValue, this.#context);
        }
        for (const { name, field, parts } of shape.compounds) {
            const read: Record<string, Value> = {};
            for (const part of parts) read[part.part] = part.read(row[part.index] ?? null, this.#context);
            values[name] = compoundValue(field.type, read);
        }
        for (const parent of shape.parents) record.parents[parent.relationship] = this.#record(parent.shape, row, late);
        if (shape.formulas.length > 0) {
            const waiting = late.get(shape);
            if (waiting) waiting.push(record);
            else late.set(shape, [record]);
        }
        return record;
    }

    #formulas(late: Late): void {
        for (const [shape, records] of late) {
            const { describe } = shape;
            if (!describe) continue;
            const whole = this.#store.byId(
                describe,
                [...new Set(records.map((record) => String(record.values.Id)))],
                true
            );
            for (const record of records) {
                const full = whole.get(String(record.values.Id));
                for (const name of shape.formulas)
                    record.values[name] = full ? (this.#context.formula(full, name) ?? null) : null;
            }
        }
    }

    #typeof(
        relationship: string,
        idIndex: number,
        rows: SqlRow[],
        linked: Linked[],
        branches: Map<string, QueryPlan>,
        otherwise: RecordShape | null
    ): void {
        const found = new Map<string, SObject>();
        for (const [object, plan] of branches) {
            const prefix = this.#schema.object(object)?.keyPrefix ?? '';
            const ids = [
                ...new Set(rows.map((row) => String(row[idIndex] ?? '')).filter((id) => id.startsWith(prefix)))
            ];
            if (ids.length === 0) continue;
            for (const { link, record } of this.#linked(plan, this.#linkedContext(ids)))
                found.set(String(link), record);
            this.tally.rows -= ids.length;
        }
        rows.forEach((row, at) => {
            const id = row[idIndex] ?? null;
            const { record } = linked[at] as Linked;
            const branch = id === null ? undefined : found.get(String(id));
            record.parents[relationship] =
                branch ?? (id !== null && otherwise ? this.#record(otherwise, row, new Map()) : this.#bare(id));
        });
    }

    /** A reference whose type no branch names: the record with its id alone. */
    #bare(id: SqlValue): SObject | null {
        const describe = id === null ? undefined : this.#schema.objectByPrefix(String(id).slice(0, 3));
        if (!describe) return null;
        const record = new SObject(describe);
        record.queried = true;
        record.values.Id = id;
        record.implicit = ['Id'];
        return record;
    }

    #children(child: QueryPlan['children'][number], parents: Linked[]): void {
        this.tally.subqueries++;
        const byId = new Map<string, SObject[]>();
        for (const { record } of parents) {
            const list: SObject[] = [];
            record.children[child.relationship] = list;
            byId.set(String(record.values.Id), list);
        }
        const ids = [...byId.keys()];
        const batches = child.perParent ? ids.map((id) => [id]) : ids.length > 0 ? [ids] : [];
        for (const batch of batches) {
            for (const { link, record } of this.#linked(child.plan, this.#linkedContext(batch)))
                byId.get(String(link))?.push(record);
        }
    }

    #linkedContext(ids: readonly string[]): QueryContext {
        const json = JSON.stringify(ids);
        const { bind } = this.#context;
        return { ...this.#context, bind: (name) => (name === LINK ? json : bind(name)) };
    }
}

type Late = Map<RecordShape, SObject[]>;
