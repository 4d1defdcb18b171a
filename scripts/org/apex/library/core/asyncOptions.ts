// System.AsyncOptions and the signature that keeps a job from being enqueued twice.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AsyncOptions.htm
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import type { Platform } from '../../runtime/platform.ts';
import { platform } from '../../runtime/platform.ts';
import { apexToString } from '../../runtime/text.ts';
import { nativeClass } from '../native.ts';

export class Signature {
    static $native = 'System.QueueableDuplicateSignature';
    readonly text: string;
    constructor(text: string) {
        this.text = text;
    }
}

export class SignatureBuilder {
    static $native = 'System.QueueableDuplicateSignature.Builder';
    readonly parts: string[] = [];
}

export class AsyncOptions {
    static $native = 'System.AsyncOptions';
    /** Minutes, 0 to 10. */
    minimumDelay: number | null = null;
    maxDepth: number | null = null;
    signature: Signature | null = null;
}

function setDelay(self: AsyncOptions, minutes: number | null): void {
    if (minutes !== null && (minutes < 0 || minutes > 10)) {
        throwApex('System.AsyncException', 'Delay must be between 0 and 10 minutes.');
    }
    self.minimumDelay = minutes;
}

export const asyncOptions = nativeClass({
    name: 'System.AsyncOptions',
    constructors: { '()': () => new AsyncOptions() },
    properties: {
        'System.QueueableDuplicateSignature DuplicateSignature': {
            get: (self: AsyncOptions) => self.signature,
            set: (self: AsyncOptions, value: Signature | null) => {
                self.signature = value;
            }
        },
        'Integer MaximumQueueableStackDepth': {
            get: (self: AsyncOptions) => self.maxDepth,
            set: (self: AsyncOptions, value: number | null) => {
                self.maxDepth = value;
            }
        },
        'Integer MinimumQueueableDelayInMinutes': { get: (self: AsyncOptions) => self.minimumDelay, set: setDelay }
    }
});

const add = (self: SignatureBuilder, value: unknown): SignatureBuilder => {
    self.parts.push(apexToString(value));
    return self;
};

export const signatureBuilder = nativeClass({
    name: 'System.QueueableDuplicateSignature.Builder',
    constructors: { '()': () => new SignatureBuilder() },
    methods: {
        'System.QueueableDuplicateSignature.Builder addId(Id value)': add,
        'System.QueueableDuplicateSignature.Builder addInteger(Integer value)': add,
        'System.QueueableDuplicateSignature.Builder addString(String value)': add,
        'System.QueueableDuplicateSignature build()': (self: SignatureBuilder) =>
            new Signature(self.parts.join('\u0001'))
    }
});

export const duplicateSignature = nativeClass({
    name: 'System.QueueableDuplicateSignature',
    // Code writes it both as a constructor and as a method.
    statics: { 'System.QueueableDuplicateSignature.Builder Builder()': () => new SignatureBuilder() }
});

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AsyncInfo.htm */
const running = (): NonNullable<Platform['queueable']> =>
    platform().queueable ?? unsupported('System.AsyncInfo outside of a queueable job');

export const asyncInfo = nativeClass({
    name: 'System.AsyncInfo',
    statics: {
        'Integer getCurrentQueueableStackDepth()': () => running().depth,
        'Integer getMaximumQueueableStackDepth()': () => running().maxDepth,
        'Integer getMinimumQueueableDelayInMinutes()': () => running().delayMinutes,
        'Boolean hasMaxStackDepth()': () => (platform().queueable?.maxDepth ?? null) !== null
    }
});
