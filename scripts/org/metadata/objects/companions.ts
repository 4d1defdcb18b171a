// The objects that stand beside a custom object: __Share, __History, __Feed, and its change event; and the child relationships every
// custom object has to the platform's own objects.
import type { ChildRelationship, FieldDescribe, ObjectDescribe, ObjectKind } from '../describe.ts';
import { newField, newObject } from '../make.ts';
import { auditFields, changeEventFields, idField } from './systemFields.ts';

const byName = (fields: readonly FieldDescribe[]): Map<string, FieldDescribe> =>
    new Map(fields.map((field) => [field.name.toLowerCase(), field]));

function parentField(object: ObjectDescribe): FieldDescribe {
    return newField({
        name: 'ParentId',
        type: 'reference',
        label: 'Parent ID',
        length: 18,
        referenceTo: [object.name],
        relationshipName: 'Parent',
        nillable: false,
        required: true,
        updateable: false,
        cascadeDelete: true
    });
}

const picklist = (name: string, label: string, values: string): FieldDescribe =>
    newField({
        name,
        type: 'picklist',
        label,
        length: 40,
        nillable: false,
        picklistValues: values
            .split(';')
            .map((value) => ({ value, label: value, active: true, isDefault: false, validFor: null }))
    });

function companion(
    object: ObjectDescribe,
    suffix: string,
    kind: ObjectKind,
    keyPrefix: string | null,
    fields: readonly FieldDescribe[],
    writable: boolean
): ObjectDescribe {
    return newObject({
        name: object.name.replace(/__c$/, `__${suffix}`),
        label: `${suffix}: ${object.label}`,
        labelPlural: `${suffix}: ${object.label}`,
        kind,
        custom: true,
        keyPrefix,
        fields: byName(fields),
        createable: writable,
        updateable: writable,
        deletable: writable,
        undeletable: false,
        searchable: false,
        triggerable: kind === 'changeEvent',
        sharingModel: 'ControlledByParent'
    });
}

export function shareOf(object: ObjectDescribe, keyPrefix: string, reasons: readonly string[]): ObjectDescribe {
    const all = auditFields();
    const keep = all.filter((field) => /^(IsDeleted|LastModifiedDate|LastModifiedById)$/.test(field.name));
    const cause = {
        ...picklist('RowCause', 'Row Cause', ['Owner', 'Manual', 'Rule', 'Team', ...reasons].join(';')),
        updateable: false,
        defaultedOnCreate: true,
        defaultValueFormula: '"Manual"',
        nillable: true
    };
    const subject = newField({
        name: 'UserOrGroupId',
        type: 'reference',
        label: 'User/Group ID',
        length: 18,
        referenceTo: ['Group', 'User'],
        relationshipName: 'UserOrGroup',
        nillable: false,
        required: true,
        updateable: false
    });
    const access = { ...picklist('AccessLevel', 'Access Level', 'Read;Edit;All'), required: true };
    return companion(
        object,
        'Share',
        'share',
        keyPrefix,
        [idField('Share ID'), parentField(object), access, subject, cause, ...keep],
        true
    );
}

export function historyOf(object: ObjectDescribe): ObjectDescribe {
    const any = (name: string, label: string): FieldDescribe =>
        newField({
            name,
            type: 'anytype',
            label,
            createable: false,
            updateable: false,
            filterable: false,
            sortable: false,
            groupable: false,
            aggregatable: false
        });
    const audit = auditFields().filter((field) => /^(IsDeleted|CreatedById|CreatedDate)$/.test(field.name));
    const names = [...object.fields.values()].map((field) => field.name);
    const changed = picklist('Field', 'Changed Field', ['created', 'locked', 'unlocked', ...names].join(';'));
    return companion(
        object,
        'History',
        'history',
        '017',
        [
            idField('History ID'),
            { ...parentField(object), createable: false },
            changed,
            picklist('DataType', 'Datatype', 'Text;Number;DateTime;Boolean;EntityId'),
            any('OldValue', 'Old Value'),
            any('NewValue', 'New Value'),
            ...audit
        ],
        false
    );
}

export function feedOf(object: ObjectDescribe, template: ObjectDescribe | undefined): ObjectDescribe {
    const fields = [...(template?.fields.values() ?? [])].map((field) =>
        field.name === 'ParentId' ? { ...field, referenceTo: [object.name] } : field
    );
    return companion(object, 'Feed', 'feed', '0D5', fields, false);
}

export function changeEventOf(object: ObjectDescribe): ObjectDescribe {
    const own = [...object.fields.values()].filter(
        (field) =>
            !/^(Id|IsDeleted|SystemModstamp|LastViewedDate|LastReferencedDate|LastActivityDate)$/.test(field.name) &&
            field.summary === null &&
            field.formula === null
    );
    return companion(
        object,
        'ChangeEvent',
        'changeEvent',
        null,
        [...own.map((field) => ({ ...field, nillable: true, required: false })), ...changeEventFields()],
        false
    );
}

/** Standard children of a custom object: relationship, child, field. */
export function standardChildren(traits: { activities: boolean; feeds: boolean }): [string, string, string][] {
    return [
        ['Attachments', 'Attachment', 'ParentId'],
        ['Notes', 'Note', 'ParentId'],
        ['NotesAndAttachments', 'NoteAndAttachment', 'ParentId'],
        ['CombinedAttachments', 'CombinedAttachment', 'ParentId'],
        ['AttachedContentDocuments', 'AttachedContentDocument', 'LinkedEntityId'],
        ['ContentDocumentLinks', 'ContentDocumentLink', 'LinkedEntityId'],
        ['ProcessInstances', 'ProcessInstance', 'TargetObjectId'],
        ['ProcessSteps', 'ProcessInstanceHistory', 'TargetObjectId'],
        ['TopicAssignments', 'TopicAssignment', 'EntityId'],
        ['DuplicateRecordItems', 'DuplicateRecordItem', 'RecordId'],
        ['Emails', 'EmailMessage', 'RelatedToId'],
        ...(traits.activities
            ? ([
                  ['Tasks', 'Task', 'WhatId'],
                  ['Events', 'Event', 'WhatId'],
                  ['OpenActivities', 'OpenActivity', 'WhatId'],
                  ['ActivityHistories', 'ActivityHistory', 'WhatId']
              ] as [string, string, string][])
            : []),
        ...(traits.feeds
            ? ([['FeedSubscriptionsForEntity', 'EntitySubscription', 'ParentId']] as [string, string, string][])
            : [])
    ];
}

export function childOf(childObject: string, field: FieldDescribe, relationshipName: string | null): ChildRelationship {
    return {
        childObject,
        field: field.name,
        relationshipName,
        cascadeDelete: field.cascadeDelete,
        restrictedDelete: field.restrictedDelete
    };
}
