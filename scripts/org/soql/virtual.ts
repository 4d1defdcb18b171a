// Objects whose rows come from elsewhere (custom metadata, entity definitions): copied into their table when the source
// says that they changed, so that SQL treats them like any other.
import type { ObjectDescribe } from '../metadata/describe.ts';
import { quote } from '../store/columns.ts';
import type { SqliteStore } from '../store/index.ts';
import type { Value } from '../values/index.ts';

export interface VirtualSource {
    /** Changes whenever the rows do. */
    version: string | number;
    rows: () => Iterable<Record<string, Value>>;
}

/** Definitions are referred to by these (scope.ts). */
const INDEXED = ['DurableId', 'EntityDefinitionId'];

export class VirtualTables {
    readonly #store: SqliteStore;
    readonly #source: (object: string) => VirtualSource | null;
    /** Objects asked for, and at which version: copied before a transaction begins, so that its rollback does not cost the copy. */
    readonly #asked = new Map<string, { object: ObjectDescribe; version: string | number }>();
    /** Tells the copies of this process from those of an earlier one in the same file. */
    readonly #process = `${process.pid}.${Date.now()}`;

    constructor(store: SqliteStore, source: (object: string) => VirtualSource | null) {
        this.#store = store;
        this.#source = source;
        store.beforeBegin = () => {
            // After a deploy the describe kept here is out of date; the next query brings the new one.
            for (const { object, version } of this.#asked.values()) {
                const source = this.#source(object.name);
                if (source?.version === version) this.#copy(object, source);
            }
        };
    }

    fill(object: ObjectDescribe): void {
        const source = this.#source(object.name);
        if (!source) return;
        this.#asked.set(object.name, { object, version: source.version });
        this.#copy(object, source);
    }

    #copy(object: ObjectDescribe, source: VirtualSource): void {
        const { driver } = this.#store;
        // Each time: a rollback takes back the table, too.
        driver.exec('CREATE TEMP TABLE IF NOT EXISTS "_virtual" (object TEXT PRIMARY KEY, version TEXT)');
        const version = `${this.#process}.${source.version}`;
        // The note lies in the database, so that a rollback takes it back together with the rows.
        if (driver.get('SELECT version FROM "_virtual" WHERE object = ?', [object.name])?.[0] === version) return;
        this.#store.table(object);
        driver.exec(`DELETE FROM ${quote(object.name)}`);
        this.#store.insert(object, [...source.rows()]);
        for (const key of INDEXED)
            if (object.fields.has(key.toLowerCase()))
                driver.exec(
                    `CREATE INDEX IF NOT EXISTS ${quote(`${object.name}.${key}`)} ON ${quote(object.name)} (${quote(key)})`
                );
        driver.run('INSERT OR REPLACE INTO "_virtual" (object, version) VALUES (?, ?)', [object.name, version]);
    }
}
