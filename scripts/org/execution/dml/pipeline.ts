// The DML pipeline: one call, split into runs of one object and chunks of 200 rows, each through the order of execution.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
import { throwApex, throwDml } from '../../apex/runtime/exceptions.ts';
import type { DmlOperation, DmlOptions, DmlResult } from '../../apex/runtime/platform.ts';
import type { ObjectDescribe } from '../../metadata/describe.ts';
import { fieldOf } from '../../metadata/describe.ts';
import type { SObject } from '../../values/index.ts';
import type { OrgContext } from '../context.ts';
import { deleteChunk, undeleteChunk } from './delete.ts';
import { dmlMessage, recordError } from './errors.ts';
import { failed, type Row, type SaveOptions } from './row.ts';
import { saveChunk } from './save.ts';
import { noteObject } from './mixedDml.ts';
import { splitUpsert } from './upsert.ts';

const CHUNK = 200;
const ATTEMPTS = 3;

/** Runs the call and returns what became of each row; with allOrNone nothing is kept when a row fails. */
export function runDml(
    org: OrgContext,
    operation: DmlOperation,
    records: readonly SObject[],
    options: DmlOptions,
    internal = false
): DmlResult[] {
    if (records.length === 0) return [];
    for (const record of records) {
        if (!(record as SObject | null))
            throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    }
    refuseTwins(operation, records);
    const save: SaveOptions = {
        allOrNone: options.allOrNone,
        accessMode: options.accessMode,
        caller: options.caller,
        header: options.dmlOptions ?? null,
        internal
    };
    const rows = records.map((given, index): Row => ({
        index,
        given,
        record: given,
        old: null,
        errors: [],
        created: false
    }));
    const tx = org.tx;
    const start = org.store.savepoint();
    const marks = { events: tx.pendingEvents.length, jobs: tx.pendingJobs.length };
    try {
        for (const run of runsOfOneObject(rows)) {
            const object = (run[0] as Row).given.describe;
            refuseObject(object, operation);
            if (!internal)
                noteObject(
                    tx,
                    object,
                    run.map((row) => row.given),
                    operation
                );
            for (let at = 0; at < run.length; at += CHUNK) {
                const chunk = run.slice(at, at + CHUNK);
                withRetries(org, chunk, save, () => {
                    runChunk(
                        org,
                        operation,
                        object,
                        chunk.filter((row) => !failed(row)),
                        save,
                        options.externalIdField ?? null
                    );
                });
                if (options.allOrNone && chunk.some(failed)) throw new RolledBack();
            }
        }
        org.store.release(start);
    } catch (error) {
        org.store.rollbackTo(start);
        org.store.release(start);
        tx.pendingEvents.length = Math.min(tx.pendingEvents.length, marks.events);
        tx.pendingJobs.length = Math.min(tx.pendingJobs.length, marks.jobs);
        if (!(error instanceof RolledBack)) throw error;
    }
    const allFailed = options.allOrNone && rows.some(failed);
    tx.uncommittedWork = true;
    return rows.map((row): DmlResult => {
        if (failed(row))
            return { id: row.created ? null : row.given.id, success: false, created: false, errors: row.errors };
        if (allFailed) return { id: row.created ? null : row.given.id, success: false, created: false, errors: [] };
        if (row.created) row.given.values.Id = row.record.values.Id;
        return { id: row.record.id ?? row.given.id, success: true, created: row.created, errors: [] };
    });
}

class RolledBack extends Error {}

/** With partial success, rows that failed are left out and the rest are tried again from the start, triggers included. */
function withRetries(org: OrgContext, chunk: Row[], options: SaveOptions, body: () => void): void {
    for (let attempt = 1; ; attempt++) {
        const savepoint = org.store.savepoint();
        const before = chunk.filter(failed).length;
        body();
        const after = chunk.filter(failed).length;
        if (after === before || options.allOrNone) {
            org.store.release(savepoint);
            return;
        }
        org.store.rollbackTo(savepoint);
        org.store.release(savepoint);
        if (after === chunk.length) return;
        if (attempt === ATTEMPTS) {
            for (const row of chunk) {
                if (!failed(row))
                    row.errors.push(
                        recordError(
                            'TOO_MANY_APEX_REQUESTS',
                            'Too many batch retries in the presence of Apex triggers and partial failures.'
                        )
                    );
            }
            return;
        }
    }
}

