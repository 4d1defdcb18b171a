// Logging in: session ids, the token endpoint, SOAP login, and the connection of @salesforce/core as the CLI makes it.
import { AuthInfo, Connection, Org } from '@salesforce/core';
import jsforce from 'jsforce';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ServedOrg } from './testing.ts';
import { serveOrg } from './testing.ts';

let org: ServedOrg;
const home = mkdtempSync(join(tmpdir(), 'home-'));
process.env.HOME = home;
process.env.SF_DISABLE_TELEMETRY = 'true';

before(async () => {
    org = await serveOrg(null);
});
after(async () => {
    await org.close();
    rmSync(home, { recursive: true, force: true });
});

void test('a wrong session id is refused as expired', async () => {
    const answer = await org.send('GET', '/services/data/v67.0/limits', undefined, {
        authorization: 'Bearer 00Dx!nope'
    });
    assert.equal(answer.status, 401);
    assert.deepEqual(answer.body, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
});

void test('jsforce identifies the user behind its session', async () => {
    const identity = await org.connection.identity();
    assert.equal(identity.user_id, org.server.org.identity.userId);
    assert.equal(identity.organization_id.length, 18);
});

void test('SOAP login gives a session that works', async () => {
    const connection = new jsforce.Connection({ loginUrl: org.server.url, version: '67.0' });
    await connection.login('admin', 'any');
    assert.equal(connection.instanceUrl, org.server.url);
    assert.equal((await connection.query('SELECT Id FROM Organization')).totalSize, 1);
});

void test('the token endpoint gives a session for client credentials', async () => {
    const response = await fetch(`${org.server.url}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'x', client_secret: 'y' })
    });
    const token = (await response.json()) as { access_token: string; instance_url: string; token_type: string };
    assert.equal(response.status, 200);
    assert.equal(token.instance_url, org.server.url);
    assert.equal(token.token_type, 'Bearer');
    const answer = await org.send('GET', '/services/data/v67.0/limits', undefined, {
        authorization: `Bearer ${token.access_token}`
    });
    assert.equal(answer.status, 200);
});

void test('@salesforce/core connects with the access token alone', async () => {
    const authInfo = await AuthInfo.create({
        accessTokenOptions: {
            accessToken: org.server.org.adminToken,
            instanceUrl: org.server.url,
            loginUrl: org.server.url
        }
    });
    const connection = await Connection.create({ authInfo });
    assert.equal(connection.getApiVersion(), '67.0');
    assert.equal(authInfo.getFields().orgId?.slice(0, 3), '00D');
    assert.equal((await connection.query('SELECT Id, Name FROM Organization')).totalSize, 1);
    const whole = await Org.create({ connection });
    assert.equal(await whole.determineIfScratch(), false);
});

void test('a request for another host name is refused', async () => {
    const { request } = await import('node:http');
    const status = await new Promise<number>((resolve, reject) => {
        request(
            { host: '127.0.0.1', port: org.server.port, path: '/services/data', headers: { host: 'evil.example' } },
            (response) => {
                response.resume();
                resolve(response.statusCode ?? 0);
            }
        )
            .on('error', reject)
            .end();
    });
    assert.equal(status, 403);
});
