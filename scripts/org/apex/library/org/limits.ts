// System.Limits: what the transaction used and may use.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_limits.htm
import type { LimitName } from '../../runtime/platform.ts';
import { platform } from '../../runtime/platform.ts';
import { cpuMs } from '../../runtime/statics.ts';
import { nativeClass, type NativeFunction } from '../native.ts';

const names: Record<string, LimitName> = {
    AggregateQueries: 'aggregateQueries',
    AsyncCalls: 'asyncCalls',
    Callouts: 'callouts',
    CpuTime: 'cpuTime',
    DmlRows: 'dmlRows',
    DmlStatements: 'dmlStatements',
    EmailInvocations: 'emailInvocations',
    FetchCallsOnApexCursor: 'fetchCallsOnApexCursor',
    ApexCursorRows: 'apexCursorRows',
    FutureCalls: 'futureCalls',
    HeapSize: 'heapSize',
    MobilePushApexCalls: 'mobilePushApexCalls',
    PublishImmediateDml: 'publishImmediateDml',
    PublishImmediateDML: 'publishImmediateDml',
    Queries: 'queries',
    QueryLocatorRows: 'queryLocatorRows',
    QueryRows: 'queryRows',
    QueueableJobs: 'queueableJobs',
    SoslQueries: 'soslQueries'
};

/** CPU time comes from the counted ticks of the code; heap is not measured and reads as a small constant share. */
function used(name: LimitName): number {
    if (name === 'cpuTime') return cpuMs();
    return platform().limit(name).used;
}

const statics: Record<string, NativeFunction> = {};
for (const [label, name] of Object.entries(names)) {
    if (label === 'PublishImmediateDml') continue;
    statics[`Integer get${label}()`] = () => used(name);
    statics[`Integer getLimit${label}()`] = () => platform().limit(name).max;
}
statics['Integer getScriptStatements()'] = () => 0;
statics['Integer getLimitScriptStatements()'] = () => 200_000;
statics['Integer getFieldsDescribes()'] = () => 0;
statics['Integer getFindSimilarCalls()'] = () => 0;
statics['Integer getLimitFindSimilarCalls()'] = () => 0;
statics['Integer getRunAs()'] = () => 0;
statics['Integer getLimitRunAs()'] = () => 0;

export const limits = nativeClass({ name: 'System.Limits', statics });
