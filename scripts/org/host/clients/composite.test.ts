// Composite requests.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_subrequest_result.htm
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

interface Part {
    body: unknown;
    httpHeaders: Record<string, string>;
    httpStatusCode: number;
    referenceId: string;
}

async function composite(parts: unknown[], allOrNone: boolean): Promise<Part[]> {
    const answer = await org.send('POST', `${V}/composite`, { allOrNone, compositeRequest: parts });
    assert.equal(answer.status, 200);
    return (answer.body as { compositeResponse: Part[] }).compositeResponse;
}

const post = (object: string, referenceId: string, body: unknown): unknown => ({
    method: 'POST',
    url: `${V}/sobjects/${object}`,
    referenceId,
    body
});
const count = async (object: string, name: string): Promise<number> =>
    (await org.connection.query(`SELECT Id FROM ${object} WHERE Name = '${name}'`)).totalSize;

void test('a subrequest uses the id that an earlier one made', async () => {
    const [account, shipment] = await composite(
        [
            post('Account', 'refAccount', { Name: 'Sample' }),
            post('Shipment__c', 'refShipment', { Name: 'Linked', Account__c: '@{refAccount.id}' })
        ],
        true
    );
    const id = (account?.body as { id: string }).id;
    assert.equal(account?.httpStatusCode, 201);
    assert.deepEqual(account.httpHeaders, { Location: `${V}/sobjects/Account/${id}` });
    assert.equal(shipment?.httpStatusCode, 201);
    const rows = await org.connection.query<{ Account__c: string }>(
        "SELECT Account__c FROM Shipment__c WHERE Name = 'Linked'"
    );
    assert.equal(rows.records[0]?.Account__c, id);
});

void test('with allOrNone one fault takes everything back', async () => {
    const [first, second] = await composite(
        [post('Account', 'good', { Name: 'Undone' }), post('Shipment__c', 'bad', { Name: 'Bad', Weight__c: -1 })],
        true
    );
    assert.equal(second?.httpStatusCode, 400);
    assert.equal((second.body as { errorCode: string }[])[0]?.errorCode, 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
    assert.equal(first?.httpStatusCode, 400);
    assert.deepEqual(first.body, [
        {
            errorCode: 'PROCESSING_HALTED',
            message: 'The transaction was rolled back since another operation in the same transaction failed.'
        }
    ]);
    assert.equal(await count('Account', 'Undone'), 0);
});

void test('without allOrNone only what depends on the fault fails', async () => {
    const [bad, dependent, other] = await composite(
        [
            post('Account', 'bad', { Industry: 'Energy' }),
            post('Shipment__c', 'dependent', { Name: 'D', Account__c: '@{bad.id}' }),
            post('Account', 'other', { Name: 'Independent' })
        ],
        false
    );
    assert.equal(bad?.httpStatusCode, 400);
    assert.equal(dependent?.httpStatusCode, 400);
    assert.equal((dependent.body as { errorCode: string }[])[0]?.errorCode, 'PROCESSING_HALTED');
    assert.equal(other?.httpStatusCode, 201);
    assert.equal(await count('Account', 'Independent'), 1);
});

void test('a tree makes parents with their children', async () => {
    const answer = await org.send('POST', `${V}/composite/tree/Account`, {
        records: [
            {
                attributes: { type: 'Account', referenceId: 'ref1' },
                Name: 'Tree',
                Shipments__r: { records: [{ attributes: { type: 'Shipment__c', referenceId: 'ref2' }, Name: 'Leaf' }] }
            }
        ]
    });
    const body = answer.body as { hasErrors: boolean; results: { referenceId: string; id: string }[] };
    assert.equal(answer.status, 201);
    assert.equal(body.hasErrors, false);
    assert.deepEqual(
        body.results.map((result) => result.referenceId),
        ['ref1', 'ref2']
    );
    const rows = await org.connection.query("SELECT Id FROM Shipment__c WHERE Account__r.Name = 'Tree'");
    assert.equal(rows.totalSize, 1);
});

void test('a tree with one faulty leaf keeps nothing', async () => {
    const answer = await org.send('POST', `${V}/composite/tree/Account`, {
        records: [
            {
                attributes: { type: 'Account', referenceId: 'ref1' },
                Name: 'Felled',
                Shipments__r: {
                    records: [{ attributes: { type: 'Shipment__c', referenceId: 'ref2' }, Name: 'Leaf', Weight__c: -1 }]
                }
            }
        ]
    });
    const body = answer.body as {
        hasErrors: boolean;
        results: { referenceId: string; errors: { statusCode: string; message: string; fields: string[] }[] }[];
    };
    assert.equal(answer.status, 400);
    assert.deepEqual(body, {
        hasErrors: true,
        results: [
            {
                referenceId: 'ref2',
                errors: [
                    {
                        statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                        message: 'A weight is never negative',
                        fields: ['Weight__c']
                    }
                ]
            }
        ]
    });
    assert.equal(await count('Account', 'Felled'), 0);
});

void test('a batch answers each of its requests', async () => {
    const answer = await org.send('POST', `${V}/composite/batch`, {
        batchRequests: [
            { method: 'POST', url: 'v67.0/sobjects/Account', richInput: { Name: 'Batched' } },
            { method: 'GET', url: 'v67.0/sobjects/Account/001000000000099AAA' }
        ]
    });
    const body = answer.body as { hasErrors: boolean; results: { statusCode: number }[] };
    assert.equal(body.hasErrors, true);
    assert.deepEqual(
        body.results.map((result) => result.statusCode),
        [201, 404]
    );
});
