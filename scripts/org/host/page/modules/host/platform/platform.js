// What the stand-ins for platform modules share: calls to the org, wire adapters, refreshing.
const API = '/services/data/v67.0';

/** A call of the org's REST API or of an Apex method; throws as the platform does: `{ status, body: { message } }`. */
export async function call(method, path, body) {
    const response = await fetch(path.startsWith('/lightning/') ? path : API + path, {
        method,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body)
    });
    const text = await response.text();
    const json = text ? JSON.parse(text) : undefined;
    if (response.ok) return json;
    const first = Array.isArray(json) ? json[0] : json;
    throw {
        ok: false,
        status: response.status,
        statusText: response.statusText,
        body: first ?? { message: response.statusText }
    };
}

/** Data that the platform provisions is read-only. */
export function freeze(value) {
    if (value && typeof value === 'object' && !Object.isFrozen(value)) {
        Object.freeze(value);
        Object.values(value).forEach(freeze);
    }
    return value;
}

const live = new Set();
const handles = new WeakMap();

/** An adapter that calls `load` when its configuration is complete and gives `{ data, error }`. */
export function wireAdapter({ required = [], load, key = () => undefined }) {
    return class {
        constructor(dataCallback) {
            this.callback = dataCallback;
            this.sequence = 0;
        }
        connect() {
            live.add(this);
        }
        disconnect() {
            live.delete(this);
            this.sequence++;
        }
        update(config) {
            this.config = config;
            this.emit({ data: undefined, error: undefined });
            const waits = required === 'all' ? Object.keys(config) : required;
            if (waits.every((name) => config[name] !== undefined && config[name] !== null)) void this.refresh();
        }
        get key() {
            return this.config && key(this.config);
        }
        emit(result) {
            handles.set(result, this);
            this.callback(result);
        }
        async refresh() {
            const sequence = ++this.sequence;
            let result;
            try {
                result = { data: freeze(await load(this.config)), error: undefined };
            } catch (error) {
                result = { data: undefined, error };
            }
            if (sequence === this.sequence) this.emit(result);
        }
    };
}

export const refreshHandle = (result) => handles.get(result)?.refresh() ?? Promise.resolve();
export const refreshKeys = (keys) =>
    Promise.all([...live].filter((one) => keys.includes(one.key)).map((one) => one.refresh()));

/** `@salesforce/apex/Class.method`: callable, and an adapter to wire. */
export function apex(qualified) {
    const [className, method] = qualified.split('.').slice(-2);
    const run = async (params) => (await call('POST', `/lightning/apex/${className}/${method}`, params ?? {})).result;
    run.adapter = wireAdapter({ required: 'all', load: run, key: () => qualified });
    return run;
}

/** Tells the page around the components: `navigate`, `toast`. */
export function tellHost(name, detail) {
    window.dispatchEvent(new CustomEvent(`host:${name}`, { detail }));
}
