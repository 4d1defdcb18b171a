// Sends every real order of a folder into a local org, one org a file, and compares the purchase orders it makes with the
// folder's EXPECTED.jsonl. `node scripts/testing/conformanceOrders.ts [--data DIR] [--json]`; DIR defaults to ../shared/data/edi.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packagedOrg, postRest } from '../cli/support/inProcessOrg.ts';
import type { PackagedOrg } from '../cli/support/inProcessOrg.ts';
import type { SObject } from '../org/values/index.ts';
import { differences } from './ediExpectations.ts';
import type { Expectation, ReadAnswer, ReadDocument } from './ediExpectations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ORDERS: ReadonlySet<string> = new Set(['850', '875', 'ORDERS']);
/** What a purchase order holds of a document; parties and references stay with the document. */
const COMPARED = /^(number|date|currency|line|total)/;

interface Row {
    path: string;
    orders: number;
    equal: number;
    differences: string[];
}

function text(value: unknown): string | null {
    return value === null || value === undefined ? null : String(value as { toString(): string });
}

function asRead(order: SObject): ReadDocument {
    const { values } = order;
    return {
        type: null,
        number: text(values.PurchaseOrderNumber__c),
        date: text(values.OrderDate__c),
        currency: text(values.CurrencyCode__c),
        lineCount: Number(text(values.LineCount__c) ?? 0),
        totalQuantity: text(values.TotalQuantity__c),
        totalAmount: text(values.Amount__c) ?? text(values.LinesAmount__c),
        references: {},
        parties: []
    };
}

/** Makes the sender a partner, as an administrator would before its first order. */
function addPartner({ org }: PackagedOrg, sender: string | null): void {
    const [qualifier = '', identifier = ''] = (sender ?? '').includes(':')
        ? (sender ?? '').split(/:(.*)/)
        : ['', sender ?? ''];
    const insert = (object: string, values: Record<string, unknown>): string => {
        const record = org.newRecord(object);
        Object.assign(record.values, values);
        return org.dml('insert', [record], { allOrNone: true })[0]?.id ?? '';
    };
    const account = insert('Account', { Name: 'Sender' });
    const partner = insert('TradingPartner__c', { Name: 'Sender', Status__c: 'Active', Account__c: account });
    insert('TradingIdentifier__c', {
        TradingPartner__c: partner,
        Qualifier__c: qualifier || null,
        Identifier__c: identifier
    });
}

const FIELDS =
    'PurchaseOrderNumber__c, OrderDate__c, CurrencyCode__c, LineCount__c, TotalQuantity__c, Amount__c, LinesAmount__c';

function sendOne(path: string, payload: Uint8Array, expected: readonly Expectation[]): Row {
    const packaged = packagedOrg();
    try {
        const read = JSON.parse(new TextDecoder().decode(postRest(packaged, '/v1/read', payload).body)) as ReadAnswer;
        addPartner(packaged, read.envelope.sender);
        postRest(packaged, '/v1/documents', payload);
        packaged.org.pump();
        const orders = packaged.org.query(`SELECT ${FIELDS} FROM PurchaseOrder__c`).map(asRead);
        const row: Row = { path, orders: expected.length, equal: 0, differences: [] };
        for (const one of expected) {
            const number = read.documents[one.index]?.number ?? null;
            const order = orders.find((candidate) => candidate.number === number);
            const found = order
                ? differences(one, order).filter((line) => COMPARED.test(line))
                : [`no purchase order ${String(number)}: ${whyNot(packaged)}`];
            if (found.length === 0) row.equal++;
            row.differences.push(...found);
        }
        return row;
    } finally {
        packaged.org.close();
    }
}

function whyNot({ org }: PackagedOrg): string {
    return org
        .query('SELECT ProcessingState__c, ErrorText__c FROM TradingDocument__c')
        .map(({ values }) => `${text(values.ProcessingState__c) ?? ''} ${text(values.ErrorText__c) ?? ''}`)
        .join('; ');
}

const { values: flags } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'boolean' } } });
const data = flags.data ?? join(root, '../shared/data/edi');
if (!existsSync(join(data, 'EXPECTED.jsonl'))) {
    console.error(`No EXPECTED.jsonl in ${data}. Name the folder with --data.`);
    process.exit(2);
}
const byPath = new Map<string, Expectation[]>();
for (const line of readFileSync(join(data, 'EXPECTED.jsonl'), 'utf8').trim().split('\n')) {
    const entry = JSON.parse(line) as Expectation & { origin: string };
    if (entry.origin !== 'computed' || !ORDERS.has(entry.type)) continue;
    byPath.set(entry.path, [...(byPath.get(entry.path) ?? []), entry]);
}
const rows = [...byPath].map(([path, expected]) => sendOne(path, readFileSync(join(data, path)), expected));
const total = rows.reduce((sum, row) => sum + row.orders, 0);
const equal = rows.reduce((sum, row) => sum + row.equal, 0);
if (flags.json) console.log(JSON.stringify({ total, equal, rows }, null, 2));
else {
    for (const row of rows.filter(({ differences: found }) => found.length > 0)) {
        console.log(`${row.path}\n  ${row.differences.join('\n  ')}`);
    }
    console.log(`${String(equal)} of ${String(total)} orders equal in Salesforce, ${String(rows.length)} files`);
}
