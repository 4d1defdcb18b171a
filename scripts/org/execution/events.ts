// The event bus: publish immediately or after commit, replay ids, delivery to subscribers and to triggers (batches of at most
// 2,000, as Automated Process, with resume checkpoints and RetryableException).
// https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_subscribe_apex.htm
import type { ApexException } from '../apex/runtime/exceptions.ts';
import { hasMethod, invokeMethod } from '../apex/runtime/invoke.ts';
import type { DmlResult } from '../apex/runtime/platform.ts';
import type { ObjectDescribe } from '../metadata/describe.ts';
import { ApexDatetime } from '../values/index.ts';
import type { SObject } from '../values/index.ts';
import { PublishOutcome } from '../apex/library/org/eventBus.ts';
import type { DeliveredEvent } from './api.ts';
import type { LoadedTrigger, OrgContext } from './context.ts';
import { recordError } from './dml/errors.ts';
import { asApexException } from './errors.ts';
import { payloadOf, prepareEvent, schemaId } from './eventRecords.ts';
import { fireEventTrigger } from './triggers.ts';

const RETENTION = 72 * 3_600_000;
const MAX_RETRIES = 9;
const MAX_BATCH = 2000;

export interface Delivery {
    object: string;
    trigger: string;
    events: SObject[];
    retries: number;
    due: number;
    /** Published by a test: delivered inside it. */
    test: boolean;
}

/** The batch that a trigger handles now, as EventBus.TriggerContext reads it. */
export interface CurrentDelivery {
    retries: number;
    checkpoint: string | null;
    lastError: string | null;
}

/** Events published with one callback object. */
interface Notice {
    callback: object;
    uuids: string[];
    userId: string;
    published: boolean;
    test: boolean;
}

export class EventBusState {
    readonly #org: OrgContext;
    #replayId = 0;
    #kept: { at: number; event: DeliveredEvent }[] = [];
    readonly #listeners = new Set<(event: DeliveredEvent) => void>();
    /** Batches waiting for their trigger. */
    deliveries: Delivery[] = [];
    current: CurrentDelivery | null = null;
    /** Callbacks of events not yet published, and those to be called. */
    readonly #callbacks = new Map<SObject, { callback: object; userId: string }>();
    notices: Notice[] = [];

    constructor(org: OrgContext) {
        this.#org = org;
    }

    /** EventBus.publish: checks each event, then publishes now or at commit, as the event is defined. */
    publish(events: readonly SObject[], callback: object | null = null): DmlResult[] {
        const { tx } = this.#org;
        return events.map((event) => {
            const { record, errors } = prepareEvent(this.#org, event);
            if (errors.length > 0) return { id: null, success: false, created: false, errors };
            if (callback) this.#callbacks.set(record, { callback, userId: tx.userId });
            if (event.describe.publishBehavior === 'PublishImmediately' && !tx.isTest) this.#accept([record]);
            else tx.pendingEvents.push(record);
            return {
                id: record.values.EventUuid as string,
                success: true,
                created: true,
                errors: [
                    recordError(
                        'OPERATION_ENQUEUED',
                        `Operation enqueued, the operation id is ${String(record.values.EventUuid)}`
                    )
                ]
            };
        });
    }

    /** At commit, or at Test.stopTest and Test.getEventBus().deliver(). */
    accept(events: SObject[]): void {
        this.#accept(events);
    }

    /** EventBus.TestBroker.fail: the events are lost, and their callbacks told so. */
    fail(events: readonly SObject[]): void {
        for (const event of events) this.#note(event, false);
    }

    #note(event: SObject, published: boolean): void {
        const found = this.#callbacks.get(event);
        if (!found) return;
        this.#callbacks.delete(event);
        const test = this.#org.inTest;
        const known = this.notices.find(
            (item) => item.callback === found.callback && item.published === published && item.test === test
        );
        const uuid = event.values.EventUuid as string;
        if (known) known.uuids.push(uuid);
        else this.notices.push({ ...found, uuids: [uuid], published, test });
    }

