// RestContext for an Apex REST call: the library's own RestRequest and RestResponse, filled and read by their properties.
import { nativeNamed, typeNamed } from '../apex/runtime/registry.ts';
import { ApexMap } from '../apex/runtime/collections.ts';
import { Blob } from '../values/index.ts';
import type { NativeClass, NativeFunction } from '../apex/library/native.ts';
import type { RestCall } from './api.ts';

function native(name: string): NativeClass {
    const found = nativeNamed(name);
    if (!found) throw new Error(`unsupported: the library has no ${name}`);
    return found;
}

function property(record: NativeClass['properties'], name: string): { get: NativeFunction; set?: NativeFunction } {
    const key = Object.keys(record ?? {}).find((signature) =>
        signature.toLowerCase().endsWith(` ${name.toLowerCase()}`)
    );
    const found = key === undefined ? undefined : record?.[key];
    if (!found) throw new Error(`unsupported: the library has no RestContext property ${name}`);
    return found;
}

function create(name: string): object {
    const make = Object.values(native(name).constructors ?? {})[0];
    if (!make) throw new Error(`unsupported: ${name} cannot be created`);
    return make(typeNamed(name)) as object;
}

export function makeRestContext(call: RestCall, mapping: string): void {
    const request = create('System.RestRequest');
    const fields = native('System.RestRequest').properties;
    const set = (name: string, value: unknown): void => {
        property(fields, name).set?.(request, value);
    };
    const strings = (entries: Record<string, string>): ApexMap<string, string> =>
        ApexMap.of('String', 'String', Object.entries(entries));
    set('headers', strings(titleCased(call.headers)));
    set('params', strings(call.query));
    set('httpMethod', call.method.toUpperCase());
    set('requestURI', call.path);
    set('resourcePath', `/services/apexrest${mapping}`);
    set('remoteAddress', call.remoteAddress);
    set('requestBody', call.body.length > 0 ? new Blob(call.body) : new Blob(new Uint8Array()));
    const context = native('System.RestContext').staticProperties;
    property(context, 'request').set?.(request);
    property(context, 'response').set?.(create('System.RestResponse'));
}

/** Node gives header names in lower case; Salesforce as they are usually written. */
function titleCased(headers: Record<string, string>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
            name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase()),
            value
        ])
    );
}

export function readRestResponse(): { status: number | null; headers: Record<string, string>; body: Blob | null } {
    const response = property(native('System.RestContext').staticProperties, 'response').get() as object | null;
    if (!response) return { status: null, headers: {}, body: null };
    const fields = native('System.RestResponse').properties;
    const read = (name: string): unknown => property(fields, name).get(response);
    const headers = read('headers');
    return {
        status: read('statusCode') as number | null,
        headers: headers instanceof ApexMap ? (Object.fromEntries(headers.entries()) as Record<string, string>) : {},
        body: read('responseBody') as Blob | null
    };
}
