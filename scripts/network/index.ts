// The door of the Trading Grid simulator. README.md says first what it does not reproduce.

import type { AddressInfo } from 'node:net';
import { createAssumed } from './assumed.ts';
import { systemClock, type Clock } from './clock.ts';
import { createCommunity } from './community/index.ts';
import { createPartnerships } from './community/partnerships.ts';
import { createControl } from './control.ts';
import { createDocumentSource, type BusinessDocument } from './documents/index.ts';
import { Refusal } from './http.ts';
import type { FieldValue, LensEntry } from './lens/fields.ts';
import { createLens } from './lens/index.ts';
import { createMisbehaviours, type Misbehaviour } from './misbehave.ts';
import { createPusher, type Delivery, type PushOptions } from './push.ts';
import { seededRandom } from './random.ts';
import { loadScenario, type Scenario } from './scenario.ts';
import { createNetworkServer } from './server.ts';
import { createState } from './state.ts';
import { createTokens } from './tokens.ts';

export { manualClock, systemClock, type Clock } from './clock.ts';
export type { BusinessDocument } from './documents/index.ts';
export type { Misbehaviour } from './misbehave.ts';
export type { Delivery, PushOptions } from './push.ts';
export { loadScenario, ScenarioError, type Scenario } from './scenario.ts';

export const DEMO_SCENARIO = new URL('../../config/scenarios/demo.json', import.meta.url);

export interface NetworkOptions {
    /** 0 picks a free port. */
    port?: number;
    /** A scenario, or the file it is in; the demo scenario when left out. */
    scenario?: Scenario | string | URL;
    clock?: Clock;
    /** Replaces the scenario's seed. */
    seed?: number;
    /** Documents the network has seen before it starts, an hour apart. */
    history?: number;
    /** Posts documents to an endpoint; `everyMilliseconds` sends one that often, left out only on `deliver`. */
    push?: PushOptions & { everyMilliseconds?: number; onDelivery?: (delivery: Delivery) => void };
    /** Entries in one page of a scroll; Lens has 1,000. */
    scrollPage?: number;
    /** Seconds a submitted document takes to be delivered, and again to be acknowledged. */
    settleSeconds?: number;
}

export interface Network {
    url: string;
    port: number;
    scenario: Scenario;
    /** A document arrives from a partner now, and is pushed when there is somewhere to push it. */
    deliver(choice?: { partner?: string; type?: string }): Promise<DeliveredDocument>;
    deliveries(): Delivery[];
    misbehave(rule: Partial<Misbehaviour>): void;
    behave(): void;
    expireTokens(): number;
    /** Adds an entry to Lens as given; returns its fields. */
    addEntry(fields: Record<string, FieldValue>, keys?: Record<string, string>): Record<string, FieldValue>;
    close(): Promise<void>;
}

export interface DeliveredDocument {
    transactionId: string;
    correlationId: string;
    document: BusinessDocument;
    delivery: Delivery | null;
}

const HOUR = 60 * 60 * 1000;

export async function startNetwork(options: NetworkOptions = {}): Promise<Network> {
    const given = options.scenario ?? DEMO_SCENARIO;
    const scenario = typeof given === 'string' || given instanceof URL ? loadScenario(given) : given;
    const clock = options.clock ?? systemClock;
    const seed = options.seed ?? scenario.seed;
    // Two sequences, so that the documents do not depend on how many ids Lens has given out.
    const source = createDocumentSource(scenario, seededRandom(seed));
    const ids = seededRandom(seed ^ 0x5f3759df);
    const past = { now: () => clock.now() };
    const state = createState(scenario, past, ids);
    const tokens = createTokens(clock, scenario.clients);
    const misbehaviours = createMisbehaviours();
    const partnerships = createPartnerships(scenario, clock);
    const community = createCommunity(scenario, partnerships.list);
    const assumed = createAssumed({
        state,
        clock,
        partnerships,
        checkCompany: community.checkCompany,
        settleSeconds: options.settleSeconds ?? 5
    });
    const lens = createLens({
        clock,
        entries: state.visibleEntries,
        newId: ids.uuid,
        repeatsPage: () => misbehaviours.take('/visibility_transaction_search', ['repeat-page']) !== undefined,
        ...(options.scrollPage === undefined ? {} : { scrollPage: options.scrollPage })
    });
    const pusher = options.push === undefined ? undefined : createPusher(options.push, state, clock);

    writeHistory(options.history ?? 0);

    function writeHistory(count: number): void {
        const now = clock.now();
        for (let back = count; back > 0; back--) {
            past.now = () => now - back * HOUR;
            const entries = state.arrived(source.next(past.now()));
            state.change(entries, { status: 'S', deliverystatus: 'Delivered' });
        }
        past.now = () => clock.now();
    }

    async function deliver(choice: { partner?: string; type?: string } = {}): Promise<DeliveredDocument> {
        const template =
            choice.partner === undefined && choice.type === undefined
                ? undefined
                : scenario.documents.find(
                      (each) =>
                          (choice.partner === undefined || each.partner === choice.partner) &&
                          (choice.type === undefined || each.type === choice.type)
                  );
        if (template === undefined && (choice.partner !== undefined || choice.type !== undefined)) {
            const wanted = `${choice.type ?? 'document'} from ${choice.partner ?? 'any partner'}`;
            throw new Refusal(404, 'no-such-document', `The scenario has no ${wanted}.`);
        }
        const late = misbehaviours.take('/visibility_transaction_search', ['late-entries']);
        const document = source.next(clock.now(), template);
        const entries = state.arrived(document, (late?.seconds ?? 0) * 1000);
        if (pusher === undefined) state.change(entries, { status: 'R', readyforpickuptimestamp: arrival(entries) });
        const delivery = pusher === undefined ? null : await pusher.deliver(document, entries);
        if (delivery !== null) options.push?.onDelivery?.(delivery);
        return {
            transactionId: String(entries.at(-1)!.fields['transactionid']),
            correlationId: String(entries.at(-1)!.fields['correlationid']),
            document,
            delivery
        };
    }

    const deliveries = (): Delivery[] => (pusher?.deliveries ?? []).map((each) => ({ ...each }));
    const server = createNetworkServer({
        tokens,
        misbehaviours,
        lens: lens.answer,
        others: [community.answer, assumed.answer],
        control: createControl({ state, clock, tokens, misbehaviours, deliver, deliveries })
    });
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const stopDelivering = startDelivering(options.push?.everyMilliseconds, deliver);

    return {
        url: `http://127.0.0.1:${port}`,
        port,
        scenario,
        deliver,
        deliveries,
        misbehave: (rule) => void misbehaviours.add(rule),
        behave: misbehaviours.clear,
        expireTokens: tokens.expireAll,
        addEntry: (fields, keys) => state.add(fields, keys).fields,
        async close() {
            pusher?.stop();
            await stopDelivering();
            server.closeAllConnections();
            await new Promise<void>((resolve) => server.close(() => resolve()));
        }
    };
}

function arrival(entries: LensEntry[]): FieldValue {
    return entries[0]!.fields['arrivaltime'] ?? null;
}

/** One document after another, never two at once; the returned function waits for the last. */
function startDelivering(every: number | undefined, deliver: () => Promise<unknown>): () => Promise<void> {
    if (every === undefined) return async () => {};
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<unknown> = Promise.resolve();
    let stopped = false;
    const schedule = (): void => {
        if (stopped) return;
        timer = setTimeout(() => {
            running = deliver().finally(schedule);
        }, every);
    };
    schedule();
    return async () => {
        stopped = true;
        clearTimeout(timer);
        await running;
    };
}
