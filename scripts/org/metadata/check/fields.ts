// Custom fields: what each type must say, and what it may point at ("CustomField", Metadata API Developer Guide).
import type { ObjectDescribe } from '../describe.ts';
import type { Component } from '../source/components.ts';
import { child, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { Check, CheckContext, Problem } from './context.ts';
import { at, fieldAt, fieldExists, has, missing, objectExists } from './context.ts';
import { checkFormula } from './formulas.ts';

const REFERENCES = /^(Lookup|MasterDetail|MetadataRelationship|IndirectLookup)$/;

/** Elements without which a field of the type cannot be made. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
    Text: ['length'],
    LongTextArea: ['length', 'visibleLines'],
    Html: ['length', 'visibleLines'],
    EncryptedText: ['length', 'maskChar', 'maskType'],
    Number: ['precision', 'scale'],
    Currency: ['precision', 'scale'],
    Percent: ['precision', 'scale'],
    Lookup: ['referenceTo'],
    MasterDetail: ['referenceTo', 'relationshipName'],
    MetadataRelationship: ['referenceTo'],
    AutoNumber: ['displayFormat'],
    Summary: ['summaryForeignKey', 'summaryOperation'],
    Location: ['scale', 'displayLocationInDecimal'],
    MultiselectPicklist: ['visibleLines']
};

/** Types of fields that objects of these kinds may have ("Custom Metadata Type Fields", "Platform Event Fields", "Custom Settings"). */
const ALLOWED: readonly [suffix: RegExp, types: RegExp][] = [
    [/__e$/, /^(Checkbox|Date|DateTime|Number|Text|LongTextArea)$/],
    [
        /__mdt$/,
        /^(MetadataRelationship|Checkbox|Date|DateTime|Email|Number|Percent|Phone|Picklist|Text|TextArea|LongTextArea|Url)$/
    ]
];
const SETTING_TYPES = /^(Checkbox|Currency|Date|DateTime|Email|Number|Percent|Phone|Text|TextArea|Url)$/;

/** Least and greatest lengths. */
const LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
    Text: [1, 255],
    LongTextArea: [256, 131_072],
    Html: [256, 131_072],
    EncryptedText: [1, 175]
};

export const customField: Check = (component, xml, context) => {
    const [objectName = '', name = ''] = component.fullName.split('.');
    if (!objectExists(context, objectName))
        return at(xml, `In field: fullName - no CustomObject named ${objectName} found`);
    const object = context.object(objectName === 'Activity' ? 'Task' : objectName);
    if (!/__c$/i.test(name))
        return object && fieldExists(context, objectName, name)
            ? null
            : missing(xml, 'CustomField', component.fullName, 'fullName');
    if (!/^[A-Za-z](?:_?[A-Za-z0-9])*__c$/.test(name) || name.length > 43)
        return at(
            xml,
            `The field name you provided ${name} on object ${objectName} can only contain alphanumeric characters, must begin with a letter, cannot end with an underscore or contain two consecutive underscore characters, and must be unique across all ${objectName} fields`
        );
    const type = textOf(xml, 'type');
    if (type === null) return at(xml, 'Required field is missing: type');
    if (textOf(xml, 'label') === null) return at(xml, 'Required field is missing: label');
    return (
        allowedType(objectName, type, xml, object) ??
        neededElements(xml, type) ??
        sizes(xml, type) ??
        references(component, xml, type, context) ??
        contents(xml, type, object, name, context)
    );
};

function allowedType(
    object: string,
    type: string,
    xml: XmlElement,
    describe: ObjectDescribe | undefined
): Problem | null {
    const setting = describe?.kind === 'listSetting' || describe?.kind === 'hierarchySetting';
    const allowed = setting ? SETTING_TYPES : ALLOWED.find(([suffix]) => suffix.test(object))?.[1];
    return allowed && !allowed.test(type)
        ? at(child(xml, 'type') ?? xml, `Field type ${type} is not allowed on ${object}`)
        : null;
}

function neededElements(xml: XmlElement, type: string): Problem | null {
    if (textOf(xml, 'formula') !== null) return null;
    for (const name of NEEDED[type] ?? [])
        if (name !== 'displayLocationInDecimal' && !child(xml, name))
            return at(xml, `Must specify '${name}' for a CustomField of type ${type}`);
    if (type === 'Picklist' || type === 'MultiselectPicklist')
        return child(xml, 'valueSet') ? null : at(xml, `Must specify 'valueSet' for a CustomField of type ${type}`);
    if (child(xml, 'length') && !LENGTHS[type])
        return at(child(xml, 'length') ?? xml, `Can not specify 'length' for a CustomField of type ${type}`);
    return null;
}

function sizes(xml: XmlElement, type: string): Problem | null {
    const number = (name: string): number | null => (child(xml, name) ? Number(textOf(xml, name)) : null);
    const length = number('length');
    const range = LENGTHS[type];
    if (range && length !== null && (length < range[0] || length > range[1]))
        return at(
            child(xml, 'length') ?? xml,
            `Value too large or too small for 'length' of a CustomField of type ${type}: must be between ${range[0]} and ${range[1]}`
        );
    const precision = number('precision');
    const scale = number('scale') ?? 0;
    if (precision !== null && (precision > 18 || scale > precision || scale < 0))
        return at(child(xml, 'precision') ?? xml, 'Precision must be no more than 18 and no less than the scale');
    return null;
}

