// Work that waits between transactions, one piece at a time: batches of events, callbacks of their publishing, then jobs.
import { runJob } from './async/run.ts';
import type { OrgContext } from './context.ts';
import type { Transactions } from './transactions.ts';

/** Runs one due piece of work; false when none is. */
export function runOne(org: OrgContext, transactions: Transactions): boolean {
    const asTrigger = (userId: string, body: () => void): void => {
        org.run(org.newTransaction('Trigger', userId, { async: true }), body);
    };
    if (org.events.deliverNext(asTrigger) || org.events.notifyNext(asTrigger)) return true;
    const job = org.jobs.take(org.now());
    if (!job) return false;
    // The rows of AsyncApexJob are written outside the job's own transaction.
    const outer = org.newTransaction('Api', job.userId);
    transactions.within(outer, () => {
        try {
            runJob(org, job, (kind, running, body) => {
                const transaction = org.newTransaction(kind, running.userId, { async: true });
                transaction.job = running;
                return org.run(transaction, body);
            });
        } catch (error) {
            org.warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
        }
    });
    org.jobs.waiting.push(...outer.pendingJobs);
    return true;
}

/** When the next piece of work is due; null when none waits. */
export function nextDue({ events, jobs }: OrgContext): number | null {
    const times = [...events.deliveries.map(({ due }) => due), jobs.nextDue()].filter((due) => due !== null);
    return times.length === 0 ? null : Math.min(...times);
}
