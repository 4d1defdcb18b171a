// Fields that every object of a kind has by itself ("System Fields", Object Reference; "Custom Metadata Type__mdt"; "Platform Event
// Message Fields"; "Custom Settings").
import type { FieldDescribe } from '../describe.ts';
import { newField } from '../make.ts';

const readOnly = { createable: false, updateable: false, nillable: false } as const;

export const idField = (label: string): FieldDescribe =>
    newField({ name: 'Id', type: 'id', label, length: 18, idLookup: true, defaultedOnCreate: true, ...readOnly });

const user = (name: string, label: string): FieldDescribe =>
    newField({
        name,
        type: 'reference',
        label,
        length: 18,
        referenceTo: ['User'],
        relationshipName: name.slice(0, -2),
        defaultedOnCreate: true,
        ...readOnly
    });
const stamp = (name: string, label: string): FieldDescribe =>
    newField({ name, type: 'datetime', label, defaultedOnCreate: true, groupable: false, ...readOnly });
const seen = (name: string, label: string, type: 'datetime' | 'date'): FieldDescribe =>
    newField({ name, type, label, createable: false, updateable: false, groupable: type === 'date' });

export function auditFields(): FieldDescribe[] {
    return [
        newField({
            name: 'IsDeleted',
            type: 'boolean',
            label: 'Deleted',
            defaultedOnCreate: true,
            defaultValueFormula: 'false',
            aggregatable: false,
            ...readOnly
        }),
        stamp('CreatedDate', 'Created Date'),
        user('CreatedById', 'Created By ID'),
        stamp('LastModifiedDate', 'Last Modified Date'),
        user('LastModifiedById', 'Last Modified By ID'),
        stamp('SystemModstamp', 'System Modstamp')
    ];
}

export const ownerField = (): FieldDescribe =>
    newField({
        name: 'OwnerId',
        type: 'reference',
        label: 'Owner ID',
        length: 18,
        nillable: false,
        defaultedOnCreate: true,
        referenceTo: ['Group', 'User'],
        relationshipName: 'Owner'
    });

export const viewedFields = (): FieldDescribe[] => [
    seen('LastViewedDate', 'Last Viewed Date', 'datetime'),
    seen('LastReferencedDate', 'Last Referenced Date', 'datetime')
];
export const activityField = (): FieldDescribe => seen('LastActivityDate', 'Last Activity Date', 'date');

export const recordTypeField = (): FieldDescribe =>
    newField({
        name: 'RecordTypeId',
        type: 'reference',
        label: 'Record Type ID',
        length: 18,
        referenceTo: ['RecordType'],
        relationshipName: 'RecordType',
        defaultedOnCreate: true
    });

export function textNameField(label: string): FieldDescribe {
    return newField({
        name: 'Name',
        type: 'string',
        label,
        length: 80,
        nameField: true,
        idLookup: true,
        defaultedOnCreate: true
    });
}

export function autoNumberNameField(label: string, displayFormat: string): FieldDescribe {
    return newField({
        name: 'Name',
        type: 'string',
        label,
        length: 80,
        nameField: true,
        idLookup: true,
        autoNumber: true,
        displayFormat,
        defaultedOnCreate: true,
        ...readOnly
    });
}

export function settingFields(hierarchy: boolean): FieldDescribe[] {
    const owner = newField({
        name: 'SetupOwnerId',
        type: 'reference',
        label: 'Location',
        length: 18,
        nillable: false,
        required: false,
        defaultedOnCreate: true,
        updateable: false,
        referenceTo: hierarchy ? ['Organization', 'Profile', 'User'] : ['Organization'],
        relationshipName: 'SetupOwner'
    });
    const name = newField({
        name: 'Name',
        type: 'string',
        label: 'Name',
        length: 38,
        nameField: !hierarchy,
        nillable: hierarchy,
        required: !hierarchy
    });
    return [name, owner];
}

export function customMetadataFields(): FieldDescribe[] {
    const text = (name: string, label: string, length: number, more: Partial<FieldDescribe> = {}): FieldDescribe =>
        newField({ name, type: 'string', label, length, ...readOnly, ...more });
    return [
        text('DeveloperName', 'Custom Metadata Record Name', 40, { idLookup: true }),
        text('MasterLabel', 'Label', 40, { nameField: true }),
        newField({
            name: 'Language',
            type: 'picklist',
            label: 'Master Language',
            length: 40,
            ...readOnly,
            picklistValues: [{ value: 'en_US', label: 'English', active: true, isDefault: true, validFor: null }]
        }),
        text('NamespacePrefix', 'Namespace Prefix', 15, { nillable: true }),
        text('Label', 'Label', 40),
        text('QualifiedApiName', 'Qualified API Name', 70, { idLookup: true }),
        stamp('SystemModstamp', 'System Modstamp')
    ];
}

const replayId = (): FieldDescribe =>
    newField({
        name: 'ReplayId',
        type: 'string',
        label: 'Replay ID',
        length: 1000,
        createable: false,
        updateable: false
    });

export function eventFields(): FieldDescribe[] {
    return [
        replayId(),
        newField({
            name: 'EventUuid',
            type: 'string',
            label: 'Event UUID',
            length: 36,
            createable: false,
            updateable: false
        }),
        { ...stamp('CreatedDate', 'Created Date') },
        { ...user('CreatedById', 'Created By ID') }
    ];
}

export function changeEventFields(): FieldDescribe[] {
    return [
        replayId(),
        newField({
            name: 'ChangeEventHeader',
            type: 'anytype',
            label: 'Change Event Header',
            createable: false,
            updateable: false
        })
    ];
}
