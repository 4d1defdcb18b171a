// The HTTP server of the local org, on 127.0.0.1 only: Salesforce's APIs, the streaming API, and pages given by the
// caller. A browser's session cookie stands for the Authorization header.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiRequest, ApiResponse } from '../rest/index.ts';
import { CometD } from './cometd.ts';
import type { CredentialSecret } from './messages.ts';
import type { OrgThread } from './orgThread.ts';
import { startOrgThread } from './orgThread.ts';

/** Serves what is not an API: pages, scripts, styles. Null = not found here. */
export type Pages = (request: ApiRequest) => Promise<ApiResponse | null>;

export interface OrgServerOptions {
    /** 0 = any free port. */
    port: number;
    database: string | null;
    namespace: string | null;
    apiVersion: number;
    credentials?: Record<string, CredentialSecret>;
    pages?: (org: OrgThread) => Pages;
    log?: (line: string) => void;
}

export interface OrgServer {
    url: string;
    port: number;
    org: OrgThread;
    close: () => Promise<void>;
}

/** Largest request body taken: a deploy's zip may have 39 MB, in base64. */
const MAX_BODY = 64 * 1024 * 1024;
const SESSION_COOKIE = 'sid';
/** A page elsewhere that points its name at this machine must not get at the org. */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

export async function startOrgServer(options: OrgServerOptions): Promise<OrgServer> {
    const org = await startOrgThread({ ...options, adminSecret: randomBytes(24).toString('hex') });
    const cometd = new CometD(org, options.namespace);
    const pages = options.pages?.(org) ?? null;
    const server = createServer((request, response) => {
        void handle(org, cometd, pages, request, response);
    });
    try {
        await listen(server, options.port);
    } catch (error) {
        cometd.close();
        await org.close();
        throw error;
    }
    const port = (server.address() as AddressInfo).port;
    return {
        url: `http://127.0.0.1:${String(port)}`,
        port,
        org,
        close: async () => {
            cometd.close();
            server.closeAllConnections();
            await new Promise<void>((resolve) =>
                server.close(() => {
                    resolve();
                })
            );
            await org.close();
        }
    };
}

function listen(server: Server, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
    });
}

async function handle(
    org: OrgThread,
    cometd: CometD,
    pages: Pages | null,
    incoming: IncomingMessage,
    outgoing: ServerResponse
): Promise<void> {
    let answer: ApiResponse;
    try {
        if (!LOCAL_HOST.test(incoming.headers.host ?? ''))
            throw new NotLocal('The local org answers only on 127.0.0.1 and localhost');
        const request = await read(incoming);
        answer = await respond(org, cometd, pages, request, incoming);
    } catch (error) {
        answer = refusal(error);
    }
    outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
    outgoing.end(answer.body);
}

async function respond(
    org: OrgThread,
    cometd: CometD,
    pages: Pages | null,
    request: ApiRequest,
    incoming: IncomingMessage
): Promise<ApiResponse> {
    if (request.path.startsWith('/cometd/')) return await streaming(org, cometd, request, incoming);
    if (/^\/(services|id|lightning\/apex)\b/.test(request.path)) return await org.api(request);
    const page = pages ? await pages(request) : null;
    if (page) {
        const isPage = page.headers['content-type']?.startsWith('text/html') === true;
        return isPage
            ? {
                  ...page,
                  headers: {
                      ...page.headers,
                      'set-cookie': `${SESSION_COOKIE}=${org.adminToken}; HttpOnly; SameSite=Strict; Path=/`
                  }
              }
            : page;
    }
    return jsonAnswer(404, [{ message: `Nothing is served at ${request.path}`, errorCode: 'NOT_FOUND' }]);
}

async function streaming(
    org: OrgThread,
    cometd: CometD,
    request: ApiRequest,
    incoming: IncomingMessage
): Promise<ApiResponse> {
    if (incoming.headers.upgrade)
        return jsonAnswer(400, [{ message: 'WebSocket is not offered: use long polling', errorCode: 'BAD_REQUEST' }]);
    const check = await org.api({
        ...request,
        method: 'GET',
        path: '/services/oauth2/userinfo',
        query: new URLSearchParams(),
        body: new Uint8Array()
    });
    if (check.status !== 200) return check;
    const text = new TextDecoder().decode(request.body);
    const message =
        text === ''
            ? request.query.get('message')
            : text.startsWith('message=')
              ? new URLSearchParams(text).get('message')
              : text;
    if (!message) return jsonAnswer(400, [{ message: 'A Bayeux message is required', errorCode: 'BAD_REQUEST' }]);
    return jsonAnswer(200, await cometd.handle(JSON.parse(message)));
}

function jsonAnswer(status: number, body: unknown): ApiResponse {
    return {
        status,
        headers: { 'content-type': 'application/json;charset=UTF-8' },
        body: new TextEncoder().encode(JSON.stringify(body))
    };
}

class BodyTooLarge extends Error {}
class NotLocal extends Error {}

function refusal(error: unknown): ApiResponse {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof BodyTooLarge) return jsonAnswer(413, [{ message, errorCode: 'REQUEST_TOO_LARGE' }]);
    if (error instanceof NotLocal) return jsonAnswer(403, [{ message, errorCode: 'INSUFFICIENT_ACCESS' }]);
    return jsonAnswer(500, [{ message, errorCode: 'UNKNOWN_EXCEPTION' }]);
}

async function read(incoming: IncomingMessage): Promise<ApiRequest> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of incoming) {
        size += (chunk as Buffer).length;
        if (size > MAX_BODY) throw new BodyTooLarge(`The request body exceeds ${String(MAX_BODY)} bytes`);
        chunks.push(chunk as Buffer);
    }
    const host = incoming.headers.host ?? '127.0.0.1';
    const url = new URL((incoming.url ?? '/').replace(/^\/+/, '/'), `http://${host}`);
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(incoming.headers))
        if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
    const cookie = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(headers.cookie ?? '')?.[1];
    if (!headers.authorization && cookie) headers.authorization = `Bearer ${cookie}`;
    return {
        method: incoming.method ?? 'GET',
        path: url.pathname.replace(/\/{2,}/g, '/'),
        query: url.searchParams,
        headers,
        body: new Uint8Array(Buffer.concat(chunks)),
        origin: `http://${host}`,
        remoteAddress: incoming.socket.remoteAddress ?? ''
    };
}
