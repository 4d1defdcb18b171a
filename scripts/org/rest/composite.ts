// /composite (subrequests that use each other's answers) and /composite/tree (parents with nested children).
import { SObject } from '../values/index.ts';
import { childRelationship } from '../metadata/describe.ts';
import type { ApiContext } from './context.ts';
import type { ApiRequest, ApiResponse } from './http.ts';
import { ApiError, json, jsonOf, objectOf } from './http.ts';
import { mustObject, recordFromJson } from './recordJson.ts';

type Dispatch = (request: ApiRequest) => Promise<ApiResponse>;

interface SubRequest {
    method: string;
    url: string;
    referenceId: string;
    body?: unknown;
    httpHeaders?: Record<string, string>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function composite(context: ApiContext, dispatch: Dispatch): Promise<ApiResponse> {
    const body = objectOf(jsonOf(context.request), 'The request');
    const parts = body.compositeRequest;
    if (!Array.isArray(parts)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'compositeRequest must be an array');
    if (parts.length > 25) throw new ApiError(400, 'LIMIT_EXCEEDED', 'The Composite API allows at most 25 subrequests');
    const answers = new Map<string, unknown>();
    const compositeResponse: unknown[] = [];
    for (const part of parts as SubRequest[]) {
        const url = new URL(resolve(part.url, answers) as string, context.request.origin);
        const request: ApiRequest = {
            ...context.request,
            method: part.method,
            path: url.pathname,
            query: url.searchParams,
            body: part.body === undefined ? new Uint8Array() : encoder.encode(JSON.stringify(resolve(part.body, answers)))
        };
        const response = await dispatch(request);
        const text = decoder.decode(response.body);
        const answer: unknown = text === '' ? null : JSON.parse(text);
        answers.set(part.referenceId, answer);
        compositeResponse.push({ body: answer, httpHeaders: {}, httpStatusCode: response.status, referenceId: part.referenceId });
    }
    return json(200, { compositeResponse });
}

/** Replaces `@{ref.path}` in texts by what an earlier subrequest answered. */
function resolve(value: unknown, answers: Map<string, unknown>): unknown {
    if (typeof value === 'string') {
        return value.replace(/@\{([^}]+)\}/g, (_, path: string) => {
            const [reference, ...rest] = path.split('.');
            let found: unknown = answers.get(reference ?? '');
            for (const step of rest) {
                const match = /^(\w+)(?:\[(\d+)\])?$/.exec(step);
                found = (found as Record<string, unknown> | null | undefined)?.[match?.[1] ?? step];
                if (match?.[2] !== undefined) found = (found as unknown[])[Number(match[2])];
            }
            if (found === undefined) throw new ApiError(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${path} found in ${reference ?? ''}`);
            return String(found);
        });
    }
    if (Array.isArray(value)) return value.map((entry) => resolve(entry, answers));
    if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolve(entry, answers)]));
    }
    return value;
}

interface TreeNode {
    referenceId: string;
    record: SObject;
    children: { field: string; nodes: TreeNode[] }[];
}

/** POST /composite/tree/OBJECT: nothing is kept when one record is refused. */
export function tree(context: ApiContext, object: string): ApiResponse {
    const body = objectOf(jsonOf(context.request), 'The request');
    if (!Array.isArray(body.records)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'records must be an array');
    const roots = body.records.map((entry) => treeNode(context, object, objectOf(entry, 'A record')));
    const done: { referenceId: string; id: string; object: SObject }[] = [];
    try {
        saveLevel(context, roots, done);
    } catch (error) {
        for (const entry of done.reverse()) {
            const record = new SObject(entry.object.describe);
            record.values.Id = entry.id;
            context.org.dml('delete', [record], { allOrNone: false, userId: context.userId });
        }
        if (error instanceof ApiError) return json(400, { hasErrors: true, results: [{ referenceId: error.fields?.[0] ?? '', errors: [{ statusCode: error.code, message: error.message, fields: [] }] }] });
        throw error;
    }
    return json(201, { hasErrors: false, results: done.map((entry) => ({ referenceId: entry.referenceId, id: entry.id })) });
}

function treeNode(context: ApiContext, object: string, body: Record<string, unknown>): TreeNode {
    const describe = mustObject(context.org.schema, object);
    const attributes = body.attributes as { referenceId?: string } | undefined;
    const own: Record<string, unknown> = {};
    const children: TreeNode['children'] = [];
    for (const [key, value] of Object.entries(body)) {
        const nested = value as { records?: unknown[] } | null;
        const relationship = typeof value === 'object' && nested?.records ? childRelationship(describe, key) : undefined;
        if (relationship && nested?.records) {
            children.push({ field: relationship.field, nodes: nested.records.map((entry) => treeNode(context, relationship.childObject, objectOf(entry, 'A record'))) });
        } else own[key] = value;
    }
    return { referenceId: attributes?.referenceId ?? '', record: recordFromJson(context.org.schema, new SObject(describe), own), children };
}

function saveLevel(context: ApiContext, nodes: TreeNode[], done: { referenceId: string; id: string; object: SObject }[]): void {
    const results = context.org.dml('insert', nodes.map((node) => node.record), { allOrNone: true, userId: context.userId });
    nodes.forEach((node, index) => {
        const result = results[index];
        if (!result?.success || !result.id) throw new ApiError(400, result?.errors[0]?.code ?? 'UNKNOWN_EXCEPTION', result?.errors[0]?.message ?? 'unknown', [node.referenceId]);
        done.push({ referenceId: node.referenceId, id: result.id, object: node.record });
        for (const child of node.children) {
            for (const grandchild of child.nodes) grandchild.record.values[child.field] = result.id;
            saveLevel(context, child.nodes, done);
        }
    });
}

