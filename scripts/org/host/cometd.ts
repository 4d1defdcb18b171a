// Streaming API: Bayeux over long polling as empApi, jsforce and the CLI speak it. Channels /event/… (and /data/…),
// replay -1 (new), -2 (all kept) or an id.
import { randomBytes } from 'node:crypto';
import type { DeliveredEvent } from '../execution/api.ts';
import type { OrgThread } from './orgThread.ts';

interface Message {
    id?: string;
    channel: string;
    clientId?: string;
    subscription?: string;
    ext?: { replay?: Record<string, number> | boolean };
    advice?: { timeout?: number };
}

type Reply = Record<string, unknown>;

interface Client {
    /** The channel as the client wrote it → as the org names it. */
    subscriptions: Map<string, string>;
    queue: Reply[];
    wake: (() => void) | null;
    lastSeen: number;
}

/** How long a connect is held when nothing happens. */
const HOLD_MS = 20_000;
const FORGET_MS = 60_000;

export class CometD {
    readonly #clients = new Map<string, Client>();
    readonly #org: OrgThread;
    readonly #prefix: string | null;
    readonly #stop: () => void;

    /** The org names its events without its own namespace; clients may write either. */
    constructor(org: OrgThread, namespace: string | null = null) {
        this.#org = org;
        this.#prefix = namespace === null ? null : `/event/${namespace}__`;
        this.#stop = org.onEvent((event) => {
            this.#deliver(event);
        });
    }

    close(): void {
        this.#stop();
        for (const client of this.#clients.values()) client.wake?.();
        this.#clients.clear();
    }

    async handle(body: unknown): Promise<Reply[]> {
        const messages = (Array.isArray(body) ? body : [body]) as Message[];
        const replies: Reply[] = [];
        for (const message of messages) replies.push(...(await this.#answer(message)));
        return replies;
    }

    async #answer(message: Message): Promise<Reply[]> {
        const base = { channel: message.channel, ...(message.id === undefined ? {} : { id: message.id }) };
        if (message.channel === '/meta/handshake') return [this.#handshake(base)];
        const clientId = message.clientId ?? '';
        const client = this.#clients.get(clientId);
        if (!client)
            return [
                {
                    ...base,
                    successful: false,
                    error: '403::Unknown client',
                    advice: { reconnect: 'handshake', interval: 0 }
                }
            ];
        client.lastSeen = Date.now();
        switch (message.channel) {
            case '/meta/connect':
                return await this.#connect(client, clientId, base, message.advice?.timeout);
            case '/meta/subscribe':
                return [await this.#subscribe(client, clientId, base, message)];
            case '/meta/unsubscribe':
                client.subscriptions.delete(message.subscription ?? '');
                return [{ ...base, clientId, subscription: message.subscription, successful: true }];
            case '/meta/disconnect':
                this.#clients.delete(clientId);
                client.wake?.();
                return [{ ...base, clientId, successful: true }];
            default:
                return [
                    {
                        ...base,
                        clientId,
                        successful: false,
                        error: `403:denied_by_security_policy:create_denied ${message.channel}`
                    }
                ];
        }
    }

    #handshake(base: Reply): Reply {
        const now = Date.now();
        for (const [id, client] of this.#clients) if (now - client.lastSeen > FORGET_MS) this.#clients.delete(id);
        const clientId = randomBytes(12).toString('hex');
        this.#clients.set(clientId, { subscriptions: new Map(), queue: [], wake: null, lastSeen: now });
        return {
            ...base,
            clientId,
            version: '1.0',
            minimumVersion: '1.0',
            supportedConnectionTypes: ['long-polling'],
            ext: { replay: true, 'payload.format': true },
            advice: { reconnect: 'retry', interval: 0, timeout: HOLD_MS },
            successful: true
        };
    }

    async #connect(client: Client, clientId: string, base: Reply, timeout: number | undefined): Promise<Reply[]> {
        const hold = timeout === undefined ? HOLD_MS : Math.min(timeout, HOLD_MS);
        if (client.queue.length === 0 && hold > 0) {
            await new Promise<void>((resolve) => {
                const timer = setTimeout(resolve, hold);
                client.wake = () => {
                    clearTimeout(timer);
                    resolve();
                };
            });
            client.wake = null;
        }
        client.lastSeen = Date.now();
        const events = client.queue.splice(0);
        return [
            ...events,
            { ...base, clientId, successful: true, advice: { reconnect: 'retry', interval: 0, timeout: HOLD_MS } }
        ];
    }

    async #subscribe(client: Client, clientId: string, base: Reply, message: Message): Promise<Reply> {
        const channel = message.subscription ?? '';
        const reply = { ...base, clientId, subscription: channel };
        if (!/^\/(event|data|topic|u)\//.test(channel))
            return { ...reply, successful: false, error: `404:${channel}:Channel not found` };
        const replay = typeof message.ext?.replay === 'object' ? (message.ext.replay[channel] ?? -1) : -1;
        const own = this.#ownName(channel);
        client.subscriptions.set(channel, own);
        if (replay !== -1) {
            for (const event of await this.#org.eventsAfter(own, replay === -2 ? 0 : replay))
                client.queue.push(dataOf(event, channel));
        }
        return { ...reply, successful: true };
    }

    #deliver(event: DeliveredEvent): void {
        for (const client of this.#clients.values()) {
            for (const [channel, own] of client.subscriptions) {
                if (own !== event.channel) continue;
                client.queue.push(dataOf(event, channel));
                client.wake?.();
            }
        }
    }

    #ownName(channel: string): string {
        return this.#prefix !== null && channel.startsWith(this.#prefix)
            ? `/event/${channel.slice(this.#prefix.length)}`
            : channel;
    }
}

function dataOf(event: DeliveredEvent, channel: string): Reply {
    return {
        channel,
        data: { schema: event.schemaId, payload: event.payload, event: { replayId: event.replayId } }
    };
}
