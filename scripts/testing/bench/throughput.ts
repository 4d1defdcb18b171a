// Documents per second from HTTP POST to committed order with ten lines, beside the plain baseline.
import { startLocal } from '../../cli/local/start.ts';
import { request } from '../../cli/support/salesforce.ts';
import type { Target } from '../../cli/support/salesforce.ts';
import { PlainOrders } from './baseline.ts';
import { orderText } from './orders.ts';

const WARM = 20;
const ORDERS = 200;

export interface Throughput {
    orders: number;
    documentsPerSecond: number;
    baselinePerSecond: number;
    /** Baseline per second ÷ ours. */
    ratio: number;
}

export async function measureThroughput(say: (line: string) => void): Promise<Throughput> {
    const local = await startLocal({ port: 0, database: null, everySeconds: 0, say });
    try {
        const target: Target = { url: local.url, accessToken: local.accessToken };
        await send(target, 0, WARM);
        const began = performance.now();
        await send(target, WARM, ORDERS);
        const documentsPerSecond = (ORDERS * 1000) / (performance.now() - began);
        const baselinePerSecond = measureBaseline();
        return { orders: ORDERS, documentsPerSecond, baselinePerSecond, ratio: baselinePerSecond / documentsPerSecond };
    } finally {
        await local.stop();
    }
}

/** Posts orders one after another and waits until all of them stand as records. */
async function send(target: Target, first: number, count: number): Promise<void> {
    for (let serial = first; serial < first + count; serial++) {
        const { status, body } = await request(
            target,
            'POST',
            '/services/apexrest/tgrid/v1/documents',
            orderText(serial),
            'application/octet-stream'
        );
        if (status !== 202) throw new Error(`The intake answered ${String(status)}: ${JSON.stringify(body)}`);
    }
    const end = Date.now() + 120_000;
    while ((await ordersIn(target)) < first + count) {
        if (Date.now() > end)
            throw new Error(`Only ${String(await ordersIn(target))} of ${String(first + count)} orders were made`);
    }
}

async function ordersIn(target: Target): Promise<number> {
    const soql =
        "SELECT COUNT() FROM TradingDocument__c WHERE DocumentNumber__c LIKE 'BENCH%' AND ProcessingState__c = 'Processed'";
    const { body } = await request(target, 'GET', `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`);
    return (body as { totalSize: number }).totalSize;
}

function measureBaseline(): number {
    const plain = new PlainOrders();
    for (let serial = 0; serial < WARM; serial++) plain.take(orderText(serial));
    const texts = Array.from({ length: ORDERS }, (_, at) => orderText(WARM + at));
    const began = performance.now();
    for (const text of texts) plain.take(text);
    const perSecond = (ORDERS * 1000) / (performance.now() - began);
    plain.close();
    return perSecond;
}
