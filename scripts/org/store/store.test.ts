// The store alone: what comes back is what was put in, as the platform keeps it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { field, object, sampleObjects } from '../soql/testing.ts';
import type { ObjectDescribe } from '../metadata/describe.ts';
import type { Value } from '../values/index.ts';
import { ApexDate, ApexDatetime, Blob, Decimal, Double } from '../values/index.ts';
import { UniqueViolation } from './api.ts';
import type { SqliteStore } from './index.ts';
import { createStore } from './index.ts';

const objects = sampleObjects();
const account = objects[0] as ObjectDescribe;

function fresh(): SqliteStore {
    const store = createStore({ file: null });
    store.applySchema(objects);
    return store;
}

function add(store: SqliteStore, values: Record<string, Value>): string {
    const id = store.nextId(account);
    store.insert(account, [{ Id: id, ...values }]);
    return id;
}

function read(store: SqliteStore, id: string, name: string): Value {
    return store.byId(account, [id]).get(id)?.values[name];
}

const kept: [name: string, given: Value, back: string][] = [
    ['AnnualRevenue', new Decimal(150050n, 2), '1500.50'],
    // fflib-apex-common reads 12345.67 back from AnnualRevenue, whose describe has no decimals.
    ['AnnualRevenue', new Decimal(1005n, 3), '1.005'],
    ['AnnualRevenue', new Decimal(-1005n, 3), '-1.005'],
    ['AnnualRevenue', new Double(0.1), '0.10'],
    ['AnnualRevenue', 7, '7.00'],
    ['AnnualRevenue', new Decimal(999999999999999n, 2), '9999999999999.99'],
    ['NumberOfEmployees', 12, '12'],
    ['Since__c', ApexDate.of(1999, 12, 31), '1999-12-31'],
    ['CreatedDate', new ApexDatetime(1_700_000_000_999), '2023-11-14T22:13:20.000Z'],
    ['Active__c', null, 'false'],
    ['Name', '', 'null'],
    ['Name', 'Ünïcode ✓', 'Ünïcode ✓'],
    ['ParentId', '001000000000ABC', '001000000000ABCAA2']
];

for (const [name, given, back] of kept) {
    void test(`${name} given ${String(given)} reads back as ${back}`, () => {
        const store = fresh();
        assert.equal(String(read(store, add(store, { [name]: given }), name)), back);
        store.close();
    });
}

void test('binary fields come back byte for byte', () => {
    const store = fresh();
    const document = objects.find((one) => one.name === 'Document') as ObjectDescribe;
    const id = store.nextId(document);
    const bytes = new Uint8Array([0, 255, 10, 13]);
    store.insert(document, [{ Id: id, Body: new Blob(bytes) }]);
    assert.deepEqual([...(store.byId(document, [id]).get(id)?.values.Body as Blob).bytes], [0, 255, 10, 13]);
    store.close();
});

void test('ids count up per object, carry the prefix and their case in three characters', () => {
    const store = fresh();
    const ids = [store.nextId(account), store.nextId(account)];
    assert.deepEqual(ids, ['001000000000001AAA', '001000000000002AAA']);
    store.close();
});

void test('a unique field refuses a twin, ignoring case unless the field minds it', () => {
    const store = fresh();
    const first = add(store, { Code__c: 'abc', CaseCode__c: 'abc' });
    add(store, { CaseCode__c: 'ABC' });
    assert.throws(
        () => add(store, { Code__c: 'ABC' }),
        (error: unknown) =>
            error instanceof UniqueViolation &&
            error.field === 'Code__c' &&
            error.existingId === first &&
            error.index === 0
    );
    assert.throws(() => add(store, { CaseCode__c: 'abc' }), UniqueViolation);
    add(store, { Code__c: null });
    add(store, { Code__c: null });
    store.close();
});

void test('a deleted row frees its unique value and is found only when asked for', () => {
    const store = fresh();
    const id = add(store, { Code__c: 'x' });
    store.update(account, id, { IsDeleted: true });
    assert.equal(store.byId(account, [id]).size, 0);
    assert.equal(store.byId(account, [id], true).size, 1);
    add(store, { Code__c: 'x' });
    store.close();
});

void test('an insert that fails leaves no row of its batch', () => {
    const store = fresh();
    const [one, two] = [store.nextId(account), store.nextId(account)];
    assert.throws(
        () => {
            store.insert(account, [
                { Id: one, Code__c: 'a' },
                { Id: two, Code__c: 'a' }
            ]);
        },
        (error: unknown) => error instanceof UniqueViolation && error.index === 1
    );
    assert.equal(store.byId(account, [one, two]).size, 0);
    store.close();
});

void test('savepoints nest, and rolling back to one keeps what came before', () => {
    const store = fresh();
    store.begin();
    const kept = add(store, { Name: 'kept' });
    const outer = store.savepoint();
    const lost = add(store, { Name: 'lost' });
    const inner = store.savepoint();
    const lostToo = add(store, { Name: 'lost too' });
    store.rollbackTo(inner);
    assert.equal(store.byId(account, [lostToo]).size, 0);
    store.rollbackTo(outer);
    store.commit();
    assert.deepEqual([...store.byId(account, [kept, lost]).keys()], [kept]);
    store.close();
});

void test('a rollback takes rows back but never gives an id twice', () => {
    const store = fresh();
    store.begin();
    const id = add(store, { Name: 'x' });
    store.rollback();
    assert.equal(store.byId(account, [id]).size, 0);
    assert.notEqual(store.nextId(account), id);
    store.close();
});

void test('rows are found by the values of a field, texts ignoring case', () => {
    const store = fresh();
    const id = add(store, { Code__c: 'Key-1' });
    assert.deepEqual(store.idsBy(account, 'Code__c', ['KEY-1', 'other']), [{ id, value: 'Key-1' }]);
    store.close();
});

void test('a field that a deploy adds is empty on the rows that were there', () => {
    const store = fresh();
    const id = add(store, { Name: 'old' });
    const wider = object('Account', '001', [
        ...account.fields.values(),
        field({ name: 'New__c', type: 'boolean' }),
        field({ name: 'Note__c', type: 'string' })
    ]);
    store.applySchema([wider]);
    const row = store.byId(wider, [id]).get(id);
    assert.deepEqual([row?.values.Name, row?.values.New__c, row?.values.Note__c], ['old', false, null]);
    store.close();
});

void test('a file keeps rows and counters from one start to the next', () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    const file = join(folder, 'org.db');
    const first = createStore({ file });
    first.applySchema(objects);
    const id = add(first, { Name: 'kept' });
    assert.equal(first.nextAutoNumber(account, 'Number'), 1);
    first.close();
    const second = createStore({ file });
    second.applySchema(objects);
    assert.equal(read(second, id, 'Name'), 'kept');
    assert.equal(second.nextAutoNumber(account, 'Number'), 2);
    assert.notEqual(second.nextId(account), id);
    second.close();
    rmSync(folder, { recursive: true });
});

void test('fifty thousand rows go in and are counted within seconds', () => {
    const store = fresh();
    const rows = Array.from({ length: 50_000 }, (_, at) => ({
        Id: store.nextId(account),
        Name: `Account ${at}`,
        NumberOfEmployees: at
    }));
    const start = performance.now();
    store.begin();
    store.insert(account, rows);
    store.commit();
    assert.ok(performance.now() - start < 5000);
    assert.equal(store.driver.get('SELECT count(*) FROM "Account"', [])?.[0], 50_000);
    store.close();
});
