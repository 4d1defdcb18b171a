// Makers of describes: every property has the value a plain text field or plain object has, callers name what differs.
import type { FieldDescribe, ObjectDescribe } from './describe.ts';

export function newField(given: Partial<FieldDescribe> & Pick<FieldDescribe, 'name' | 'type'>): FieldDescribe {
    return {
        label: splitLabel(given.name),
        length: 0,
        precision: 0,
        scale: 0,
        custom: false,
        nillable: true,
        required: false,
        unique: false,
        caseSensitive: false,
        externalId: false,
        idLookup: false,
        nameField: false,
        autoNumber: false,
        displayFormat: null,
        createable: true,
        updateable: true,
        filterable: true,
        sortable: true,
        groupable: true,
        aggregatable: true,
        defaultedOnCreate: false,
        defaultValueFormula: null,
        calculated: false,
        formula: null,
        formulaTreatBlanksAsZero: false,
        summary: null,
        htmlFormatted: false,
        encrypted: false,
        referenceTo: [],
        relationshipName: null,
        relationshipOrder: null,
        cascadeDelete: false,
        restrictedDelete: false,
        writeRequiresMasterRead: false,
        reparentable: false,
        restrictedPicklist: false,
        controllerName: null,
        picklistValues: [],
        lookupFilter: null,
        inlineHelpText: null,
        description: null,
        compoundFieldName: null,
        ...given
    };
}

export function newObject(
    given: Partial<ObjectDescribe> & Pick<ObjectDescribe, 'name' | 'kind' | 'fields'>
): ObjectDescribe {
    return {
        label: splitLabel(given.name),
        labelPlural: splitLabel(given.name),
        keyPrefix: null,
        custom: false,
        publishBehavior: null,
        sharingModel: 'ReadWrite',
        createable: true,
        updateable: true,
        deletable: true,
        undeletable: true,
        queryable: true,
        searchable: true,
        triggerable: true,
        mergeable: false,
        childRelationships: [],
        recordTypes: [],
        validationRules: [],
        fieldSets: [],
        ...given
    };
}

const labels = new Map<string, string>();

/** `BillingStreet` → `Billing Street`, `AccountId` → `Account ID`. */
export function splitLabel(name: string): string {
    const known = labels.get(name);
    if (known !== undefined) return known;
    const label = name
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
        .replace(/\bId$/, 'ID');
    labels.set(name, label);
    return label;
}
