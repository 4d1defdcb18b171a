// Inbound e-mail as an Apex e-mail service gets it.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_email_inbound_inbound.htm
import type { NativeClass } from '../native.ts';
import { nativeClass } from '../native.ts';
import { beanClass } from './bean.ts';

export const inboundEmailClasses: readonly NativeClass[] = [
    beanClass('Messaging.InboundEmail', [
        'List<Messaging.InboundEmail.BinaryAttachment> binaryAttachments',
        'List<String> ccAddresses',
        'String fromAddress',
        'String fromName',
        'List<Messaging.InboundEmail.Header> headers',
        'String htmlBody',
        'Boolean htmlBodyIsTruncated',
        'String inReplyTo',
        'String messageId',
        'String plainTextBody',
        'Boolean plainTextBodyIsTruncated',
        'List<String> references',
        'String replyTo',
        'String subject',
        'List<Messaging.InboundEmail.TextAttachment> textAttachments',
        'List<String> toAddresses'
    ]),
    beanClass('Messaging.InboundEmail.BinaryAttachment', [
        'Blob body',
        'String fileName',
        'List<Messaging.InboundEmail.Header> headers',
        'String mimeTypeSubType'
    ]),
    beanClass('Messaging.InboundEmail.Header', ['String name', 'String value']),
    beanClass('Messaging.InboundEmail.TextAttachment', [
        'String body',
        'Boolean bodyIsTruncated',
        'String charset',
        'String fileName',
        'List<Messaging.InboundEmail.Header> headers',
        'String mimeTypeSubType'
    ]),
    beanClass('Messaging.InboundEmailResult', ['String message', 'Boolean success'], {
        start: (bean) => {
            bean.write('success', true);
        }
    }),
    beanClass('Messaging.InboundEnvelope', ['String fromAddress', 'String toAddress']),
    nativeClass({
        name: 'Messaging.InboundEmailHandler',
        kind: 'interface',
        methods: {
            'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)':
                () => null
        }
    })
];
