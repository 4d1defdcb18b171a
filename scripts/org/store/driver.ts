// A thin layer over node:sqlite: prepared statements kept by their text, rows as arrays. Nothing above this file knows
// which SQLite it is.
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';

export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlRow = SqlValue[];

const MAX_STATEMENTS = 2000;

export class Driver {
    readonly #db: DatabaseSync;
    readonly #statements = new Map<string, StatementSync>();
    /** Statements that are running: one that is met again inside itself (a function that queries) gets a twin. */
    readonly #busy = new Set<StatementSync>();

    constructor(file: string | null) {
        this.#db = new DatabaseSync(file ?? ':memory:');
        this.exec('PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; PRAGMA case_sensitive_like = OFF;');
        if (file) this.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    }

    exec(sql: string): void {
        this.#db.exec(sql);
    }

    run(sql: string, params: readonly SqlValue[]): void {
        this.#use(sql, (statement) => statement.run(...(params as SQLInputValue[])));
    }

    all(sql: string, params: readonly SqlValue[] = []): SqlRow[] {
        return this.#use(sql, (statement) => statement.all(...(params as SQLInputValue[])) as unknown as SqlRow[]);
    }

    get(sql: string, params: readonly SqlValue[] = []): SqlRow | undefined {
        return this.#use(
            sql,
            (statement) => statement.get(...(params as SQLInputValue[])) as unknown as SqlRow | undefined
        );
    }

    /** A function callable from SQL. */
    define(name: string, body: (...args: SqlValue[]) => SqlValue): void {
        this.#db.function(name, { varargs: true }, body as never);
    }

    close(): void {
        this.#statements.clear();
        this.#db.close();
    }

    #use<T>(sql: string, body: (statement: StatementSync) => T): T {
        let statement = this.#statements.get(sql);
        if (!statement || this.#busy.has(statement)) {
            statement = this.#db.prepare(sql);
            statement.setReturnArrays(true);
            if (!this.#statements.has(sql)) this.#keep(sql, statement);
        }
        this.#busy.add(statement);
        try {
            return body(statement);
        } finally {
            this.#busy.delete(statement);
        }
    }

    #keep(sql: string, statement: StatementSync): void {
        if (this.#statements.size >= MAX_STATEMENTS) {
            const oldest = this.#statements.keys().next().value;
            if (oldest !== undefined) this.#statements.delete(oldest);
        }
        this.#statements.set(sql, statement);
    }
}
