// The Lens poll over real HTTP: a local org with the package, the simulator beside it, LensPollJob from anonymous Apex.
// What the simulator does wrong here is in scripts/network/misbehave.ts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { connect, deploySource } from '../../cli/support/deploy.ts';
import { packageRoot } from '../../cli/support/project.ts';
import { startNetwork } from '../../network/index.ts';
import type { Network } from '../../network/index.ts';
import { startOrgServer } from '../../org/host/index.ts';
import type { OrgServer } from '../../org/host/index.ts';

const LENS = '/visibility_transaction_search';
const HISTORY = 7;

interface Poll {
    status: string;
    problemCode: string | null;
    problemText: string | null;
    watermark: string | null;
}

let server: OrgServer;
let network: Network;
/** What to stop at the end, however far the start came. */
const started: { close: () => Promise<void> }[] = [];

async function ask<T>(path: string): Promise<T> {
    const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${server.org.adminToken}` } });
    assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
    return (await response.json()) as T;
}

async function query(soql: string): Promise<Record<string, unknown>[]> {
    const answer = await ask<{ records: Record<string, unknown>[] }>(
        `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`
    );
    return answer.records;
}

async function apex(text: string): Promise<void> {
    const result = await ask<{ success: boolean; compileProblem: string | null; exceptionMessage: string | null }>(
        `/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(text)}`
    );
    assert.equal(result.success, true, result.compileProblem ?? result.exceptionMessage ?? 'failed');
}

async function poll(): Promise<Poll | null> {
    const [row] = await query('SELECT Status__c, ProblemCode__c, ProblemText__c, WatermarkAt__c FROM NetworkPoll__c');
    if (!row) return null;
    return {
        status: String(row.Status__c),
        problemCode: row.ProblemCode__c as string | null,
        problemText: row.ProblemText__c as string | null,
        watermark: row.WatermarkAt__c as string | null
    };
}

/** Waits until nothing of a run or of its downloads is under way. */
async function settled(): Promise<Poll> {
    for (let tries = 0; tries < 300; tries++) {
        const jobs = await query(
            "SELECT Id FROM AsyncApexJob WHERE JobType = 'Queueable' AND Status IN ('Holding', 'Queued', 'Preparing', 'Processing')"
        );
        const found = await poll();
        if (jobs.length === 0 && found && found.status !== 'Running') return found;
        await wait(100);
    }
    throw new Error('The poll has not come to an end in 30 s');
}

async function run(): Promise<Poll> {
    await apex('System.enqueueJob(new tgrid.LensPollJob());');
    return await settled();
}

/** Transaction ids of the documents that Lens has, asked for directly. */
async function lensDocuments(): Promise<string[]> {
    const [key, secret] = Object.entries(network.scenario.clients)[0] ?? ['', ''];
    const granted = await fetch(`${network.url}/v1/oauth2/tokens?grant_type=client_credentials`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}` }
    });
    const { access_token: token } = (await granted.json()) as { access_token: string };
    const response = await fetch(network.url + LENS, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
            query: '{ getTransactions(query: { count: 1000, fields: { must: [{ field: transactionlevel, query: "Document" }] } }) { transactions { transactionid } } }'
        })
    });
    const { data } = (await response.json()) as {
        data: { getTransactions: { transactions: { transactionid: string }[] } };
    };
    return data.getTransactions.transactions.map((each) => each.transactionid).sort();
}

async function storedDocuments(): Promise<{ id: string; hasPayload: boolean }[]> {
    const rows = await query(
        "SELECT TransactionId__c, PayloadVersionId__c FROM TradingDocument__c WHERE Source__c = 'Lens' AND TransactionId__c != NULL ORDER BY TransactionId__c"
    );
    return rows.map((row) => ({
        id: String(row.TransactionId__c),
        hasPayload: row.PayloadVersionId__c !== null
    }));
}

async function assertNothingIsMissing(): Promise<void> {
    const stored = await storedDocuments();
    assert.deepEqual(
        stored.map(({ id }) => id),
        await lensDocuments()
    );
    assert.deepEqual(
        stored.filter(({ hasPayload }) => !hasPayload),
        []
    );
}

async function useSecret(clientSecret: string): Promise<void> {
    const [clientId = ''] = Object.keys(network.scenario.clients);
    await server.org.setCredential('TradingGrid', {
        clientId,
        clientSecret,
        endpointUrl: network.url,
        tokenUrl: `${network.url}/v1/oauth2/tokens?grant_type=client_credentials`
    });
}

const goodSecret = (): string => Object.values(network.scenario.clients)[0] ?? '';

/** Documents that arrived a while ago, so that they lie inside the next window. */
async function arrive(count: number): Promise<void> {
    for (let index = 0; index < count; index++) await network.deliver();
    // Windows end at a whole second.
    await wait(1100);
}

