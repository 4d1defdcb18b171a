// One SQL statement in the making: parameters known when planning are numbered at once; what depends on binds, the clock,
// the user or sharing leaves a hole that a run fills with SQL of its own.
import type { FieldDescribe, ObjectDescribe, Schema } from '../metadata/describe.ts';
import type { SqlValue } from '../store/driver.ts';
import type { Value } from '../values/index.ts';
import type { BindUse, QueryContext } from './api.ts';
import { spanOf, localDay } from './dateLiterals.ts';
import type { Span } from './dateLiterals.ts';

/** What the planner is given: the schema, and how the org writes names. */
export interface PlanEnvironment {
    schema: Schema;
    namespace: string | null;
}

export type Hole = (run: StatementRun) => string;
export type Reader = (value: SqlValue, run: QueryContext) => Value;

/** A run of one statement: its context and the parameters that the holes added. */
export class StatementRun {
    readonly context: QueryContext;
    readonly params: SqlValue[];
    constructor(context: QueryContext, fixed: readonly SqlValue[]) {
        this.context = context;
        this.params = [...fixed];
    }

    param(value: SqlValue): string {
        this.params.push(value);
        return `?${this.params.length}`;
    }

    span(name: string, n: number): Span {
        return spanOf(name, n, localDay(this.context.now, this.context.timeZone));
    }
}

const MARK = '\u0001';
const HOLES = /\u0001(\d+)\u0001/g;

export class Statement {
    readonly environment: PlanEnvironment;
    readonly params: SqlValue[] = [];
    readonly holes: Hole[] = [];
    /** Objects whose tables the statement reads. */
    readonly objects = new Set<ObjectDescribe>();
    /** Objects and fields used, for user mode, in the order met. */
    readonly uses: { object: string; field: string | null; position: number }[] = [];
    readonly binds: string[] = [];
    readonly bindUses: BindUse[] = [];
    #aliases = 0;

    constructor(environment: PlanEnvironment) {
        this.environment = environment;
    }

    param(value: SqlValue): string {
        this.params.push(value);
        return `?${this.params.length}`;
    }

    hole(fill: Hole): string {
        this.holes.push(fill);
        return `${MARK}${this.holes.length - 1}${MARK}`;
    }

    alias(): string {
        return `t${this.#aliases++}`;
    }

    use(object: ObjectDescribe, field: FieldDescribe | null, position: number): void {
        this.objects.add(object);
        this.uses.push({ object: object.name, field: field?.name ?? null, position });
    }

    /** The text of a run, its parameters in `run.params`. */
    text(sql: string, run: StatementRun): string {
        return this.holes.length === 0
            ? sql
            : sql.replace(HOLES, (_, at: string) => this.text((this.holes[Number(at)] as Hole)(run), run));
    }
}
