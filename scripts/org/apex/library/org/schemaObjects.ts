// Schema: tokens and describes of objects.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject_describe.htm
import type {
    ChildRelationship,
    FieldDescribe,
    FieldSetDescribe,
    ObjectDescribe,
    RecordTypeDescribe
} from '../../../metadata/describe.ts';
import { fieldOf } from '../../../metadata/describe.ts';
import { SObject } from '../../../values/index.ts';
import { ApexList, ApexMap } from '../../runtime/collections.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import type { SObjectFieldToken } from '../../runtime/tokens.ts';
import { sobjectFieldToken, sobjectTypeToken, SObjectTypeToken } from '../../runtime/tokens.ts';
import { nativeClass } from '../native.ts';
import { fillDefaults } from './defaults.ts';

export class DescribeSObject {
    static $native = 'Schema.DescribeSObjectResult';
    readonly describe: ObjectDescribe;
    constructor(describe: ObjectDescribe) {
        this.describe = describe;
    }
    toString(): string {
        return `Schema.DescribeSObjectResult[getName=${this.describe.name};getLabel=${this.describe.label}]`;
    }
}

class FieldMap {
    static $native = 'Schema.SObjectTypeFields';
    readonly describe: ObjectDescribe;
    constructor(describe: ObjectDescribe) {
        this.describe = describe;
    }
}

