// Schema: field sets of objects and their members.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_FieldSet.htm
import type { FieldDescribe, FieldSetDescribe, ObjectDescribe } from '../../../metadata/describe.ts';
import { fieldOf } from '../../../metadata/describe.ts';
import { ApexList, ApexMap } from '../../runtime/collections.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import type { SObjectFieldToken } from '../../runtime/tokens.ts';
import { sobjectFieldToken, sobjectTypeToken } from '../../runtime/tokens.ts';
import { nativeClass } from '../native.ts';

export class FieldSetMap {
    static $native = 'Schema.SObjectTypeFieldSets';
    readonly describe: ObjectDescribe;
    constructor(describe: ObjectDescribe) {
        this.describe = describe;
    }
}

export class FieldSet {
    static $native = 'Schema.FieldSet';
    readonly object: ObjectDescribe;
    readonly set: FieldSetDescribe;
    constructor(object: ObjectDescribe, set: FieldSetDescribe) {
        this.object = object;
        this.set = set;
    }
}

class FieldSetMember {
    static $native = 'Schema.FieldSetMember';
    readonly object: ObjectDescribe;
    readonly path: string;
    constructor(object: ObjectDescribe, path: string) {
        this.object = object;
        this.path = path;
    }
    get token(): SObjectFieldToken {
        let at: ObjectDescribe | undefined = this.object;
        const steps = this.path.split('.');
        for (const step of steps.slice(0, -1)) {
            const reference: FieldDescribe | undefined =
                at &&
                [...at.fields.values()].find((field) => field.relationshipName?.toLowerCase() === step.toLowerCase());
            at = reference?.referenceTo[0] ? platform().schema.object(reference.referenceTo[0]) : undefined;
        }
        const field = at && fieldOf(at, steps[steps.length - 1] as string);
        if (!at || !field) throwApex('System.UnexpectedException', `No field ${this.path}`);
        return sobjectFieldToken(at.name, field.name);
    }
}

export const sobjectTypeFieldSets = nativeClass({
    name: 'Schema.SObjectTypeFieldSets',
    methods: {
        'Map<String,Schema.FieldSet> getMap()': (self: FieldSetMap) =>
            ApexMap.of(
                'String',
                'Schema.FieldSet',
                self.describe.fieldSets.map((set) => [set.name, new FieldSet(self.describe, set)] as const)
            )
    },
    isInstance: (value) => value instanceof FieldSetMap
});

export const fieldSet = nativeClass({
    name: 'Schema.FieldSet',
    methods: {
        'String getName()': (self: FieldSet) => self.set.name,
        'String getLabel()': (self: FieldSet) => self.set.label,
        'String getNameSpace()': () => null,
        'String getDescription()': () => null,
        'Schema.SObjectType getSObjectType()': (self: FieldSet) => sobjectTypeToken(self.object.name),
        'List<Schema.FieldSetMember> getFields()': (self: FieldSet) =>
            ApexList.of(
                'Schema.FieldSetMember',
                self.set.fields.map((path) => new FieldSetMember(self.object, path))
            )
    },
    isInstance: (value) => value instanceof FieldSet
});

export const fieldSetMember = nativeClass({
    name: 'Schema.FieldSetMember',
    methods: {
        'String getFieldPath()': (self: FieldSetMember) => self.path,
        'String getLabel()': (self: FieldSetMember) => self.token.describe.label,
        'Boolean getRequired()': () => false,
        'Boolean getDbRequired()': (self: FieldSetMember) => self.token.describe.required,
        'Schema.DisplayType getType()': (self: FieldSetMember) =>
            enumConstant(
                'Schema.DisplayType',
                self.token.describe.type === 'int' ? 'INTEGER' : self.token.describe.type
            ) ?? null,
        'Schema.SObjectField getSObjectField()': (self: FieldSetMember) => self.token
    },
    isInstance: (value) => value instanceof FieldSetMember
});
