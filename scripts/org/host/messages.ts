// What the server and the org's worker say to each other.
import type { MessagePort } from 'node:worker_threads';
import type { DeliveredEvent } from '../execution/api.ts';
import type { ApiRequest, ApiResponse, Identity } from '../rest/index.ts';

export interface WorkerStart {
    database: string | null;
    namespace: string | null;
    apiVersion: number;
    adminSecret: string;
    callouts: MessagePort;
    counter: SharedArrayBuffer;
    /** Secrets of external credentials by name: kept by the org, never in metadata. */
    credentials: Record<string, CredentialSecret>;
}

export interface CredentialSecret {
    clientId: string;
    clientSecret: string;
    /** Overrides of URLs in the metadata, for an org that talks to local servers. */
    endpointUrl?: string;
    tokenUrl?: string;
}

/** URLSearchParams cannot cross to another thread: its text does. */
export type SentRequest = Omit<ApiRequest, 'query'> & { search: string };

export type ToWorker =
    | { kind: 'api'; id: number; request: SentRequest }
    | { kind: 'eventsAfter'; id: number; channel: string; replayId: number }
    | { kind: 'credential'; id: number; name: string; secret: CredentialSecret }
    | { kind: 'close' };

export type FromWorker =
    | { kind: 'ready'; identity: Identity; adminToken: string }
    | { kind: 'failed'; message: string }
    | { kind: 'answer'; id: number; response: ApiResponse }
    | { kind: 'events'; id: number; events: DeliveredEvent[] }
    | { kind: 'done'; id: number }
    | { kind: 'event'; event: DeliveredEvent }
    | { kind: 'log'; line: string };