before(async () => {
    network = await startNetwork({ port: 0, history: HISTORY, scrollPage: 4 });
    started.push(network);
    server = await startOrgServer({ port: 0, database: null, namespace: 'tgrid', apiVersion: 67 });
    started.push(server);
    const target = { url: server.url, accessToken: server.org.adminToken };
    const report = await deploySource(await connect(target), [join(packageRoot, 'force-app/main')], '67.0');
    assert.equal(report.success, true, JSON.stringify(report.failures.slice(0, 5)));
});

after(async () => {
    for (const each of started.reverse()) await each.close();
});

test('a refused key is told on the poll, and nothing is taken for read', async () => {
    await useSecret('wrong');
    const after = await run();
    assert.equal(after.status, 'Failed');
    assert.equal(after.watermark, null);
    assert.match(after.problemText ?? '', /consumer key/);
    assert.deepEqual(await storedDocuments(), []);
});

test('the next run scrolls through the history and fetches every payload', async () => {
    await useSecret(goodSecret());
    const after = await run();
    assert.equal(after.problemText, null);
    assert.equal(after.status, 'Idle');
    assert.equal((await lensDocuments()).length, HISTORY);
    await assertNothingIsMissing();
});

test('an order found by the poll is read like one that was pushed', async () => {
    const [row] = await query(
        "SELECT COUNT(Id) processed FROM TradingDocument__c WHERE Source__c = 'Lens' AND PurchaseOrderNumber__c != NULL"
    );
    assert.equal(row?.processed, HISTORY);
});

for (const kind of ['disconnect', 'half-body', 'unavailable', 'server-error'] as const) {
    test(`${kind} in the middle of a scroll loses nothing`, async () => {
        await arrive(5);
        network.misbehave({ kind, path: LENS, after: 1, times: 1 });
        const broken = await run();
        assert.equal(broken.status, 'Failed');
        assert.match(broken.problemText ?? '', /next run/);
        network.behave();
        // 503 comes with a Retry-After of one second, before which no run begins.
        if (kind === 'unavailable') await wait(1500);
        const after = await run();
        assert.equal(after.status, 'Idle');
        await assertNothingIsMissing();
    });
}

test('a token that expires in the middle of a scroll is asked for anew', async () => {
    await arrive(3);
    network.expireTokens();
    const after = await run();
    assert.equal(after.status, 'Idle');
    await assertNothingIsMissing();
});

test('a token refused again and again in the middle of a scroll loses nothing', async () => {
    await arrive(5);
    network.misbehave({ kind: 'unauthorized', path: LENS, after: 1, times: 2 });
    const broken = await run();
    assert.equal(broken.problemCode, 'token-refused');
    network.behave();
    const after = await run();
    assert.equal(after.status, 'Idle');
    await assertNothingIsMissing();
});

test('a network that is slow to be asked is left alone for as long as it says', async () => {
    await arrive(2);
    network.misbehave({ kind: 'too-many-requests', path: LENS, times: 1, seconds: 2 });
    const limited = await run();
    assert.equal(limited.problemCode, 'rate-limited');
    const tooEarly = await run();
    assert.equal(tooEarly.problemCode, 'rate-limited');
    await wait(2500);
    const after = await run();
    assert.equal(after.status, 'Idle');
    await assertNothingIsMissing();
});

test('a page sent twice makes no document twice', async () => {
    await arrive(5);
    network.misbehave({ kind: 'repeat-page', path: LENS, times: 1 });
    const after = await run();
    assert.equal(after.status, 'Idle');
    await assertNothingIsMissing();
});

test('an entry that Lens shows late is found by the overlap', async () => {
    network.misbehave({ kind: 'late-entries', path: LENS, times: 1, seconds: 3 });
    await arrive(1);
    await run();
    assert.equal((await storedDocuments()).length, (await lensDocuments()).length);
    await wait(3000);
    await run();
    await assertNothingIsMissing();
});

test('a payload that the network cannot give yet is asked for later', async () => {
    await arrive(1);
    network.misbehave({ kind: 'server-error', path: '/content', times: 1 });
    await run();
    const [waiting] = await query(
        'SELECT PayloadAttempts__c, ErrorCode__c, ErrorText__c FROM TradingDocument__c WHERE PayloadVersionId__c = NULL'
    );
    assert.equal(waiting?.PayloadAttempts__c, 1);
    assert.equal(waiting.ErrorCode__c, 'content-missing');
    await apex(
        'List<TradingDocument__c> found = [SELECT Id FROM TradingDocument__c WHERE PayloadVersionId__c = NULL];' +
            'for (TradingDocument__c each : found) { each.PayloadNextAt__c = null; } update found;'
    );
    await run();
    await assertNothingIsMissing();
});

test('a change of state on the network reaches the document', async () => {
    await fetch(`${network.url}/__sim/misbehave`, {
        method: 'POST',
        body: JSON.stringify({ kind: 'change-status', fields: { status: 'F', errorcode: '-2' } })
    });
    await wait(1100);
    await run();
    const rows = await query("SELECT Id FROM TradingDocument__c WHERE NetworkErrorCode__c = '-2'");
    assert.equal(rows.length > 0, true);
});
