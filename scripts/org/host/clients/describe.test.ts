// Describe calls, the list of versions and limits.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm
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

void test('the versions are listed without a session', async () => {
    const answer = await org.send('GET', '/services/data', undefined, { authorization: '' });
    const versions = answer.body as { label: string; url: string; version: string }[];
    assert.equal(answer.status, 200);
    assert.deepEqual(versions.find((one) => one.version === '67.0')?.url, V);
});

void test('an object describes its fields and children', async () => {
    const account = await org.connection.sobject('Account').describe();
    assert.equal(account.keyPrefix, '001');
    assert.equal(account.label, 'Account');
    const name = account.fields.find((field) => field.name === 'Name');
    assert.equal(name?.type, 'string');
    assert.equal(name.length, 255);
    assert.equal(name.nillable, false);
    assert.equal(name.nameField, true);
    const child = account.childRelationships.find((one) => one.childSObject === 'Shipment__c');
    assert.equal(child?.relationshipName, 'Shipments__r');
    assert.equal(child.field, 'Account__c');
});

void test('a custom field describes what its metadata says', async () => {
    const { fields } = await org.connection.sobject('Shipment__c').describe();
    const code = fields.find((field) => field.name === 'Code__c');
    assert.equal(code?.externalId, true);
    assert.equal(code.unique, true);
    assert.equal(code.length, 20);
    const weight = fields.find((field) => field.name === 'Weight__c');
    assert.equal(weight?.type, 'double');
    assert.equal(weight.precision, 10);
    assert.equal(weight.scale, 2);
    const account = fields.find((field) => field.name === 'Account__c');
    assert.deepEqual(account?.referenceTo, ['Account']);
    assert.equal(account.relationshipName, 'Account__r');
});

void test('the global describe lists standard and custom objects', async () => {
    const { sobjects } = await org.connection.describeGlobal();
    const names = new Set(sobjects.map((one) => one.name));
    for (const name of ['Account', 'Contact', 'Shipment__c', 'Ping__e']) assert.ok(names.has(name), name);
});

void test('limits have the daily requests', async () => {
    const limits = (await org.send('GET', `${V}/limits`)).body as {
        DailyApiRequests: { Max: number; Remaining: number };
    };
    assert.equal(typeof limits.DailyApiRequests.Max, 'number');
    assert.equal(typeof limits.DailyApiRequests.Remaining, 'number');
});

void test('source tracking is off: there is no SourceMember', async () => {
    assert.equal((await org.send('GET', `${V}/tooling/sobjects/SourceMember/describe`)).status, 404);
});
