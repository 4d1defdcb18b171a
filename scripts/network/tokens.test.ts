import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BASIC, startClient } from './testSupport.ts';

const PATH = '/v1/oauth2/tokens';

test('a token is granted for the consumer key and secret with grant_type in the query', async (context) => {
    const { network } = await startClient(context);
    const response = await fetch(`${network.url}${PATH}?grant_type=client_credentials`, {
        method: 'POST',
        headers: { authorization: BASIC }
    });
    assert.equal(response.status, 200);
    const body = (await response.json()) as Record<string, unknown>;
    assert.equal(typeof body['access_token'], 'string');
    assert.equal(body['token_type'], 'Bearer');
    assert.equal(body['expires_in'], 36000);
});

test('grant_type may stand in the form body instead', async (context) => {
    const { network } = await startClient(context);
    const response = await fetch(network.url + PATH, {
        method: 'POST',
        headers: { authorization: BASIC, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=client_credentials'
    });
    assert.equal(response.status, 200);
});

test('a wrong secret is refused as an invalid client', async (context) => {
    const { network } = await startClient(context);
    const response = await fetch(`${network.url}${PATH}?grant_type=client_credentials`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from('demo-consumer-key:wrong').toString('base64')}` }
    });
    assert.equal(response.status, 401);
    assert.equal(((await response.json()) as any).error, 'invalid_client');
});

test('another grant type is refused', async (context) => {
    const { network } = await startClient(context);
    const response = await fetch(`${network.url}${PATH}?grant_type=password`, {
        method: 'POST',
        headers: { authorization: BASIC }
    });
    assert.equal(response.status, 400);
    assert.equal(((await response.json()) as any).error, 'unsupported_grant_type');
});

test('a request without a token is refused', async (context) => {
    const { network } = await startClient(context);
    const response = await fetch(`${network.url}/visibility_transaction_search`, { method: 'POST', body: '{}' });
    assert.equal(response.status, 401);
});

test('a token is good for ten hours and no longer', async (context) => {
    const { clock, search } = await startClient(context);
    const query = '{ getTransactions { total } }';
    assert.equal((await search(query)).status, 200);
    clock.advance(10 * 60 * 60 * 1000 - 1);
    assert.equal((await search(query)).status, 200);
    clock.advance(1);
    assert.equal((await search(query)).status, 401);
});

test('tokens expire on demand', async (context) => {
    const { network, search } = await startClient(context);
    assert.equal((await search('{ getTransactions { total } }')).status, 200);
    const response = await fetch(`${network.url}/__sim/tokens/expire`, { method: 'POST' });
    assert.deepEqual(await response.json(), { expired: 1 });
    assert.equal((await search('{ getTransactions { total } }')).status, 401);
});
