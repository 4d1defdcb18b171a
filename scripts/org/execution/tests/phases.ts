// Test.startTest and Test.stopTest: fresh limits between them, and the asynchronous work run at the end.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_tools_start_stop_test.htm
import { resetCpu, restoreCpu, saveCpu } from '../../apex/index.ts';
import { throwApex } from '../../apex/runtime/exceptions.ts';
import type { OrgContext } from '../context.ts';
import { LimitCounter } from '../limits.ts';

export function startTest(org: OrgContext): void {
    const { tx } = org;
    if (!tx.isTest) throwApex('System.TypeException', 'Test.startTest() can only be called from a test');
    if (tx.testPhase !== 'before') throwApex('System.FinalException', 'Testing already started');
    tx.testPhase = 'started';
    tx.limitStack.push(tx.limits);
    tx.limits = new LimitCounter(false);
    tx.cpuBefore = saveCpu();
    resetCpu(10_000);
    // Work done before is set up, not the transaction under test.
    tx.uncommittedWork = false;
}

export function stopTest(org: OrgContext): void {
    const { tx } = org;
    if (tx.testPhase !== 'started') throwApex('System.FinalException', 'Testing has not started');
    tx.testPhase = 'stopped';
    try {
        org.deliverTestEvents();
        org.runTestJobs();
    } finally {
        const outer = tx.limitStack.pop();
        if (outer) tx.limits = outer;
        if (tx.cpuBefore) restoreCpu(tx.cpuBefore);
    }
}
