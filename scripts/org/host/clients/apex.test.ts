// Apex over the APIs: anonymous blocks, resources of the org's own, and tests as apex-node runs them.
// https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources.htm
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ServedOrg } from './testing.ts';
import { serveOrg } from './testing.ts';

const V = '/services/data/v67.0';
let org: ServedOrg;

before(async () => {
    org = await serveOrg();
});
after(() => org.close());

void test('anonymous Apex runs and keeps what it saved', async () => {
    const result = await org.connection.tooling.executeAnonymous("insert new Account(Name = 'Anonymous');");
    assert.equal(result.compiled, true);
    assert.equal(result.success, true);
    assert.equal(result.line, -1);
    assert.equal((await org.connection.query("SELECT Id FROM Account WHERE Name = 'Anonymous'")).totalSize, 1);
});

void test('anonymous Apex that does not compile says where', async () => {
    const result = await org.connection.tooling.executeAnonymous('Integer a = 1;\nInteger b = nope;');
    assert.equal(result.compiled, false);
    assert.equal(result.success, false);
    assert.equal(result.compileProblem, 'Variable does not exist: nope');
    assert.equal(result.line, 2);
});

void test('an exception of anonymous Apex comes with its type and stack', async () => {
    const result = await org.connection.tooling.executeAnonymous('Integer a = 1 / 0;');
    assert.equal(result.compiled, true);
    assert.equal(result.success, false);
    assert.equal(result.exceptionMessage, 'System.MathException: Divide by 0');
    assert.match(result.exceptionStackTrace ?? '', /^AnonymousBlock: line 1, column \d+/);
});

void test('SOAP executeAnonymous brings the debug log', async () => {
    const envelope = `<?xml version="1.0"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header><cmd:SessionHeader xmlns:cmd="http://soap.sforce.com/2006/08/apex"><cmd:sessionId>${org.server.org.adminToken}</cmd:sessionId></cmd:SessionHeader></env:Header><env:Body><executeAnonymous xmlns="http://soap.sforce.com/2006/08/apex"><apexcode>System.debug(&apos;1 &lt; 2&apos;);</apexcode></executeAnonymous></env:Body></env:Envelope>`;
    const response = await fetch(`${org.server.url}/services/Soap/s/67.0/00D000000000001`, {
        method: 'POST',
        body: envelope,
        headers: { 'content-type': 'text/xml', soapaction: 'executeAnonymous' }
    });
    const text = await response.text();
    assert.equal(response.status, 200);
    assert.match(text, /<soapenv:Header><DebuggingInfo><debugLog>/);
    assert.match(text, /USER_DEBUG\|\[1\]\|DEBUG\|1 &lt; 2/);
    assert.match(text, /<success>true<\/success>/);
});

void test('a resource written in Apex answers GET and POST', async () => {
    assert.equal(await org.connection.apex.get('/shipments/X-1'), 'code X-1');
    const id = await org.connection.apex.post<string>('/shipments/', { code: 'X-2', weight: 4.5 });
    const rows = await org.connection.query<{ Weight__c: number }>(
        `SELECT Weight__c FROM Shipment__c WHERE Id = '${id}'`
    );
    assert.equal(rows.records[0]?.Weight__c, 4.5);
});

void test('a resource that there is not is not found', async () => {
    const answer = await org.send('GET', '/services/apexrest/nothing');
    assert.equal(answer.status, 404);
    assert.deepEqual(answer.body, [{ errorCode: 'NOT_FOUND', message: 'Could not find a match for URL' }]);
});

void test('tests run at once and report each method', async () => {
    const answer = await org.send('POST', `${V}/tooling/runTestsSynchronous`, {
        tests: [{ className: 'ShipmentServiceTest' }]
    });
    const run = answer.body as {
        numTestsRun: number;
        numFailures: number;
        failures: { methodName: string; message: string; stackTrace: string }[];
        successes: { methodName: string; name: string }[];
    };
    assert.equal(run.numTestsRun, 2);
    assert.equal(run.numFailures, 1);
    assert.deepEqual(
        run.successes.map((one) => `${one.name}.${one.methodName}`),
        ['ShipmentServiceTest.doubles']
    );
    assert.equal(run.failures[0]?.methodName, 'failsOnPurpose');
    assert.equal(run.failures[0].message, 'System.AssertException: Assertion Failed: doubled: Expected: 5, Actual: 4');
    assert.match(run.failures[0].stackTrace, /^Class\.ShipmentServiceTest\.failsOnPurpose: line 9, column 1/);
});

void test('tests run asynchronously are polled through the ApexTest objects', async () => {
    const id = await org.connection.tooling.request<string>({
        method: 'POST',
        url: `${V}/tooling/runTestsAsynchronous`,
        body: JSON.stringify({ tests: [{ className: 'ShipmentServiceTest' }], testLevel: 'RunSpecifiedTests' }),
        headers: { 'content-type': 'application/json' }
    });
    assert.match(id, /^707\w{15}$/);
    const tooling = org.connection.tooling;
    const summary = await tooling.query<{ Status: string; ClassesCompleted: number; MethodsEnqueued: number }>(
        `SELECT AsyncApexJobId, Status, ClassesCompleted, ClassesEnqueued, MethodsEnqueued, StartTime, EndTime, TestTime, TestSetupTime, UserId FROM ApexTestRunResult WHERE AsyncApexJobId = '${id}'`
    );
    assert.equal(summary.records[0]?.Status, 'Failed');
    assert.equal(summary.records[0].ClassesCompleted, 1);
    assert.equal(summary.records[0].MethodsEnqueued, 2);
    const items = await tooling.query<{ Id: string; Status: string }>(
        `SELECT Id, Status, ApexClassId, TestRunResultId, ParentJobId FROM ApexTestQueueItem WHERE ParentJobId = '${id}'`
    );
    assert.deepEqual(
        items.records.map((item) => item.Status),
        ['Completed']
    );
    const results = await tooling.query<{ MethodName: string; Outcome: string; ApexClass: { Name: string } }>(
        `SELECT Id, QueueItemId, StackTrace, Message, RunTime, TestTimestamp, AsyncApexJobId, MethodName, Outcome, ApexLogId, IsTestSetup, ApexClass.Id, ApexClass.Name, ApexClass.NamespacePrefix FROM ApexTestResult WHERE QueueItemId IN ('${items.records[0]?.Id ?? ''}')`
    );
    assert.deepEqual(
        results.records.map((row) => [row.ApexClass.Name, row.MethodName, row.Outcome]),
        [
            ['ShipmentServiceTest', 'doubles', 'Pass'],
            ['ShipmentServiceTest', 'failsOnPurpose', 'Fail']
        ]
    );
});
