// The org as the server sees it: a worker thread behind promises.
import { MessageChannel, Worker } from 'node:worker_threads';
import type { DeliveredEvent } from '../execution/api.ts';
import type { ApiRequest, ApiResponse, Identity } from '../rest/index.ts';
import { serveCallouts } from './callouts.ts';
import type { CredentialSecret, FromWorker, ToWorker, WorkerStart } from './messages.ts';

export interface OrgThread {
    identity: Identity;
    /** Session id of the administrator. */
    adminToken: string;
    api: (request: ApiRequest) => Promise<ApiResponse>;
    eventsAfter: (channel: string, replayId: number) => Promise<DeliveredEvent[]>;
    setCredential: (name: string, secret: CredentialSecret) => Promise<void>;
    onEvent: (listener: (event: DeliveredEvent) => void) => () => void;
    close: () => Promise<void>;
}

export interface OrgThreadOptions {
    database: string | null;
    namespace: string | null;
    apiVersion: number;
    /** Part of the administrator's session id after the organization id. */
    adminSecret: string;
    credentials?: Record<string, CredentialSecret>;
    log?: (line: string) => void;
}

export async function startOrgThread(options: OrgThreadOptions): Promise<OrgThread> {
    const counter = new SharedArrayBuffer(4);
    const { port1, port2 } = new MessageChannel();
    serveCallouts(port1, new Int32Array(counter));
    const start: WorkerStart = {
        database: options.database,
        namespace: options.namespace,
        apiVersion: options.apiVersion,
        adminSecret: options.adminSecret,
        credentials: options.credentials ?? {},
        callouts: port2,
        counter
    };
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
        workerData: start,
        transferList: [port2],
        resourceLimits: { stackSizeMb: 32, maxOldGenerationSizeMb: 4096 }
    });
    const pending = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
    const listeners = new Set<(event: DeliveredEvent) => void>();
    let next = 1;
    const post = (message: ToWorker): void => {
        worker.postMessage(message);
    };
    const ask = <T>(build: (id: number) => ToWorker): Promise<T> =>
        new Promise<T>((resolve, reject) => {
            const id = next++;
            pending.set(id, { resolve: resolve as (value: never) => void, reject });
            post(build(id));
        });
    const settle = (id: number, value: unknown): void => {
        pending.get(id)?.resolve(value as never);
        pending.delete(id);
    };
    const ready = await new Promise<Extract<FromWorker, { kind: 'ready' }>>((resolve, reject) => {
        const fail = (error: Error): void => {
            reject(error);
            for (const waiting of pending.values()) waiting.reject(error);
            pending.clear();
        };
        worker.on('error', fail);
        worker.on('exit', (code) => {
            fail(new Error(`The org’s thread ended (exit code ${String(code)})`));
        });
        worker.on('message', (message: FromWorker) => {
            switch (message.kind) {
                case 'ready':
                    resolve(message);
                    break;
                case 'failed':
                    fail(new Error(message.message));
                    break;
                case 'answer':
                    settle(message.id, message.response);
                    break;
                case 'events':
                    settle(message.id, message.events);
                    break;
                case 'done':
                    settle(message.id, undefined);
                    break;
                case 'event':
                    for (const listener of listeners) listener(message.event);
                    break;
                case 'log':
                    options.log?.(message.line);
            }
        });
    });
    return {
        identity: ready.identity,
        adminToken: ready.adminToken,
        api: ({ query, ...request }) =>
            ask((id) => ({ kind: 'api', id, request: { ...request, search: query.toString() } })),
        eventsAfter: (channel, replayId) => ask((id) => ({ kind: 'eventsAfter', id, channel, replayId })),
        setCredential: (name, secret) => ask((id) => ({ kind: 'credential', id, name, secret })),
        onEvent: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        close: async () => {
            const ended = new Promise<void>((resolve) => {
                worker.once('exit', () => {
                    resolve();
                });
            });
            post({ kind: 'close' });
            await ended;
            port1.close();
        }
    };
}
