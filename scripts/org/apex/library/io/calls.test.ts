// HTTP, REST contexts, e-mail and the cache, against the Apex Reference and the examples of the Apex Developer Guide.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptySchema, runApex } from '../../testing.ts';
import type { HttpRequestData, HttpResponseData, Platform } from '../../runtime/platform.ts';
import { ApexException } from '../../runtime/exceptions.ts';
import { nativeClasses } from '../index.ts';

let transactions = 0;

function outcome(body: string, more: Partial<Platform> = {}, classes: string[] = []): unknown {
    const mocks = new Map<string, object>();
    const platform: Partial<Platform> = {
        isTest: true,
        requestId: `C${String(transactions++)}`,
        mock: (name) => mocks.get(name) ?? null,
        setMock: (name, mock) => void mocks.set(name, mock),
        admitCallout: () => undefined,
        ...more
    };
    try {
        const result = runApex([...classes, `public class P { public static Object run() { ${body} } }`], null, {
            natives: nativeClasses,
            schema: emptySchema,
            platform
        });
        assert.deepEqual(
            result.diagnostics.map((one) => one.message),
            []
        );
        return result.value;
    } catch (error) {
        if (error instanceof ApexException) return `${error.apexType}: ${error.message}`;
        throw error;
    }
}

// Apex Developer Guide, "Testing HTTP Callouts by Implementing the HttpCalloutMock Interface".
const MOCK = `@isTest public class Mock implements HttpCalloutMock { public HTTPResponse respond(HTTPRequest req) { HttpResponse res = new HttpResponse(); res.setHeader('Content-Type', 'application/json'); res.setBody('{"example":"' + req.getMethod() + '"}'); res.setStatusCode(200); return res; } }`;

test('a mock answers a callout', () => {
    const body =
        "Test.setMock(HttpCalloutMock.class, new Mock()); HttpRequest r = new HttpRequest(); r.setEndpoint('https://example.com/x'); r.setMethod('GET'); HttpResponse s = new Http().send(r); return s.getHeader('content-type') + s.getBody() + s.getStatusCode();";
    assert.equal(outcome(body, {}, [MOCK]), 'application/json{"example":"GET"}200');
});

test('a callout carries method, headers and body to the org', () => {
    const sent: HttpRequestData[] = [];
    const callout = (request: HttpRequestData): HttpResponseData => {
        sent.push(request);
        return { statusCode: 201, status: 'Created', headers: { 'x-one': '1' }, body: Buffer.from('done') };
    };
    const body =
        "HttpRequest r = new HttpRequest(); r.setEndpoint('callout:Grid/v1'); r.setMethod('post'); r.setHeader('Accept', 'a/b'); r.setBody('é'); r.setTimeout(2000); HttpResponse s = new Http().send(r); return s.getStatus() + s.getStatusCode() + s.getHeader('X-One') + s.getBody();";
    assert.equal(outcome(body, { callout }), 'Created2011done');
    assert.deepEqual(
        sent.map((one) => [
            one.method,
            one.endpoint,
            one.headers,
            Buffer.from(one.body ?? []).toString('hex'),
            one.timeout
        ]),
        [['POST', 'callout:Grid/v1', { Accept: 'a/b' }, 'c3a9', 2000]]
    );
});

test('a static resource answers a callout', () => {
    const body =
        "StaticResourceCalloutMock m = new StaticResourceCalloutMock(); m.setStaticResource('mockResponse'); m.setStatusCode(200); Test.setMock(HttpCalloutMock.class, m); HttpRequest r = new HttpRequest(); r.setEndpoint('https://example.com'); r.setMethod('GET'); return new Http().send(r).getBody();";
    assert.equal(
        outcome(body, {
            staticResource: (name) => (name === 'mockResponse' ? Buffer.from('{"hah":"fooled you"}') : undefined)
        }),
        '{"hah":"fooled you"}'
    );
});

test('each endpoint has its own static resource', () => {
    const body =
        "MultiStaticResourceCalloutMock m = new MultiStaticResourceCalloutMock(); m.setStaticResource('https://example.com/a', 'one'); m.setStaticResource('https://example.com/b', 'two'); m.setStatusCode(200); Test.setMock(HttpCalloutMock.class, m); String all = ''; for (String name : new List<String>{ 'b', 'a' }) { HttpRequest r = new HttpRequest(); r.setEndpoint('https://example.com/' + name); r.setMethod('GET'); all += new Http().send(r).getBody(); } return all;";
    assert.equal(outcome(body, { staticResource: (name) => Buffer.from(name) }), 'twoone');
});