function references(component: Component, xml: XmlElement, type: string, context: CheckContext): Problem | null {
    if (!REFERENCES.test(type)) return null;
    const element = child(xml, 'referenceTo');
    const target = element?.text.trim() ?? '';
    if (element && !context.object(context.localName(target))) return missing(element, 'CustomObject', target);
    const required = textOf(xml, 'required') === 'true';
    if (type === 'Lookup' && required && (textOf(xml, 'deleteConstraint') ?? 'SetNull') === 'SetNull')
        return at(
            child(xml, 'deleteConstraint') ?? xml,
            'must specify either cascade delete or restrict delete for required lookup foreign key'
        );
    const controller = child(xml, 'metadataRelationshipControllingField');
    if (controller && !has(context, 'CustomField', controller.text.trim()))
        return missing(controller, 'CustomField', controller.text.trim());
    return sameRelationship(component, xml, target, context);
}

/** Two fields must not give their parent children of the same name. */
function sameRelationship(
    component: Component,
    xml: XmlElement,
    target: string,
    context: CheckContext
): Problem | null {
    const element = child(xml, 'relationshipName');
    const written = element && context.localName(element.text.trim()).toLowerCase();
    if (!element || !written) return null;
    for (const other of context.components.values()) {
        if (other === component || other.type !== 'CustomField' || !other.xml) continue;
        if (context.localName(textOf(other.xml, 'relationshipName') ?? '').toLowerCase() !== written) continue;
        if (
            context.localName(textOf(other.xml, 'referenceTo') ?? '').toLowerCase() !==
                context.localName(target).toLowerCase() ||
            other.fullName === component.fullName
        )
            continue;
        return at(
            element,
            `There is already a Child Relationship named ${element.text.trim()} on ${context.object(context.localName(target))?.label ?? target}.`
        );
    }
    return null;
}

function contents(
    xml: XmlElement,
    type: string,
    object: ObjectDescribe | undefined,
    name: string,
    context: CheckContext
): Problem | null {
    const field = object && [...object.fields.values()].find((one) => one.name.toLowerCase() === name.toLowerCase());
    const formula = child(xml, 'formula');
    if (formula && object && field) return checkFormula(formula, object, field.type, context);
    const initial = child(xml, 'defaultValue');
    if (initial && object && field && initial.text.trim() !== '')
        return checkFormula(initial, object, field.type, context);
    if (type === 'Summary' && object) return summary(xml, object, context);
    return valueSet(xml, object, context) ?? lookupFilter(xml, object, context);
}

function summary(xml: XmlElement, object: ObjectDescribe, context: CheckContext): Problem | null {
    const key = child(xml, 'summaryForeignKey') as XmlElement;
    const [childName = '', keyName = ''] = context.localName(key.text.trim()).split('.');
    const foreign = fieldAt(context, childName, keyName);
    if (!foreign) return missing(key, 'CustomField', key.text.trim());
    if (!foreign.referenceTo.includes(object.name) || (foreign.custom && foreign.relationshipOrder === null))
        return at(key, `${key.text.trim()} is not a master-detail relationship to ${object.name}`);
    const summed = child(xml, 'summarizedField');
    if (!summed)
        return textOf(xml, 'summaryOperation') === 'count'
            ? null
            : at(xml, `Must specify 'summarizedField' for a CustomField of type Summary`);
    if (!fieldAt(context, childName, summed.text.trim().split('.').slice(1).join('.')))
        return missing(summed, 'CustomField', summed.text.trim());
    for (const item of childrenOf(xml, 'summaryFilterItems')) {
        const path = textOf(item, 'field') ?? '';
        if (!fieldAt(context, childName, path.split('.').slice(1).join('.')))
            return missing(child(item, 'field') ?? item, 'CustomField', path);
    }
    return null;
}

function valueSet(xml: XmlElement, object: ObjectDescribe | undefined, context: CheckContext): Problem | null {
    const set = child(xml, 'valueSet');
    if (!set) return null;
    const name = child(set, 'valueSetName');
    if (name && !has(context, 'GlobalValueSet', name.text.trim()))
        return missing(name, 'GlobalValueSet', name.text.trim());
    const controller = child(set, 'controllingField');
    if (controller && object && !fieldAt(context, object.name, controller.text.trim()))
        return missing(controller, 'CustomField', controller.text.trim());
    const definition = child(set, 'valueSetDefinition');
    const seen = new Set<string>();
    for (const one of definition ? childrenOf(definition, 'value') : []) {
        const value = (textOf(one, 'fullName') ?? '').toLowerCase();
        if (seen.has(value)) return at(one, `Duplicate picklist value: ${textOf(one, 'fullName') ?? ''}`);
        seen.add(value);
    }
    return null;
}

function lookupFilter(xml: XmlElement, object: ObjectDescribe | undefined, context: CheckContext): Problem | null {
    const filter = child(xml, 'lookupFilter');
    const target = textOf(xml, 'referenceTo') ?? '';
    for (const item of filter ? childrenOf(filter, 'filterItems') : []) {
        for (const element of [child(item, 'field'), child(item, 'valueField')]) {
            if (!element) continue;
            const path = context.localName(element.text.trim());
            const [root = '', ...rest] = path.split('.');
            if (root.startsWith('$') && root !== '$Source') continue;
            const owner = root === '$Source' ? object?.name : root;
            if (!fieldAt(context, owner ?? target, rest.join('.'))) return missing(element, 'CustomField', path);
        }
    }
    return null;
}
