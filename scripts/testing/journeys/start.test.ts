// `npm start` as a process: it prints an address, keeps the org in a file when asked, and Ctrl-C ends it.
import assert from 'node:assert/strict';
import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { packageRoot } from '../../cli/support/project.ts';
import type { RunningOrg } from '../../cli/support/project.ts';
import { request } from '../../cli/support/salesforce.ts';
import { orderText } from '../bench/orders.ts';

const folder = mkdtempSync(join(tmpdir(), 'tgrid-start-'));
const note = join(folder, 'running.json');

after(() => {
    rmSync(folder, { recursive: true });
});

type Started = ChildProcessByStdio<null, Readable, Readable>;

function start(...flags: string[]): Started {
    const args = [join(packageRoot, 'scripts/cli/bin.js'), 'local', 'start', '--every', '0', ...flags];
    return spawn(process.execPath, args, {
        cwd: packageRoot,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, TGRID_STATE: folder }
    });
}

/** What it printed, once that matches; rejects when it ends before. */
function printed(child: Started, pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
        let text = '';
        const take = (chunk: Buffer): void => {
            text += chunk.toString();
            if (pattern.test(text)) resolve(text);
        };
        child.stdout.on('data', take);
        child.stderr.on('data', take);
        child.on('close', () => {
            reject(new Error(`It ended:\n${text}`));
        });
    });
}

async function interrupt(child: Started): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.kill('SIGINT');
    return await ended;
}

async function ordersKept(): Promise<number> {
    const { url, accessToken } = JSON.parse(readFileSync(note, 'utf8')) as RunningOrg;
    const soql = 'SELECT COUNT() FROM PurchaseOrder__c';
    const { body } = await request(
        { url, accessToken },
        'GET',
        `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`
    );
    return (body as { totalSize: number }).totalSize;
}

test('a file keeps the org between two runs, and Ctrl-C ends each', async () => {
    const database = join(folder, 'org.db');
    const first = start('--port', '0', '--db', database);
    const text = await printed(first, /Ctrl-C stops/);
    assert.match(text, /http:\/\/127\.0\.0\.1:\d+\/lightning\/r\/Account\/\w{18}\/view/);
    const { url, accessToken } = JSON.parse(readFileSync(note, 'utf8')) as RunningOrg;
    const sent = await request(
        { url, accessToken },
        'POST',
        '/services/apexrest/tgrid/v1/documents',
        orderText(1),
        'text/plain'
    );
    assert.equal(sent.status, 202);
    const end = Date.now() + 30_000;
    while ((await ordersKept()) === 0 && Date.now() < end) await wait(100);
    assert.equal(await interrupt(first), 0);
    assert.equal(existsSync(note), false);

    const second = start('--port', '0', '--db', database);
    await printed(second, /Ctrl-C stops/);
    assert.equal(await ordersKept(), 1);
    assert.equal(await interrupt(second), 0);
});

test('a port that is taken is named, with what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const child = start('--port', String(port));
    await assert.rejects(
        printed(child, /Ctrl-C stops/),
        new RegExp(`Port ${String(port)} is taken\\. Choose another with\\s+--port`)
    );
    other.close();
});
