// System.Http, HttpRequest, HttpResponse and the mocks of callouts.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_http.htm
import { Blob } from '../../../values/index.ts';
import { ApexList } from '../../runtime/collections.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import { invokeMethod } from '../../runtime/invoke.ts';
import { type HttpRequestData, platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';
import { DomDocument } from './dom.ts';
import { StreamReader } from './xmlStreamReader.ts';

const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'OPTIONS']);
const DEFAULT_TIMEOUT = 10_000;

/** Headers keep the spelling they were first set with; names ignore case. */
class Headers {
    readonly entries = new Map<string, [string, string]>();
    set(name: string, value: string): void {
        this.entries.set(name.toLowerCase(), [name, value]);
    }
    get(name: string): string | null {
        return this.entries.get(name.toLowerCase())?.[1] ?? null;
    }
    /** In alphabetical order, as the platform lists them (NebulaLogger, LogEntryEventBuilder_Tests). */
    get names(): string[] {
        return [...this.entries.values()]
            .map(([name]) => name)
            .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    }
}

class Request {
    static $native = 'System.HttpRequest';
    method: string | null = null;
    endpoint: string | null = null;
    body = new Blob(new Uint8Array());
    timeout = DEFAULT_TIMEOUT;
    compressed = false;
    certificate: string | null = null;
    readonly headers = new Headers();

    get data(): HttpRequestData {
        return {
            method: (this.method ?? 'GET').toUpperCase(),
            endpoint: this.endpoint ?? '',
            headers: Object.fromEntries(this.headers.entries.values()),
            body: this.body.bytes.length > 0 ? this.body.bytes : null,
            timeout: this.timeout,
            compressed: this.compressed,
            clientCertificateName: this.certificate
        };
    }
    toString(): string {
        return `System.HttpRequest[Endpoint=${String(this.endpoint)}, Method=${String(this.method)}]`;
    }
}

export class Response {
    static $native = 'System.HttpResponse';
    statusCode = 0;
    status: string | null = null;
    body = new Blob(new Uint8Array());
    readonly headers = new Headers();
    toString(): string {
        return `System.HttpResponse[Status=${String(this.status)}, StatusCode=${String(this.statusCode)}]`;
    }
}

function send(request: Request | null): Response {
    const sent = notNull(request);
    const mock = platform().mock('HttpCalloutMock');
    // A mock is handed the request as it is, even one without an address.
    if (!mock && !sent.endpoint) throwApex('System.CalloutException', 'null argument');
    if (!mock && !sent.method) throwApex('System.CalloutException', 'Method is not set');
    if (sent.method && !METHODS.has(sent.method.toUpperCase()))
        throwApex('System.CalloutException', `Invalid HTTP method: ${sent.method}`);
    if (mock) {
        platform().admitCallout(sent.data);
        return notNull(invokeMethod(mock, 'respond', [sent]) as Response | null);
    }
    const answer = platform().callout(sent.data);
    const response = new Response();
    response.statusCode = answer.statusCode;
    response.status = answer.status;
    response.body = new Blob(answer.body);
    for (const [name, value] of Object.entries(answer.headers)) response.headers.set(titled(name), value);
    return response;
}

/** Header names arrive in lower case and are shown as they are usually written. */
const titled = (name: string): string =>
    name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());

function setMethod(self: Request, method: string | null): void {
    // A method that HTTP does not know is refused when the request is sent.
    self.method = notNull(method);
}

export const http = nativeClass({
    name: 'System.Http',
    constructors: { '()': () => new Http() },
    methods: {
        'System.HttpResponse send(System.HttpRequest request)': (_self: Http, request: Request | null) => send(request),
        'String toString()': () => 'System.Http[]'
    },
    isInstance: (value) => value instanceof Http
});

class Http {
    static $native = 'System.Http';
}

const unreadable = (): never => throwApex('System.StringException', 'BLOB is not a valid UTF-8 string');