class FieldSetMap {
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

class Child {
    static $native = 'Schema.ChildRelationship';
    readonly child: ChildRelationship;
    constructor(child: ChildRelationship) {
        this.child = child;
    }
}

const children = new WeakMap<ChildRelationship, Child>();

/** One object for each relationship: code keeps them as keys of maps. */
function childOf(child: ChildRelationship): Child {
    let known = children.get(child);
    if (!known) children.set(child, (known = new Child(child)));
    return known;
}

class RecordTypeInfo {
    static $native = 'Schema.RecordTypeInfo';
    readonly id: string | null;
    readonly type: RecordTypeDescribe;
    readonly master: boolean;
    constructor(id: string | null, type: RecordTypeDescribe, master: boolean) {
        this.id = id;
        this.type = type;
        this.master = master;
    }
}

/** Objects by lower-cased name, as Schema.getGlobalDescribe has them. */
class GlobalDescribe extends ApexMap<string, SObjectTypeToken> {
    override get(key: unknown): SObjectTypeToken | null {
        return super.get(typeof key === 'string' ? key.toLowerCase() : key);
    }
    override has(key: unknown): boolean {
        return super.has(typeof key === 'string' ? key.toLowerCase() : key);
    }
}

let globalDescribe: { size: number; map: GlobalDescribe } | null = null;

export function getGlobalDescribe(): ApexMap<string, SObjectTypeToken> {
    const objects = [...platform().schema.objects()].filter((object) => object.kind !== 'aggregate');
    const same =
        globalDescribe?.size === objects.length && objects.every((object) => globalDescribe?.map.has(object.name));
    if (!same) {
        const { type } = ApexMap.of('String', 'Schema.SObjectType');
        globalDescribe = {
            size: objects.length,
            map: new GlobalDescribe(
                type,
                objects.map((object) => [object.name.toLowerCase(), sobjectTypeToken(object.name)] as const)
            )
        };
    }
    return new GlobalDescribe(
        (globalDescribe as NonNullable<typeof globalDescribe>).map.type,
        (globalDescribe as NonNullable<typeof globalDescribe>).map.entries()
    );
}

class CaseInsensitiveFields extends ApexMap<string, SObjectFieldToken> {
    override get(key: unknown): SObjectFieldToken | null {
        return super.get(typeof key === 'string' ? key.toLowerCase() : key);
    }
    override has(key: unknown): boolean {
        return super.has(typeof key === 'string' ? key.toLowerCase() : key);
    }
}

export function fieldMap(describe: ObjectDescribe): ApexMap<string, SObjectFieldToken> {
    const { type } = ApexMap.of('String', 'Schema.SObjectField');
    return new CaseInsensitiveFields(
        type,
        [...describe.fields.values()].map(
            (field) => [field.name.toLowerCase(), sobjectFieldToken(describe.name, field.name)] as const
        )
    );
}

function recordTypeInfos(describe: ObjectDescribe): RecordTypeInfo[] {
    const ids = platform().recordTypes(describe.name);
    const own = describe.recordTypes.map(
        (type) =>
            new RecordTypeInfo(ids.find((item) => item.developerName === type.developerName)?.id ?? null, type, false)
    );
    const master: RecordTypeDescribe = {
        developerName: 'Master',
        label: 'Master',
        description: null,
        active: true,
        isDefault: !describe.recordTypes.some((type) => type.isDefault),
        picklistValues: {}
    };
    return [...own, new RecordTypeInfo('012000000000000AAA', master, true)];
}

function describeOf(self: DescribeSObject): ObjectDescribe {
    return self.describe;
}

const rights = (self: DescribeSObject): ReturnType<ReturnType<typeof platform>['rights']> =>
    platform().rights(self.describe.name, null);

export const sobjectType = nativeClass({
    name: 'Schema.SObjectType',
    methods: {
        'Schema.DescribeSObjectResult getDescribe()': (self: SObjectTypeToken) => new DescribeSObject(self.describe),
        'Schema.DescribeSObjectResult getDescribe(Object options)': (self: SObjectTypeToken) =>
            new DescribeSObject(self.describe),
        'SObject newSObject()': (self: SObjectTypeToken) => new SObject(self.describe),
        'SObject newSObject(Id recordId)': (self: SObjectTypeToken, id: string | null) => {
            const record = new SObject(self.describe);
            if (id !== null) record.values.Id = id;
            return record;
        },
        'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': (
            self: SObjectTypeToken,
            id: string | null,
            load: boolean | null
        ) => {
            const record = new SObject(self.describe);
            if (load === true) fillDefaults(record);
            if (id !== null) record.values.RecordTypeId = id;
            return record;
        },
        'String toString()': (self: SObjectTypeToken) => self.name,
        'Boolean equals(Object other)': (self: SObjectTypeToken, other: unknown) => self === other,
        'Integer hashCode()': (self: SObjectTypeToken) => hash(self.name)
    },
    isInstance: (value) => value instanceof SObjectTypeToken
});

function hash(text: string): number {
    let code = 0;
    for (let at = 0; at < text.length; at++) code = (Math.imul(31, code) + text.charCodeAt(at)) | 0;
    return code;
}

export const describeSObjectResult = nativeClass({
    name: 'Schema.DescribeSObjectResult',
    properties: {
        'Schema.SObjectTypeFields fields': { get: (self: DescribeSObject) => new FieldMap(self.describe) },
        'Schema.SObjectTypeFieldSets fieldSets': { get: (self: DescribeSObject) => new FieldSetMap(self.describe) }
    },
    methods: {
        'String getName()': (self: DescribeSObject) => describeOf(self).name,
        'String getLocalName()': (self: DescribeSObject) => describeOf(self).name,
        'String getLabel()': (self: DescribeSObject) => describeOf(self).label,
        'String getLabelPlural()': (self: DescribeSObject) => describeOf(self).labelPlural,
        'String getKeyPrefix()': (self: DescribeSObject) => describeOf(self).keyPrefix,
        'Schema.SObjectType getSObjectType()': (self: DescribeSObject) => sobjectTypeToken(self.describe.name),
        'List<Schema.ChildRelationship> getChildRelationships()': (self: DescribeSObject) =>
            ApexList.of('Schema.ChildRelationship', self.describe.childRelationships.map(childOf)),
        'List<Schema.RecordTypeInfo> getRecordTypeInfos()': (self: DescribeSObject) =>
            ApexList.of('Schema.RecordTypeInfo', recordTypeInfos(self.describe)),
        'Map<Id,Schema.RecordTypeInfo> getRecordTypeInfosById()': (self: DescribeSObject) =>
            ApexMap.of(
                'Id',
                'Schema.RecordTypeInfo',
                recordTypeInfos(self.describe)
                    .filter((item) => item.id !== null)
                    .map((item) => [item.id as string, item] as const)
            ),
        'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByName()': (self: DescribeSObject) =>
            ApexMap.of(
                'String',
                'Schema.RecordTypeInfo',
                recordTypeInfos(self.describe).map((item) => [item.type.label, item] as const)
            ),
        'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': (self: DescribeSObject) =>
            ApexMap.of(
                'String',
                'Schema.RecordTypeInfo',
                recordTypeInfos(self.describe).map((item) => [item.type.developerName, item] as const)
            ),
        'Boolean isAccessible()': (self: DescribeSObject) => rights(self).read && self.describe.queryable,
        'Boolean isCreateable()': (self: DescribeSObject) => rights(self).create && self.describe.createable,
        'Boolean isUpdateable()': (self: DescribeSObject) => rights(self).edit && self.describe.updateable,
        'Boolean isDeletable()': (self: DescribeSObject) => rights(self).delete && self.describe.deletable,
        'Boolean isUndeletable()': (self: DescribeSObject) => rights(self).delete && self.describe.undeletable,
        'Boolean isQueryable()': (self: DescribeSObject) => self.describe.queryable,
        'Boolean isSearchable()': (self: DescribeSObject) => self.describe.searchable,
        'Boolean isMergeable()': (self: DescribeSObject) => self.describe.mergeable,
        'Boolean isCustom()': (self: DescribeSObject) => self.describe.custom,
        'Boolean isCustomSetting()': (self: DescribeSObject) =>
            self.describe.kind === 'listSetting' || self.describe.kind === 'hierarchySetting',
        'Boolean isDeprecatedAndHidden()': () => false,
        'Boolean isFeedEnabled()': () => false,
        'Boolean isMruEnabled()': () => false,
        'Boolean getHasSubtypes()': () => false,
        'Boolean getIsSubtype()': () => false,
        'String getDefaultImplementation()': () => null,
        'Schema.SObjectDescribeOptions getSObjectDescribeOption()': () =>
            enumConstant('Schema.SObjectDescribeOptions', 'FULL') ?? null
    },
    isInstance: (value) => value instanceof DescribeSObject
});

export const sobjectDescribeOptions = nativeClass({
    name: 'Schema.SObjectDescribeOptions',
    kind: 'enum',
    enumValues: ['FULL', 'DEFERRED', 'DEFAULT']
});

export const sobjectTypeFields = nativeClass({
    name: 'Schema.SObjectTypeFields',
    methods: { 'Map<String,Schema.SObjectField> getMap()': (self: FieldMap) => fieldMap(self.describe) },
    isInstance: (value) => value instanceof FieldMap
});

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

export const childRelationship = nativeClass({
    name: 'Schema.ChildRelationship',
    methods: {
        'Schema.SObjectType getChildSObject()': (self: Child) =>
            sobjectTypeToken(platform().schema.object(self.child.childObject)?.name ?? self.child.childObject),
        'Schema.SObjectField getField()': (self: Child) => {
            const object = platform().schema.object(self.child.childObject);
            const field = object && fieldOf(object, self.child.field);
            return object && field ? sobjectFieldToken(object.name, field.name) : null;
        },
        'String getRelationshipName()': (self: Child) => self.child.relationshipName,
        'Boolean isCascadeDelete()': (self: Child) => self.child.cascadeDelete,
        'Boolean isRestrictedDelete()': (self: Child) => self.child.restrictedDelete,
        'Boolean isDeprecatedAndHidden()': () => false,
        'List<String> getJunctionIdListNames()': () => ApexList.of('String', []),
        'List<String> getJunctionReferenceTo()': () => ApexList.of('String', [])
    },
    isInstance: (value) => value instanceof Child
});

export const recordTypeInfo = nativeClass({
    name: 'Schema.RecordTypeInfo',
    methods: {
        'Id getRecordTypeId()': (self: RecordTypeInfo) => self.id,
        'String getName()': (self: RecordTypeInfo) => self.type.label,
        'String getDeveloperName()': (self: RecordTypeInfo) => self.type.developerName,
        'Boolean isActive()': (self: RecordTypeInfo) => self.type.active,
        'Boolean isAvailable()': (self: RecordTypeInfo) => self.type.active,
        'Boolean isDefaultRecordTypeMapping()': (self: RecordTypeInfo) => self.type.isDefault,
        'Boolean isMaster()': (self: RecordTypeInfo) => self.master
    },
    isInstance: (value) => value instanceof RecordTypeInfo
});

export const schema = nativeClass({
    name: 'System.Schema',
    statics: {
        'Map<String,Schema.SObjectType> getGlobalDescribe()': () => getGlobalDescribe(),
        'List<Schema.DescribeSObjectResult> describeSObjects(List<String> names)': describeSObjects,
        'List<Schema.DescribeSObjectResult> describeSObjects(List<String> names, Object options)': describeSObjects,
        'List<Schema.DescribeTabSetResult> describeTabs()': () => ApexList.of('Schema.DescribeTabSetResult', [])
    }
});

export const describeTabSetResult = nativeClass({ name: 'Schema.DescribeTabSetResult', isInstance: () => false });

function describeSObjects(names: ApexList<string>): ApexList<DescribeSObject> {
    return ApexList.of(
        'Schema.DescribeSObjectResult',
        names.items.map((name) => {
            const describe = platform().schema.object(name);
            if (!describe)
                throwApex('System.InvalidParameterValueException', `sObject type '${name}' is not supported.`);
            return new DescribeSObject(describe);
        })
    );
}
