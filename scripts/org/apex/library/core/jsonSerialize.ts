// Apex values as JSON. Records carry `attributes`; objects of classes give their fields and properties, inherited ones first, without
// statics and transient ones.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm
import { ApexDate, ApexDatetime, ApexTime, Blob, Decimal, Double, doubleText, SObject } from '../../../values/index.ts';
import { ApexList, ApexMap, ApexSet } from '../../runtime/collections.ts';
import { ApexEnum } from '../../runtime/enums.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import type { ApexConstructor } from '../../runtime/registry.ts';
import { typeOfValue } from '../../runtime/registry.ts';
import { apexToString } from '../../runtime/text.ts';
import { SObjectFieldToken, SObjectTypeToken } from '../../runtime/tokens.ts';
import type { FieldInfo } from '../../runtime/types.ts';
import { Uuid } from '../io/encodingUtil.ts';
import { nativeJson } from './jsonNatives.ts';
import { JsonWriter, quoted } from './jsonWriter.ts';
import { populated } from './sobjectFields.ts';

export interface SerializeOptions {
    pretty: boolean;
    /** Null members of Apex objects are left out. */
    suppressNulls: boolean;
}

const API_VERSION = 'v67.0';

export function serialize(value: unknown, options: SerializeOptions): string {
    const writer = new JsonWriter(options.pretty);
    writeValue(writer, value, options.suppressNulls);
    return writer.text;
}

/** Text of a value that is neither object nor array; undefined for those. */
function scalar(value: unknown): string | undefined {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return quoted(value);
    if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
    if (value instanceof Decimal) return value.toString();
    if (value instanceof Double) return doubleText(value.v);
    if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime)
        return quoted(value.toString());
    if (value instanceof Blob) return quoted(Buffer.from(value.bytes).toString('base64'));
    if (value instanceof Uuid) return quoted(value.text);
    if (value instanceof ApexEnum) return quoted(value.name);
    return undefined;
}

const path: object[] = [];

export function writeValue(writer: JsonWriter, value: unknown, suppressNulls: boolean): void {
    const text = scalar(value);
    if (text !== undefined) return writer.raw(text);
    const object = value as object;
    if (path.includes(object)) throwApex('System.JSONException', 'Direct self-reference leading to cycle');
    path.push(object);
    try {
        writeObject(writer, object, suppressNulls);
    } finally {
        path.pop();
    }
}

function writeObject(writer: JsonWriter, value: object, suppressNulls: boolean): void {
    if (value instanceof ApexList || value instanceof ApexSet) {
        writer.start('array');
        for (const item of value instanceof ApexList ? value.items : value.values())
            writeValue(writer, item, suppressNulls);
        return writer.end('array');
    }
    if (value instanceof SObject) return writeRecord(writer, value);
    const members = value instanceof ApexMap ? mapMembers(value) : objectMembers(value, suppressNulls);
    writer.start('object');
    for (const [name, member] of members) {
        writer.name(name);
        writeValue(writer, member, suppressNulls);
    }
    writer.end('object');
}

function mapMembers(map: ApexMap): [string, unknown][] {
    return map.entries().map(([key, value]) => {
        if (key === null)
            throwApex(
                'System.JSONException',
                'Null key for a Map not allowed in JSON (use a converting NullKeySerializer?)'
            );
        if (
            typeof key === 'object' &&
            scalar(key) === undefined &&
            !(key instanceof SObjectFieldToken) &&
            !(key instanceof SObjectTypeToken)
        )
            throwApex('System.JSONException', `Map key type unsupported in JSON: ${typeOfValue(key).name}`);
        return [apexToString(key), value];
    });
}

function objectMembers(value: object, suppressNulls: boolean): [string, unknown][] {
    const js = value.constructor as ApexConstructor;
    if (!Object.hasOwn(js, '$info'))
        return (
            nativeJson(value) ??
            throwApex('System.JSONException', `Apex Type unsupported in JSON: ${typeOfValue(value).name}`)
        );
    const members = instanceFields(js)
        .filter((field) => !field.isTransient)
        .map((field) => [field.name, (value as Record<string, unknown>)[field.key] ?? null] as [string, unknown]);
    return suppressNulls ? members.filter(([, member]) => member !== null) : members;
}

/** Instance fields and properties of a class, those of the classes it extends before its own. */
export function instanceFields(js: ApexConstructor): FieldInfo[] {
    const fields: FieldInfo[] = [];
    for (
        let at: ApexConstructor | null = js;
        at && Object.hasOwn(at, '$info');
        at = Object.getPrototypeOf(at) as ApexConstructor | null
    ) {
        fields.unshift(...at.$info.fields.filter((field) => !field.isStatic));
    }
    return fields;
}

function writeRecord(writer: JsonWriter, record: SObject): void {
    writer.start('object');
    writer.name('attributes');
    writer.start('object');
    writer.name('type');
    writer.raw(quoted(record.describe.name));
    if (record.id !== null) {
        writer.name('url');
        writer.raw(quoted(`/services/data/${API_VERSION}/sobjects/${record.describe.name}/${record.id}`));
    }
    writer.end('object');
    for (const [name, value] of populated(record)) {
        writer.name(name);
        if (value instanceof ApexList) writeRows(writer, value);
        else if (value instanceof ApexDatetime) writer.raw(quoted(value.toString().replace('Z', '+0000')));
        else writeValue(writer, value, false);
    }
    writer.end('object');
}

function writeRows(writer: JsonWriter, rows: ApexList): void {
    writer.start('object');
    writer.name('totalSize');
    writer.raw(String(rows.items.length));
    writer.name('done');
    writer.raw('true');
    writer.name('records');
    writeValue(writer, rows, false);
    writer.end('object');
}
