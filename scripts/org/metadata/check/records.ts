// Custom metadata records: their type, fields and values ("CustomMetadata", Metadata API Developer Guide).
import type { FieldDescribe, ObjectDescribe } from '../describe.ts';
import { isFieldTarget, recordName, typedValue } from '../facts/customMetadata.ts';
import { Decimal } from '../../values/index.ts';
import { child, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { Check, CheckContext, Problem } from './context.ts';
import { at, fieldAt, has, missing, objectExists } from './context.ts';

export const customMetadata: Check = (component, xml, context) => {
    const { type, name } = recordName(component);
    const object = context.object(type);
    if (object?.kind !== 'customMetadata') return missing(xml, 'CustomObject', type, 'fullName');
    if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(name) || name.length > 40)
        return at(xml, `Error: Invalid fullName, must end in a custom suffix (e.g. __c): ${name}`);
    const label = child(xml, 'label');
    if (!label || label.text.trim() === '') return at(xml, 'Required fields are missing: [MasterLabel]');
    if (label.text.length > 40) return at(label, `Label: data value too large: ${label.text} (max length=40)`);
    const given = new Map<string, string>();
    for (const one of childrenOf(xml, 'values')) {
        const problem = value(one, object, given, childrenOf(xml, 'values'), context);
        if (problem) return problem;
    }
    const absent = [...object.fields.values()].find(
        (field) =>
            field.custom && field.required && (given.get(field.name) ?? '') === '' && field.defaultValueFormula === null
    );
    return absent ? at(xml, `Required fields are missing: [${absent.name}]`) : null;
};

function value(
    one: XmlElement,
    object: ObjectDescribe,
    given: Map<string, string>,
    all: readonly XmlElement[],
    context: CheckContext
): Problem | null {
    const element = child(one, 'field') as XmlElement;
    const field = fieldAt(context, object.name, element.text.trim());
    if (!field?.custom) return missing(element, 'CustomField', `${object.name}.${element.text.trim()}`);
    if (given.has(field.name)) return at(one, `Duplicate values specified for field: ${field.name}`);
    const written = child(one, 'value');
    const text = written && written.attributes['xsi:nil'] !== 'true' ? written.text : '';
    given.set(field.name, text);
    return text === '' || !written ? null : fits(written, text, field, all, context);
}

function fits(
    element: XmlElement,
    text: string,
    field: FieldDescribe,
    all: readonly XmlElement[],
    context: CheckContext
): Problem | null {
    if (field.type === 'reference') return reference(element, text.trim(), field, all, context);
    try {
        const found = typedValue(field, text);
        if (
            found instanceof Decimal &&
            found.setScale(0, 'DOWN').abs().toString().length > Math.max(1, field.precision - field.scale)
        )
            return at(element, `${field.label}: value outside of valid range on numeric field: ${text}`);
    } catch {
        return at(element, `Invalid value for ${field.name}: ${text}`);
    }
    if (field.length > 0 && text.length > field.length)
        return at(element, `${field.label}: data value too large: ${text} (max length=${field.length})`);
    if (field.type === 'picklist' && !field.picklistValues.some((one) => one.value === text))
        return at(element, `${field.label}: bad value for restricted picklist field: ${text}`);
    return null;
}

function reference(
    element: XmlElement,
    text: string,
    field: FieldDescribe,
    all: readonly XmlElement[],
    context: CheckContext
): Problem | null {
    const target = field.referenceTo[0] ?? '';
    if (target === 'EntityDefinition')
        return objectExists(context, text) ? null : missing(element, 'CustomObject', text, field.name);
    if (!isFieldTarget(target))
        return has(context, 'CustomMetadata', `${target.replace(/__mdt$/, '')}.${text}`) ||
            has(context, 'CustomMetadata', `${target}.${text}`)
            ? null
            : missing(element, 'CustomMetadata', `${target}.${text}`, field.name);
    const controller = field.controllerName?.toLowerCase();
    const owner = all.find((one) => context.localName(textOf(one, 'field') ?? '').toLowerCase() === controller);
    const object = text.includes('.')
        ? (text.split('.')[0] ?? '')
        : owner && (child(owner, 'value')?.text.trim() ?? '');
    return !object || fieldAt(context, object, text.split('.').at(-1) ?? '')
        ? null
        : missing(element, 'CustomField', `${object}.${text.split('.').at(-1) ?? ''}`, field.name);
}
