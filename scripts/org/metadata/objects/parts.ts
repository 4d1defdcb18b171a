// The parts of objects among the components, and how rules, record types and field sets are read.
import type { ObjectDescribe, RecordTypeDescribe, ValidationRule } from '../describe.ts';
import type { Component } from '../source/components.ts';
import { child, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { FieldSources } from './fieldTypes.ts';

export type Components = ReadonlyMap<string, Component>;

export interface Parts {
    shell: Component | null;
    fields: Component[];
    rules: Component[];
    recordTypes: Component[];
    fieldSets: Component[];
    sharingReasons: Component[];
}

/** Custom fields of tasks and events are those of Activity. */
export function partsOf(object: ObjectDescribe, parts: ReadonlyMap<string, Parts>): Parts | undefined {
    const own = parts.get(object.name.toLowerCase());
    const shared = object.name === 'Task' || object.name === 'Event' ? parts.get('activity') : undefined;
    return own && shared ? { ...own, fields: [...shared.fields, ...own.fields] } : (own ?? shared);
}

export function collect(components: Components): Map<string, Parts> {
    const parts = new Map<string, Parts>();
    const of = (name: string): Parts => {
        const key = name.toLowerCase();
        const found = parts.get(key) ?? {
            shell: null,
            fields: [],
            rules: [],
            recordTypes: [],
            fieldSets: [],
            sharingReasons: []
        };
        parts.set(key, found);
        return found;
    };
    for (const component of components.values()) {
        const object = component.fullName.split('.')[0] ?? '';
        switch (component.type) {
            case 'CustomObject':
                of(object).shell = component;
                break;
            case 'CustomField':
                of(object).fields.push(component);
                break;
            case 'ValidationRule':
                of(object).rules.push(component);
                break;
            case 'RecordType':
                of(object).recordTypes.push(component);
                break;
            case 'FieldSet':
                of(object).fieldSets.push(component);
                break;
            case 'SharingReason':
                of(object).sharingReasons.push(component);
                break;
            default:
        }
    }
    return parts;
}

export function recordType(component: Component): RecordTypeDescribe {
    const xml = component.xml as XmlElement;
    const picklistValues: Record<string, string[]> = {};
    for (const one of childrenOf(xml, 'picklistValues'))
        picklistValues[textOf(one, 'picklist') ?? ''] = childrenOf(one, 'values').map((value) =>
            decode(textOf(value, 'fullName') ?? '')
        );
    return {
        developerName: component.fullName.split('.')[1] ?? '',
        label: textOf(xml, 'label') ?? '',
        description: textOf(xml, 'description'),
        active: textOf(xml, 'active') === 'true',
        isDefault: false,
        picklistValues
    };
}

/** Values of record types are percent-encoded in the metadata. */
function decode(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

export function validationRule(component: Component): ValidationRule {
    const xml = component.xml as XmlElement;
    return {
        name: component.fullName.split('.')[1] ?? '',
        active: textOf(xml, 'active') === 'true',
        errorConditionFormula: child(xml, 'errorConditionFormula')?.text ?? '',
        errorMessage: textOf(xml, 'errorMessage') ?? '',
        errorDisplayField: textOf(xml, 'errorDisplayField'),
        file: component.file
    };
}

export function fieldSet(component: Component, sources: FieldSources): ObjectDescribe['fieldSets'][number] {
    const xml = component.xml as XmlElement;
    return {
        name: component.fullName.split('.')[1] ?? '',
        label: textOf(xml, 'label') ?? '',
        fields: childrenOf(xml, 'displayedFields').map((one) => sources.localName(textOf(one, 'field') ?? ''))
    };
}
