// Components → the org's describes: the standard objects with what was added to them, and the custom ones.
import type { FieldDescribe, FieldType, ObjectDescribe, ObjectKind } from '../describe.ts';
import { newObject } from '../make.ts';
import type { Component } from '../source/components.ts';
import { componentKey } from '../source/components.ts';
import { picklistValue, standardObjects } from '../standard/index.ts';
import { STANDARD_VALUE_SETS, valueSetOf } from '../standard/picklists.ts';
import { child, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { feedOf, historyOf, shareOf } from './companions.ts';
import { readValues } from './choices.ts';
import { customFields } from './fieldTypes.ts';
import type { FieldSources } from './fieldTypes.ts';
import { linkReferences } from './link.ts';
import type { Components, Parts } from './parts.ts';
import { collect, fieldSet, partsOf, recordType, validationRule } from './parts.ts';
import { customPrefix } from './prefix.ts';
import * as system from './systemFields.ts';

export type { Components } from './parts.ts';

/** Describes by lower-cased name. */
export function buildObjects(components: Components, localName: (name: string) => string): Map<string, ObjectDescribe> {
    const parts = collect(components);
    const sources = fieldSources(components, parts, localName);
    const taken = new Set<string>();
    for (const object of standardObjects().values()) if (object.keyPrefix) taken.add(object.keyPrefix);
    const objects = new Map<string, ObjectDescribe>();
    for (const object of standardObjects().values())
        objects.set(object.name.toLowerCase(), withParts(object, partsOf(object, parts), sources, components));
    for (const [key, part] of parts) {
        if (objects.has(key) || !part.shell) continue;
        for (const object of customObject(part, sources, taken)) objects.set(object.name.toLowerCase(), object);
    }
    linkReferences(objects, parts, localName);
    return objects;
}

function fieldSources(
    components: Components,
    parts: Map<string, Parts>,
    localName: (name: string) => string
): FieldSources {
    const typeCache = new Map<string, { type: FieldType; precision: number; scale: number } | null>();
    const sources: FieldSources = {
        localName,
        globalValues(name) {
            const set = components.get(componentKey('GlobalValueSet', name));
            if (set?.xml) return readValues(set.xml, 'customValue');
            const standard = STANDARD_VALUE_SETS.find((one) => one.name.toLowerCase() === name.toLowerCase());
            return standard ? standard.values.map(picklistValue) : null;
        },
        fieldType(path) {
            const key = path.toLowerCase();
            const cached = typeCache.get(key);
            if (cached !== undefined) return cached;
            typeCache.set(key, null);
            const [object = '', name = ''] = path.split('.');
            const component = components.get(componentKey('CustomField', path));
            const field = component
                ? customFields(component, sources)[0]
                : standardObjects().get(object.toLowerCase())?.fields.get(name.toLowerCase());
            const found = field ? { type: field.type, precision: field.precision, scale: field.scale } : null;
            typeCache.set(key, found);
            return found;
        },
        masterDetailOrder(object, field) {
            const masters = (parts.get(object.toLowerCase())?.fields ?? [])
                .filter((one) => one.xml && textOf(one.xml, 'type') === 'MasterDetail')
                .map((one) => one.fullName.split('.')[1] ?? '')
                .sort();
            return Math.max(0, masters.indexOf(field));
        }
    };
    return sources;
}

function withParts(
    object: ObjectDescribe,
    part: Parts | undefined,
    sources: FieldSources,
    components: Components
): ObjectDescribe {
    if (!part && !valueSetsDeployed(object, components)) return object;
    const fields = new Map<string, FieldDescribe>();
    for (const [key, field] of object.fields) fields.set(key, standardValues(object, field, components));
    for (const component of part?.fields ?? []) {
        const name = component.fullName.split('.')[1] ?? '';
        if (/__c$/.test(name))
            for (const field of customFields(component, sources)) fields.set(field.name.toLowerCase(), field);
        else overrideStandard(fields, name, component, sources);
    }
    const sharing = part?.shell?.xml ? textOf(part.shell.xml, 'sharingModel') : null;
    return {
        ...object,
        fields,
        sharingModel: SHARING[sharing ?? ''] ?? object.sharingModel,
        recordTypes: (part?.recordTypes ?? []).map(recordType),
        validationRules: (part?.rules ?? []).map(validationRule),
        fieldSets: (part?.fieldSets ?? []).map((one) => fieldSet(one, sources))
    };
}

/** A standard field deployed with a help text, values or a required flag of its own. */
function overrideStandard(
    fields: Map<string, FieldDescribe>,
    name: string,
    component: Component,
    sources: FieldSources
): void {
    const field = fields.get(name.toLowerCase()) ?? fields.get(`${name.toLowerCase()}id`);
    const xml = component.xml;
    if (!field || !xml) return;
    const set = child(xml, 'valueSet');
    const definition = set && child(set, 'valueSetDefinition');
    const global = set && textOf(set, 'valueSetName');
    const values = definition
        ? readValues(definition, 'value')
        : global
          ? sources.globalValues(sources.localName(global))
          : null;
    fields.set(field.name.toLowerCase(), {
        ...field,
        inlineHelpText: textOf(xml, 'inlineHelpText') ?? field.inlineHelpText,
        description: textOf(xml, 'description') ?? field.description,
        required: field.required || textOf(xml, 'required') === 'true',
        picklistValues: values && values.length > 0 ? values : field.picklistValues
    });
}

function valueSetsDeployed(object: ObjectDescribe, components: Components): boolean {
    return [...object.fields.values()].some((field) => standardValues(object, field, components) !== field);
}

function standardValues(object: ObjectDescribe, field: FieldDescribe, components: Components): FieldDescribe {
    if (field.picklistValues.length === 0 && field.type !== 'picklist' && field.type !== 'multipicklist') return field;
    const set = valueSetOf(`${object.name}.${field.name}`);
    const deployed = set && components.get(componentKey('StandardValueSet', set.name));
    return deployed?.xml ? { ...field, picklistValues: readValues(deployed.xml, 'standardValue') } : field;
}

const SHARING: Readonly<Record<string, ObjectDescribe['sharingModel']>> = {
    Private: 'Private',
    Read: 'Read',
    ReadSelect: 'Read',
    ReadWrite: 'ReadWrite',
    ReadWriteTransfer: 'ReadWrite',
    FullAccess: 'ReadWrite',
    ControlledByParent: 'ControlledByParent'
};

function kindOf(name: string, xml: XmlElement): ObjectKind {
    if (name.endsWith('__mdt')) return 'customMetadata';
    if (name.endsWith('__e')) return 'platformEvent';
    const setting = textOf(xml, 'customSettingsType');
    return setting === 'List' ? 'listSetting' : setting === 'Hierarchy' ? 'hierarchySetting' : 'custom';
}

function customObject(part: Parts, sources: FieldSources, taken: Set<string>): ObjectDescribe[] {
    const { shell } = part;
    const xml = shell?.xml;
    if (!shell || !xml) return [];
    const name = shell.fullName;
    const label = textOf(xml, 'label') ?? name;
    const kind = kindOf(name, xml);
    const own = part.fields.flatMap((component) => customFields(component, sources));
    const detail = own.some((field) => field.relationshipOrder !== null);
    const traits = {
        activities: textOf(xml, 'enableActivities') === 'true',
        feeds: textOf(xml, 'enableFeeds') === 'true'
    };
    const platform = kind === 'custom' && !name.endsWith('__x');
    const fields = new Map(
        [
            ...builtIn(kind, xml, label, {
                detail,
                recordTypes: part.recordTypes.length > 0,
                activities: traits.activities
            }),
            ...own
        ].map((field) => [field.name.toLowerCase(), field])
    );
    const writable = kind !== 'customMetadata';
    const event = kind === 'platformEvent';
    const object = newObject({
        name,
        label,
        labelPlural: textOf(xml, 'pluralLabel') ?? label,
        kind,
        custom: true,
        keyPrefix: customPrefix(name, taken),
        fields,
        publishBehavior: event
            ? ((textOf(xml, 'publishBehavior') ?? 'PublishImmediately') as ObjectDescribe['publishBehavior'])
            : null,
        sharingModel: SHARING[textOf(xml, 'sharingModel') ?? ''] ?? (detail ? 'ControlledByParent' : 'ReadWrite'),
        createable: writable,
        updateable: writable && !event,
        deletable: writable && !event,
        undeletable: platform,
        queryable: !event,
        searchable: platform,
        triggerable: platform || event,
        recordTypes: part.recordTypes.map(recordType),
        validationRules: part.rules.map(validationRule),
        fieldSets: part.fieldSets.map((one) => fieldSet(one, sources))
    });
    if (!platform) return [object];
    const companions: ObjectDescribe[] = [];
    if ((object.sharingModel === 'Private' || object.sharingModel === 'Read') && !detail)
        companions.push(
            shareOf(
                object,
                customPrefix(name.replace(/__c$/, '__Share'), taken),
                part.sharingReasons.map((one) => one.fullName.split('.')[1] ?? '')
            )
        );
    if (textOf(xml, 'enableHistory') === 'true') companions.push(historyOf(object));
    if (traits.feeds) companions.push(feedOf(object, standardObjects().get('accountfeed')));
    return [object, ...companions];
}

function builtIn(
    kind: ObjectKind,
    xml: XmlElement,
    label: string,
    has: { detail: boolean; recordTypes: boolean; activities: boolean }
): FieldDescribe[] {
    const id = system.idField(kind === 'customMetadata' ? 'Custom Metadata ID' : 'Record ID');
    if (kind === 'platformEvent') return system.eventFields();
    if (kind === 'customMetadata') return [id, ...system.customMetadataFields()];
    if (kind === 'listSetting' || kind === 'hierarchySetting')
        return [id, ...system.settingFields(kind === 'hierarchySetting'), ...system.auditFields()];
    const name = child(xml, 'nameField');
    const nameLabel = (name && textOf(name, 'label')) ?? `${label} Name`;
    const nameField =
        name && textOf(name, 'type') === 'AutoNumber'
            ? system.autoNumberNameField(nameLabel, textOf(name, 'displayFormat') ?? '{0}')
            : system.textNameField(nameLabel);
    return [
        id,
        nameField,
        ...(has.detail ? [] : [system.ownerField()]),
        ...(has.recordTypes ? [system.recordTypeField()] : []),
        ...system.auditFields(),
        ...system.viewedFields(),
        ...(has.activities ? [system.activityField()] : [])
    ];
}
