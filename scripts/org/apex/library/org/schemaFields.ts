// Schema: tokens and describes of fields.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_fields_describe.htm
import type { FieldDescribe, PicklistValue } from '../../../metadata/describe.ts';
import { ApexList } from '../../runtime/collections.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { platform } from '../../runtime/platform.ts';
import { SObjectFieldToken, sobjectFieldToken, sobjectTypeToken } from '../../runtime/tokens.ts';
import { nativeClass } from '../native.ts';

export class DescribeField {
    static $native = 'Schema.DescribeFieldResult';
    readonly object: string;
    readonly field: FieldDescribe;
    constructor(object: string, field: FieldDescribe) {
        this.object = object;
        this.field = field;
    }
    toString(): string {
        return `Schema.DescribeFieldResult[getName=${this.field.name}]`;
    }
}

export class PicklistEntry {
    static $native = 'Schema.PicklistEntry';
    readonly entry: PicklistValue;
    constructor(entry: PicklistValue) {
        this.entry = entry;
    }
    toString(): string {
        return `Schema.PicklistEntry[getLabel=${this.entry.label};getValue=${this.entry.value};isActive=${this.entry.active};isDefaultValue=${this.entry.isDefault};]`;
    }
}

export const DISPLAY_TYPES = [
    'ADDRESS',
    'ANYTYPE',
    'BASE64',
    'BOOLEAN',
    'COMBOBOX',
    'COMPLEXVALUE',
    'CURRENCY',
    'DATACATEGORYGROUPREFERENCE',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'EMAIL',
    'ENCRYPTEDSTRING',
    'ID',
    'INTEGER',
    'JSON',
    'LOCATION',
    'LONG',
    'MULTIPICKLIST',
    'PERCENT',
    'PHONE',
    'PICKLIST',
    'REFERENCE',
    'SOBJECT',
    'STRING',
    'TEXTAREA',
    'TIME',
    'URL'
];

function displayType(field: FieldDescribe): unknown {
    const name = field.type === 'int' ? 'INTEGER' : field.type.toUpperCase();
    return enumConstant('Schema.DisplayType', name) ?? null;
}

/** SOAP types, by field type. */
function soapType(field: FieldDescribe): unknown {
    const names: Partial<Record<FieldDescribe['type'], string>> = {
        id: 'ID',
        reference: 'ID',
        boolean: 'BOOLEAN',
        int: 'INTEGER',
        long: 'LONG',
        double: 'DOUBLE',
        currency: 'DOUBLE',
        percent: 'DOUBLE',
        date: 'DATE',
        datetime: 'DATETIME',
        time: 'TIME',
        base64: 'BASE64BINARY',
        address: 'ADDRESS',
        anytype: 'ANYTYPE'
    };
    return enumConstant('Schema.SoapType', names[field.type] ?? 'STRING') ?? null;
}

export const sobjectField = nativeClass({
    name: 'Schema.SObjectField',
    methods: {
        'Schema.DescribeFieldResult getDescribe()': (self: SObjectFieldToken) =>
            new DescribeField(self.object, self.describe),
        'Schema.DescribeFieldResult getDescribe(Object options)': (self: SObjectFieldToken) =>
            new DescribeField(self.object, self.describe),
        'String toString()': (self: SObjectFieldToken) => self.name,
        'Boolean equals(Object other)': (self: SObjectFieldToken, other: unknown) => self === other,
        'Integer hashCode()': (self: SObjectFieldToken) =>
            [...`${self.object}.${self.name}`].reduce(
                (code, letter) => (Math.imul(31, code) + letter.charCodeAt(0)) | 0,
                0
            )
    },
    isInstance: (value) => value instanceof SObjectFieldToken
});

const rights = (self: DescribeField): ReturnType<ReturnType<typeof platform>['rights']> =>
    platform().rights(self.object, self.field.name);
const isName = (self: DescribeField): boolean => self.field.nameField;

