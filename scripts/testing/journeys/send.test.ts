// `npm run tgrid -- document send` against a running local org: good documents, bad ones, and one sent twice.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { SendReport } from '../../cli/commands/tgrid/document/send.ts';
import { startLocal } from '../../cli/local/start.ts';
import type { StartedLocal } from '../../cli/local/start.ts';
import { packageRoot } from '../../cli/support/project.ts';
import { orderText } from '../bench/orders.ts';

let folder = '';
let local: StartedLocal;

before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tgrid-send-'));
    process.env.TGRID_STATE = folder;
    local = await startLocal({ port: 0, database: null, everySeconds: 0, say: () => undefined });
});

after(async () => {
    await local.stop();
    delete process.env.TGRID_STATE;
    rmSync(folder, { recursive: true });
});

function tgrid(...args: string[]): Promise<{ code: number | null; stdout: string }> {
    return new Promise((resolve) => {
        const child = spawn(process.execPath, [join(packageRoot, 'scripts/cli/bin.js'), ...args], { cwd: packageRoot });
        let stdout = '';
        child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
        child.on('close', (code) => {
            resolve({ code, stdout });
        });
    });
}

async function send(name: string, text: string): Promise<{ code: number | null; report: SendReport }> {
    const file = join(folder, name);
    writeFileSync(file, text);
    const { code, stdout } = await tgrid('document', 'send', file, '--json');
    const [report] = JSON.parse(stdout) as SendReport[];
    assert.ok(report);
    return { code, report };
}

const states = ({ documents }: SendReport): (string | null)[] => documents.map(({ state }) => state);

test('an order becomes a record', async () => {
    const { code, report } = await send('order.edi', orderText(1));
    assert.equal(code, 0);
    assert.equal(report.status, 202);
    const [document] = report.documents;
    assert.equal(document?.state, 'Processed');
    assert.equal(document.documentNumber, 'BENCH1');
    assert.equal(document.lineCount, 10);
    assert.match(String(document.purchaseOrderId), /^\w{18}$/);
});

test('the same order again is a duplicate and makes nothing', async () => {
    const { report } = await send('again.edi', orderText(1));
    assert.deepEqual(states(report), ['Duplicate']);
    assert.equal(report.documents[0]?.purchaseOrderId ?? null, null);
});

test('what is no EDI is kept with its problem', async () => {
    const { report } = await send('note.txt', 'Dear supplier, please send ten tents.');
    assert.deepEqual(states(report), ['Failed']);
    assert.equal(report.documents[0]?.errorCode, 'unknown-format');
});

test('a truncated interchange is read as far as it goes and says so', async () => {
    const whole = orderText(3);
    const { report } = await send('cut.edi', whole.slice(0, whole.indexOf('PO1*6')));
    assert.equal(report.documents.length, 1);
    const steps = JSON.stringify(report.documents[0]?.steps);
    assert.match(steps, /set-truncated/);
});

test('a sender whom nobody knows is staged', async () => {
    const { report } = await send('stranger.edi', orderText(4).replaceAll('DEMORETAILER   ', 'NOBODYATALL    '));
    assert.deepEqual(states(report), ['Staged']);
});

test('an empty body is refused and the exit code says so', async () => {
    const { code, report } = await send('empty.edi', '');
    assert.equal(code, 1);
    assert.ok(report.status >= 400 && report.status < 500, String(report.status));
    assert.match(report.error?.message ?? '', /no body/);
});

test('the table names the file, the state and what it became', async () => {
    const file = join(folder, 'order.edi');
    writeFileSync(file, orderText(9));
    const { stdout } = await tgrid('document', 'send', file);
    assert.match(stdout, /^File\s+Type\s+State\s+Number\s+Became/m);
    assert.match(stdout, /order\.edi\s+850\s+Processed\s+BENCH9\s+\S+/);
});

test('every sample that is an order is taken', async () => {
    const files = ['order.850.edi', 'order.orders.edi', 'order.ubl.xml'].map((name) =>
        join(packageRoot, 'config/samples', name)
    );
    for (const file of files) assert.ok(readFileSync(file).length > 0);
    const { stdout } = await tgrid('document', 'send', ...files, '--json');
    const reports = JSON.parse(stdout) as SendReport[];
    assert.deepEqual(
        reports.map(({ status }) => status),
        [202, 202, 202]
    );
});

test('setup schedules the jobs of the package once', async () => {
    const { code, stdout } = await tgrid('setup', '--json');
    assert.equal(code, 0);
    const { jobs } = JSON.parse(stdout) as { jobs: { className: string; state: string }[] };
    assert.ok(jobs.some(({ className }) => className === 'LensPollJob'));
    assert.deepEqual(new Set(jobs.map(({ state }) => state)), new Set(['AlreadyScheduled']));
});
