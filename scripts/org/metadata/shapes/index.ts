// Holds XML against the Metadata API's shapes, and turns it into plain objects of those shapes. The messages are the platform's.
import { readFileSync } from 'node:fs';
import type { XmlElement } from '../xml.ts';
import type { ShapesFile, TypesFile } from './generate.ts';

export interface ShapeField {
    name: string;
    type: string;
    list: boolean;
    required: boolean;
}

export interface ShapeProblem {
    message: string;
    line: number;
    column: number;
}

let shapes: ShapesFile | null = null;
let types: TypesFile | null = null;
const fieldCache = new Map<string, ReadonlyMap<string, ShapeField> | null>();

function load(): ShapesFile {
    shapes ??= JSON.parse(readFileSync(new URL('./shapes.json', import.meta.url), 'utf8')) as ShapesFile;
    return shapes;
}

/** Suffixes and folders of the metadata types. */
export function metadataTypes(): TypesFile {
    types ??= JSON.parse(readFileSync(new URL('./types.json', import.meta.url), 'utf8')) as TypesFile;
    return types;
}

/** Fields of a shape with those of its bases; null when there is no such shape. */
export function shapeFields(type: string): ReadonlyMap<string, ShapeField> | null {
    const cached = fieldCache.get(type);
    if (cached !== undefined) return cached;
    const raw = load().types[type];
    let fields: Map<string, ShapeField> | null = null;
    if (raw) {
        fields = new Map(raw[0] ? shapeFields(raw[0]) : []);
        for (const entry of raw.slice(1)) {
            const match = /^(\w+)([?*!])(\w+)$/.exec(entry);
            if (match)
                fields.set(match[1] ?? '', {
                    name: match[1] ?? '',
                    type: match[3] ?? 'any',
                    list: match[2] === '*',
                    required: match[2] === '!'
                });
        }
    }
    fieldCache.set(type, fields);
    return fields;
}

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Elements that the service takes from older API versions or answers with, though today's WSDL lacks them. */
const TOLERATED: Readonly<Record<string, readonly string[]>> = {
    CustomObject: ['enableEnhancedLookup'],
    CustomField: ['displayLocationInDecimal'],
    CustomSite: ['allowGuestPaymentsApi'],
    FlowActionCall: ['versionSegment'],
    Profile: ['custom', 'userLicense']
};

/** Enumerations whose values in files are not those of the WSDL. */
const OPEN: ReadonlySet<string> = new Set(['SiteType', 'OmniProcessType']);

/** Elements that today's WSDL calls required and that the service fills in when they are missing. */
const DEFAULTED: Readonly<Record<string, readonly string[]>> = {
    ApexClass: ['status'],
    ApexTrigger: ['status'],
    CustomPermission: ['isLicensed']
};

/** Everything about the element that the Metadata API would refuse. */
export function checkShape(element: XmlElement, type: string): ShapeProblem[] {
    const problems: ShapeProblem[] = [];
    checkElement(element, type, problems);
    return problems;
}

function checkElement(element: XmlElement, type: string, problems: ShapeProblem[]): void {
    const fields = shapeFields(type);
    if (!fields) return;
    const seen = new Set<string>();
    let previous = '';
    for (const one of element.children) {
        const name = one.name.replace(/^\w+:/, '');
        const field = fields.get(name);
        if (!field) {
            if (!TOLERATED[type]?.includes(name))
                problems.push({
                    message: `Error parsing file: Element {${NAMESPACE}}${name} invalid at this location in type ${type}`,
                    line: one.line,
                    column: one.column
                });
            continue;
        }
        if (seen.has(name) && (!field.list || previous !== name))
            problems.push({
                message: `Error parsing file: Element ${name} is duplicated at this location in type ${type}`,
                line: one.line,
                column: one.column
            });
        seen.add(name);
        previous = name;
        checkValue(one, field, problems);
    }
    for (const field of fields.values()) {
        if (field.required && !seen.has(field.name) && !DEFAULTED[type]?.includes(field.name))
            problems.push({
                message: `Required field is missing: ${field.name}`,
                line: element.line,
                column: element.column
            });
    }
}

function checkValue(element: XmlElement, field: ShapeField, problems: ShapeProblem[]): void {
    if (element.attributes['xsi:nil'] === 'true' || field.type === 'any') return;
    const text = element.text.trim();
    const refuse = (message: string): void =>
        void problems.push({ message, line: element.line, column: element.column });
    if (field.type === 'boolean') {
        if (!/^(true|false|0|1)$/.test(text)) refuse(`Error parsing file: Invalid boolean value: '${text}'`);
    } else if (field.type === 'number') {
        if (text === '' || !Number.isFinite(Number(text)))
            refuse(`Error parsing file: '${text}' is not a valid number for ${field.name}`);
    } else if (field.type === 'Date') {
        if (Number.isNaN(Date.parse(text)) && !/^\d\d:\d\d/.test(text))
            refuse(`Error parsing file: '${text}' is not a valid date for ${field.name}`);
    } else if (field.type !== 'string') {
        const values = load().enums[field.type];
        if (values === undefined) checkElement(element, field.type, problems);
        else if (!values.split('|').includes(text) && !OPEN.has(field.type) && (text !== '' || field.required))
            refuse(`'${text}' is not a valid value for the enum '${field.type}'`);
    }
}

/* The result follows the shape of @salesforce/types; callers know which type they ask for. */
export type MetadataRecord = Record<string, unknown>;

/** The element as a plain object: lists are arrays (empty when absent), booleans and numbers are such, absent singles are missing. */
export function toRecord(element: XmlElement, type: string): MetadataRecord {
    const record: MetadataRecord = {};
    const fields = shapeFields(type);
    for (const field of fields?.values() ?? []) if (field.list) record[field.name] = [];
    for (const one of element.children) {
        const field = fields?.get(one.name);
        const value = toValue(one, field?.type ?? 'any');
        if (field?.list) (record[one.name] as unknown[]).push(value);
        else record[one.name] = value;
    }
    return record;
}

function toValue(element: XmlElement, type: string): unknown {
    const text = element.text.trim();
    if (element.attributes['xsi:nil'] === 'true') return null;
    if (type === 'boolean') return text === 'true' || text === '1';
    if (type === 'number') return Number(text);
    if (shapeFields(type)) return toRecord(element, type);
    if (type === 'any' && element.children.length > 0)
        return Object.fromEntries(element.children.map((one) => [one.name, toValue(one, 'any')]));
    return type === 'string' ? element.text : text;
}
