// Numbers of ids and auto-number fields. They only grow: a rolled-back transaction leaves a gap, so that an id still held
// in memory never comes to name another record. Written with the transaction that used them.
import type { Driver } from './driver.ts';

export class Counters {
    readonly #driver: Driver;
    readonly #last = new Map<string, number>();
    readonly #dirty = new Set<string>();

    constructor(driver: Driver) {
        this.#driver = driver;
        driver.exec('CREATE TABLE IF NOT EXISTS "_counters" (name TEXT PRIMARY KEY, last INTEGER NOT NULL)');
        for (const row of driver.all('SELECT name, last FROM "_counters"'))
            this.#last.set(String(row[0]), Number(row[1]));
    }

    next(name: string): number {
        const number = (this.#last.get(name) ?? 0) + 1;
        this.#last.set(name, number);
        this.#dirty.add(name);
        return number;
    }

    save(): void {
        for (const name of this.#dirty) {
            this.#driver.run('INSERT OR REPLACE INTO "_counters" (name, last) VALUES (?, ?)', [
                name,
                this.#last.get(name) ?? 0
            ]);
        }
        this.#dirty.clear();
    }

    /** After a rollback what was written in the transaction has to be written again. */
    unsaved(): void {
        for (const name of this.#last.keys()) this.#dirty.add(name);
    }
}
