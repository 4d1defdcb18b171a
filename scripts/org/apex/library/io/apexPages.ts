// System.ApexPages and ApexPages.Message: the messages of the page that the transaction is about.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_apexpages.htm
import { ApexList } from '../../runtime/collections.ts';
import { type ApexEnum, enumConstant } from '../../runtime/enums.ts';
import type { ApexException } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';
import { currentPage } from './pageReference.ts';

class PageMessage {
    static $native = 'ApexPages.Message';
    readonly severity: ApexEnum | null;
    readonly summary: string | null;
    readonly detail: string | null;
    readonly component: string | null;
    constructor(severity: ApexEnum | null, summary: string | null, detail: string | null, component: string | null) {
        this.severity = severity;
        this.summary = summary;
        this.detail = detail;
        this.component = component;
    }
    toString(): string {
        return `ApexPages.Message["${this.summary ?? ''}"]`;
    }
}

let page: { requestId: string; messages: PageMessage[] } = { requestId: '', messages: [] };

function messages(): PageMessage[] {
    const { requestId } = platform();
    if (page.requestId !== requestId) page = { requestId, messages: [] };
    return page.messages;
}

/** One message for each failed row of a DML statement, one for any other exception. */
function addMessages(error: ApexException): void {
    const texts = error.failures.length > 0 ? error.failures.map((failure) => failure.message) : [error.message];
    const severity = enumConstant('ApexPages.Severity', 'ERROR') ?? null;
    for (const text of texts) messages().push(new PageMessage(severity, text, text, null));
}

export const apexPages = nativeClass({
    name: 'System.ApexPages',
    statics: {
        'void addMessage(ApexPages.Message message)': (message: PageMessage | null) =>
            void messages().push(notNull(message)),
        'void addMessages(Exception error)': (error: ApexException | null) => addMessages(notNull(error)),
        'System.PageReference currentPage()': () => currentPage(),
        'List<ApexPages.Message> getMessages()': () => ApexList.of('ApexPages.Message', [...messages()]),
        'Boolean hasMessages()': () => messages().length > 0,
        'Boolean hasMessages(ApexPages.Severity severity)': (severity: ApexEnum | null) =>
            messages().some((message) => message.severity === severity)
    }
});

export const pageMessage = nativeClass({
    name: 'ApexPages.Message',
    constructors: {
        '(ApexPages.Severity severity, String summary)': (
            _type: unknown,
            severity: ApexEnum | null,
            summary: string | null
        ) => new PageMessage(severity, summary, summary, null),
        '(ApexPages.Severity severity, String summary, String detail)': (
            _type: unknown,
            severity: ApexEnum | null,
            summary: string | null,
            detail: string | null
        ) => new PageMessage(severity, summary, detail, null),
        '(ApexPages.Severity severity, String summary, String detail, String id)': (
            _type: unknown,
            severity: ApexEnum | null,
            summary: string | null,
            detail: string | null,
            id: string | null
        ) => new PageMessage(severity, summary, detail, id)
    },
    methods: {
        'String getComponentLabel()': (self: PageMessage) => self.component,
        'String getDetail()': (self: PageMessage) => self.detail,
        'ApexPages.Severity getSeverity()': (self: PageMessage) => self.severity,
        'String getSummary()': (self: PageMessage) => self.summary
    },
    isInstance: (value) => value instanceof PageMessage
});

export const severity = nativeClass({
    name: 'ApexPages.Severity',
    kind: 'enum',
    enumValues: ['CONFIRM', 'ERROR', 'FATAL', 'INFO', 'WARNING']
});
