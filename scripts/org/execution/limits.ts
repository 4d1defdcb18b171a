// Governor limits, counted per transaction as Salesforce counts them.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm
import { throwApex } from '../apex/runtime/exceptions.ts';
import type { LimitName } from '../apex/runtime/platform.ts';

interface LimitRow {
    sync: number;
    async: number;
    /** `Too many SOQL queries: 101`; null for limits that other code throws. */
    text: string | null;
}

const MB = 1_000_000;

const table: Record<LimitName, LimitRow> = {
    queries: { sync: 100, async: 200, text: 'Too many SOQL queries' },
    aggregateQueries: { sync: 300, async: 300, text: 'Too many Aggregate queries' },
    queryRows: { sync: 50_000, async: 50_000, text: 'Too many query rows' },
    queryLocatorRows: { sync: 10_000, async: 10_000, text: 'Too many query locator rows' },
    soslQueries: { sync: 20, async: 20, text: 'Too many SOSL queries' },
    dmlStatements: { sync: 150, async: 150, text: 'Too many DML statements' },
    dmlRows: { sync: 10_000, async: 10_000, text: 'Too many DML rows' },
    callouts: { sync: 100, async: 100, text: 'Too many callouts' },
    cpuTime: { sync: 10_000, async: 60_000, text: null },
    heapSize: { sync: 6 * MB, async: 12 * MB, text: null },
    emailInvocations: { sync: 10, async: 10, text: 'Too many Email Invocations' },
    futureCalls: { sync: 50, async: 0, text: 'Too many future calls' },
    queueableJobs: { sync: 50, async: 1, text: 'Too many queueable jobs added to the queue' },
    mobilePushApexCalls: { sync: 10, async: 10, text: 'Too many mobile push Apex calls' },
    publishImmediateDml: { sync: 150, async: 150, text: 'Too many EventBus.publish calls' },
    asyncCalls: { sync: 200, async: 200, text: 'Too many async calls' },
    fetchCallsOnApexCursor: { sync: 10, async: 10, text: 'Too many fetch calls on Apex cursor' },
    apexCursorRows: { sync: 50_000_000, async: 50_000_000, text: 'Too many Apex cursor rows' }
};

/** What one transaction, or one half of a test, has used. */
export class LimitCounter {
    readonly async: boolean;
    readonly used: Record<LimitName, number>;
    constructor(async: boolean) {
        this.async = async;
        this.used = Object.fromEntries(Object.keys(table).map((name) => [name, 0])) as Record<LimitName, number>;
    }

    max(name: LimitName): number {
        return this.async ? table[name].async : table[name].sync;
    }

    /** Counts, and throws System.LimitException with the platform's text when the limit is passed. */
    count(name: LimitName, by: number): void {
        this.used[name] += by;
        const { text } = table[name];
        if (text !== null && this.used[name] > this.max(name))
            throwApex('System.LimitException', `${text}: ${this.used[name]}`);
    }
}
