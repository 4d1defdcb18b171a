// System.Security.stripInaccessible: copies of records without the fields that the user may not read, create or update.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Security.htm
import {
    type FieldDescribe,
    type ObjectDescribe,
    childRelationship,
    fieldOf,
    referenceByRelationship
} from '../../../metadata/describe.ts';
import { SObject } from '../../../values/index.ts';
import { ApexList, ApexMap, ApexSet } from '../../runtime/collections.ts';
import type { ApexEnum } from '../../runtime/enums.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';

class SObjectAccessDecision {
    static $native = 'System.SObjectAccessDecision';
    readonly records: ApexList<SObject>;
    readonly removed: Map<string, Set<string>>;
    readonly modified: number[];
    constructor(records: ApexList<SObject>, removed: Map<string, Set<string>>, modified: number[]) {
        this.records = records;
        this.removed = removed;
        this.modified = modified;
    }
}

type Check = 'CREATABLE' | 'READABLE' | 'UPDATABLE' | 'UPSERTABLE';

/** Does the user lack the object for this kind of access? */
function closedObject(check: Check, object: ObjectDescribe): boolean {
    const rights = platform().rights(object.name, null);
    if (check === 'READABLE') return !rights.read;
    if (check === 'CREATABLE') return !(rights.create && object.createable);
    if (check === 'UPDATABLE') return !(rights.edit && object.updateable);
    return !(rights.create && rights.edit);
}

function closedField(check: Check, object: ObjectDescribe, field: FieldDescribe): boolean {
    // The Id is never taken away.
    if (field.name === 'Id') return false;
    const rights = platform().rights(object.name, field.name);
    if (check === 'READABLE') return !rights.read;
    if (check === 'CREATABLE') return !(rights.create && field.createable);
    if (check === 'UPDATABLE') return !(rights.edit && field.updateable);
    return !(rights.create && field.createable && rights.edit && field.updateable);
}

class Stripping {
    readonly check: Check;
    readonly removed = new Map<string, Set<string>>();
    readonly #closed = new Map<string, boolean>();
    constructor(check: Check) {
        this.check = check;
    }

    #isClosed(object: ObjectDescribe, field: FieldDescribe): boolean {
        const key = `${object.name}.${field.name}`;
        let closed = this.#closed.get(key);
        if (closed === undefined) this.#closed.set(key, (closed = closedField(this.check, object, field)));
        return closed;
    }

    #remove(object: ObjectDescribe, name: string): void {
        const names = this.removed.get(object.name) ?? new Set<string>();
        this.removed.set(object.name, names.add(name));
    }

    /** The copy, and whether anything is missing from it. */
    strip(record: SObject): { copy: SObject; changed: boolean } {
        const { describe } = record;
        const copy = new SObject(describe);
        copy.queried = record.queried;
        let changed = false;
        for (const [name, value] of Object.entries(record.values)) {
            const field = fieldOf(describe, name);
            if (field && this.#isClosed(describe, field)) {
                this.#remove(describe, name);
                changed = true;
            } else copy.values[name] = value;
        }
        for (const [name, parent] of Object.entries(record.parents)) {
            const reference = referenceByRelationship(describe, name);
            if (reference && this.#isClosed(describe, reference)) {
                this.#remove(describe, reference.name);
                changed = true;
                continue;
            }
            const inner = parent && this.strip(parent);
            copy.parents[name] = inner && inner.copy;
            changed ||= inner?.changed ?? false;
        }
        for (const [name, rows] of Object.entries(record.children)) {
            const child = childRelationship(describe, name);
            const object = child ? platform().schema.object(child.childObject) : undefined;
            if (object && closedObject(this.check, object)) {
                this.#remove(describe, name);
                changed = true;
                continue;
            }
            const inner = rows.map((row) => this.strip(row));
            copy.children[name] = inner.map((item) => item.copy);
            changed ||= inner.some((item) => item.changed);
        }
        return { copy, changed };
    }
}

function strip(access: ApexEnum, source: ApexList<SObject>, enforceObject = true): SObjectAccessDecision {
    const check = access.name as Check;
    const [first] = source.items;
    // The text is soql-lib's (SOQL_Full_Test.stripInaccessibleToAggregated); the type of the exception is not known.
    if (first?.describe.kind === 'aggregate')
        throwApex('System.TypeException', 'AggregateResult SObject types are not supported');
    if (enforceObject && first && closedObject(check, first.describe)) {
        throwApex('System.NoAccessException', `No access to entity: ${first.describe.name}`);
    }
    const stripping = new Stripping(check);
    const modified: number[] = [];
    const records = source.items.map((record, at) => {
        const { copy, changed } = stripping.strip(record);
        if (changed) modified.push(at);
        return copy;
    });
    return new SObjectAccessDecision(new ApexList(source.type, records), stripping.removed, modified);
}

export const security = nativeClass({
    name: 'System.Security',
    statics: {
        'System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords)':
            strip,
        'System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords, Boolean enforceRootObjectCRUD)':
            strip,
        'System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords, Id permissionSetId)':
            () => unsupported('Security.stripInaccessible with a permission set')
    }
});

export const sobjectAccessDecision = nativeClass({
    name: 'System.SObjectAccessDecision',
    methods: {
        'List<SObject> getRecords()': (self: SObjectAccessDecision) => self.records,
        'Map<String, Set<String>> getRemovedFields()': (self: SObjectAccessDecision) =>
            ApexMap.of(
                'String',
                'Set<String>',
                [...self.removed].map(([object, fields]) => [object, ApexSet.of('String', fields)] as const)
            ),
        'Set<Integer> getModifiedIndexes()': (self: SObjectAccessDecision) => ApexSet.of('Integer', self.modified)
    },
    isInstance: (value) => value instanceof SObjectAccessDecision
});

export const accessType = nativeClass({
    name: 'System.AccessType',
    kind: 'enum',
    enumValues: ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE']
});
