// Outbound e-mail: Messaging.sendEmail and its messages. The local org delivers to nobody; it checks what Salesforce checks before
// it sends, and counts the invocation.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_email_outbound_messaging.htm
import { ApexList } from '../../runtime/collections.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { type DmlFailure, throwApex, throwDml, unsupported } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { type NativeClass, nativeClass } from '../native.ts';
import type { Bean } from './bean.ts';
import { beanClass, beanSubclass, notNull } from './bean.ts';

const email = beanClass(
    'Messaging.Email',
    [
        'Boolean bccSender',
        'String emailPriority',
        'String replyTo',
        'Boolean saveAsActivity',
        'String senderDisplayName',
        'String subject',
        'Boolean useSignature'
    ],
    { constructors: {} },
    true
);

const DEFAULTS: Readonly<Record<string, boolean>> = { bccSender: false, saveAsActivity: true, useSignature: true };
const start = (bean: Bean): void => {
    for (const [name, value] of Object.entries(DEFAULTS)) bean.write(name, value);
};

const singleEmailMessage = beanSubclass(
    'Messaging.SingleEmailMessage',
    email,
    [
        'List<String> bccAddresses',
        'List<String> ccAddresses',
        'String charset',
        'List<String> entityAttachments',
        'List<Messaging.EmailFileAttachment> fileAttachments',
        'String htmlBody',
        'String inReplyTo',
        'String optOutPolicy',
        'Id orgWideEmailAddressId',
        'String plainTextBody',
        'String references',
        'Id targetObjectId',
        'Id templateId',
        'List<String> toAddresses',
        'Boolean treatBodiesAsTemplate',
        'Boolean treatTargetObjectAsRecipient',
        'Id whatId'
    ],
    {
        start,
        methods: {
            'Boolean isTreatBodiesAsTemplate()': (self: Bean) => self.read('treatBodiesAsTemplate') ?? false,
            'Boolean isTreatTargetObjectAsRecipient()': (self: Bean) =>
                self.read('treatTargetObjectAsRecipient') ?? true,
            'Boolean isUserMail()': (self: Bean) => String(self.read('targetObjectId') ?? '').startsWith('005'),
            'String getTemplateName()': () => null
        }
    },
    true
);

const massEmailMessage = beanSubclass(
    'Messaging.MassEmailMessage',
    email,
    ['String description', 'List<Id> targetObjectIds', 'Id templateId', 'List<Id> whatIds'],
    { start },
    true
);

const emailFileAttachment = beanClass(
    'Messaging.EmailFileAttachment',
    ['Blob body', 'String contentType', 'String fileName', 'Id id', 'Boolean inline'],
    {},
    true
);

class SendEmailResult {
    static $native = 'Messaging.SendEmailResult';
    readonly failure: DmlFailure | null;
    constructor(failure: DmlFailure | null) {
        this.failure = failure;
    }
}
class SendEmailError {
    static $native = 'Messaging.SendEmailError';
    readonly failure: DmlFailure;
    constructor(failure: DmlFailure) {
        this.failure = failure;
    }
}

const sendEmailResult = nativeClass({
    name: 'Messaging.SendEmailResult',
    methods: {
        'Boolean isSuccess()': (self: SendEmailResult) => self.failure === null,
        'List<Messaging.SendEmailError> getErrors()': (self: SendEmailResult) =>
            ApexList.of('Messaging.SendEmailError', self.failure ? [new SendEmailError(self.failure)] : [])
    },
    isInstance: (value) => value instanceof SendEmailResult
});

const sendEmailError = nativeClass({
    name: 'Messaging.SendEmailError',
    methods: {
        'List<String> getFields()': (self: SendEmailError) => ApexList.of('String', self.failure.fields),
        'String getMessage()': (self: SendEmailError) => self.failure.message,
        'System.StatusCode getStatusCode()': (self: SendEmailError) =>
            enumConstant('System.StatusCode', self.failure.code),
        'String getTargetObjectId()': (self: SendEmailError) => self.failure.id
    },
    isInstance: (value) => value instanceof SendEmailError
});

