// Events and jobs inside a test: run at Test.stopTest and Test.getEventBus().deliver(), each in a transaction inside the
// test's own, with fresh limits and user but the same statics, mocks and rows.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_tools_start_stop_test.htm
import type { Job } from './async/job.ts';
import { runJob } from './async/run.ts';
import type { OrgContext } from './context.ts';
import type { RequestKind } from './transaction.ts';
import type { Transactions } from './transactions.ts';

export class TestWork {
    readonly #org: OrgContext;
    readonly #transactions: Transactions;

    constructor(org: OrgContext, transactions: Transactions) {
        this.#org = org;
        this.#transactions = transactions;
    }

    #inside<T>(kind: RequestKind, userId: string, job: Job | null, body: () => T): T {
        const { store, tx: outer } = this.#org;
        const transaction = this.#org.newTransaction(kind, userId, { isTest: true, async: true });
        transaction.job = job;
        transaction.log = outer.log;
        for (const [name, mock] of outer.mocks) transaction.mocks.set(name, mock);
        transaction.searchResults = outer.searchResults;
        transaction.testPhase = 'stopped';
        const savepoint = store.savepoint();
        try {
            return this.#transactions.within(transaction, body);
        } catch (error) {
            store.rollbackTo(savepoint);
            this.#org.access.forget();
            transaction.pendingEvents = [];
            transaction.pendingJobs = [];
            throw error;
        } finally {
            store.release(savepoint);
            outer.pendingEvents.push(...transaction.pendingEvents);
            outer.pendingJobs.push(...transaction.pendingJobs);
        }
    }

    readonly #asTrigger = (userId: string, body: () => void): void => {
        this.#inside('Trigger', userId, null, body);
    };

    deliverEvents(): void {
        const { events, tx } = this.#org;
        events.accept(tx.pendingEvents.splice(0));
        for (let waiting = events.deliveries.filter((item) => item.test).length; waiting > 0; waiting--)
            events.deliverNext(this.#asTrigger, true);
        this.#notify();
    }

    failEvents(): void {
        const { events, tx } = this.#org;
        events.fail(tx.pendingEvents.splice(0));
        this.#notify();
    }

    #notify(): void {
        while (this.#org.events.notifyNext(this.#asTrigger));
    }

    runJobs(): void {
        const { tx } = this.#org;
        for (let job = tx.pendingJobs.shift(); job; job = tx.pendingJobs.shift()) {
            runJob(this.#org, job, (kind, running, body) => this.#inside(kind, running.userId, running, body));
            if (tx.pendingEvents.length > 0) this.deliverEvents();
        }
    }
}
