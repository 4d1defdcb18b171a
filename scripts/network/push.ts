// Delivery over HTTPS to a customer's endpoint: Trading Grid posts each document, tries again every five minutes while
// that fails, and puts the document on hold after the fifth failure. What it posts is ASSUMED: the raw interchange, or
// a JSON envelope of the Lens fields, the content keys and the content.

import { iso, type Clock } from './clock.ts';
import type { BusinessDocument } from './documents/index.ts';
import { shownValue, type FieldValue, type LensEntry } from './lens/fields.ts';
import type { NetworkState } from './state.ts';

export interface PushOptions {
    /** Where documents are posted. */
    url: string;
    /** Gives a bearer token for the endpoint; called again when one is refused. */
    login: () => Promise<string>;
    format?: 'raw' | 'envelope';
    /** Wait between two attempts at one document; the network's own is five minutes. */
    retryMilliseconds?: number;
    timeoutMilliseconds?: number;
}

export interface Delivery {
    transactionId: string;
    type: string;
    number: string;
    attempts: number;
    /** The endpoint's last answer; 0 when there was none. */
    status: number;
    outcome: 'delivered' | 'waiting' | 'held' | 'refused';
    answer: string;
}

const ATTEMPTS = 5;
const TRANSIENT = [0, 401, 408, 425, 429];

export interface Pusher {
    deliver(document: BusinessDocument, entries: LensEntry[]): Promise<Delivery>;
    deliveries: Delivery[];
    stop(): void;
}

export function createPusher(options: PushOptions, state: NetworkState, clock: Clock): Pusher {
    const deliveries: Delivery[] = [];
    const timers = new Set<NodeJS.Timeout>();
    let token: string | undefined;
    let stopped = false;

    async function post(body: string, contentType: string): Promise<{ status: number; answer: string }> {
        try {
            let response = await send(body, contentType);
            if (response.status === 401) {
                token = undefined;
                response = await send(body, contentType);
            }
            return { status: response.status, answer: await response.text() };
        } catch (error) {
            const cause = (error as { cause?: Error }).cause;
            return { status: 0, answer: cause?.message || (error as Error).message };
        }
    }

    async function send(body: string, contentType: string): Promise<Response> {
        token ??= await options.login();
        return fetch(options.url, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': contentType },
            body,
            signal: AbortSignal.timeout(options.timeoutMilliseconds ?? 30_000)
        });
    }

    async function attempt(document: BusinessDocument, entries: LensEntry[], delivery: Delivery): Promise<void> {
        const envelope = options.format === 'envelope';
        const body = envelope ? writeEnvelope(document, entries.at(-1)!) : document.content;
        const { status, answer } = await post(body, envelope ? 'application/json' : document.contentType);
        delivery.attempts++;
        Object.assign(delivery, { status, answer: answer.slice(0, 2000) });
        delivery.outcome = outcome(status, delivery.attempts);
        state.change(entries, lensFields(delivery, iso(clock.now())));
        if (delivery.outcome === 'waiting' && !stopped) {
            const timer = setTimeout(
                () => {
                    timers.delete(timer);
                    void attempt(document, entries, delivery);
                },
                options.retryMilliseconds ?? 5 * 60_000
            );
            timers.add(timer);
        }
    }

    return {
        deliveries,
        async deliver(document, entries) {
            const delivery: Delivery = {
                transactionId: String(entries.at(-1)!.fields['transactionid']),
                type: document.order.type,
                number: document.number,
                attempts: 0,
                status: 0,
                outcome: 'waiting',
                answer: ''
            };
            deliveries.push(delivery);
            await attempt(document, entries, delivery);
            return delivery;
        },
        stop() {
            stopped = true;
            for (const timer of timers) clearTimeout(timer);
            timers.clear();
        }
    };
}

function outcome(status: number, attempts: number): Delivery['outcome'] {
    if (status >= 200 && status < 300) return 'delivered';
    if (status < 500 && !TRANSIENT.includes(status)) return 'refused';
    return attempts < ATTEMPTS ? 'waiting' : 'held';
}

/** What Lens shows of a delivery: S, D while it is tried again, H on hold, F when the endpoint will not have it. */
function lensFields(delivery: Delivery, at: string): Record<string, FieldValue> {
    const reason = delivery.status === 0 ? delivery.answer : `HTTP ${delivery.status}`;
    switch (delivery.outcome) {
        case 'delivered':
            return {
                status: 'S',
                deliverystatus: 'Delivered',
                deliverycompletedtimestamp: at,
                errorcode: null,
                externalerrormessage: null
            };
        case 'waiting':
            return { status: 'D' };
        case 'held':
            return {
                status: 'H',
                deliverystatus: 'DeliveryFailed',
                errorcode: '-2',
                externalerrormessage: `The receiving endpoint could not be reached: ${reason}`
            };
        case 'refused':
            return {
                status: 'F',
                deliverystatus: 'DeliveryFailed',
                errorcode: '-2',
                externalerrormessage: `The receiving endpoint refused the document: ${reason}`
            };
        default:
            return delivery.outcome satisfies never;
    }
}

export function writeEnvelope(document: BusinessDocument, entry: LensEntry): string {
    const fields = Object.fromEntries(
        Object.entries(entry.fields).map(([name, value]) => [name, shownValue(name, value)])
    );
    const contentkeys = Object.entries(entry.keys).map(([key, value]) => ({ key, value }));
    return JSON.stringify({ ...fields, contentkeys, contentEncoding: 'text', content: document.content });
}
