// Rows of the org's objects in SQLite: ids, columns, transactions. Rules (required, triggers, cascades) live in execution.
import type { FieldDescribe, ObjectDescribe } from '../metadata/describe.ts';
import { fieldOf } from '../metadata/describe.ts';
import type { Value } from '../values/index.ts';
import { idTo18, makeId, SObject } from '../values/index.ts';
import type { Store } from './api.ts';
import { UniqueViolation } from './api.ts';
import { encode, isStored, quote } from './columns.ts';
import { Counters } from './counters.ts';
import type { SqlRow, SqlValue } from './driver.ts';
import { Driver } from './driver.ts';
import type { Column, Table } from './tables.ts';
import { materialise, tableOf } from './tables.ts';

interface InsertPlan {
    sql: string;
    columns: Column[];
}

export class SqliteStore implements Store {
    readonly driver: Driver;
    readonly #counters: Counters;
    readonly #tables = new Map<ObjectDescribe, Table>();
    /** Tables known to fit the describe, by object name. */
    readonly #ready = new Map<string, ObjectDescribe>();
    /** Tables made in the open transaction: a rollback unmakes them. */
    #made: string[] = [];
    readonly #madeBefore = new Map<number, number>();
    readonly #inserts = new Map<Table, Map<string, InsertPlan>>();
    #savepoints = 0;
    #open = false;

    constructor(file: string | null) {
        this.driver = new Driver(file);
        this.#counters = new Counters(this.driver);
    }

