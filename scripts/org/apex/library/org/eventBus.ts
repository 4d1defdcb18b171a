// System.EventBus and the EventBus namespace: publishing, what a trigger knows of its batch, and publish callbacks.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_eventbus.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_eventbus_TriggerContext.htm
import type { SObject } from '../../../values/index.ts';
import { ApexList } from '../../runtime/collections.ts';
import { ApexException, throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { callerInfo } from '../../runtime/statics.ts';
import { nativeClass, type NativeClass } from '../native.ts';
import { SaveResult } from './dmlResults.ts';

class TriggerContext {
    static $native = 'EventBus.TriggerContext';
}

/** What a callback is told: the ids of the events that were, or were not, published. */
export class PublishOutcome {
    static $native = 'EventBus.PublishOutcome';
    readonly uuids: string[];
    constructor(uuids: string[]) {
        this.uuids = uuids;
    }
}

function publish(events: SObject | ApexList<SObject> | null, callback: object | null = null): unknown {
    if (events === null) return throwApex('System.NullPointerException', 'Argument cannot be null.');
    const list = events instanceof ApexList ? events.items : [events];
    for (const event of list) refuseOthers(event);
    const results = platform()
        .publish(list, callerInfo(), callback)
        .map((result) => new SaveResult(result));
    return events instanceof ApexList ? ApexList.of('Database.SaveResult', results) : results[0];
}

function refuseOthers(event: SObject | null): void {
    if (event === null) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    if (event.describe.kind !== 'platformEvent') {
        throwApex('System.TypeException', `Unsupported SObject type for EventBus.publish: ${event.describe.name}`);
    }
}

export const eventBus = nativeClass({
    name: 'System.EventBus',
    statics: {
        'Database.SaveResult publish(SObject event)': publish,
        'List<Database.SaveResult> publish(List<SObject> events)': publish,
        'Database.SaveResult publish(SObject event, Object callback)': publish,
        'List<Database.SaveResult> publish(List<SObject> events, Object callback)': publish,
        'String getOperationId(Object result)': (result: unknown) =>
            result instanceof SaveResult && result.result.success ? result.result.id : null
    }
});

/** The running batch; outside an event trigger there is none. */
function delivery(): NonNullable<ReturnType<typeof platform>['delivery']> {
    return platform().delivery ?? { retries: 0, checkpoint: null, lastError: null };
}

export const triggerContext = nativeClass({
    name: 'EventBus.TriggerContext',
    statics: { 'EventBus.TriggerContext currentContext()': () => new TriggerContext() },
    properties: {
        'Integer retries': { get: () => delivery().retries },
        'String lastError': { get: () => delivery().lastError }
    },
    methods: {
        'String getResumeCheckpoint()': () => delivery().checkpoint,
        'void setResumeCheckpoint(String resumeReplayId)': (_: TriggerContext, replayId: string | null) => {
            const batch = platform().delivery;
            if (!batch) {
                throwApex(
                    'EventBus.InvalidReplayIdException',
                    'A resume checkpoint can be set only in a platform event trigger'
                );
            }
            batch.checkpoint = replayId;
        }
    },
    isInstance: (value) => value instanceof TriggerContext
});

/** Exceptions of the namespace, constructed as every exception is. */
function exceptionClass(name: string): NativeClass {
    const make = (message: string | null, cause: ApexException | null): ApexException =>
        new ApexException(name, message, cause);
    return nativeClass({
        name,
        superclass: 'System.Exception',
        virtual: true,
        constructors: {
            '()': () => make(null, null),
            '(String message)': (_: unknown, message: string | null) => make(message, null),
            '(Exception cause)': (_: unknown, cause: ApexException | null) => make(null, cause),
            '(String message, Exception cause)': (_: unknown, message: string | null, cause: ApexException | null) =>
                make(message, cause)
        },
        isInstance: (value) => value instanceof ApexException && value.standardType === name
    });
}

export const retryableException = exceptionClass('EventBus.RetryableException');
export const invalidReplayIdException = exceptionClass('EventBus.InvalidReplayIdException');

const uuids = { 'List<String> getEventUuids()': (self: PublishOutcome) => ApexList.of('String', self.uuids) };

export const failureResult = nativeClass({
    name: 'EventBus.FailureResult',
    kind: 'interface',
    methods: uuids,
    isInstance: (value) => value instanceof PublishOutcome
});

export const successResult = nativeClass({
    name: 'EventBus.SuccessResult',
    kind: 'interface',
    methods: uuids,
    isInstance: (value) => value instanceof PublishOutcome
});

/** The class of the value that callbacks get; code names it by the interfaces alone. */
export const publishOutcome = nativeClass({
    name: 'EventBus.PublishOutcome',
    interfaces: ['EventBus.FailureResult', 'EventBus.SuccessResult'],
    methods: uuids,
    isInstance: (value) => value instanceof PublishOutcome
});

export const publishFailureCallback = nativeClass({
    name: 'EventBus.EventPublishFailureCallback',
    kind: 'interface',
    methods: { 'void onFailure(EventBus.FailureResult result)': () => null }
});

export const publishSuccessCallback = nativeClass({
    name: 'EventBus.EventPublishSuccessCallback',
    kind: 'interface',
    methods: { 'void onSuccess(EventBus.SuccessResult result)': () => null }
});
