// The thread that the org lives in: answers requests one after another and, between them, runs what is due
// (events, queueables, scheduled jobs).
import { parentPort, workerData } from 'node:worker_threads';
import { createOrg } from '../execution/index.ts';
import type { Identity } from '../rest/index.ts';
import { createApi } from '../rest/index.ts';
import { blockingSender } from './callouts.ts';
import type { FromWorker, SentRequest, ToWorker, WorkerStart } from './messages.ts';

const start = workerData as WorkerStart;
const parent = parentPort;
if (!parent) throw new Error('The org’s worker must be started as a worker thread');
const say = (message: FromWorker): void => {
    parent.postMessage(message);
};

try {
    run();
} catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

function run(): void {
    const org = createOrg({
        database: start.database,
        namespace: start.namespace,
        apiVersion: start.apiVersion,
        send: blockingSender(start.callouts, new Int32Array(start.counter)),
        log: (line) => {
            say({ kind: 'log', line });
        }
    });
    for (const [name, secret] of Object.entries(start.credentials)) org.setCredential(name, secret);
    const identity = adminOf(
        org.query('SELECT Id FROM Organization'),
        org.query(
            "SELECT Id, Username, Name, Email FROM User WHERE Profile.Name = 'System Administrator' AND IsActive = true ORDER BY CreatedDate LIMIT 1"
        )
    );
    const adminToken = `${identity.organizationId}!${start.adminSecret}`;
    const api = createApi(org, { admin: identity, adminToken });
    org.onEvent((event) => {
        say({ kind: 'event', event });
    });

    let timer: NodeJS.Timeout | null = null;
    let closed = false;
    let waiting: Promise<void> = Promise.resolve();
    const queue = (step: () => void | Promise<void>): void => {
        waiting = waiting.then(step).catch((error: unknown) => {
            say({
                kind: 'log',
                line: `The org failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
            });
        });
    };
    /** Runs one due thing, then lets waiting requests go first. */
    const pump = (): void => {
        // A pump that was queued before the end would set a timer that keeps the thread alive.
        if (closed) return;
        if (org.pump(1) > 0) {
            setImmediate(() => {
                queue(pump);
            });
            return;
        }
        const due = org.nextDue();
        if (timer) clearTimeout(timer);
        timer =
            due === null
                ? null
                : setTimeout(
                      () => {
                          queue(pump);
                      },
                      Math.max(0, Math.min(due - Date.now(), 60_000))
                  );
    };
    const answer = async (id: number, { search, ...request }: SentRequest): Promise<void> => {
        say({ kind: 'answer', id, response: await api({ ...request, query: new URLSearchParams(search) }) });
        pump();
    };
    parent?.on('message', (message: ToWorker) => {
        queue(() => {
            switch (message.kind) {
                case 'api':
                    return answer(message.id, message.request);
                case 'eventsAfter':
                    say({ kind: 'events', id: message.id, events: org.eventsAfter(message.channel, message.replayId) });
                    return;
                case 'credential':
                    org.setCredential(message.name, message.secret);
                    say({ kind: 'done', id: message.id });
                    return;
                case 'close':
                    closed = true;
                    if (timer) clearTimeout(timer);
                    org.close();
                    parent.close();
                    start.callouts.close();
            }
        });
    });
    say({ kind: 'ready', identity, adminToken });
    queue(pump);
}

function adminOf(
    organizations: { values: Record<string, unknown> }[],
    users: { values: Record<string, unknown> }[]
): Identity {
    const organization = organizations[0]?.values;
    const user = users[0]?.values;
    if (!organization || !user) throw new Error('The org has no Organization row or no active System Administrator');
    return {
        organizationId: String(organization.Id),
        userId: String(user.Id),
        username: String(user.Username),
        name: String(user.Name),
        email: String(user.Email)
    };
}
