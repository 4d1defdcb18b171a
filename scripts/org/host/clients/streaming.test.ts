// Platform events by the Streaming API (CometD), as jsforce and empApi subscribe to them.
// https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_subscribe_cometd.htm
import { StreamingExtension } from 'jsforce/lib/api/streaming.js';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ServedOrg } from './testing.ts';
import { serveOrg } from './testing.ts';

let org: ServedOrg;

before(async () => {
    org = await serveOrg();
});
after(() => org.close());

interface Event {
    schema: string;
    payload: { Message__c: string; CreatedById: string; CreatedDate: string };
    event: { replayId: number };
}

/** A client that the server has not let go keeps asking, and the process alive. */
async function leave(client: unknown): Promise<void> {
    await (client as { disconnect: () => PromiseLike<void> }).disconnect();
}

/** Collects events of Ping__e from a replay id until there are `count`; `then` runs once subscribed. */
function collect(replay: number, count: number, then: () => Promise<unknown>): Promise<Event[]> {
    return new Promise((resolve, reject) => {
        const channel = '/event/Ping__e';
        const client = org.connection.streaming.createClient([new StreamingExtension.Replay(channel, replay) as never]);
        const timer = setTimeout(() => {
            void leave(client).then(() => {
                reject(new Error('No events came'));
            });
        }, 8000);
        const events: Event[] = [];
        const subscription = client.subscribe(channel, (event: Event) => {
            events.push(event);
            if (events.length < count) return;
            clearTimeout(timer);
            void leave(client).then(() => {
                resolve(events);
            });
        });
        void subscription.then(then).catch(reject);
    });
}

const publish = (message: string): Promise<unknown> =>
    org.connection.sobject('Ping__e').create({ Message__c: message });

void test('publishing over REST answers that the event was taken', async () => {
    const answer = await org.send('POST', '/services/data/v67.0/sobjects/Ping__e', { Message__c: 'taken' });
    const body = answer.body as { id: string; success: boolean; errors: { statusCode: string; fields: string[] }[] };
    assert.equal(answer.status, 201);
    assert.equal(body.success, true);
    assert.equal(body.errors[0]?.statusCode, 'OPERATION_ENQUEUED');
});

void test('a subscriber gets what is published after it subscribed', async () => {
    const [event] = await collect(-1, 1, () => publish('live'));
    assert.equal(event?.payload.Message__c, 'live');
    assert.equal(event.payload.CreatedById.length, 18);
    assert.equal(typeof event.event.replayId, 'number');
    assert.ok(event.schema);
});

void test('replay -2 gives what is kept, in order', async () => {
    await publish('kept');
    const events = await collect(-2, 3, () => Promise.resolve());
    assert.deepEqual(
        events.map((event) => event.payload.Message__c),
        ['taken', 'live', 'kept']
    );
});

void test('replay from an id gives what came after it', async () => {
    const all = await collect(-2, 3, () => Promise.resolve());
    const [next] = await collect(all[1]?.event.replayId ?? 0, 1, () => Promise.resolve());
    assert.equal(next?.payload.Message__c, 'kept');
});

void test('events of Apex are delivered when its transaction commits, and not when it does not', async () => {
    const [event] = await collect(-1, 1, async () => {
        await org.connection.tooling.executeAnonymous(
            "EventBus.publish(new Ping__e(Message__c = 'undone')); Integer a = 1 / 0;"
        );
        await org.connection.tooling.executeAnonymous("EventBus.publish(new Ping__e(Message__c = 'from Apex'));");
    });
    assert.equal(event?.payload.Message__c, 'from Apex');
});

void test('a subscription without a session is refused', async () => {
    const answer = await org.send(
        'POST',
        '/cometd/67.0',
        [{ channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling'] }],
        { authorization: 'Bearer nope' }
    );
    assert.equal(answer.status, 401);
});