    applySchema(objects: Iterable<ObjectDescribe>): void {
        const live = new Map<string, ObjectDescribe>();
        for (const object of objects) live.set(object.name, object);
        for (const describe of [...this.#tables.keys()]) {
            if (live.get(describe.name) === describe) continue;
            const table = this.#tables.get(describe);
            if (table) this.#inserts.delete(table);
            this.#tables.delete(describe);
        }
        // Tables in use are widened now, outside any transaction; the others when they are first used.
        for (const name of this.#ready.keys()) {
            const object = live.get(name);
            if (object) this.table(object);
        }
    }

    /** The object's table, made or widened when it is not there yet. */
    table(object: ObjectDescribe): Table {
        let table = this.#tables.get(object);
        if (!table) this.#tables.set(object, (table = tableOf(object)));
        if (this.#ready.get(object.name) !== object) {
            if (materialise(this.driver, table)) this.#made.push(object.name);
            this.#ready.set(object.name, object);
        }
        return table;
    }

    nextId(object: ObjectDescribe): string {
        if (object.keyPrefix === null) throw new Error(`Records of ${object.name} have no ids`);
        return makeId(object.keyPrefix, this.#counters.next(object.keyPrefix));
    }

    nextAutoNumber(object: ObjectDescribe, field: string): number {
        return this.#counters.next(`${object.name}.${field}`);
    }

    insert(object: ObjectDescribe, rows: Record<string, Value>[]): void {
        const table = this.table(object);
        const mark = this.savepoint();
        let index = 0;
        try {
            for (; index < rows.length; index++) this.#insertOne(table, rows[index] as Record<string, Value>);
        } catch (error) {
            this.rollbackTo(mark);
            this.release(mark);
            throw this.#translated(error, table, rows[index] as Record<string, Value>, index);
        }
        this.release(mark);
        if (!this.#open) this.#counters.save();
    }

    update(object: ObjectDescribe, id: string, values: Record<string, Value>): void {
        const table = this.table(object);
        const names: string[] = [];
        const params: SqlValue[] = [];
        for (const key of Object.keys(values)) {
            const column = this.#columnFor(table, key);
            if (!column || column === 'recycled') {
                if (column) {
                    names.push('IsDeleted');
                    params.push(values[key] === true ? 1 : 0);
                }
                continue;
            }
            names.push(column.field.name);
            params.push(encode(column.field, values[key]));
        }
        if (names.length === 0) return;
        params.push(idTo18(id));
        const sql = `UPDATE ${quote(object.name)} SET ${names.map((name) => `${quote(name)} = ?`).join(', ')} WHERE "Id" = ?`;
        try {
            this.driver.run(sql, params);
        } catch (error) {
            throw this.#translated(error, table, { ...this.#raw(table, id), ...values, Id: id }, 0);
        }
    }

    byId(object: ObjectDescribe, ids: readonly string[], includeDeleted = false): Map<string, SObject> {
        const table = this.table(object);
        const found = new Map<string, SObject>();
        const live = includeDeleted ? '' : ' AND "IsDeleted" = 0';
        const single = ids.length === 1;
        const condition = single ? '"Id" = ?' : '"Id" IN (SELECT value FROM json_each(?))';
        const param = single ? idTo18(ids[0] as string) : JSON.stringify(ids.map(idTo18));
        for (const row of ids.length === 0
            ? []
            : this.driver.all(`${table.selectAll} WHERE ${condition}${live}`, [param])) {
            const record = recordFrom(table, row);
            found.set(record.values.Id as string, record);
        }
        return found;
    }

    idsBy(object: ObjectDescribe, field: string, values: readonly Value[]): { id: string; value: Value }[] {
        const table = this.table(object);
        const column = this.#columnFor(table, field);
        if (!column || column === 'recycled') throw new Error(`The object ${object.name} keeps no field ${field}`);
        const list = JSON.stringify(
            values.map((value) => encode(column.field, value)).filter((value) => value !== null)
        );
        const sql =
            `SELECT "Id", ${quote(column.field.name)} FROM ${quote(object.name)} ` +
            `WHERE ${quote(column.field.name)} IN (SELECT value FROM json_each(?)) AND "IsDeleted" = 0 ORDER BY rowid`;
        return this.driver
            .all(sql, [list])
            .map((row) => ({ id: row[0] as string, value: column.decode(row[1] ?? null) }));
    }

    purge(object: ObjectDescribe, ids: readonly string[]): void {
        this.table(object);
        const sql = `DELETE FROM ${quote(object.name)} WHERE "Id" IN (SELECT value FROM json_each(?))`;
        this.driver.run(sql, [JSON.stringify(ids.map(idTo18))]);
    }

    /** What is done just before a transaction begins, outside of any: rows that no rollback takes back. */
    beforeBegin: () => void = () => undefined;

    begin(): void {
        this.beforeBegin();
        this.driver.exec('BEGIN');
        this.#open = true;
        this.#made = [];
        this.#madeBefore.clear();
    }

    commit(): void {
        this.#counters.save();
        this.driver.exec('COMMIT');
        this.#open = false;
        this.#made = [];
    }

    rollback(): void {
        this.driver.exec('ROLLBACK');
        this.#open = false;
        this.#forget(0);
        this.#counters.unsaved();
    }

    savepoint(): number {
        const number = ++this.#savepoints;
        this.#madeBefore.set(number, this.#made.length);
        this.driver.exec(`SAVEPOINT s${number}`);
        return number;
    }

    rollbackTo(savepoint: number): void {
        this.driver.exec(`ROLLBACK TO s${savepoint}`);
        this.#forget(this.#madeBefore.get(savepoint) ?? 0);
    }

    release(savepoint: number): void {
        this.driver.exec(`RELEASE s${savepoint}`);
        this.#madeBefore.delete(savepoint);
    }

    close(): void {
        this.#counters.save();
        this.driver.close();
    }

    #forget(from: number): void {
        for (const name of this.#made.splice(from)) this.#ready.delete(name);
    }

    #insertOne(table: Table, row: Record<string, Value>): void {
        const keys = Object.keys(row);
        const plan = this.#insertPlan(table, keys);
        const params: SqlValue[] = [];
        for (const column of plan.columns) params.push(encode(column.field, row[column.field.name]));
        this.driver.run(plan.sql, params);
    }

    #insertPlan(table: Table, keys: string[]): InsertPlan {
        let plans = this.#inserts.get(table);
        if (!plans) this.#inserts.set(table, (plans = new Map()));
        const signature = keys.join();
        let plan = plans.get(signature);
        if (plan) return plan;
        const columns: Column[] = [];
        for (const key of keys) {
            const column = this.#columnFor(table, key);
            if (column && column !== 'recycled') columns.push(column);
        }
        const names = columns.map((column) => quote(column.field.name)).join(', ');
        const marks = columns.map(() => '?').join(', ');
        plan = { sql: `INSERT INTO ${quote(table.describe.name)} (${names}) VALUES (${marks})`, columns };
        plans.set(signature, plan);
        return plan;
    }

    /** Null for fields that are worked out; `recycled` for IsDeleted of an object that does not show it. */
    #columnFor(table: Table, name: string): Column | 'recycled' | null {
        const column = table.byName.get(name);
        if (column) return column.composed ? null : column;
        const field: FieldDescribe | undefined = fieldOf(table.describe, name);
        if (field && table.byName.has(field.name)) return this.#columnFor(table, field.name);
        if (field && !isStored(field)) return null;
        if (name === 'IsDeleted') return 'recycled';
        throw new Error(`The object ${table.describe.name} has no field ${name}`);
    }

    #raw(table: Table, id: string): Record<string, Value> {
        return this.byId(table.describe, [id], true).get(idTo18(id))?.values ?? {};
    }

    #translated(error: unknown, table: Table, row: Record<string, Value>, index: number): unknown {
        const match = /^UNIQUE constraint failed: .*\.(\w+)$/.exec(error instanceof Error ? error.message : '');
        const column = match?.[1] ? table.byName.get(match[1]) : undefined;
        if (!column) return error;
        const value = encode(column.field, row[column.field.name]);
        const sql = `SELECT "Id" FROM ${quote(table.describe.name)} WHERE ${quote(column.field.name)} = ? AND "IsDeleted" = 0`;
        const existing = this.driver.get(sql, [value]);
        return new UniqueViolation(column.field.name, String(value), index, String(existing?.[0] ?? ''));
    }
}

export function recordFrom(table: Table, row: SqlRow): SObject {
    const record = new SObject(table.describe);
    const { columns } = table;
    for (let at = 0; at < columns.length; at++) {
        const column = columns[at] as Column;
        record.values[column.field.name] = column.decode(row[at] as SqlValue);
    }
    return record;
}
