// The describe calls: the list of objects, one object's fields and relationships.
import type { FieldDescribe, FieldType, ObjectDescribe } from '../metadata/describe.ts';
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { json } from './http.ts';
import { mustObject } from './recordJson.ts';

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
    id: 'tns:ID',
    reference: 'tns:ID',
    boolean: 'xsd:boolean',
    int: 'xsd:int',
    long: 'xsd:long',
    double: 'xsd:double',
    currency: 'xsd:double',
    percent: 'xsd:double',
    date: 'xsd:date',
    datetime: 'xsd:dateTime',
    time: 'xsd:time',
    base64: 'xsd:base64Binary',
    address: 'urn:address',
    location: 'urn:location',
    anytype: 'xsd:anyType'
};

export function describeGlobal(context: ApiContext): ApiResponse {
    const sobjects = [...context.org.schema.objects()]
        .filter((object) => object.kind !== 'aggregate')
        .map((object) => summary(object, context.version));
    return json(200, { encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

export function describeBasic(context: ApiContext, name: string): ApiResponse {
    return json(200, {
        objectDescribe: summary(mustObject(context.org.schema, name), context.version),
        recentItems: []
    });
}

export function describeObject(context: ApiContext, name: string): ApiResponse {
    const object = mustObject(context.org.schema, name);
    return json(200, {
        ...summary(object, context.version),
        fields: [...object.fields.values()].map(fieldJson),
        childRelationships: object.childRelationships.map((child) => ({
            childSObject: child.childObject,
            field: child.field,
            relationshipName: child.relationshipName,
            cascadeDelete: child.cascadeDelete,
            restrictedDelete: child.restrictedDelete,
            deprecatedAndHidden: false,
            junctionIdListNames: [],
            junctionReferenceTo: []
        })),
        recordTypeInfos: [
            ...object.recordTypes.map((type) => ({
                active: type.active,
                available: true,
                defaultRecordTypeMapping: type.isDefault,
                developerName: type.developerName,
                master: false,
                name: type.label
            })),
            {
                active: true,
                available: true,
                defaultRecordTypeMapping: !object.recordTypes.some((type) => type.isDefault),
                developerName: 'Master',
                master: true,
                name: 'Master',
                recordTypeId: '012000000000000AAA'
            }
        ],
        namedLayoutInfos: [],
        supportedScopes: [{ label: `All ${object.labelPlural}`, name: 'everything' }]
    });
}

function summary(object: ObjectDescribe, version: string): Record<string, unknown> {
    const base = `/services/data/v${version}/sobjects/${object.name}`;
    return {
        name: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        keyPrefix: object.keyPrefix,
        custom: object.custom,
        customSetting: object.kind === 'hierarchySetting' || object.kind === 'listSetting',
        createable: object.createable,
        updateable: object.updateable,
        deletable: object.deletable,
        undeletable: object.undeletable,
        queryable: object.queryable,
        retrieveable: object.queryable,
        searchable: object.searchable,
        triggerable: object.triggerable,
        mergeable: object.mergeable,
        replicateable: object.kind === 'standard' || object.kind === 'custom',
        layoutable: object.kind === 'standard' || object.kind === 'custom',
        activateable: false,
        deprecatedAndHidden: false,
        feedEnabled: false,
        hasSubtypes: false,
        isSubtype: false,
        mruEnabled: object.kind === 'standard' || object.kind === 'custom',
        urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` }
    };
}

function fieldJson(field: FieldDescribe): Record<string, unknown> {
    return {
        aggregatable: field.aggregatable,
        autoNumber: field.autoNumber,
        byteLength: field.length * 3,
        calculated: field.calculated,
        calculatedFormula: field.formula,
        cascadeDelete: field.cascadeDelete,
        caseSensitive: field.caseSensitive,
        compoundFieldName: field.compoundFieldName,
        controllerName: field.controllerName,
        createable: field.createable,
        custom: field.custom,
        defaultValue: null,
        defaultValueFormula: field.defaultValueFormula,
        defaultedOnCreate: field.defaultedOnCreate,
        dependentPicklist: field.controllerName !== null,
        deprecatedAndHidden: false,
        digits: field.type === 'int' ? field.precision : 0,
        encrypted: field.encrypted,
        externalId: field.externalId,
        filterable: field.filterable,
        groupable: field.groupable,
        htmlFormatted: field.htmlFormatted,
        idLookup: field.idLookup,
        inlineHelpText: field.inlineHelpText,
        label: field.label,
        length: field.length,
        name: field.name,
        nameField: field.nameField,
        namePointing: field.referenceTo.length > 1,
        nillable: field.nillable,
        permissionable: field.custom,
        picklistValues: field.picklistValues.map((value) => ({
            active: value.active,
            defaultValue: value.isDefault,
            label: value.label,
            validFor: null,
            value: value.value
        })),
        polymorphicForeignKey: field.referenceTo.length > 1,
        precision: field.precision,
        queryByDistance: field.type === 'location',
        referenceTo: field.referenceTo,
        relationshipName: field.relationshipName,
        relationshipOrder: field.relationshipOrder,
        restrictedDelete: field.restrictedDelete,
        restrictedPicklist: field.restrictedPicklist,
        scale: field.scale,
        soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
        sortable: field.sortable,
        type: field.type,
        unique: field.unique,
        updateable: field.updateable,
        writeRequiresMasterRead: field.writeRequiresMasterRead
    };
}
