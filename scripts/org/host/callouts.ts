// Apex waits for its callouts while the thread that owns the sockets sends them: the org's worker posts a request and
// sleeps on a shared counter, the main thread sends it and wakes the worker.
import { receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { HttpRequestData, HttpResponseData } from '../apex/runtime/platform.ts';

type Answer = { response: HttpResponseData } | { error: string };

/** Worker side: sends and blocks. Throws an Error whose message is what System.CalloutException shows. */
export function blockingSender(port: MessagePort, counter: Int32Array): (request: HttpRequestData) => HttpResponseData {
    return (request) => {
        const seen = Atomics.load(counter, 0);
        port.postMessage(request);
        for (;;) {
            const received = receiveMessageOnPort(port) as { message: Answer } | undefined;
            if (received) {
                if ('error' in received.message) throw new Error(received.message.error);
                return received.message.response;
            }
            Atomics.wait(counter, 0, seen, request.timeout + 5000);
        }
    };
}

/** Main side: answers every request that arrives on the port. */
export function serveCallouts(port: MessagePort, counter: Int32Array): void {
    port.on('message', (request: HttpRequestData) => {
        void send(request).then((answer) => {
            port.postMessage(answer);
            Atomics.add(counter, 0, 1);
            Atomics.notify(counter, 0);
        });
    });
    port.unref();
}

async function send(request: HttpRequestData): Promise<Answer> {
    try {
        const response = await fetch(request.endpoint, {
            method: request.method,
            headers: request.headers,
            redirect: 'manual',
            signal: AbortSignal.timeout(request.timeout),
            ...(request.body && request.body.length > 0 ? { body: Buffer.from(request.body) } : {})
        });
        const body = new Uint8Array(await response.arrayBuffer());
        return {
            response: {
                statusCode: response.status,
                status: response.statusText,
                headers: Object.fromEntries(response.headers),
                body
            }
        };
    } catch (error) {
        return { error: messageOf(error) };
    }
}

/** The texts of System.CalloutException for the common faults. */
function messageOf(error: unknown): string {
    if (!(error instanceof Error)) return String(error);
    if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'Read timed out';
    const cause = error.cause as { code?: string; message?: string } | undefined;
    if (cause?.code === 'ECONNREFUSED') return 'Connection refused (Connection refused)';
    if (cause?.code === 'UND_ERR_SOCKET' || cause?.code === 'ECONNRESET') return 'Unexpected end of file from server';
    return cause?.message ?? error.message;
}
