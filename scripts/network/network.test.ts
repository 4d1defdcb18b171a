import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { loadScenario, startNetwork } from './index.ts';
import { checkScenario, ScenarioError } from './scenario.ts';
import { DEMO_SCENARIO } from './index.ts';
import { startClient } from './testSupport.ts';

interface Received {
    authorization: string;
    contentType: string;
    body: string;
}

/** An endpoint that answers each request with the next status, the last one for ever. */
async function startEndpoint(context: TestContext, statuses: number[]): Promise<{ url: string; received: Received[] }> {
    const received: Received[] = [];
    const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
            received.push({
                authorization: request.headers.authorization ?? '',
                contentType: request.headers['content-type'] ?? '',
                body: Buffer.concat(chunks).toString('utf8')
            });
            response.statusCode = statuses[Math.min(received.length, statuses.length) - 1]!;
            response.end('{}');
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    context.after(() => {
        server.closeAllConnections();
        server.close();
    });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`, received };
}

async function statusOf(client: Awaited<ReturnType<typeof startClient>>, transactionId: string) {
    const { body } = await client.search(
        `{ getTransactions(query: { fields: { must: [{ field: transactionid query: "${transactionId}" }] } }) { transactions { status deliverystatus errorcode externalerrormessage } } }`
    );
    return body.data.getTransactions.transactions[0];
}

async function until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 400 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(condition(), 'waited in vain');
}

test('a document is posted raw with the login token and becomes delivered in Lens', async (context) => {
    const endpoint = await startEndpoint(context, [202]);
    const client = await startClient(context, { push: { url: endpoint.url, login: async () => 'abc' } });
    const { document, transactionId, delivery } = await client.network.deliver({
        partner: 'ZZ:DEMORETAILER',
        type: '850'
    });
    assert.equal(delivery?.outcome, 'delivered');
    assert.deepEqual(endpoint.received, [
        { authorization: 'Bearer abc', contentType: 'application/edi-x12', body: document.content }
    ]);
    const shown = await statusOf(client, transactionId);
    assert.deepEqual([shown.status, shown.deliverystatus], ['Delivered', 'Delivered']);
});

test('an envelope carries the Lens fields, the content keys and the content', async (context) => {
    const endpoint = await startEndpoint(context, [202]);
    const client = await startClient(context, {
        push: { url: endpoint.url, login: async () => 'abc', format: 'envelope' }
    });
    const { document, transactionId } = await client.network.deliver({ type: 'ORDERS' });
    assert.equal(endpoint.received[0]!.contentType, 'application/json');
    const body = JSON.parse(endpoint.received[0]!.body);
    assert.equal(body.transactionid, transactionId);
    assert.equal(body.editype, 'ORDERS');
    assert.equal(body.content, document.content);
    assert.deepEqual(body.contentkeys[0], { key: 'purchase order number', value: document.order.number });
});

test('a refused token is asked for anew, once', async (context) => {
    const endpoint = await startEndpoint(context, [401, 202]);
    let logins = 0;
    const client = await startClient(context, {
        push: { url: endpoint.url, login: async () => `token-${++logins}` }
    });
    const { delivery } = await client.network.deliver();
    assert.equal(delivery?.outcome, 'delivered');
    assert.deepEqual(
        endpoint.received.map((each) => each.authorization),
        ['Bearer token-1', 'Bearer token-2']
    );
});

test('a failing endpoint is tried five times and then the document is on hold', async (context) => {
    const endpoint = await startEndpoint(context, [503]);
    const client = await startClient(context, {
        push: { url: endpoint.url, login: async () => 'abc', retryMilliseconds: 5 }
    });
    const { transactionId } = await client.network.deliver();
    assert.equal((await statusOf(client, transactionId)).status, 'DeliveryInProgress');
    await until(() => client.network.deliveries()[0]!.outcome === 'held');
    assert.equal(endpoint.received.length, 5);
    assert.deepEqual(await statusOf(client, transactionId), {
        status: 'OnHold',
        deliverystatus: 'DeliveryFailed',
        errorcode: '-2',
        externalerrormessage: 'The receiving endpoint could not be reached: HTTP 503'
    });
});

test('an endpoint that refuses a document is not tried again and the delivery has failed', async (context) => {
    const endpoint = await startEndpoint(context, [422]);
    const client = await startClient(context, {
        push: { url: endpoint.url, login: async () => 'abc', retryMilliseconds: 1 }
    });
    const { transactionId } = await client.network.deliver();
    assert.equal(client.network.deliveries()[0]!.outcome, 'refused');
    assert.equal((await statusOf(client, transactionId)).status, 'Failed');
    assert.equal(endpoint.received.length, 1);
});

test('documents are delivered one after another while the network runs', async (context) => {
    const endpoint = await startEndpoint(context, [202]);
    const network = await startNetwork({ push: { url: endpoint.url, login: async () => 'abc', everyMilliseconds: 5 } });
    await until(() => endpoint.received.length >= 3);
    await network.close();
    const sent = endpoint.received.length;
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(endpoint.received.length, sent);
});

test('history is in Lens at the start, an hour apart, with its content', async (context) => {
    const { search, call } = await startClient(context, { history: 3 });
    const { body } = await search(
        '{ getTransactions(query: { query: "messagelevel:Document" sortby: { field: arrivaltime } }) { transactions { transactionid arrivaltime status } } }'
    );
    const shown = body.data.getTransactions.transactions;
    assert.deepEqual(
        shown.map((each: any) => [each.arrivaltime, each.status]),
        ['05', '06', '07'].map((hour) => [`2026-03-02T${hour}:00:00Z`, 'Delivered'])
    );
    const content = await call('GET', `/visibility_transactions/${shown[0].transactionid}/content`);
    assert.equal(content.status, 200);
    assert.match(content.body, /^(ISA|UNA)/);
});

test('a document has a file entry and a document entry with one correlationid', async (context) => {
    const { search, network } = await startClient(context);
    const { correlationId } = await network.deliver();
    const { body } = await search(
        `{ getTransactions(query: { fields: { must: [{ field: correlationid query: "${correlationId}" }] } }) { transactions { transactionlevel status } } }`
    );
    assert.deepEqual(body.data.getTransactions.transactions.map((each: any) => each.transactionlevel).sort(), [
        'Document',
        'File'
    ]);
    assert.equal(body.data.getTransactions.transactions[0].status, 'ReadyForPickup');
});

test('a submitted document is processed, delivered and acknowledged as time passes', async (context) => {
    const client = await startClient(context, { settleSeconds: 5 });
    const sent = await client.call('POST', '/v1/documents', {
        sender: 'ZZ:SUMMITSUPPLY',
        receiver: 'ZZ:DEMORETAILER',
        type: '855',
        content: 'ISA*...'
    });
    assert.equal(sent.status, 202);
    const shown = async () => {
        const { body } = await client.search(
            '{ getTransactions(query: { query: "editype:855" }) { transactions { status fastatus } } }'
        );
        return Object.values(body.data.getTransactions.transactions[0]);
    };
    assert.deepEqual(await shown(), ['Processing', 'Waiting for FA']);
    client.clock.advance(5_000);
    assert.deepEqual(await shown(), ['Delivered', 'Waiting for FA']);
    client.clock.advance(5_000);
    assert.deepEqual(await shown(), ['Delivered', 'Accepted/Received']);
    assert.equal(
        (await client.call('GET', `/visibility_transactions/${sent.body.transactionId}/content`)).body,
        'ISA*...'
    );
});

test('a submitted document that is incomplete or for a stranger is refused', async (context) => {
    const { call } = await startClient(context);
    const document = { sender: 'ZZ:SUMMITSUPPLY', receiver: 'ZZ:STRANGER', type: '855', content: 'x' };
    assert.equal(
        (await call('POST', '/v1/documents', { ...document, content: '' })).body.errorCode,
        'document-incomplete'
    );
    assert.deepEqual((await call('POST', '/v1/documents', document)).body.errorCode, 'receiver-unknown');
});

test('faults answer with their status for as many requests as asked, then stop', async (context) => {
    const { call, network } = await startClient(context);
    const ask = async () => call('POST', '/visibility_transaction_search', { query: '{ getTransactions { total } }' });
    network.misbehave({ kind: 'too-many-requests', path: 'search', seconds: 30 });
    const limited = await ask();
    assert.deepEqual([limited.status, limited.headers.get('retry-after')], [429, '30']);
    network.misbehave({ kind: 'server-error', times: 2 });
    assert.deepEqual([(await ask()).status, (await ask()).status, (await ask()).status], [500, 500, 200]);
    network.misbehave({ kind: 'unavailable' });
    assert.equal((await ask()).status, 503);
    network.misbehave({ kind: 'unauthorized', after: 1 });
    assert.deepEqual([(await ask()).status, (await ask()).status, (await ask()).status], [200, 401, 200]);
});

test('half a body breaks the connection before the promised length', async (context) => {
    const { search, network } = await startClient(context);
    await search('{ getTransactions { total } }');
    network.misbehave({ kind: 'half-body' });
    await assert.rejects(search('{ getTransactions { total } }'));
    network.misbehave({ kind: 'disconnect' });
    await assert.rejects(search('{ getTransactions { total } }'));
    assert.equal((await search('{ getTransactions { total } }')).status, 200);
});

test('a slow answer takes as long as asked', async (context) => {
    const { search, network } = await startClient(context);
    await search('{ getTransactions { total } }');
    network.misbehave({ kind: 'slow', seconds: 0.2 });
    const start = Date.now();
    await search('{ getTransactions { total } }');
    assert.ok(Date.now() - start >= 190);
});

test('a late entry has arrived earlier than a search finds it', async (context) => {
    const { search, network, clock } = await startClient(context);
    network.misbehave({ kind: 'late-entries', seconds: 60 });
    await network.deliver();
    const total = async () => (await search('{ getTransactions { total } }')).body.data.getTransactions.total;
    assert.equal(await total(), 0);
    clock.advance(60_000);
    assert.equal(await total(), 2);
    const { body } = await search('{ getTransactions { transactions { arrivaltime } } }');
    assert.equal(body.data.getTransactions.transactions[0].arrivaltime, '2026-03-02T08:00:00Z');
});

test('the entries of the newest process change status on demand', async (context) => {
    const client = await startClient(context);
    const { transactionId } = await client.network.deliver();
    const response = await fetch(`${client.network.url}/__sim/misbehave`, {
        method: 'POST',
        body: JSON.stringify({
            kind: 'change-status',
            fields: { status: 'V', externalerrormessage: 'BEG03 is missing' }
        })
    });
    assert.equal(response.status, 200);
    const shown = await statusOf(client, transactionId);
    assert.deepEqual([shown.status, shown.externalerrormessage], ['ValidationError', 'BEG03 is missing']);
});

test('the control routes deliver a document, tell the state and refuse what they do not know', async (context) => {
    const { network } = await startClient(context);
    const post = (path: string, body: unknown) =>
        fetch(`${network.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
    const delivered = (await (await post('/__sim/deliver', { partner: 'ZZ:DEMOAUTO', type: '850' })).json()) as any;
    assert.equal(delivered.document.order.partner.address, 'ZZ:DEMOAUTO');
    const state = (await (await fetch(`${network.url}/__sim/state`)).json()) as any;
    assert.equal(state.entries, 2);
    assert.equal((await post('/__sim/deliver', { type: '855' })).status, 404);
    assert.equal((await post('/__sim/misbehave', { kind: 'sulk' })).status, 400);
    assert.equal((await post('/__sim/entries', { fields: { colour: 'red' } })).status, 400);
});

test('a path that is not part of the network is not found', async (context) => {
    const { call } = await startClient(context);
    const { status, body } = await call('GET', '/v2/everything');
    assert.deepEqual([status, body.errorCode], [404, 'not-found']);
});

test('a scenario with a stranger in its documents is refused by name', () => {
    const scenario = structuredClone(loadScenario(DEMO_SCENARIO));
    scenario.documents[0]!.partner = 'ZZ:NOBODY';
    assert.throws(
        () => checkScenario(scenario, 'mine.json'),
        (error: Error) => {
            assert.ok(error instanceof ScenarioError);
            assert.match(error.message, /mine\.json: .*ZZ:NOBODY/);
            return true;
        }
    );
});
