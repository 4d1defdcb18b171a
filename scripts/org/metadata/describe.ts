// What the org knows of its objects: the shape behind Schema.DescribeSObjectResult, the REST describe calls,
// SOQL planning and the DML pipeline. Names are API names as Salesforce returns them; lookups ignore case.

/** Field types as the REST describe spells them, in lower case. */
export type FieldType =
    | 'id'
    | 'string'
    | 'textarea'
    | 'boolean'
    | 'int'
    | 'long'
    | 'double'
    | 'currency'
    | 'percent'
    | 'date'
    | 'datetime'
    | 'time'
    | 'picklist'
    | 'multipicklist'
    | 'combobox'
    | 'reference'
    | 'email'
    | 'phone'
    | 'url'
    | 'encryptedstring'
    | 'base64'
    | 'location'
    | 'address'
    | 'anytype';

export interface PicklistValue {
    value: string;
    label: string;
    active: boolean;
    isDefault: boolean;
    /** Controlling values under which this one is valid; null when the field is not dependent. */
    validFor: string[] | null;
}

export interface SummaryDefinition {
    childObject: string;
    /** The master-detail field on the child. */
    foreignKey: string;
    operation: 'count' | 'sum' | 'min' | 'max';
    summarizedField: string | null;
    filters: { field: string; operation: string; value: string }[];
}

export interface LookupFilter {
    /** Conditions as in the metadata: field path from the source or the target object, operator, literal or field. */
    conditions: { field: string; operation: string; value: string | null; valueField: string | null }[];
    booleanFilter: string | null;
    errorMessage: string | null;
    active: boolean;
    optional: boolean;
}

export interface FieldDescribe {
    name: string;
    label: string;
    type: FieldType;
    /** Characters for texts, 0 otherwise. */
    length: number;
    /** Total digits and decimals of numbers, 0 otherwise. */
    precision: number;
    scale: number;
    custom: boolean;
    nillable: boolean;
    /** Required by the layout-independent rule (CustomField.required, or a standard field the API insists on). */
    required: boolean;
    unique: boolean;
    caseSensitive: boolean;
    externalId: boolean;
    idLookup: boolean;
    nameField: boolean;
    autoNumber: boolean;
    /** Auto-number format such as `PO-{00000}`; null otherwise. */
    displayFormat: string | null;
    createable: boolean;
    updateable: boolean;
    filterable: boolean;
    sortable: boolean;
    groupable: boolean;
    aggregatable: boolean;
    defaultedOnCreate: boolean;
    /** Default value as a formula text (`"Draft"`, `TODAY()`, `true`), null when there is none. */
    defaultValueFormula: string | null;
    calculated: boolean;
    formula: string | null;
    formulaTreatBlanksAsZero: boolean;
    summary: SummaryDefinition | null;
    htmlFormatted: boolean;
    encrypted: boolean;
    referenceTo: string[];
    /** Name used to walk up from this object (`Account`, `Parent__r`); null when the field is no reference. */
    relationshipName: string | null;
    /** 0 or 1 for master-detail, null for a plain lookup. */
    relationshipOrder: number | null;
    cascadeDelete: boolean;
    restrictedDelete: boolean;
    writeRequiresMasterRead: boolean;
    reparentable: boolean;
    restrictedPicklist: boolean;
    controllerName: string | null;
    picklistValues: PicklistValue[];
    lookupFilter: LookupFilter | null;
    inlineHelpText: string | null;
    description: string | null;
    /** Compound field this one is a part of (`Name`, `BillingAddress`); null otherwise. */
    compoundFieldName: string | null;
}

export interface ChildRelationship {
    childObject: string;
    field: string;
    /** Name used in a subquery (`Contacts`, `Lines__r`); null when it cannot be queried. */
    relationshipName: string | null;
    cascadeDelete: boolean;
    restrictedDelete: boolean;
}

export interface RecordTypeDescribe {
    developerName: string;
    label: string;
    description: string | null;
    active: boolean;
    isDefault: boolean;
    /** Picklist field → values offered. */
    picklistValues: Record<string, string[]>;
}

export interface ValidationRule {
    name: string;
    active: boolean;
    /** Formula that is true when the record is in error. */
    errorConditionFormula: string;
    errorMessage: string;
    /** Field the error is shown on; null for the record. */
    errorDisplayField: string | null;
    file: string;
}

export type ObjectKind =
    | 'standard'
    | 'custom'
    | 'listSetting'
    | 'hierarchySetting'
    | 'customMetadata'
    | 'platformEvent'
    | 'changeEvent'
    | 'share'
    | 'history'
    | 'feed'
    | 'aggregate';

export interface FieldSetDescribe {
    name: string;
    label: string;
    fields: string[];
}

export interface ObjectDescribe {
    name: string;
    label: string;
    labelPlural: string;
    /** Three characters that begin every record id of this object; null for objects without ids. */
    keyPrefix: string | null;
    kind: ObjectKind;
    custom: boolean;
    /** Platform events: `PublishAfterCommit` or `PublishImmediately`. */
    publishBehavior: 'PublishAfterCommit' | 'PublishImmediately' | null;
    sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
    createable: boolean;
    updateable: boolean;
    deletable: boolean;
    undeletable: boolean;
    queryable: boolean;
    searchable: boolean;
    triggerable: boolean;
    mergeable: boolean;
    /** By lower-cased API name, in declaration order. */
    fields: ReadonlyMap<string, FieldDescribe>;
    childRelationships: readonly ChildRelationship[];
    recordTypes: readonly RecordTypeDescribe[];
    validationRules: readonly ValidationRule[];
    fieldSets: readonly FieldSetDescribe[];
}

/** The org's objects. A deploy replaces describes; hold names, not describes, across deploys. */
export interface Schema {
    /** By API name, any case, with or without the org's own namespace prefix. */
    object(name: string): ObjectDescribe | undefined;
    objects(): Iterable<ObjectDescribe>;
    /** By the first three characters of an id. */
    objectByPrefix(prefix: string): ObjectDescribe | undefined;
}

const NAMED_TARGETS: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

/** Metadata relationships to objects and fields hold the name of their target, not an id. */
export function holdsName(field: FieldDescribe): boolean {
    return field.type === 'reference' && field.referenceTo.some((name) => NAMED_TARGETS.has(name));
}

export function fieldOf(object: ObjectDescribe, name: string): FieldDescribe | undefined {
    return object.fields.get(name.toLowerCase());
}

/** The reference field whose relationship name is given (`Account` → AccountId). */
export function referenceByRelationship(object: ObjectDescribe, relationship: string): FieldDescribe | undefined {
    const wanted = relationship.toLowerCase();
    for (const field of object.fields.values()) {
        if (field.relationshipName?.toLowerCase() === wanted) return field;
    }
    return undefined;
}

export function childRelationship(object: ObjectDescribe, relationship: string): ChildRelationship | undefined {
    const wanted = relationship.toLowerCase();
    return object.childRelationships.find((child) => child.relationshipName?.toLowerCase() === wanted);
}
