// System.Request: the present request.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Request.htm
import { enumConstant } from '../../runtime/enums.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';

class Request {
    static $native = 'System.Request';
    readonly id: string;
    readonly quiddity: string;
    constructor(id: string, quiddity: string) {
        this.id = id;
        this.quiddity = quiddity;
    }
}

const QUIDDITIES: Readonly<Record<string, string>> = {
    Anonymous: 'ANONYMOUS',
    Api: 'SYNCHRONOUS',
    Aura: 'AURA',
    Batch: 'BATCH_APEX',
    Finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
    Future: 'FUTURE',
    Queueable: 'QUEUEABLE',
    Rest: 'REST',
    Scheduled: 'SCHEDULED',
    Test: 'RUNTEST_SYNC',
    Trigger: 'PLATFORM_EVENT_PUBLISH_CALLBACK'
};

export const request = nativeClass({
    name: 'System.Request',
    statics: {
        'System.Request getCurrent()': () =>
            new Request(platform().requestId, QUIDDITIES[platform().requestKind] ?? 'UNDEFINED')
    },
    methods: {
        'System.Quiddity getQuiddity()': (self: Request) => enumConstant('System.Quiddity', self.quiddity) ?? null,
        'String getRequestId()': (self: Request) => self.id
    }
});

export const quiddity = nativeClass({
    name: 'System.Quiddity',
    kind: 'enum',
    enumValues: [
        'ANONYMOUS',
        'AURA',
        'BATCH_ACS',
        'BATCH_APEX',
        'BATCH_CHUNK_PARALLEL',
        'BATCH_CHUNK_SERIAL',
        'BULK_API',
        'COMMERCE_INTEGRATION',
        'DISCOVERABLE_LOGIN',
        'EXTERNAL_SERVICE_CALLBACK',
        'FUNCTION_CALLBACK',
        'FUTURE',
        'INBOUND_EMAIL_SERVICE',
        'INVOCABLE_ACTION',
        'IOT',
        'PLATFORM_EVENT_PUBLISH_CALLBACK',
        'POST_INSTALL_SCRIPT',
        'QUEUEABLE',
        'QUICK_ACTION',
        'REMOTE_ACTION',
        'REST',
        'RUNTEST_ASYNC',
        'RUNTEST_DEPLOY',
        'RUNTEST_SYNC',
        'SCHEDULED',
        'SOAP',
        'SYNCHRONOUS',
        'TRANSACTION_FINALIZER_QUEUEABLE',
        'UNDEFINED',
        'VF'
    ]
});
