// Records of custom metadata types, from CustomMetadata components ("CustomMetadata", Metadata API Developer Guide).
import { ApexDate, ApexDatetime, ApexTime, Decimal, makeId, SObject } from '../../values/index.ts';
import type { Value } from '../../values/index.ts';
import type { FieldDescribe, ObjectDescribe } from '../describe.ts';
import { stableSerial } from '../objects/prefix.ts';
import type { Component } from '../source/components.ts';
import { child, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

export interface RecordSource {
    localName: (name: string) => string;
    namespace: string | null;
    object: (name: string) => ObjectDescribe | undefined;
}

/** Type and name of the record a component defines: `Type.Record`, the type with or without its suffix. */
export function recordName(component: Component): { type: string; name: string } {
    const dot = component.fullName.indexOf('.');
    const type = component.fullName.slice(0, dot);
    return { type: type.endsWith('__mdt') ? type : `${type}__mdt`, name: component.fullName.slice(dot + 1) };
}

/** What the record of this name has as its id. */
function recordId(describe: ObjectDescribe, name: string): string {
    return makeId(describe.keyPrefix ?? 'm00', stableSerial(`${describe.name}.${name}`));
}

/** Fields are referred to through either of two objects. */
export const isFieldTarget = (target: string): boolean => target === 'FieldDefinition' || target === 'EntityParticle';

/** Writes a record; null when its type is not there. Values that do not fit were refused when it was deployed. */
export function metadataRecord(component: Component, source: RecordSource): SObject | null {
    const { type, name } = recordName(component);
    const describe = source.object(type);
    const xml = component.xml;
    if (!describe || !xml) return null;
    const record = new SObject(describe);
    const label = textOf(xml, 'label') ?? name;
    const own = source.namespace;
    Object.assign(record.values, {
        Id: recordId(describe, name),
        DeveloperName: name,
        MasterLabel: label,
        Label: label,
        Language: 'en_US',
        NamespacePrefix: own,
        QualifiedApiName: own ? `${own}__${name}` : name,
        SystemModstamp: new ApexDatetime(0)
    });
    for (const field of describe.fields.values())
        if (field.custom) record.values[field.name] = field.type === 'boolean' ? false : null;
    const raw = rawValues(xml, source.localName);
    for (const [key, value] of raw) {
        const field = describe.fields.get(key);
        if (field?.custom) record.values[field.name] = readValue(field, value, raw, source);
    }
    return record;
}

function rawValues(xml: XmlElement, localName: (name: string) => string): Map<string, string | null> {
    const found = new Map<string, string | null>();
    for (const one of childrenOf(xml, 'values')) {
        const value = child(one, 'value');
        const blank = !value || value.attributes['xsi:nil'] === 'true' || value.text === '';
        found.set(localName(textOf(one, 'field') ?? '').toLowerCase(), blank ? null : value.text);
    }
    return found;
}

function readValue(
    field: FieldDescribe,
    text: string | null,
    raw: ReadonlyMap<string, string | null>,
    source: RecordSource
): Value {
    if (field.type === 'reference')
        return text === null ? null : readReference(field, source.localName(text.trim()), raw, source);
    return typedValue(field, text);
}

/** The value that a text stands for; throws RangeError when it stands for none. */
export function typedValue(field: FieldDescribe, text: string | null): Value {
    if (text === null) return field.type === 'boolean' ? false : null;
    const trimmed = text.trim();
    switch (field.type) {
        case 'boolean':
            if (!/^(true|false|0|1)$/i.test(trimmed)) throw new RangeError(`Invalid boolean value: ${trimmed}`);
            return /^(true|1)$/i.test(trimmed);
        case 'double':
        case 'currency':
        case 'percent':
            return Decimal.parse(trimmed);
        case 'int':
            return Number(trimmed);
        case 'date': {
            const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(trimmed);
            if (!match) throw new RangeError(`Invalid date: ${trimmed}`);
            return ApexDate.of(Number(match[1]), Number(match[2]), Number(match[3]));
        }
        case 'datetime': {
            const ms = Date.parse(trimmed);
            if (Number.isNaN(ms)) throw new RangeError(`Invalid datetime: ${trimmed}`);
            return new ApexDatetime(ms);
        }
        case 'time': {
            const match = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?/.exec(trimmed);
            if (!match) throw new RangeError(`Invalid time: ${trimmed}`);
            return ApexTime.of(
                Number(match[1]),
                Number(match[2]),
                Number(match[3] ?? 0),
                Number((match[4] ?? '0').padEnd(3, '0').slice(0, 3))
            );
        }
        default:
            return text;
    }
}

/** Records are referred to by name and held by id; entities and fields by their durable id, which is made of their names. */
function readReference(
    field: FieldDescribe,
    text: string,
    raw: ReadonlyMap<string, string | null>,
    source: RecordSource
): string {
    const target = field.referenceTo[0] ?? '';
    const describe = source.object(target);
    if (describe?.kind === 'customMetadata') return recordId(describe, text);
    if (!isFieldTarget(target) || text.includes('.')) return text;
    const controller = field.controllerName === null ? null : (raw.get(field.controllerName.toLowerCase()) ?? null);
    return controller === null ? text : `${source.localName(controller.trim())}.${text}`;
}
