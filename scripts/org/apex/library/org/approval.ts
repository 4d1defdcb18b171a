// System.Approval and its results. The local org has no approval processes and no record locks: asking for one says so. Results can
// be made by JSON.deserialize, as tests do.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_Approval.htm
import { ApexList } from '../../runtime/collections.ts';
import { unsupported } from '../../runtime/exceptions.ts';
import { type NativeClass, nativeClass } from '../native.ts';
import { Outcome, outcomeClass } from './dmlResults.ts';

export class LockResult extends Outcome {
    static $native = 'Approval.LockResult';
}
export class UnlockResult extends Outcome {
    static $native = 'Approval.UnlockResult';
}
export class ProcessResult extends Outcome {
    static $native = 'Approval.ProcessResult';
}

const noLocks = (): never => unsupported('Approval: the local org locks no records');
const noProcess = (): never => unsupported('Approval: the local org has no approval processes');

export const approvalClasses: readonly NativeClass[] = [
    nativeClass({
        name: 'System.Approval',
        statics: {
            'Boolean isLocked(Id recordId)': noLocks,
            'Boolean isLocked(SObject record)': noLocks,
            'Map<Id,Boolean> isLocked(List<Id> ids)': noLocks,
            'Map<Id,Boolean> isLocked(List<SObject> records)': noLocks,
            'Approval.LockResult lock(Id recordId)': noLocks,
            'Approval.LockResult lock(SObject record)': noLocks,
            'List<Approval.LockResult> lock(List<SObject> records)': noLocks,
            'List<Approval.LockResult> lock(List<SObject> records, Boolean allOrNothing)': noLocks,
            'Approval.ProcessResult process(Approval.ProcessRequest request)': noProcess,
            'Approval.ProcessResult process(Approval.ProcessRequest request, Boolean allOrNone)': noProcess,
            'List<Approval.ProcessResult> process(List<Approval.ProcessRequest> requests)': noProcess,
            'Approval.UnlockResult unlock(Id recordId)': noLocks,
            'Approval.UnlockResult unlock(SObject record)': noLocks,
            'List<Approval.UnlockResult> unlock(List<SObject> records)': noLocks,
            'List<Approval.UnlockResult> unlock(List<SObject> records, Boolean allOrNothing)': noLocks
        }
    }),
    nativeClass({ name: 'Approval.ProcessRequest', virtual: true }),
    nativeClass({
        name: 'Approval.ProcessSubmitRequest',
        superclass: 'Approval.ProcessRequest',
        constructors: { '()': noProcess }
    }),
    nativeClass({
        name: 'Approval.ProcessWorkitemRequest',
        superclass: 'Approval.ProcessRequest',
        constructors: { '()': noProcess }
    }),
    outcomeClass(LockResult),
    outcomeClass(UnlockResult),
    outcomeClass(ProcessResult, {
        'String getEntityId()': (self: Outcome) => self.result.id,
        'String getInstanceId()': () => null,
        'String getInstanceStatus()': () => null,
        'List<Id> getNewWorkitemIds()': () => ApexList.of('Id', [])
    })
];
