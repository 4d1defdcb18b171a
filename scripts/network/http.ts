// The little of HTTP that the simulator's routes share: reading a body, answering, and the shape of a refusal.

import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Request {
    method: string;
    path: string;
    query: URLSearchParams;
    headers: IncomingMessage['headers'];
    body: string;
    /** The consumer key behind the bearer token; empty on the token endpoint and the control routes. */
    client: string;
}

export interface Reply {
    status: number;
    headers?: Record<string, string>;
    /** A string is sent as it is; anything else as JSON; undefined sends no body. */
    body?: unknown;
}

const MAX_BODY = 16 * 1024 * 1024;

export class Refusal extends Error {
    readonly status: number;
    readonly code: string;
    readonly headers: Record<string, string>;

    constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
        super(message);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    reply(): Reply {
        return { status: this.status, headers: this.headers, body: { errorCode: this.code, message: this.message } };
    }
}

export async function readBody(message: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of message as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > MAX_BODY) throw new Refusal(413, 'body-too-large', `A request body may have ${MAX_BODY} bytes.`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

export function readJson(request: Request): unknown {
    if (request.body.trim() === '') throw new Refusal(400, 'body-missing', 'This request needs a JSON body.');
    try {
        return JSON.parse(request.body);
    } catch (error) {
        throw new Refusal(400, 'body-not-json', `The body is not JSON: ${(error as Error).message}`);
    }
}

export function readObject(request: Request): Record<string, unknown> {
    const value = readJson(request);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
        throw new Refusal(400, 'body-not-object', 'The body must be a JSON object.');
    }
    return value as Record<string, unknown>;
}

/** What goes on the wire for a reply: text and its content type. */
export function encode(reply: Reply): { text: string; headers: Record<string, string> } {
    const headers: Record<string, string> = { ...reply.headers };
    if (reply.body === undefined) return { text: '', headers };
    if (typeof reply.body === 'string') {
        headers['content-type'] ??= 'text/plain; charset=utf-8';
        return { text: reply.body, headers };
    }
    headers['content-type'] ??= 'application/json';
    return { text: JSON.stringify(reply.body), headers };
}

export function send(response: ServerResponse, reply: Reply): void {
    const { text, headers } = encode(reply);
    response.writeHead(reply.status, { ...headers, 'content-length': Buffer.byteLength(text).toString() });
    response.end(text);
}
