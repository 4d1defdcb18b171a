// A CustomField component → the describe of its field(s) ("CustomField", Metadata API Developer Guide; "Field Types", Object Reference).
import type { FieldDescribe, FieldType, PicklistValue } from '../describe.ts';
import { newField } from '../make.ts';
import type { Component } from '../source/components.ts';
import { child, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { picklistField, referenceField } from './choices.ts';

export interface FieldSources {
    localName(name: string): string;
    /** Values of a global value set; null when there is none. */
    globalValues(name: string): PicklistValue[] | null;
    /** Type of another field, for summaries. */
    fieldType(path: string): { type: FieldType; precision: number; scale: number } | null;
    /** Place of a master-detail field among those of its object, in order of name. */
    masterDetailOrder(object: string, field: string): number;
}

const PLAIN: Readonly<Record<string, { type: FieldType; length?: number }>> = {
    Text: { type: 'string' },
    TextArea: { type: 'textarea', length: 255 },
    LongTextArea: { type: 'textarea' },
    Html: { type: 'textarea' },
    Number: { type: 'double' },
    Currency: { type: 'currency' },
    Percent: { type: 'percent' },
    Checkbox: { type: 'boolean' },
    Date: { type: 'date' },
    DateTime: { type: 'datetime' },
    Time: { type: 'time' },
    Email: { type: 'email', length: 80 },
    Phone: { type: 'phone', length: 40 },
    Url: { type: 'url', length: 255 },
    Picklist: { type: 'picklist', length: 255 },
    MultiselectPicklist: { type: 'multipicklist', length: 4099 },
    EncryptedText: { type: 'encryptedstring' },
    AutoNumber: { type: 'string', length: 30 },
    Location: { type: 'location' },
    Lookup: { type: 'reference', length: 18 },
    MasterDetail: { type: 'reference', length: 18 },
    Hierarchy: { type: 'reference', length: 18 },
    MetadataRelationship: { type: 'reference', length: 255 },
    ExternalLookup: { type: 'reference', length: 255 },
    IndirectLookup: { type: 'reference', length: 18 },
    Summary: { type: 'double' }
};

const flag = (xml: XmlElement, name: string): boolean => textOf(xml, name) === 'true';
const number = (xml: XmlElement, name: string): number => Number(textOf(xml, name) ?? 0);

/** The describes a custom field gives: one, or three for a geolocation. */
export function customFields(component: Component, sources: FieldSources): FieldDescribe[] {
    const xml = component.xml;
    if (!xml) return [];
    const [object = '', name = ''] = component.fullName.split('.');
    const written = textOf(xml, 'type') ?? '';
    const plain = PLAIN[written];
    if (!plain) return [];
    const formula = textOf(xml, 'formula') === null ? null : (child(xml, 'formula')?.text ?? null);
    const isText = /^(string|textarea|encryptedstring)$/.test(plain.type);
    const base: FieldDescribe = newField({
        name,
        type: plain.type,
        label: textOf(xml, 'label') ?? name.replace(/__c$/, '').replaceAll('_', ' '),
        custom: true,
        length: plain.length ?? (isText ? number(xml, 'length') : 0),
        precision: number(xml, 'precision'),
        scale: number(xml, 'scale'),
        description: textOf(xml, 'description'),
        inlineHelpText: textOf(xml, 'inlineHelpText'),
        unique: flag(xml, 'unique'),
        caseSensitive: flag(xml, 'caseSensitive'),
        externalId: flag(xml, 'externalId'),
        idLookup: flag(xml, 'externalId') || flag(xml, 'unique'),
        required: flag(xml, 'required'),
        nillable: !flag(xml, 'required'),
        htmlFormatted: written === 'Html',
        encrypted: written === 'EncryptedText',
        defaultValueFormula: textOf(xml, 'defaultValue'),
        defaultedOnCreate: textOf(xml, 'defaultValue') !== null
    });
    if (formula !== null) return [formulaField(base, xml, formula)];
    switch (written) {
        case 'Checkbox':
            return [
                {
                    ...base,
                    nillable: false,
                    required: false,
                    defaultedOnCreate: true,
                    defaultValueFormula: base.defaultValueFormula ?? 'false',
                    aggregatable: false
                }
            ];
        case 'LongTextArea':
        case 'Html':
            return [
                {
                    ...base,
                    filterable: false,
                    sortable: false,
                    groupable: false,
                    aggregatable: false,
                    length: base.length || 32768
                }
            ];
        case 'Picklist':
        case 'MultiselectPicklist':
            return [picklistField(base, xml, written, sources)];
        case 'AutoNumber':
            return [
                {
                    ...base,
                    autoNumber: true,
                    displayFormat: textOf(xml, 'displayFormat') ?? '{0}',
                    createable: false,
                    updateable: false,
                    nillable: false,
                    defaultedOnCreate: true,
                    required: false
                }
            ];
        case 'Lookup':
        case 'MasterDetail':
        case 'Hierarchy':
        case 'MetadataRelationship':
        case 'ExternalLookup':
        case 'IndirectLookup':
            return [referenceField(base, xml, written, object, sources)];
        case 'Summary':
            return [summaryField(base, xml, sources)];
        case 'Location':
            return locationFields(base, name);
        case 'EncryptedText':
            return [{ ...base, filterable: false, sortable: false, groupable: false, aggregatable: false }];
        case 'Number':
        case 'Currency':
        case 'Percent':
        case 'DateTime':
        case 'Time':
            return [{ ...base, groupable: false }];
        default:
            return [base];
    }
}

function formulaField(base: FieldDescribe, xml: XmlElement, formula: string): FieldDescribe {
    return {
        ...base,
        formula,
        calculated: true,
        createable: false,
        updateable: false,
        required: false,
        unique: false,
        nillable: base.type !== 'boolean',
        length: base.type === 'string' ? 1300 : base.length,
        precision: /^(double|currency|percent)$/.test(base.type) ? 18 : 0,
        formulaTreatBlanksAsZero: textOf(xml, 'formulaTreatBlanksAs') !== 'BlankAsBlank',
        defaultValueFormula: null,
        defaultedOnCreate: false,
        groupable: false
    };
}

function summaryField(base: FieldDescribe, xml: XmlElement, sources: FieldSources): FieldDescribe {
    const operation = (textOf(xml, 'summaryOperation') ?? 'count') as 'count' | 'sum' | 'min' | 'max';
    const summarized = textOf(xml, 'summarizedField');
    const [childObject = '', foreignKey = ''] = sources.localName(textOf(xml, 'summaryForeignKey') ?? '').split('.');
    const source = summarized && operation !== 'count' ? sources.fieldType(sources.localName(summarized)) : null;
    const filters = childrenOf(xml, 'summaryFilterItems').map((item) => ({
        field: afterDot(sources.localName(textOf(item, 'field') ?? '')),
        operation: textOf(item, 'operation') ?? 'equals',
        value: textOf(item, 'value') ?? ''
    }));
    return {
        ...base,
        type: source?.type ?? 'double',
        precision: source && /^(date|datetime)$/.test(source.type) ? 0 : 18,
        scale: source?.scale ?? 0,
        calculated: true,
        createable: false,
        updateable: false,
        groupable: false,
        summary: {
            childObject,
            foreignKey,
            operation,
            summarizedField: summarized ? afterDot(sources.localName(summarized)) : null,
            filters
        }
    };
}

const afterDot = (path: string): string => path.slice(path.indexOf('.') + 1);

function locationFields(base: FieldDescribe, name: string): FieldDescribe[] {
    const stem = name.replace(/__c$/, '');
    const part = (which: string): FieldDescribe => ({
        ...base,
        name: `${stem}__${which}__s`,
        label: `${base.label} (${which})`,
        type: 'double',
        precision: 18,
        scale: 15,
        compoundFieldName: name,
        groupable: false
    });
    return [
        {
            ...base,
            precision: 0,
            scale: 0,
            createable: false,
            updateable: false,
            filterable: false,
            sortable: false,
            groupable: false,
            aggregatable: false,
            required: false,
            nillable: true
        },
        part('Latitude'),
        part('Longitude')
    ];
}
