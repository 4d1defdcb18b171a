// What one batch of events costs in governor limits, for 1, 10, 200 and 500 orders in it.
import { loadDemoData } from '../../cli/local/demoData.ts';
import { packagedOrg, postRest } from '../../cli/support/inProcessOrg.ts';
import type { PackagedOrg } from '../../cli/support/inProcessOrg.ts';
import { inProcessDemoOrg } from './inProcessDemo.ts';
import { orderText } from './orders.ts';
import type { TransactionUsage } from '../../org/index.ts';

export interface Footprint extends Omit<TransactionUsage, 'kind'> {
    orders: number;
    /** Transactions that the batch took: the handler goes on from a checkpoint after 200 documents. */
    transactions: number;
}

const SIZES = [1, 10, 200, 500];

export async function measureFootprint(): Promise<Footprint[]> {
    const packaged = packagedOrg();
    try {
        await loadDemoData(inProcessDemoOrg(packaged.org));
        let serial = 0;
        return SIZES.map((orders) => {
            for (let at = 0; at < orders; at++) receive(packaged, serial++);
            return { orders, ...usageOfBatch(packaged) };
        });
    } finally {
        packaged.org.close();
    }
}

function receive(packaged: PackagedOrg, serial: number): void {
    const reply = postRest(packaged, '/v1/documents', new TextEncoder().encode(orderText(serial)));
    if (reply.status !== 202)
        throw new Error(`The intake answered ${String(reply.status)}: ${new TextDecoder().decode(reply.body)}`);
}

/** The usage of the largest transaction that handles the waiting events; they wait together, so they are one batch. */
function usageOfBatch({ org }: PackagedOrg): Omit<Footprint, 'orders'> {
    const usages: TransactionUsage[] = [];
    const stop = org.onTransaction((usage) => usages.push(usage));
    org.pump();
    stop();
    const batches = usages.filter(({ kind }) => kind === 'Trigger');
    if (batches.length === 0) throw new Error('No event trigger ran');
    const { kind: _, ...most } = batches.reduce((a, b) => (b.cpuTime > a.cpuTime ? b : a));
    return { transactions: batches.length, ...most };
}
