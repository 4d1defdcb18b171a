// Schema: tokens and describes of objects.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject_describe.htm
import type { ObjectDescribe } from '../../../metadata/describe.ts';
import { SObject } from '../../../values/index.ts';
import { ApexList, ApexMap } from '../../runtime/collections.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { platform } from '../../runtime/platform.ts';
import type { SObjectFieldToken } from '../../runtime/tokens.ts';
import { sobjectFieldToken, sobjectTypeToken, SObjectTypeToken } from '../../runtime/tokens.ts';
import { nativeClass } from '../native.ts';
import { CaselessMap } from './caselessMap.ts';
import { fillDefaults } from './defaults.ts';
import { childOf } from './schemaChildren.ts';
import { FieldSetMap } from './schemaFieldSets.ts';
import { recordTypeInfos } from './schemaRecordTypes.ts';

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

export function fieldMap(describe: ObjectDescribe): ApexMap<string, SObjectFieldToken> {
    const { type } = ApexMap.of('String', 'Schema.SObjectField');
    return new CaselessMap(
        type,
        [...describe.fields.values()].map(
            (field) => [field.name.toLowerCase(), sobjectFieldToken(describe.name, field.name)] as const
        )
    );
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

/** Of histories, shares, feeds and change events: what they are, and the object they are of. */
function associate(self: DescribeSObject): { type: string; parent: string } | null {
    const [, base, custom, type] =
        /^(.+?)(__)?(FieldHistory|History|Share|Feed|ChangeEvent)$/.exec(self.describe.name) ?? [];
    if (!base || !type) return null;
    const parent = platform().schema.object(custom ? `${base}__c` : base)?.name;
    return parent ? { type: type === 'FieldHistory' ? 'History' : type, parent } : null;
}

export const describeSObjectResult = nativeClass({
    name: 'Schema.DescribeSObjectResult',
    properties: {
        'Schema.SObjectTypeFields fields': { get: (self: DescribeSObject) => new FieldMap(self.describe) },
        'Schema.SObjectTypeFieldSets fieldSets': { get: (self: DescribeSObject) => new FieldSetMap(self.describe) }
    },
    methods: {
        'String getName()': (self: DescribeSObject) => self.describe.name,
        'String getLocalName()': (self: DescribeSObject) => self.describe.name,
        'String getAssociateEntityType()': (self: DescribeSObject) => associate(self)?.type ?? null,
        'String getAssociateParentEntity()': (self: DescribeSObject) => associate(self)?.parent ?? null,
        'String getLabel()': (self: DescribeSObject) => self.describe.label,
        'String getLabelPlural()': (self: DescribeSObject) => self.describe.labelPlural,
        'String getKeyPrefix()': (self: DescribeSObject) => self.describe.keyPrefix,
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