test('a static resource that there is not answers nothing', () => {
    const body =
        "StaticResourceCalloutMock m = new StaticResourceCalloutMock(); m.setStaticResource('None'); Test.setMock(HttpCalloutMock.class, m); HttpRequest r = new HttpRequest(); r.setEndpoint('https://example.com/'); r.setMethod('GET'); return new Http().send(r).getBody();";
    assert.equal(
        outcome(body, { staticResource: () => undefined }),
        'System.CalloutException: Static resource not found: None'
    );
});

test('an XML body is a document', () => {
    const body =
        "HttpResponse s = new HttpResponse(); s.setBody('<a><b>x</b></a>'); HttpRequest r = new HttpRequest(); r.setBodyDocument(s.getBodyDocument()); return s.getBodyDocument().getRootElement().getChildElement('b', null).getText() + r.getBody();";
    assert.equal(outcome(body), 'x<?xml version="1.0" encoding="UTF-8"?><a><b>x</b></a>');
});

test('a request without method or endpoint is not sent', () => {
    assert.match(String(outcome('new Http().send(new HttpRequest()); return 1;')), /^System\.CalloutException: /);
});

test('a REST context is empty until it is set', () => {
    assert.equal(outcome('return RestContext.request;'), null);
    assert.equal(
        outcome(
            "RestContext.request = new RestRequest(); RestContext.request.addParameter('a', 'b'); RestContext.request.requestURI = '/x'; RestContext.response = new RestResponse(); RestContext.response.addHeader('c', 'd'); return RestContext.request.params.get('a') + RestContext.request.requestURI + RestContext.response.headers.get('c');"
        ),
        'b/xd'
    );
});

test('an e-mail without recipients is refused', () => {
    assert.match(
        String(
            outcome(
                "Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage(); m.setSubject('s'); m.setPlainTextBody('b'); Messaging.sendEmail(new List<Messaging.Email>{ m }); return 1;"
            )
        ),
        /^System\.EmailException: SendEmail failed\. First exception on row 0; first error: /
    );
});

test('without allOrNothing an e-mail that is refused is told by its result', () => {
    const sent: object[] = [];
    const body =
        "Messaging.SingleEmailMessage good = new Messaging.SingleEmailMessage(); good.setToAddresses(new List<String>{ 'a@example.com' }); good.setPlainTextBody('x'); Messaging.SingleEmailMessage bad = new Messaging.SingleEmailMessage(); bad.setToAddresses(new List<String>{ 'nobody' }); bad.setPlainTextBody('x'); List<Messaging.SendEmailResult> all = Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ good, bad }, false); return '' + all[0].isSuccess() + all[1].isSuccess() + all[1].getErrors()[0].getStatusCode();";
    assert.equal(
        outcome(body, {
            sendEmail: (messages) => {
                sent.push(...messages);
                return [];
            }
        }),
        'truefalseINVALID_EMAIL_ADDRESS'
    );
    assert.equal(sent.length, 1);
});

test('an e-mail goes to the org', () => {
    const sent: object[] = [];
    const sendEmail = (messages: object[]): { success: boolean; errors: [] }[] => {
        sent.push(...messages);
        return messages.map(() => ({ success: true, errors: [] }));
    };
    assert.equal(
        outcome(
            "Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage(); m.setToAddresses(new List<String>{ 'a@example.com' }); m.setSubject('s'); m.setPlainTextBody('b'); return Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ m })[0].isSuccess();",
            { sendEmail }
        ),
        true
    );
    assert.equal(sent.length, 1);
});

test('the cache of the org keeps what it is given', () => {
    assert.equal(
        outcome(
            "Cache.Org.put('a', 5); return '' + Cache.Org.contains('a') + Cache.Org.get('a') + Cache.Org.remove('a') + Cache.Org.get('a');"
        ),
        'true5truenull'
    );
});

test('a builder fills the cache once', () => {
    const builder =
        'public class Maker implements Cache.CacheBuilder { public static Integer calls = 0; public Object doLoad(String key) { calls++; return key + calls; } }';
    assert.equal(
        outcome(
            "String a = (String) Cache.Org.get(Maker.class, 'k'); String b = (String) Cache.Org.get(Maker.class, 'k'); return a + b + Maker.calls;",
            {},
            [builder]
        ),
        'k1k11'
    );
});
