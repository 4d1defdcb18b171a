// Apex REST: urlMapping with wildcards, methods by HTTP verb, parameters from the body or the query string, RestContext.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_rest_methods.htm
import type { ApexException } from '../apex/runtime/exceptions.ts';
import type { ClassInfo, MethodInfo } from '../apex/runtime/types.ts';
import { Blob } from '../values/index.ts';
import type { RestCall, RestReply } from './api.ts';
import type { OrgContext } from './context.ts';
import { asApexException } from './errors.ts';
import { fromJson, toJson } from './jsonBridge.ts';
import { makeRestContext, readRestResponse } from './restContext.ts';

export function apexRest(org: OrgContext, call: RestCall, userId: string): RestReply {
    const found = route(org, call.path);
    if (!found) return reply(404, [{ errorCode: 'NOT_FOUND', message: 'Could not find a match for URL' }]);
    const annotation = `http${call.method.toLowerCase()}`;
    const method = found.cls.methods.find(
        (item) => item.isStatic && item.annotations.some((mark) => mark.name === annotation)
    );
    if (!method)
        return reply(405, [
            {
                errorCode: 'METHOD_NOT_ALLOWED',
                message: `HTTP Method '${call.method.toUpperCase()}' not allowed. Allowed are ${allowed(found.cls)}`
            }
        ]);
    const transaction = org.newTransaction('Rest', userId);
    try {
        return org.run(transaction, () => {
            makeRestContext(call, found.mapping);
            const args = argumentsOf(method, call);
            const result = org.program.callStatic(found.cls, method.key, args);
            return answer(call, method, result);
        });
    } catch (error) {
        if (error instanceof BadBody) return reply(400, [{ errorCode: 'JSON_PARSER_ERROR', message: error.message }]);
        return failure(asApexException(error));
    }
}

class BadBody extends Error {}

function reply(status: number, body: unknown): RestReply {
    return {
        status,
        headers: { 'Content-Type': 'application/json;charset=UTF-8' },
        body: Buffer.from(JSON.stringify(body))
    };
}

function failure(exception: ApexException): RestReply {
    return reply(500, [
        {
            errorCode: 'APEX_ERROR',
            message: `${exception.apexType}: ${exception.message}${exception.apexStack ? `\n\n${exception.apexStack}` : ''}`
        }
    ]);
}

function allowed(cls: ClassInfo): string {
    return cls.methods
        .flatMap((method) =>
            method.annotations.flatMap((mark) =>
                /^http(get|post|put|patch|delete)$/.test(mark.name) ? [mark.name.slice(4).toUpperCase()] : []
            )
        )
        .join(',');
}

/** The most specific mapping: an exact one before wildcards, longer before shorter. */
function route(org: OrgContext, path: string): { cls: ClassInfo; mapping: string } | null {
    const namespace = org.options.namespace;
    const plain = path.replace(/\/+$/, '') || '/';
    const paths =
        namespace && plain.toLowerCase().startsWith(`/${namespace.toLowerCase()}/`)
            ? [plain.slice(namespace.length + 1), plain]
            : [plain];
    let best: { cls: ClassInfo; mapping: string } | null = null;
    for (const cls of org.program.classes()) {
        const mapping = cls.annotations.find((mark) => mark.name === 'restresource')?.args.urlmapping;
        if (typeof mapping !== 'string') continue;
        if (!paths.some((item) => matches(mapping, item))) continue;
        if (!best || specific(mapping) > specific(best.mapping)) best = { cls, mapping };
    }
    return best;
}

function specific(mapping: string): number {
    return mapping.endsWith('*') ? mapping.length : mapping.length + 10_000;
}

function matches(mapping: string, path: string): boolean {
    const pattern = mapping
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\/\*$/, '(?:/.*)?')
        .replace(/\*/g, '.*');
    return new RegExp(`^${pattern}$`, 'i').test(path);
}

function argumentsOf(method: MethodInfo, call: RestCall): unknown[] {
    if (method.params.length === 0) return [];
    const bodyless = call.method === 'GET' || call.method === 'DELETE';
    let values: Record<string, unknown> = { ...call.query };
    if (!bodyless && call.body.length > 0) {
        try {
            values = JSON.parse(Buffer.from(call.body).toString('utf8')) as Record<string, unknown>;
        } catch (error) {
            throw new BadBody(error instanceof Error ? error.message : String(error));
        }
    }
    for (const name of Object.keys(values)) {
        if (!method.params.some((param) => param.name.toLowerCase() === name.toLowerCase()) && !bodyless)
            throw new BadBody(`Unexpected parameter encountered during deserialization: ${name}`);
    }
    return method.params.map((param) => {
        const key = Object.keys(values).find((name) => name.toLowerCase() === param.name.toLowerCase());
        return key === undefined ? null : fromJson(values[key], param.type);
    });
}

function answer(call: RestCall, method: MethodInfo, result: unknown): RestReply {
    const response = readRestResponse();
    const headers: Record<string, string> = { ...response.headers };
    const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
    if (response.body !== null) {
        if (!hasType) headers['Content-Type'] = 'application/octetstream';
        return { status: response.status ?? 200, headers, body: response.body.bytes };
    }
    if (method.returnType.toLowerCase() === 'void')
        return { status: response.status ?? 200, headers, body: new Uint8Array() };
    if (!hasType) headers['Content-Type'] = 'application/json;charset=UTF-8';
    const body =
        result instanceof Blob
            ? Buffer.from(JSON.stringify(Buffer.from(result.bytes).toString('base64')))
            : Buffer.from(toJson(result));
    return { status: response.status ?? 200, headers, body };
}
