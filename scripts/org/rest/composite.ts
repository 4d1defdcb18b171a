// /composite: subrequests that use each other's answers, kept together when allOrNone asks for it; /composite/batch: ones that
// do not.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
import type { ApiContext } from './context.ts';
import type { ApiRequest, ApiResponse } from './http.ts';
import { ApiError, errorBody, json, jsonOf, objectOf } from './http.ts';

type Dispatch = (request: ApiRequest) => Promise<ApiResponse>;

interface SubRequest {
    method: string;
    url: string;
    referenceId: string;
    body?: unknown;
}

interface SubResponse {
    body: unknown;
    httpHeaders: Record<string, string>;
    httpStatusCode: number;
    referenceId: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const ROLLED_BACK = [
    {
        errorCode: 'PROCESSING_HALTED',
        message: 'The transaction was rolled back since another operation in the same transaction failed.'
    }
];

class Undo extends Error {}

export async function composite(context: ApiContext, dispatch: Dispatch): Promise<ApiResponse> {
    const body = objectOf(jsonOf(context.request), 'The request');
    const parts = subRequests(body.compositeRequest);
    const allOrNone = body.allOrNone === true;
    const answers: SubResponse[] = [];
    const failed = (): SubResponse | undefined => answers.find((answer) => answer.httpStatusCode >= 400);
    try {
        const run = async (): Promise<void> => {
            for (const part of parts) {
                answers.push(await answerOf(context, part, answers, dispatch));
                if (allOrNone && failed()) throw new Undo();
            }
        };
        await (allOrNone ? context.org.atomically(run) : run());
    } catch (error) {
        if (!(error instanceof Undo)) throw error;
        const culprit = failed();
        return json(200, {
            compositeResponse: parts.map(({ referenceId }) =>
                referenceId === culprit?.referenceId
                    ? culprit
                    : { body: ROLLED_BACK, httpHeaders: {}, httpStatusCode: 400, referenceId }
            )
        });
    }
    return json(200, { compositeResponse: answers });
}

function subRequests(parts: unknown): SubRequest[] {
    if (!Array.isArray(parts)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'compositeRequest must be an array');
    if (parts.length > 25) throw new ApiError(400, 'LIMIT_EXCEEDED', 'The Composite API allows at most 25 subrequests');
    const seen = new Set<string>();
    for (const { referenceId } of parts as SubRequest[]) {
        if (typeof referenceId !== 'string')
            throw new ApiError(400, 'JSON_PARSER_ERROR', 'Each subrequest needs a referenceId');
        if (!/^[A-Za-z0-9]\w*$/.test(referenceId))
            throw new ApiError(
                400,
                'JSON_PARSER_ERROR',
                `Provided referenceId ('${referenceId}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`
            );
        if (seen.has(referenceId))
            throw new ApiError(400, 'JSON_PARSER_ERROR', `Duplicate referenceId: ${referenceId}`);
        seen.add(referenceId);
    }
    return parts as SubRequest[];
}

async function answerOf(
    context: ApiContext,
    part: SubRequest,
    earlier: readonly SubResponse[],
    dispatch: Dispatch
): Promise<SubResponse> {
    const { referenceId } = part;
    try {
        const url = new URL(String(resolve(part.url, earlier)), context.request.origin);
        const response = await dispatch(subRequest(context, part.method, url, resolve(part.body, earlier)));
        return {
            body: bodyOf(response),
            httpHeaders: response.headers.location ? { Location: response.headers.location } : {},
            httpStatusCode: response.status,
            referenceId
        };
    } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return { body: errorBody(error), httpHeaders: {}, httpStatusCode: error.status, referenceId };
    }
}

function subRequest(context: ApiContext, method: string, url: URL, body: unknown): ApiRequest {
    return {
        ...context.request,
        method,
        path: url.pathname,
        query: url.searchParams,
        body: body === undefined ? new Uint8Array() : encoder.encode(JSON.stringify(body))
    };
}

function bodyOf(response: ApiResponse): unknown {
    const text = decoder.decode(response.body);
    return text === '' ? null : (JSON.parse(text) as unknown);
}

/** Replaces `@{ref.path}` in texts by what an earlier subrequest answered. */
function resolve(value: unknown, earlier: readonly SubResponse[]): unknown {
    if (typeof value === 'string')
        return value.replace(/@\{([^}]+)\}/g, (_, path: string) => referenced(path, earlier));
    if (Array.isArray(value)) return value.map((entry) => resolve(entry, earlier));
    if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolve(entry, earlier)]));
    return value;
}

function referenced(path: string, earlier: readonly SubResponse[]): string {
    const [reference = '', ...rest] = path.split('.');
    const answer = earlier.find((one) => one.referenceId === reference);
    let found: unknown = answer && answer.httpStatusCode < 400 ? answer.body : undefined;
    for (const step of rest) {
        const match = /^(\w*)(?:\[(\d+)\])?$/.exec(step);
        if (match?.[1]) found = (found as Record<string, unknown> | null | undefined)?.[match[1]];
        if (match?.[2] !== undefined) found = (found as unknown[] | undefined)?.[Number(match[2])];
    }
    if (found === undefined || found === null)
        throw new ApiError(
            400,
            'PROCESSING_HALTED',
            `Invalid reference specified. No value for ${path} found in ${reference}`
        );
    return typeof found === 'object' ? JSON.stringify(found) : String(found as string | number | boolean);
}

/** POST /composite/batch: independent subrequests, up to 25. */
export async function batch(context: ApiContext, dispatch: Dispatch): Promise<ApiResponse> {
    const body = objectOf(jsonOf(context.request), 'The request');
    const parts = body.batchRequests;
    if (!Array.isArray(parts)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'batchRequests must be an array');
    if (parts.length > 25) throw new ApiError(400, 'LIMIT_EXCEEDED', 'The Batch API allows at most 25 subrequests');
    const results: { statusCode: number; result: unknown }[] = [];
    for (const part of parts as { method: string; url: string; richInput?: unknown }[]) {
        if (body.haltOnError === true && results.some((result) => result.statusCode >= 400)) {
            results.push({
                statusCode: 412,
                result: [
                    {
                        errorCode: 'BATCH_PROCESSING_HALTED',
                        message: 'Batch processing halted per request, as a prior subrequest failed.'
                    }
                ]
            });
            continue;
        }
        const url = new URL(part.url.replace(/^\/?(?=v[\d.]+\/)/, '/services/data/'), context.request.origin);
        const response = await dispatch(subRequest(context, part.method, url, part.richInput));
        results.push({ statusCode: response.status, result: bodyOf(response) });
    }
    return json(200, { hasErrors: results.some((result) => result.statusCode >= 400), results });
}
