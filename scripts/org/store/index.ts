// The door of the store.
export type { Store } from './api.ts';
export { UniqueViolation } from './api.ts';
export { SqliteStore } from './store.ts';
import { SqliteStore } from './store.ts';

/** An org's records in a file, or in memory when there is none. */
export function createStore(options: { file: string | null }): SqliteStore {
    return new SqliteStore(options.file);
}
