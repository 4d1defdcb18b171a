// Queries over REST.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_query.htm
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ServedOrg } from './testing.ts';
import { serveOrg } from './testing.ts';

const V = '/services/data/v67.0';
let org: ServedOrg;

before(async () => {
    org = await serveOrg();
    const account = await org.connection.sobject('Account').create({ Name: 'Acme', NumberOfEmployees: 7 });
    const rows = Array.from({ length: 450 }, (_, index) => ({
        Name: `S${String(index)}`,
        Weight__c: index,
        Account__c: index < 3 ? account.id : null
    }));
    for (let at = 0; at < rows.length; at += 200)
        await org.connection.sobject('Shipment__c').create(rows.slice(at, at + 200));
});
after(() => org.close());

const ask = (soql: string, headers: Record<string, string> = {}): ReturnType<ServedOrg['send']> =>
    org.send('GET', `${V}/query?q=${encodeURIComponent(soql)}`, undefined, headers);

void test('a query answers its rows with their attributes', async () => {
    const { body } = await ask("SELECT Name, NumberOfEmployees FROM Account WHERE Name = 'Acme'");
    const answer = body as {
        totalSize: number;
        done: boolean;
        records: { attributes: { type: string; url: string }; Name: string; NumberOfEmployees: number }[];
    };
    assert.equal(answer.totalSize, 1);
    assert.equal(answer.done, true);
    assert.equal(answer.records[0]?.attributes.type, 'Account');
    assert.match(answer.records[0].attributes.url, /^\/services\/data\/v67\.0\/sobjects\/Account\/001\w{15}$/);
    assert.equal(answer.records[0].NumberOfEmployees, 7);
    assert.deepEqual(Object.keys(answer.records[0]), ['attributes', 'Name', 'NumberOfEmployees']);
});

void test('children come as a result of their own', async () => {
    const { body } = await ask(
        "SELECT Name, (SELECT Name FROM Shipments__r ORDER BY Name) FROM Account WHERE Name = 'Acme'"
    );
    const children = (
        body as { records: { Shipments__r: { totalSize: number; done: boolean; records: { Name: string }[] } }[] }
    ).records[0]?.Shipments__r;
    assert.equal(children?.totalSize, 3);
    assert.deepEqual(
        children.records.map((row) => row.Name),
        ['S0', 'S1', 'S2']
    );
});

void test('COUNT() answers a number and no records', async () => {
    const { body } = await ask('SELECT COUNT() FROM Shipment__c');
    assert.deepEqual(body, { totalSize: 450, done: true, records: [] });
});

void test('aggregates are AggregateResult rows', async () => {
    const { body } = await ask('SELECT COUNT(Id) howMany, MAX(Weight__c) FROM Shipment__c');
    assert.deepEqual((body as { records: unknown[] }).records, [
        { attributes: { type: 'AggregateResult' }, howMany: 450, expr0: 449 }
    ]);
});

void test('the batch size header pages the rows, and the next page has the rest', async () => {
    const first = (
        await ask('SELECT Name FROM Shipment__c ORDER BY Weight__c', { 'sforce-query-options': 'batchSize=200' })
    ).body as { totalSize: number; done: boolean; nextRecordsUrl: string; records: unknown[] };
    assert.equal(first.totalSize, 450);
    assert.equal(first.done, false);
    assert.equal(first.records.length, 200);
    const second = (await org.send('GET', first.nextRecordsUrl)).body as {
        done: boolean;
        nextRecordsUrl: string;
        records: { Name: string }[];
    };
    assert.equal(second.done, false);
    assert.equal(second.records[0]?.Name, 'S200');
    const third = (await org.send('GET', second.nextRecordsUrl)).body as { done: boolean; records: unknown[] };
    assert.equal(third.done, true);
    assert.equal(third.records.length, 50);
});

void test('jsforce follows the pages by itself', async () => {
    const rows = await org.connection.query('SELECT Id FROM Shipment__c', {
        autoFetch: true,
        maxFetch: 5000,
        headers: { 'Sforce-Query-Options': 'batchSize=200' }
    });
    assert.equal(rows.records.length, 450);
});

void test('an unknown column is refused by name', async () => {
    const { status, body } = await ask('SELECT Nope__c FROM Account');
    const [error] = body as { errorCode: string; message: string }[];
    assert.equal(status, 400);
    assert.equal(error?.errorCode, 'INVALID_FIELD');
    assert.match(error.message, /No such column 'Nope__c' on entity 'Account'/);
});

void test('an unknown object is refused as an invalid type', async () => {
    const { status, body } = await ask('SELECT Id FROM Nope__c');
    const [error] = body as { errorCode: string; message: string }[];
    assert.equal(status, 400);
    assert.equal(error?.errorCode, 'INVALID_TYPE');
    assert.match(error.message, /sObject type 'Nope__c' is not supported\./);
});

void test('a query that is none is malformed', async () => {
    const { status, body } = await ask('SELEC Id FROM Account');
    assert.equal(status, 400);
    assert.equal((body as { errorCode: string }[])[0]?.errorCode, 'MALFORMED_QUERY');
});

void test('deleted rows are seen by queryAll alone', async () => {
    const { id } = await org.connection.sobject('Account').create({ Name: 'Gone' });
    await org.connection.sobject('Account').destroy(id ?? '');
    const soql = encodeURIComponent("SELECT Id FROM Account WHERE Name = 'Gone'");
    assert.equal(((await org.send('GET', `${V}/query?q=${soql}`)).body as { totalSize: number }).totalSize, 0);
    assert.equal(((await org.send('GET', `${V}/queryAll?q=${soql}`)).body as { totalSize: number }).totalSize, 1);
});
