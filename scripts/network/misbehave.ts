// What can be made to go wrong, and when: a list of rules, each for a path, a kind of fault and a number of requests.

import { Refusal, type Reply } from './http.ts';

const KINDS = [
    'unauthorized',
    'too-many-requests',
    'server-error',
    'unavailable',
    'slow',
    'half-body',
    'disconnect',
    'repeat-page',
    'late-entries',
    'change-status'
] as const;

export type MisbehaviourKind = (typeof KINDS)[number];

export interface Misbehaviour {
    kind: MisbehaviourKind;
    /** Part of the path it concerns; every path when empty. */
    path: string;
    /** Requests let through before it begins. */
    after: number;
    /** Requests it lasts for. */
    times: number;
    /** Retry-After of too-many-requests and unavailable; delay of slow and late-entries. */
    seconds: number;
    /** For change-status: the fields that the newest process takes on. */
    fields: Record<string, string | null>;
}

export interface Misbehaviours {
    add(value: Partial<Misbehaviour>): Misbehaviour;
    clear(): void;
    list(): Misbehaviour[];
    /** The faults that this request meets; counts it. */
    take(path: string, kinds: readonly MisbehaviourKind[]): Misbehaviour | undefined;
}

export const HTTP_KINDS: readonly MisbehaviourKind[] = [
    'unauthorized',
    'too-many-requests',
    'server-error',
    'unavailable',
    'slow',
    'half-body',
    'disconnect'
];

export function createMisbehaviours(): Misbehaviours {
    let rules: Misbehaviour[] = [];
    return {
        add(value) {
            if (!KINDS.includes(value.kind as MisbehaviourKind)) {
                throw new Refusal(400, 'unknown-misbehaviour', `kind must be one of ${KINDS.join(', ')}.`);
            }
            const rule: Misbehaviour = {
                kind: value.kind!,
                path: value.path ?? '',
                after: value.after ?? 0,
                times: value.times ?? 1,
                seconds: value.seconds ?? 1,
                fields: value.fields ?? {}
            };
            rules.push(rule);
            return rule;
        },
        clear() {
            rules = [];
        },
        list: () => rules.map((rule) => ({ ...rule })),
        take(path, kinds) {
            for (const rule of rules) {
                if (!kinds.includes(rule.kind) || !path.includes(rule.path)) continue;
                if (rule.after > 0) {
                    rule.after--;
                    continue;
                }
                rule.times--;
                if (rule.times <= 0) rules = rules.filter((each) => each !== rule);
                return rule;
            }
            return undefined;
        }
    };
}

/** The answer that stands in for the real one, or undefined when the fault lies in how the real one is sent. */
export function faultReply(rule: Misbehaviour): Reply | undefined {
    switch (rule.kind) {
        case 'unauthorized':
            return new Refusal(401, 'invalid-token', 'The access token is invalid or has expired.').reply();
        case 'too-many-requests':
            return new Refusal(429, 'too-many-requests', 'Too many requests.', {
                'retry-after': String(rule.seconds)
            }).reply();
        case 'server-error':
            return new Refusal(500, 'internal-error', 'Something failed inside the network.').reply();
        case 'unavailable':
            return new Refusal(503, 'unavailable', 'The service is down for maintenance.', {
                'retry-after': String(rule.seconds)
            }).reply();
        case 'slow':
        case 'half-body':
        case 'disconnect':
        case 'repeat-page':
        case 'late-entries':
        case 'change-status':
            return undefined;
        default:
            return rule.kind satisfies never;
    }
}