export const httpRequest = nativeClass({
    name: 'System.HttpRequest',
    constructors: { '()': () => new Request() },
    methods: {
        'String getBody()': (self: Request) => self.body.text() ?? unreadable(),
        'Blob getBodyAsBlob()': (self: Request) => self.body,
        'Dom.Document getBodyDocument()': (self: Request) => DomDocument.of(self.body.text() ?? unreadable()),
        'Boolean getCompressed()': (self: Request) => self.compressed,
        'String getEndpoint()': (self: Request) => self.endpoint,
        'String getHeader(String key)': (self: Request, name: string | null) => self.headers.get(notNull(name)),
        'String getMethod()': (self: Request) => self.method,
        'void setBody(String body)': (self: Request, text: string | null) => {
            self.body = Blob.of(notNull(text));
        },
        'void setBodyAsBlob(Blob body)': (self: Request, blob: Blob | null) => {
            self.body = notNull(blob);
        },
        'void setBodyDocument(Dom.Document document)': (self: Request, document: DomDocument | null) => {
            self.body = Blob.of(notNull(document).toXml());
        },
        'void setClientCertificate(String clientCert, String password)': () =>
            unsupported('HttpRequest.setClientCertificate'),
        'void setClientCertificateName(String certDevName)': (self: Request, name: string | null) => {
            self.certificate = name;
        },
        'void setCompressed(Boolean flag)': (self: Request, flag: boolean | null) => {
            self.compressed = flag === true;
        },
        'void setEndpoint(String endpoint)': (self: Request, endpoint: string | null) => {
            self.endpoint = notNull(endpoint);
        },
        'void setHeader(String key, String value)': (self: Request, name: string | null, value: string | null) => {
            self.headers.set(notNull(name), notNull(value));
        },
        'void setMethod(String method)': setMethod,
        'void setTimeout(Integer timeout)': (self: Request, timeout: number | null) => {
            self.timeout = notNull(timeout);
        },
        'String toString()': (self: Request) => self.toString()
    },
    isInstance: (value) => value instanceof Request
});

export const httpResponse = nativeClass({
    name: 'System.HttpResponse',
    constructors: { '()': () => new Response() },
    methods: {
        'String getBody()': (self: Response) => self.body.text() ?? unreadable(),
        'Blob getBodyAsBlob()': (self: Response) => self.body,
        'Dom.Document getBodyDocument()': (self: Response) => DomDocument.of(self.body.text() ?? unreadable()),
        'String getHeader(String key)': (self: Response, name: string | null) => self.headers.get(notNull(name)),
        'List<String> getHeaderKeys()': (self: Response) => ApexList.of('String', self.headers.names),
        'String getStatus()': (self: Response) => self.status,
        'Integer getStatusCode()': (self: Response) => self.statusCode,
        'System.XmlStreamReader getXmlStreamReader()': (self: Response) =>
            new StreamReader(self.body.text() ?? unreadable()),
        'void setBody(String body)': (self: Response, text: string | null) => {
            self.body = Blob.of(notNull(text));
        },
        'void setBodyAsBlob(Blob body)': (self: Response, blob: Blob | null) => {
            self.body = notNull(blob);
        },
        'void setHeader(String key, String value)': (self: Response, name: string | null, value: string | null) => {
            self.headers.set(notNull(name), value ?? '');
        },
        'void setStatus(String status)': (self: Response, status: string | null) => {
            self.status = status;
        },
        'void setStatusCode(Integer statusCode)': (self: Response, code: number | null) => {
            self.statusCode = notNull(code);
        },
        'String toString()': (self: Response) => self.toString()
    },
    isInstance: (value) => value instanceof Response
});

export const httpCalloutMock = nativeClass({
    name: 'System.HttpCalloutMock',
    kind: 'interface',
    methods: { 'System.HttpResponse respond(System.HttpRequest request)': () => null }
});
