// The door of SOQL and SOSL.
export type { QueryContext, QueryRun, QueryShape, SoqlEngine } from './api.ts';
export { SoqlError } from './api.ts';
export type { SoqlOptions } from './engine.ts';
export type { VirtualSource } from './virtual.ts';
export { withPlace } from './messages.ts';
import type { Schema } from '../metadata/describe.ts';
import type { SqliteStore } from '../store/index.ts';
import type { SoqlEngine } from './api.ts';
import type { SoqlOptions } from './engine.ts';
import { Engine } from './engine.ts';

export function createSoql(schema: Schema, store: SqliteStore, options: SoqlOptions = {}): SoqlEngine {
    return new Engine(schema, store, options);
}
