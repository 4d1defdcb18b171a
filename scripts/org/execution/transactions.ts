// Transactions run one at a time: begun with their limits, committed or rolled back, and settled, when their events and jobs
// begin to wait.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_transaction.htm
import { cpuMs, resetCpu, restoreCpu, saveCpu, setPlatform } from '../apex/index.ts';
import type { TransactionUsage } from './api.ts';
import type { OrgContext } from './context.ts';
import type { Transaction } from './transaction.ts';

const SYNCHRONOUS_CPU = 10_000;
const ASYNCHRONOUS_CPU = 60_000;

export class Transactions {
    readonly #org: OrgContext;
    current: Transaction | null = null;
    readonly #usageListeners = new Set<(usage: TransactionUsage) => void>();
    /** Transactions whose events and jobs wait for the end of `atomically`; null outside it. */
    #held: Transaction[] | null = null;

    constructor(org: OrgContext) {
        this.#org = org;
    }

    /** Runs the body as the current transaction, without a commit of its own. */
    within<T>(transaction: Transaction, body: () => T): T {
        const outer = this.current;
        const cpu = saveCpu();
        setPlatform(this.#org.platform);
        this.current = transaction;
        resetCpu(transaction.limits.async ? ASYNCHRONOUS_CPU : SYNCHRONOUS_CPU);
        try {
            return body();
        } finally {
            this.current = outer;
            restoreCpu(cpu);
        }
    }

    run<T>(transaction: Transaction, body: () => T): T {
        const { store } = this.#org;
        this.#org.program.resetStatics();
        const mark = this.#held ? store.savepoint() : null;
        if (mark === null) store.begin();
        let result: T;
        try {
            result = this.within(transaction, () => {
                const value = body();
                transaction.limits.used.cpuTime = cpuMs();
                return value;
            });
            if (mark === null) store.commit();
            else store.release(mark);
        } catch (error) {
            if (mark === null) store.rollback();
            else store.rollbackTo(mark);
            this.#org.access.forget();
            throw error;
        }
        if (this.#held) this.#held.push(transaction);
        else this.#settle(transaction);
        this.#tellUsage(transaction);
        return result;
    }

    async atomically<T>(body: () => Promise<T>): Promise<T> {
        if (this.#held) return await body();
        const { store } = this.#org;
        const held: Transaction[] = [];
        this.#held = held;
        store.begin();
        try {
            const result = await body();
            store.commit();
            for (const transaction of held) this.#settle(transaction);
            return result;
        } catch (error) {
            store.rollback();
            this.#org.access.forget();
            throw error;
        } finally {
            this.#held = null;
        }
    }

    onUsage(listener: (usage: TransactionUsage) => void): () => void {
        this.#usageListeners.add(listener);
        return () => {
            this.#usageListeners.delete(listener);
        };
    }

    #tellUsage({ kind, limits }: Transaction): void {
        const { queries, queryRows, dmlStatements, dmlRows, cpuTime } = limits.used;
        for (const listener of this.#usageListeners)
            listener({ kind, queries, queryRows, dmlStatements, dmlRows, cpuTime });
    }

    /** What a committed transaction leaves to be done. */
    #settle(transaction: Transaction): void {
        this.#org.jobs.waiting.push(...transaction.pendingJobs);
        this.within(transaction, () => {
            this.#org.events.accept(transaction.pendingEvents);
        });
    }
}