function runChunk(
    org: OrgContext,
    operation: DmlOperation,
    object: ObjectDescribe,
    rows: Row[],
    options: SaveOptions,
    externalIdField: string | null
): void {
    switch (operation) {
        case 'insert':
        case 'update':
            saveChunk(org, operation, object, rows, options);
            return;
        case 'upsert': {
            const { inserts, updates } = splitUpsert(org, object, rows, externalIdField);
            if (inserts.length > 0) saveChunk(org, 'insert', object, inserts, options);
            if (updates.length > 0) saveChunk(org, 'update', object, updates, options);
            return;
        }
        case 'delete':
            deleteChunk(org, object, rows, options);
            return;
        case 'undelete':
            undeleteChunk(org, object, rows, options);
            return;
        case 'merge':
            throw new Error('merge has its own entry');
        default:
            operation satisfies never;
    }
}

function runsOfOneObject(rows: Row[]): Row[][] {
    const runs: Row[][] = [];
    for (const row of rows) {
        const last = runs[runs.length - 1];
        if (last && last[0]?.given.describe.name === row.given.describe.name) last.push(row);
        else runs.push([row]);
    }
    if (runs.length > 10) {
        throwApex(
            'System.TypeException',
            'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.'
        );
    }
    return runs;
}

function refuseTwins(operation: DmlOperation, records: readonly SObject[]): void {
    const objects = new Set<SObject>();
    const ids = new Set<string>();
    for (const record of records) {
        if (operation === 'insert' || operation === 'upsert') {
            if (objects.has(record))
                throwApex(
                    'System.ListException',
                    `Before Insert or Upsert list must not have two identically equal elements`
                );
            objects.add(record);
        }
        const id = record.id;
        if (id === null || operation === 'insert') continue;
        if (ids.has(id)) throwApex('System.ListException', `Duplicate id in list: ${id}`);
        ids.add(id);
    }
}

function refuseObject(object: ObjectDescribe, operation: DmlOperation): void {
    if (
        object.kind === 'customMetadata' ||
        object.kind === 'aggregate' ||
        object.kind === 'platformEvent' ||
        object.kind === 'changeEvent'
    ) {
        throwApex('System.TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
    }
}

/** The DML statement of Apex: counted, and with allOrNone a failure is a System.DmlException. */
export function apexDml(
    org: OrgContext,
    operation: DmlOperation,
    records: readonly SObject[],
    options: DmlOptions
): DmlResult[] {
    if (records.length === 0) return [];
    org.tx.limits.count('dmlStatements', 1);
    org.tx.limits.count('dmlRows', records.length);
    const allOrNone = options.dmlOptions?.optAllOrNone ?? options.allOrNone;
    const results = runDml(org, operation, records, { ...options, allOrNone });
    if (allOrNone) throwOnFailure(operation, results, records);
    return results;
}

export function throwOnFailure(
    operation: DmlOperation,
    results: readonly DmlResult[],
    records: readonly SObject[]
): void {
    if (!results.some((result) => result.errors.length > 0)) return;
    const ids = records.map((record) => record.id);
    const failures = results.flatMap((result, index) =>
        result.errors.map((error) => ({
            index,
            id: ids[index] ?? null,
            code: error.code,
            message: error.message,
            fields: error.fields
        }))
    );
    throwDml(dmlMessage(operation, results, ids), failures);
}

/** A save by the org itself, inside a row's own save; its first error is returned. */
export function internalUpdate(
    org: OrgContext,
    records: SObject[]
): { id: string; error: { code: string; message: string } } | null {
    const results = runDml(org, 'update', records, { allOrNone: true, accessMode: 'system', caller: null }, true);
    const at = results.findIndex((result) => result.errors.length > 0);
    const error = results[at]?.errors[0];
    return error ? { id: records[at]?.id as string, error } : null;
}

export function hasField(object: ObjectDescribe, name: string): boolean {
    return fieldOf(object, name) !== undefined;
}