    /** Calls one waiting callback in its own transaction; false when none waits. */
    notifyNext(run: (userId: string, body: () => void) => void): boolean {
        const at = this.notices.findIndex((item) => item.test === this.#org.inTest);
        if (at < 0) return false;
        const [notice] = this.notices.splice(at, 1) as [Notice];
        const method = notice.published ? 'onSuccess' : 'onFailure';
        if (!hasMethod(notice.callback, method, 1)) return true;
        run(notice.userId, () => {
            invokeMethod(notice.callback, method, [new PublishOutcome(notice.uuids)]);
        });
        return true;
    }

    #accept(events: SObject[]): void {
        const now = this.#org.now();
        for (const event of events) {
            this.#replayId++;
            event.values.ReplayId = String(this.#replayId);
            event.values.CreatedDate = new ApexDatetime(now);
            this.#enqueueTriggers(event);
            this.#note(event, true);
            if (this.#org.inTest) continue;
            const delivered: DeliveredEvent = {
                channel: `/event/${event.describe.name}`,
                replayId: this.#replayId,
                payload: payloadOf(event),
                schemaId: schemaId(event.describe)
            };
            this.#kept.push({ at: now, event: delivered });
            for (const listener of this.#listeners) listener(delivered);
        }
        while (this.#kept[0] && this.#kept[0].at < now - RETENTION) this.#kept.shift();
    }

    #enqueueTriggers(event: SObject): void {
        const object = event.describe.name;
        for (const trigger of this.#org.program.triggersOf(object)) {
            const name = trigger.info.name;
            const size = Math.min(MAX_BATCH, this.#org.facts.subscriberConfig(name)?.batchSize ?? MAX_BATCH);
            const last = this.deliveries.findLast(
                (item) => item.object === object && item.trigger === name && item.test === this.#org.inTest
            );
            if (last && last.retries === 0 && last.events.length < size) last.events.push(event);
            else
                this.deliveries.push({
                    object,
                    trigger: name,
                    events: [event],
                    retries: 0,
                    due: this.#org.now(),
                    test: this.#org.inTest
                });
        }
    }

    /** Runs one waiting batch in its own transaction; false when none is due. */
    deliverNext(run: (userId: string, body: () => void) => void, ignoreDue = false): boolean {
        const now = this.#org.now();
        const at = this.deliveries.findIndex(
            (item) => item.test === this.#org.inTest && (ignoreDue || item.due <= now)
        );
        if (at < 0) return false;
        const [delivery] = this.deliveries.splice(at, 1) as [Delivery];
        const describe = this.#org.schema.object(delivery.object);
        const trigger = this.#org.program
            .triggersOf(delivery.object)
            .find((item) => item.info.name === delivery.trigger);
        if (describe && trigger) this.#deliver(delivery, describe, trigger, run);
        return true;
    }

    #deliver(
        delivery: Delivery,
        describe: ObjectDescribe,
        trigger: LoadedTrigger,
        run: (userId: string, body: () => void) => void
    ): void {
        const outer = this.current;
        const current: CurrentDelivery = { retries: delivery.retries, checkpoint: null, lastError: null };
        this.current = current;
        try {
            run(this.#org.access.eventUser(trigger.info.name), () => {
                try {
                    fireEventTrigger(this.#org, trigger, describe, delivery.events);
                } catch (error) {
                    // A checkpoint keeps what was written before the exception; without one everything is undone.
                    const exception = asApexException(error);
                    if (current.checkpoint === null || isRetry(exception)) throw exception;
                    current.lastError = exception.message;
                    this.#org.warn(`Trigger ${trigger.info.name}: ${exception.apexType}: ${exception.message}`);
                }
            });
            this.#resume(delivery, current);
        } catch (error) {
            const exception = asApexException(error);
            this.#org.warn(`Trigger ${trigger.info.name}: ${exception.apexType}: ${exception.message}`);
            if (isRetry(exception) && delivery.retries < MAX_RETRIES) {
                const delay = Math.min(5000 * 2 ** delivery.retries, 300_000);
                this.deliveries.unshift({ ...delivery, retries: delivery.retries + 1, due: this.#org.now() + delay });
            } else if (
                this.#org.inTest &&
                (exception.standardType === 'System.AssertException' ||
                    exception.standardType === 'System.LimitException')
            )
                throw exception;
        } finally {
            this.current = outer;
        }
    }

    /** The events after the checkpoint come again in a new batch. */
    #resume(delivery: Delivery, current: CurrentDelivery): void {
        if (current.checkpoint === null) return;
        const at = delivery.events.findIndex((event) => String(event.values.ReplayId) === current.checkpoint);
        const rest = delivery.events.slice(at + 1);
        if (at >= 0 && rest.length > 0)
            this.deliveries.unshift({ ...delivery, events: rest, retries: 0, due: this.#org.now() });
    }

    onEvent(listener: (event: DeliveredEvent) => void): () => void {
        this.#listeners.add(listener);
        return () => {
            this.#listeners.delete(listener);
        };
    }

    after(channel: string, replayId: number): DeliveredEvent[] {
        return this.#kept
            .filter(({ event }) => event.replayId > replayId && event.channel.toLowerCase() === channel.toLowerCase())
            .map(({ event }) => event);
    }
}

function isRetry(exception: ApexException): boolean {
    return exception.standardType === 'EventBus.RetryableException';
}
