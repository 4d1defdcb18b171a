// What DML methods of Database return.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database_saveresult.htm
import { ApexList } from '../../runtime/collections.ts';
import type { DmlResult } from '../../runtime/platform.ts';
import { DatabaseError } from '../core/databaseError.ts';
import { nativeClass, type NativeClass, type NativeFunction } from '../native.ts';

/** Common to the results; the subclasses name their Apex class. */
export class Outcome {
    readonly result: DmlResult;
    constructor(result: DmlResult) {
        this.result = result;
    }
    get errors(): ApexList<DatabaseError> {
        return ApexList.of(
            'Database.Error',
            this.result.errors.map((error) => new DatabaseError(error))
        );
    }
    toString(): string {
        const errors = this.result.success ? [] : this.errors.items;
        const name = (this.constructor as unknown as { $native: string }).$native;
        return `${name}[getErrors=(${errors.join(', ')});getId=${this.result.id};isSuccess=${this.result.success};]`;
    }
}

export class SaveResult extends Outcome {
    static $native = 'Database.SaveResult';
}
export class UpsertResult extends Outcome {
    static $native = 'Database.UpsertResult';
}
export class DeleteResult extends Outcome {
    static $native = 'Database.DeleteResult';
}
export class UndeleteResult extends Outcome {
    static $native = 'Database.UndeleteResult';
}
export class MergeResult extends Outcome {
    static $native = 'Database.MergeResult';
}
export class EmptyRecycleBinResult extends Outcome {
    static $native = 'Database.EmptyRecycleBinResult';
}

export function outcomeClass(
    kind: new (result: DmlResult) => Outcome,
    more: Record<string, NativeFunction> = {},
    properties: NativeClass['properties'] = {}
): NativeClass {
    return nativeClass({
        name: (kind as unknown as { $native: string }).$native,
        methods: {
            'List<Database.Error> getErrors()': (self: Outcome) => self.errors,
            'Id getId()': (self: Outcome) => self.result.id,
            'Boolean isSuccess()': (self: Outcome) => self.result.success,
            ...more
        },
        properties: {
            'List<Database.Error> errors': { get: (self: Outcome) => self.errors },
            'Id id': { get: (self: Outcome) => self.result.id },
            'Boolean success': { get: (self: Outcome) => self.result.success },
            ...properties
        },
        isInstance: (value) => value instanceof kind
    });
}

export const saveResult = outcomeClass(SaveResult);
export const deleteResult = outcomeClass(DeleteResult);
export const undeleteResult = outcomeClass(UndeleteResult);
export const emptyRecycleBinResult = outcomeClass(EmptyRecycleBinResult);
const isCreated = (self: Outcome): boolean => self.result.created;
export const upsertResult = outcomeClass(
    UpsertResult,
    { 'Boolean isCreated()': isCreated },
    { 'Boolean created': { get: isCreated } }
);
export const mergeResult = outcomeClass(MergeResult, {
    'List<Id> getMergedRecordIds()': (self: Outcome) =>
        ApexList.of('Id', self.result.merged ? [self.result.merged] : []),
    'List<Id> getUpdatedRelatedIds()': (self: Outcome) => ApexList.of('Id', self.result.related ?? [])
});
