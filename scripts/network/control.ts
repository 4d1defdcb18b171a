// The simulator's own routes, under /__sim/, for whoever drives it: faults, tokens, deliveries, extra entries.

import { iso, type Clock } from './clock.ts';
import { Refusal, readObject, type Reply, type Request } from './http.ts';
import { FIELD_TYPES, type FieldValue } from './lens/fields.ts';
import type { Misbehaviour, Misbehaviours } from './misbehave.ts';
import type { Delivery } from './push.ts';
import type { NetworkState } from './state.ts';
import type { Tokens } from './tokens.ts';

export interface ControlOptions {
    state: NetworkState;
    clock: Clock;
    tokens: Tokens;
    misbehaviours: Misbehaviours;
    deliver(choice: { partner?: string; type?: string }): Promise<unknown>;
    deliveries(): Delivery[];
}

export function createControl(options: ControlOptions): (request: Request) => Promise<Reply> {
    const { state, clock, tokens, misbehaviours } = options;

    function misbehave(request: Request): Reply {
        const wanted = readObject(request) as Partial<Misbehaviour>;
        if (wanted.kind === 'change-status') return changeStatus(wanted);
        return { status: 200, body: misbehaviours.add(wanted) };
    }

    function changeStatus(wanted: Partial<Misbehaviour>): Reply {
        const fields = checkedFields(wanted.fields ?? {});
        const newest = state.entries.at(-1);
        if (newest === undefined) throw new Refusal(409, 'no-entries', 'There is no entry whose status could change.');
        const entries = state.byCorrelation(String(newest.fields['correlationid']));
        state.change(entries, fields);
        return { status: 200, body: { correlationid: newest.fields['correlationid'], entries: entries.length } };
    }

    function addEntry(request: Request): Reply {
        const { fields, keys, visibleInSeconds, content } = readObject(request) as {
            fields?: Record<string, FieldValue>;
            keys?: Record<string, string>;
            visibleInSeconds?: number;
            content?: string;
        };
        const entry = state.add(checkedFields(fields ?? {}), keys, clock.now() + (visibleInSeconds ?? 0) * 1000);
        if (content !== undefined) {
            const id = String(entry.fields['transactionid']);
            state.contents.set(id, { text: content, contentType: 'text/plain; charset=utf-8' });
        }
        return { status: 201, body: entry.fields };
    }

    return async (request) => {
        switch (`${request.method} ${request.path}`) {
            case 'GET /__sim/state':
                return {
                    status: 200,
                    body: {
                        scenario: state.scenario.name,
                        time: iso(clock.now()),
                        entries: state.entries.length,
                        tokensIssued: tokens.issued(),
                        misbehaviours: misbehaviours.list(),
                        deliveries: options.deliveries()
                    }
                };
            case 'POST /__sim/misbehave':
                return misbehave(request);
            case 'DELETE /__sim/misbehave':
                misbehaviours.clear();
                return { status: 204 };
            case 'POST /__sim/tokens/expire':
                return { status: 200, body: { expired: tokens.expireAll() } };
            case 'POST /__sim/deliver':
                return { status: 200, body: await options.deliver(request.body === '' ? {} : readObject(request)) };
            case 'POST /__sim/entries':
                return addEntry(request);
            default:
                throw new Refusal(404, 'not-found', `There is no control route ${request.method} ${request.path}.`);
        }
    };
}

function checkedFields<T>(fields: Record<string, T>): Record<string, T> {
    const unknown = Object.keys(fields).filter((name) => !(name in FIELD_TYPES));
    if (unknown.length > 0) throw new Refusal(400, 'unknown-field', `Lens has no field ${unknown.join(', ')}.`);
    return fields;
}