const addresses = (message: Bean): string[] =>
    ['toAddresses', 'ccAddresses', 'bccAddresses'].flatMap(
        (name) => (message.read(name) as ApexList<string> | null)?.items ?? []
    );

/** What Salesforce refuses to send. Addresses may be ids of people. */
function faultOf(message: Bean, index: number): DmlFailure | null {
    const fault = (code: string, text: string): DmlFailure => ({
        index,
        id: (message.read('targetObjectId') as string | null) ?? null,
        code,
        message: text,
        fields: []
    });
    if (message.className !== 'Messaging.SingleEmailMessage') return null;
    const all = addresses(message);
    if (all.length === 0 && message.read('targetObjectId') === null)
        return fault('REQUIRED_FIELD_MISSING', 'Add a recipient to send an email.');
    const wrong = all.find(
        (address) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) && !/^\w{15}(\w{3})?$/.test(address)
    );
    if (wrong !== undefined) return fault('INVALID_EMAIL_ADDRESS', `Email address is invalid: ${wrong}`);
    const hasBody = ['htmlBody', 'plainTextBody', 'templateId'].some((name) => message.read(name) !== null);
    return hasBody ? null : fault('REQUIRED_FIELD_MISSING', 'Missing body, need at least one of html or plainText');
}

function send(messages: ApexList<Bean> | null, allOrNothing: boolean | null): ApexList<SendEmailResult> {
    const list = notNull(messages).items;
    const faults = list.map(faultOf);
    const failures = faults.filter((fault) => fault !== null);
    const [first] = failures;
    if (first && allOrNothing !== false) {
        throwDml(
            `SendEmail failed. First exception on row ${String(first.index)}; first error: ${first.code}, ${first.message}: []`,
            failures,
            'System.EmailException'
        );
    }
    platform().sendEmail(
        list.filter((_, index) => faults[index] === null),
        allOrNothing !== false
    );
    return ApexList.of(
        'Messaging.SendEmailResult',
        faults.map((fault) => new SendEmailResult(fault))
    );
}

const customNotification = beanClass(
    'Messaging.CustomNotification',
    [
        'String notificationTypeId',
        'String title',
        'String body',
        'String targetId',
        'String targetPageRef',
        'String senderId'
    ],
    {
        methods: {
            'void send(Set<String> users)': (self: Bean) => {
                for (const name of ['notificationTypeId', 'title', 'body'])
                    if (!self.read(name)) throwApex('System.IllegalArgumentException', `${name} is required`);
            }
        }
    },
    true
);

const messaging = nativeClass({
    name: 'System.Messaging',
    statics: {
        'List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emailMessages)': (messages: ApexList<Bean>) =>
            send(messages, true),
        'List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emailMessages, Boolean allOrNothing)': send,
        'void reserveSingleEmailCapacity(Integer amountReserved)': () => undefined,
        'void reserveMassEmailCapacity(Integer amountReserved)': () => undefined,
        'Messaging.SingleEmailMessage renderStoredEmailTemplate(String templateId, String whoId, String whatId)': () =>
            unsupported('Messaging.renderStoredEmailTemplate'),
        'List<Messaging.SendEmailResult> sendEmailMessage(List<Id> emailMessageIds)': () =>
            unsupported('Messaging.sendEmailMessage'),
        'List<Messaging.SendEmailResult> sendEmailMessage(List<Id> emailMessageIds, Boolean allOrNothing)': () =>
            unsupported('Messaging.sendEmailMessage')
    }
});

export const messagingClasses: readonly NativeClass[] = [
    customNotification,
    email,
    emailFileAttachment,
    massEmailMessage,
    messaging,
    sendEmailError,
    sendEmailResult,
    singleEmailMessage
];
