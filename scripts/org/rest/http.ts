// Requests and answers of the APIs, free of sockets: the host turns them from and into HTTP.

export interface ApiRequest {
    method: string;
    /** Path with repeated slashes collapsed (the CLI asks for `//services/…`) and percent-decoding left alone. */
    path: string;
    query: URLSearchParams;
    /** Lower-cased names. */
    headers: Record<string, string>;
    body: Uint8Array;
    /** `http://127.0.0.1:PORT`, as the client wrote it in Host. */
    origin: string;
    remoteAddress: string;
}

export interface ApiResponse {
    status: number;
    headers: Record<string, string>;
    body: Uint8Array;
}

/** An error that the API answers with: `[{"message", "errorCode", "fields"?}]`. */
export class ApiError extends Error {
    readonly status: number;
    readonly code: string;
    readonly fields: string[] | null;
    constructor(status: number, code: string, message: string, fields: string[] | null = null) {
        super(message);
        this.status = status;
        this.code = code;
        this.fields = fields;
    }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function json(status: number, body: unknown, headers: Record<string, string> = {}): ApiResponse {
    return {
        status,
        headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
        body: body === undefined ? new Uint8Array() : encoder.encode(JSON.stringify(body))
    };
}

export function xml(status: number, body: string): ApiResponse {
    return { status, headers: { 'content-type': 'text/xml;charset=UTF-8' }, body: encoder.encode(body) };
}

export function noContent(): ApiResponse {
    return { status: 204, headers: {}, body: new Uint8Array() };
}

export function errorBody(error: ApiError): Record<string, unknown>[] {
    return [{ message: error.message, errorCode: error.code, ...(error.fields ? { fields: error.fields } : {}) }];
}

export function errorResponse(error: ApiError): ApiResponse {
    return json(error.status, errorBody(error));
}

export function textOf(request: ApiRequest): string {
    return decoder.decode(request.body);
}

/** The body as JSON; a body that is none is answered as Salesforce answers it. */
export function jsonOf(request: ApiRequest): unknown {
    const text = textOf(request);
    if (text.trim() === '')
        throw new ApiError(
            400,
            'JSON_PARSER_ERROR',
            'The HTTP entity body is required, but this request has no entity body.'
        );
    try {
        return JSON.parse(text) as unknown;
    } catch (error) {
        throw new ApiError(400, 'JSON_PARSER_ERROR', error instanceof Error ? error.message : String(error));
    }
}

export function objectOf(value: unknown, what: string): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new ApiError(400, 'JSON_PARSER_ERROR', `${what} must be a JSON object`);
    }
    return value as Record<string, unknown>;
}
