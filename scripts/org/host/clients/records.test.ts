// Records over REST, as jsforce and plain requests make them. Answers are those of the REST API Developer Guide:
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_sobject_create.htm and the pages beside it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ServedOrg } from './testing.ts';
import { serveOrg } from './testing.ts';

const V = '/services/data/v67.0';
let org: ServedOrg;

before(async () => {
    org = await serveOrg();
});
after(() => org.close());

interface Refusal {
    errorCode: string;
    message: string;
    fields?: string[];
}

const refusal = (body: unknown): Refusal => (body as Refusal[])[0] as Refusal;

void test('a created record answers 201 with its id and where it is', async () => {
    const answer = await org.send('POST', `${V}/sobjects/Shipment__c`, {
        Name: 'First',
        Code__c: 'R-1',
        Weight__c: 2.5
    });
    const body = answer.body as { id: string; success: boolean; errors: unknown[] };
    assert.equal(answer.status, 201);
    assert.equal(body.success, true);
    assert.deepEqual(body.errors, []);
    assert.equal(body.id.length, 18);
    assert.equal(answer.headers.get('location'), `${V}/sobjects/Shipment__c/${body.id}`);
});

void test('jsforce creates, reads, updates and deletes a record', async () => {
    const shipments = org.connection.sobject('Shipment__c');
    const created = await shipments.create({
        Name: 'Second',
        Code__c: 'R-2',
        Weight__c: 1,
        Sent__c: '2026-03-01T10:00:00.000Z'
    });
    const id = created.id ?? '';
    const read = await shipments.retrieve(id);
    assert.equal(read.Name, 'Second');
    assert.equal(read.Weight__c, 1);
    assert.equal(read.Sent__c, '2026-03-01T10:00:00.000+0000');
    assert.deepEqual(read.attributes, { type: 'Shipment__c', url: `${V}/sobjects/Shipment__c/${id}` });
    assert.equal((await shipments.update({ Id: id, Weight__c: 3 })).success, true);
    assert.equal((await shipments.retrieve(id)).Weight__c, 3);
    assert.equal((await shipments.destroy(id)).success, true);
    await assert.rejects(shipments.retrieve(id), { errorCode: 'NOT_FOUND' });
});

void test('an upsert by external id creates once and updates after', async () => {
    const path = `${V}/sobjects/Shipment__c/Code__c/R-3`;
    const first = await org.send('PATCH', path, { Name: 'Third', Weight__c: 5 });
    assert.equal(first.status, 201);
    assert.equal((first.body as { created: boolean }).created, true);
    const second = await org.send('PATCH', path, { Weight__c: 6 });
    assert.equal(second.status, 200);
    assert.equal((second.body as { created: boolean }).created, false);
    const read = await org.send('GET', `${path}?fields=Name,Weight__c`);
    assert.equal((read.body as { Weight__c: number }).Weight__c, 6);
});

void test('records are read and deleted by external id', async () => {
    await org.send('POST', `${V}/sobjects/Shipment__c`, { Name: 'Keyed', Code__c: 'R-4' });
    assert.equal((await org.send('GET', `${V}/sobjects/Shipment__c/Code__c/R-4`)).status, 200);
    assert.equal((await org.send('DELETE', `${V}/sobjects/Shipment__c/Code__c/R-4`)).status, 204);
    assert.equal((await org.send('GET', `${V}/sobjects/Shipment__c/Code__c/R-4`)).status, 404);
});

void test('a parent may be named by its external id', async () => {
    const account = await org.connection.sobject('Account').create({ Name: 'Acme' });
    const created = await org.send('POST', `${V}/sobjects/Shipment__c`, { Name: 'Child', Account__c: account.id });
    assert.equal(created.status, 201);
    const rows = await org.connection.query<{ Account__r: { Name: string } }>(
        "SELECT Account__r.Name FROM Shipment__c WHERE Name = 'Child'"
    );
    assert.equal(rows.records[0]?.Account__r.Name, 'Acme');
});

