// What the simulator's tests share: a network on a free port with a clock that stands still, and a client for it.

import type { TestContext } from 'node:test';
import { manualClock, startNetwork, type Network, type NetworkOptions } from './index.ts';

export interface Client {
    network: Network;
    clock: ReturnType<typeof manualClock>;
    token(): Promise<string>;
    call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any; headers: Headers }>;
    search(query: string): Promise<{ status: number; body: any }>;
}

const BASIC = `Basic ${Buffer.from('demo-consumer-key:demo-consumer-secret').toString('base64')}`;

export async function startClient(context: TestContext, options: NetworkOptions = {}): Promise<Client> {
    const clock = manualClock('2026-03-02T08:00:00Z');
    const network = await startNetwork({ clock, ...options });
    context.after(() => network.close());
    let bearer: string | undefined;

    const token = async (): Promise<string> => {
        const response = await fetch(`${network.url}/v1/oauth2/tokens?grant_type=client_credentials`, {
            method: 'POST',
            headers: { authorization: BASIC }
        });
        return ((await response.json()) as { access_token: string }).access_token;
    };
    const call: Client['call'] = async (method, path, body) => {
        bearer ??= await token();
        const response = await fetch(network.url + path, {
            method,
            headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) })
        });
        const text = await response.text();
        const json = (response.headers.get('content-type') ?? '').startsWith('application/json');
        return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
    };
    return {
        network,
        clock,
        token,
        call,
        search: (query) => call('POST', '/visibility_transaction_search', { query, variables: {} })
    };
}

export { BASIC };