export const describeFieldResult = nativeClass({
    name: 'Schema.DescribeFieldResult',
    methods: {
        'String getName()': (self: DescribeField) => self.field.name,
        'String getLocalName()': (self: DescribeField) => self.field.name,
        'String getLabel()': (self: DescribeField) => self.field.label,
        'Schema.DisplayType getType()': (self: DescribeField) => displayType(self.field),
        'Schema.SoapType getSoapType()': (self: DescribeField) => soapType(self.field),
        'Integer getLength()': (self: DescribeField) => self.field.length,
        'Integer getByteLength()': (self: DescribeField) => self.field.length * 3,
        'Integer getDigits()': (self: DescribeField) => (self.field.type === 'int' ? self.field.precision : 0),
        'Integer getPrecision()': (self: DescribeField) => self.field.precision,
        'Integer getScale()': (self: DescribeField) => self.field.scale,
        'Object getDefaultValue()': (self: DescribeField) =>
            self.field.type === 'boolean' ? self.field.defaultValueFormula === 'true' : null,
        'String getDefaultValueFormula()': (self: DescribeField) => self.field.defaultValueFormula,
        'String getCalculatedFormula()': (self: DescribeField) => self.field.formula,
        'String getInlineHelpText()': (self: DescribeField) => self.field.inlineHelpText,
        'String getRelationshipName()': (self: DescribeField) => self.field.relationshipName,
        'Integer getRelationshipOrder()': (self: DescribeField) => self.field.relationshipOrder,
        'List<Schema.SObjectType> getReferenceTo()': (self: DescribeField) =>
            ApexList.of(
                'Schema.SObjectType',
                self.field.referenceTo.map((name) => sobjectTypeToken(platform().schema.object(name)?.name ?? name))
            ),
        'String getReferenceTargetField()': () => null,
        'List<Schema.PicklistEntry> getPicklistValues()': (self: DescribeField) =>
            ApexList.of(
                'Schema.PicklistEntry',
                self.field.picklistValues.filter((item) => item.active).map((item) => new PicklistEntry(item))
            ),
        'Schema.SObjectField getController()': (self: DescribeField) =>
            self.field.controllerName ? sobjectFieldToken(self.object, self.field.controllerName) : null,
        'Schema.SObjectField getSObjectField()': (self: DescribeField) =>
            sobjectFieldToken(self.object, self.field.name),
        'Schema.SObjectType getSObjectType()': (self: DescribeField) => sobjectTypeToken(self.object),
        'String getCompoundFieldName()': (self: DescribeField) => self.field.compoundFieldName,
        'Boolean isAccessible()': (self: DescribeField) => rights(self).read,
        'Boolean isCreateable()': (self: DescribeField) => self.field.createable && rights(self).create,
        'Boolean isUpdateable()': (self: DescribeField) => self.field.updateable && rights(self).edit,
        'Boolean isAutoNumber()': (self: DescribeField) => self.field.autoNumber,
        'Boolean isCalculated()': (self: DescribeField) => self.field.calculated,
        'Boolean isCascadeDelete()': (self: DescribeField) => self.field.cascadeDelete,
        'Boolean isCaseSensitive()': (self: DescribeField) => self.field.caseSensitive,
        'Boolean isCustom()': (self: DescribeField) => self.field.custom,
        'Boolean isDefaultedOnCreate()': (self: DescribeField) => self.field.defaultedOnCreate,
        'Boolean isDependentPicklist()': (self: DescribeField) => self.field.controllerName !== null,
        'Boolean isDeprecatedAndHidden()': () => false,
        'Boolean isEncrypted()': (self: DescribeField) => self.field.encrypted,
        'Boolean isExternalId()': (self: DescribeField) => self.field.externalId,
        'Boolean isFilterable()': (self: DescribeField) => self.field.filterable,
        'Boolean isFormulaTreatNullNumberAsZero()': (self: DescribeField) => self.field.formulaTreatBlanksAsZero,
        'Boolean isGroupable()': (self: DescribeField) => self.field.groupable,
        'Boolean isAggregatable()': (self: DescribeField) => self.field.aggregatable,
        'Boolean isAiPredictionField()': () => false,
        'Boolean isHtmlFormatted()': (self: DescribeField) => self.field.htmlFormatted,
        'Boolean isIdLookup()': (self: DescribeField) => self.field.idLookup,
        'Boolean isNameField()': (self: DescribeField) => isName(self),
        'Boolean isNamePointing()': (self: DescribeField) => self.field.referenceTo.length > 1,
        'Boolean isNillable()': (self: DescribeField) => self.field.nillable,
        'Boolean isPermissionable()': (self: DescribeField) => self.field.nillable && self.field.type !== 'id',
        'Boolean isRestrictedDelete()': (self: DescribeField) => self.field.restrictedDelete,
        'Boolean isRestrictedPicklist()': (self: DescribeField) => self.field.restrictedPicklist,
        'Boolean isSearchPrefilterable()': () => false,
        'Boolean isSortable()': (self: DescribeField) => self.field.sortable,
        'Boolean isUnique()': (self: DescribeField) => self.field.unique,
        'Boolean isWriteRequiresMasterRead()': (self: DescribeField) => self.field.writeRequiresMasterRead
    },
    isInstance: (value) => value instanceof DescribeField
});

export const picklistEntry = nativeClass({
    name: 'Schema.PicklistEntry',
    methods: {
        'String getLabel()': (self: PicklistEntry) => self.entry.label,
        'String getValue()': (self: PicklistEntry) => self.entry.value,
        'Boolean isActive()': (self: PicklistEntry) => self.entry.active,
        'Boolean isDefaultValue()': (self: PicklistEntry) => self.entry.isDefault
    },
    isInstance: (value) => value instanceof PicklistEntry
});

export const displayTypes = nativeClass({ name: 'Schema.DisplayType', kind: 'enum', enumValues: DISPLAY_TYPES });
export const soapTypes = nativeClass({
    name: 'Schema.SoapType',
    kind: 'enum',
    enumValues: [
        'ADDRESS',
        'ANYTYPE',
        'BASE64BINARY',
        'BOOLEAN',
        'DATE',
        'DATETIME',
        'DOUBLE',
        'ID',
        'INTEGER',
        'LONG',
        'STRING',
        'TIME'
    ]
});