void test('a required field that is missing is refused with its name', async () => {
    const answer = await org.send('POST', `${V}/sobjects/Account`, { Industry: 'Energy' });
    assert.equal(answer.status, 400);
    assert.deepEqual(refusal(answer.body), {
        message: 'Required fields are missing: [Name]',
        errorCode: 'REQUIRED_FIELD_MISSING',
        fields: ['Name']
    });
});

void test('a validation rule refuses with its own message and field', async () => {
    const answer = await org.send('POST', `${V}/sobjects/Shipment__c`, { Name: 'Light', Weight__c: -1 });
    assert.equal(answer.status, 400);
    assert.deepEqual(refusal(answer.body), {
        message: 'A weight is never negative',
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        fields: ['Weight__c']
    });
});

void test('a second record with the same unique value is refused', async () => {
    await org.send('POST', `${V}/sobjects/Shipment__c`, { Name: 'Twin', Code__c: 'R-5' });
    const answer = await org.send('POST', `${V}/sobjects/Shipment__c`, { Name: 'Twin', Code__c: 'R-5' });
    assert.equal(answer.status, 400);
    assert.equal(refusal(answer.body).errorCode, 'DUPLICATE_VALUE');
});

void test('an unknown field is refused as the API words it', async () => {
    const answer = await org.send('POST', `${V}/sobjects/Account`, { Name: 'A', Nope__c: 1 });
    assert.equal(answer.status, 400);
    assert.deepEqual(refusal(answer.body), {
        message: "No such column 'Nope__c' on sobject of type Account",
        errorCode: 'INVALID_FIELD'
    });
});

void test('an unknown object, an unknown record and an unknown path are not found', async () => {
    for (const path of [
        '/sobjects/Nope__c/001000000000001AAA',
        '/sobjects/Account/001000000000099AAA',
        '/nothing/here'
    ]) {
        const answer = await org.send('GET', V + path);
        assert.equal(answer.status, 404, path);
        assert.deepEqual(refusal(answer.body), {
            message: 'The requested resource does not exist',
            errorCode: 'NOT_FOUND'
        });
    }
});

void test('a body that is no JSON is refused', async () => {
    const answer = await org.send('POST', `${V}/sobjects/Account`, '{"Name": ');
    assert.equal(answer.status, 400);
    assert.equal(refusal(answer.body).errorCode, 'JSON_PARSER_ERROR');
});

void test('collections take many records and answer for each', async () => {
    const results = await org.connection
        .sobject('Shipment__c')
        .create([{ Name: 'M1' }, { Name: 'M2', Weight__c: -1 }], { allOrNone: false });
    assert.equal(results[0]?.success, true);
    assert.equal(results[1]?.success, false);
    assert.equal(
        (results[1]?.errors[0] as { statusCode?: string } | undefined)?.statusCode,
        'FIELD_CUSTOM_VALIDATION_EXCEPTION'
    );
});

void test('allOrNone keeps nothing of a collection when one record is refused', async () => {
    await org.connection
        .sobject('Shipment__c')
        .create([{ Name: 'N1' }, { Name: 'N2', Weight__c: -1 }], { allOrNone: true })
        .catch(() => undefined);
    assert.equal((await org.connection.query("SELECT Id FROM Shipment__c WHERE Name IN ('N1', 'N2')")).totalSize, 0);
});

void test('many records are read by id, null where there is none', async () => {
    const created = await org.connection.sobject('Shipment__c').create({ Name: 'Many' });
    const answer = await org.send('POST', `${V}/composite/sobjects/Shipment__c`, {
        ids: [created.id, 'a00000000000999AAA'],
        fields: ['Name']
    });
    const rows = answer.body as ({ Name: string } | null)[];
    assert.equal(rows[0]?.Name, 'Many');
    assert.equal(rows[1], null);
});
