// lightning/messageService inside one page.
const subscriptions = new Set();
export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');
export class MessageContext {
    constructor(callback) {
        this.callback = callback;
    }
    connect() {
        this.callback({});
    }
    update() {}
    disconnect() {}
}
export const createMessageContext = () => ({});
export const releaseMessageContext = () => {};
export function subscribe(_context, channel, callback) {
    const subscription = { channel: channel.name, callback };
    subscriptions.add(subscription);
    return subscription;
}
export const unsubscribe = (subscription) => {
    subscriptions.delete(subscription);
};
export function publish(_context, channel, message) {
    for (const one of subscriptions) if (one.channel === channel.name) one.callback(message);
}
