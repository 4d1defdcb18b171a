// Tables are made when an object is first used and widened when its describe changed. Every table has IsDeleted (the
// recycle bin), a unique index for each unique field over the live rows, and an index for each lookup and external id.
import type { FieldDescribe, ObjectDescribe } from '../metadata/describe.ts';
import { columnType, composedOf, decoder, isStored, quote } from './columns.ts';
import type { Decode } from './columns.ts';
import type { Driver } from './driver.ts';

export interface Column {
    field: FieldDescribe;
    decode: Decode;
    /** Worked out by SQLite from other columns: never written. */
    composed: boolean;
}

export interface Table {
    describe: ObjectDescribe;
    /** Stored columns in declaration order. */
    columns: Column[];
    byName: Map<string, Column>;
    /** `SELECT` of all columns, without a condition. */
    selectAll: string;
}

const AUDIT = new Set(['createdbyid', 'lastmodifiedbyid', 'ownerid']);

export function tableOf(describe: ObjectDescribe): Table {
    const columns: Column[] = [];
    const byName = new Map<string, Column>();
    for (const field of describe.fields.values()) {
        if (!isStored(field)) continue;
        const column = { field, decode: decoder(field), composed: composedOf(describe, field) !== null };
        columns.push(column);
        byName.set(field.name, column);
    }
    const list = columns.map((column) => quote(column.field.name)).join(', ');
    return { describe, columns, byName, selectAll: `SELECT ${list} FROM ${quote(describe.name)}` };
}

/** Makes or widens the table. True when the database's schema changed. */
export function materialise(driver: Driver, table: Table): boolean {
    const name = table.describe.name;
    const present = new Set(
        driver.all(`SELECT name FROM pragma_table_xinfo('${name}')`).map((row) => String(row[0]).toLowerCase())
    );
    const missing = table.columns.filter((column) => !present.has(column.field.name.toLowerCase()));
    if (present.size === 0) {
        driver.exec(`CREATE TABLE ${quote(name)} (${definitions(table).join(', ')})`);
    } else {
        for (const column of missing) driver.exec(`ALTER TABLE ${quote(name)} ADD COLUMN ${definition(table, column)}`);
    }
    const statements = indexes(table, present.size === 0 ? table.columns : missing);
    for (const sql of statements) driver.exec(sql);
    return present.size === 0 || missing.length > 0;
}

function definitions(table: Table): string[] {
    const list = table.columns.map((column) => definition(table, column));
    if (!table.byName.has('IsDeleted')) list.push('"IsDeleted" INTEGER NOT NULL DEFAULT 0');
    return list;
}

function definition(table: Table, column: Column): string {
    const { field } = column;
    if (field.name === 'Id') return '"Id" TEXT PRIMARY KEY';
    const parts = composedOf(table.describe, field);
    if (parts) {
        const sum = parts.map((part) => `coalesce(' ' || ${quote(part)}, '')`).join(' || ');
        return `${quote(field.name)} TEXT COLLATE NOCASE GENERATED ALWAYS AS (nullif(ltrim(${sum}), '')) VIRTUAL`;
    }
    return `${quote(field.name)} ${columnType(field)}`;
}

function indexes(table: Table, columns: readonly Column[]): string[] {
    const name = table.describe.name;
    const statements: string[] = [];
    for (const { field } of columns) {
        if (field.name === 'Id') continue;
        const index = quote(`${name}.${field.name}`);
        if (field.unique) {
            statements.push(
                `CREATE UNIQUE INDEX IF NOT EXISTS ${index} ON ${quote(name)} (${quote(field.name)}) WHERE "IsDeleted" = 0`
            );
        } else if (field.externalId || (field.type === 'reference' && !AUDIT.has(field.name.toLowerCase()))) {
            statements.push(`CREATE INDEX IF NOT EXISTS ${index} ON ${quote(name)} (${quote(field.name)})`);
        }
    }
    return statements;
}
