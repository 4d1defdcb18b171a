// lightning/empApi over the org's streaming API: Bayeux with long polling, one connection for the page.
let connection = null;
let serial = 0;
let report = () => {};
const subscriptions = new Map();

async function send(...messages) {
    const response = await fetch('/cometd/67.0', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(messages.map((message) => ({ id: String(++serial), ...message })))
    });
    if (!response.ok) throw new Error(`The streaming API answered ${response.status}`);
    return await response.json();
}

async function handshake() {
    const [reply] = await send({
        channel: '/meta/handshake',
        version: '1.0',
        supportedConnectionTypes: ['long-polling']
    });
    if (!reply.successful) throw new Error(reply.error);
    return reply.clientId;
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Holds a request open for ever; after a break it shakes hands and subscribes again. */
async function listen(state) {
    for (;;) {
        try {
            for (const reply of await send({
                channel: '/meta/connect',
                clientId: state.clientId,
                connectionType: 'long-polling'
            })) {
                if (reply.data) deliver(reply);
                else if (reply.successful === false) throw new Error(reply.error);
            }
        } catch (error) {
            report(error);
            await pause(2000);
            await reconnect(state).catch(report);
        }
    }
}

async function reconnect(state) {
    state.clientId = await handshake();
    for (const { channel } of subscriptions.values()) await subscribeTo(state, channel, -1);
}

function deliver(message) {
    for (const one of subscriptions.values()) if (one.channel === message.channel) one.callback(message);
}

async function subscribeTo(state, channel, replayId) {
    const [reply] = await send({
        channel: '/meta/subscribe',
        clientId: state.clientId,
        subscription: channel,
        ext: { replay: { [channel]: replayId } }
    });
    if (!reply.successful) throw new Error(reply.error);
}

async function connect() {
    const state = { clientId: await handshake() };
    void listen(state);
    return state;
}

export async function subscribe(channel, replayId, callback) {
    connection ??= connect();
    await subscribeTo(await connection, channel, replayId);
    const subscription = { id: ++serial, channel, callback };
    subscriptions.set(subscription.id, subscription);
    return { id: subscription.id, channel, replayId };
}

export async function unsubscribe(subscription, callback) {
    subscriptions.delete(subscription.id);
    callback?.({ successful: true });
}

export const onError = (callback) => {
    report = callback;
};
export const isEmpEnabled = () => Promise.resolve(true);
export const setDebugFlag = () => {};
