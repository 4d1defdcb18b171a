// The SQL functions behind a query: formula fields, references to several objects, date parts, distances. They read what
// they need through the store and answer in SQL values.
import type { ObjectDescribe, Schema } from '../metadata/describe.ts';
import { fieldOf, referenceByRelationship } from '../metadata/describe.ts';
import { encode, isStored, quote } from '../store/columns.ts';
import type { SqlValue } from '../store/driver.ts';
import type { SqliteStore } from '../store/index.ts';
import type { SObject } from '../values/index.ts';
import { zoneOffset } from '../values/index.ts';
import type { QueryContext } from './api.ts';
import { localDay } from './dateLiterals.ts';

const DAY = 86_400_000;

export class QueryFunctions {
    readonly #schema: Schema;
    readonly #store: SqliteStore;
    /** Contexts of the queries that run, the innermost last. */
    readonly #running: { context: QueryContext; records: Map<string, SObject | null> }[] = [];

    constructor(schema: Schema, store: SqliteStore) {
        this.#schema = schema;
        this.#store = store;
        store.driver.define('sf_formula', (object, field, id) =>
            this.#formula(String(object), String(field), id as string | null)
        );
        store.driver.define('sf_poly', (id, path) => this.#polymorphic(id as string | null, String(path)));
        store.driver.define('sf_date', (part, value, isDate, zoned) =>
            this.#datePart(String(part), value as number | null, isDate === 1, zoned === 1)
        );
        store.driver.define('sf_distance', (...args) => distance(args as (number | null)[]));
    }

    within<T>(context: QueryContext, body: () => T): T {
        this.#running.push({ context, records: new Map() });
        try {
            return body();
        } finally {
            this.#running.pop();
        }
    }

    #current(): { context: QueryContext; records: Map<string, SObject | null> } {
        const current = this.#running[this.#running.length - 1];
        if (!current) throw new Error('No query runs');
        return current;
    }

    #formula(objectName: string, fieldName: string, id: string | null): SqlValue {
        const object = this.#schema.object(objectName);
        const field = object && fieldOf(object, fieldName);
        if (id === null || !object || !field) return null;
        const { context, records } = this.#current();
        let record = records.get(id);
        if (record === undefined) records.set(id, (record = this.#store.byId(object, [id], true).get(id) ?? null));
        return record ? encode(field, context.formula(record, field.name)) : null;
    }

    #polymorphic(id: string | null, path: string): SqlValue {
        if (id === null) return null;
        const object = this.#schema.objectByPrefix(id.slice(0, 3));
        if (!object) return null;
        if (path === 'Type') return this.#typeOf(object, id);
        return this.#read(object, id, path.split('.'));
    }

    /** `Queue` for queues, which are rows of Group, the object's name otherwise. */
    #typeOf(object: ObjectDescribe, id: string): SqlValue {
        if (object.name !== 'Group') return object.name;
        const type = this.#read(object, id, ['Type']);
        return type === 'Queue' ? type : object.name;
    }

    #read(object: ObjectDescribe, id: string, path: readonly string[]): SqlValue {
        const [first = '', ...rest] = path;
        const column = rest.length > 0 ? referenceByRelationship(object, first) : fieldOf(object, first);
        if (!column || !isStored(column)) return null;
        this.#store.table(object);
        const value =
            this.#store.driver.get(`SELECT ${quote(column.name)} FROM ${quote(object.name)} WHERE "Id" = ?`, [
                id
            ])?.[0] ?? null;
        if (rest.length === 0 || value === null) return value;
        const target = this.#schema.object(column.referenceTo[0] ?? '');
        return target ? this.#read(target, String(value), rest) : null;
    }

    #datePart(part: string, value: number | null, isDate: boolean, zoned: boolean): SqlValue {
        if (value === null) return null;
        const { context } = this.#current();
        if (part === 'DAY_ONLY' && !isDate) return zoned ? localDay(value, context.timeZone) : Math.floor(value / DAY);
        const local = isDate ? value * DAY : value + (zoned ? zoneOffset(context.timeZone, value) : 0);
        return datePart(part, local, isDate ? value : Math.floor(local / DAY));
    }
}

/** The fiscal year is the calendar year, as in an org that did not change it. */
function datePart(part: string, local: number, day: number): number {
    const date = new Date(local);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const dayOfYear = day - Date.UTC(year, 0, 1) / DAY + 1;
    switch (part) {
        case 'CALENDAR_YEAR':
        case 'FISCAL_YEAR':
            return year;
        case 'CALENDAR_QUARTER':
        case 'FISCAL_QUARTER':
            return Math.floor(month / 3) + 1;
        case 'CALENDAR_MONTH':
        case 'FISCAL_MONTH':
            return month + 1;
        case 'DAY_IN_MONTH':
            return date.getUTCDate();
        case 'DAY_IN_WEEK':
            return date.getUTCDay() + 1;
        case 'DAY_IN_YEAR':
            return dayOfYear;
        case 'DAY_ONLY':
            return day;
        case 'HOUR_IN_DAY':
            return date.getUTCHours();
        case 'WEEK_IN_MONTH':
            // The first week runs from the first to the seventh day of the month.
            return Math.ceil(date.getUTCDate() / 7);
        case 'WEEK_IN_YEAR':
            return Math.ceil(dayOfYear / 7);
        default:
            throw new Error(`unsupported: date function ${part}`);
    }
}

/** Great-circle distance of two points; the last argument is the radius of the earth in the unit wanted. */
function distance(args: readonly (number | null)[]): SqlValue {
    if (args.some((one) => one === null)) return null;
    const [latitudeA = 0, longitudeA = 0, latitudeB = 0, longitudeB = 0, radius = 0] = args as number[];
    const rad = Math.PI / 180;
    const a =
        Math.sin(((latitudeB - latitudeA) * rad) / 2) ** 2 +
        Math.cos(latitudeA * rad) * Math.cos(latitudeB * rad) * Math.sin(((longitudeB - longitudeA) * rad) / 2) ** 2;
    return 2 * radius * Math.asin(Math.sqrt(a));
}
