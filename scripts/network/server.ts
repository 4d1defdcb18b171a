// The HTTP side: tokens first, then the public routes, then the assumed ones, with faults laid over them on request.

import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { encode, readBody, Refusal, send, type Reply, type Request } from './http.ts';
import { faultReply, HTTP_KINDS, type Misbehaviour, type Misbehaviours } from './misbehave.ts';
import type { Tokens } from './tokens.ts';

export interface Routes {
    tokens: Tokens;
    misbehaviours: Misbehaviours;
    lens(request: Request): Promise<Reply>;
    /** Each answers or passes (undefined); asked in order. */
    others: ((request: Request) => Reply | undefined)[];
    control(request: Request): Promise<Reply>;
}

export function createNetworkServer(routes: Routes): Server {
    return createServer((message, response) => {
        void (async () => {
            const url = new URL(message.url ?? '/', 'http://simulator');
            const request: Request = {
                method: message.method ?? 'GET',
                path: url.pathname.length > 1 ? url.pathname.replace(/\/+$/, '') : url.pathname,
                query: url.searchParams,
                headers: message.headers,
                body: '',
                client: ''
            };
            try {
                request.body = await readBody(message);
                await respond(routes, request, response);
            } catch (error) {
                if (response.headersSent) return void response.destroy();
                const refusal =
                    error instanceof Refusal
                        ? error
                        : new Refusal(500, 'simulator-fault', `The simulator failed: ${(error as Error).message}`);
                send(response, refusal.reply());
            }
        })();
    });
}

async function respond(routes: Routes, request: Request, response: ServerResponse): Promise<void> {
    if (request.path.startsWith('/__sim/')) return send(response, await routes.control(request));
    const fault = routes.misbehaviours.take(request.path, HTTP_KINDS);
    if (fault?.kind === 'slow') await wait(fault.seconds * 1000);
    const replaced = fault === undefined ? undefined : faultReply(fault);
    const reply = replaced ?? (await route(routes, request));
    if (fault?.kind === 'half-body' || fault?.kind === 'disconnect') return breakOff(response, reply, fault);
    send(response, reply);
}

async function route(routes: Routes, request: Request): Promise<Reply> {
    if (request.path === '/v1/oauth2/tokens') {
        if (request.method !== 'POST') throw new Refusal(405, 'method-not-allowed', 'Ask for a token with POST.');
        return routes.tokens.grant(request);
    }
    const client = routes.tokens.clientOf(request.headers.authorization);
    if (client === undefined) {
        throw new Refusal(401, 'invalid-token', 'The access token is missing, invalid or has expired.', {
            'www-authenticate': 'Bearer error="invalid_token"'
        });
    }
    request.client = client;
    if (request.path === '/visibility_transaction_search') {
        if (request.method !== 'POST') throw new Refusal(405, 'method-not-allowed', 'Search with POST.');
        return routes.lens(request);
    }
    for (const answer of routes.others) {
        const reply = answer(request);
        if (reply !== undefined) return reply;
    }
    throw new Refusal(404, 'not-found', `The simulator does not answer ${request.method} ${request.path}.`);
}

/** Promises the whole body, sends half of it or nothing, and closes the connection. */
function breakOff(response: ServerResponse, reply: Reply, fault: Misbehaviour): void {
    if (fault.kind === 'disconnect') return void response.destroy();
    const { text, headers } = encode(reply);
    response.writeHead(reply.status, { ...headers, 'content-length': Buffer.byteLength(text).toString() });
    response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}
