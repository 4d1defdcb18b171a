// Users, access and the outside.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_tools_runas.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_enforce_usermode.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_mix_sobjects.htm
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failsApex, number, object, orgWith, runsApex, text } from './testing.ts';

const invoice = object('Invoice__c', number('Amount__c') + text('Status__c'));

const aUser = `User someone = new User(Alias = 'some', Email = 'some@example.com', EmailEncodingKey = 'UTF-8', LastName = 'One', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'America/Los_Angeles',
    ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, Username = 'someone@example.com.probe');`;

test('System.runAs makes another user the running one for its block', () => {
    runsApex(
        {},
        `${aUser} System.runAs(someone) { Assert.areEqual('someone@example.com.probe', UserInfo.getUserName()); Assert.areEqual(someone.Id, UserInfo.getUserId()); } Assert.areNotEqual(someone.Id, UserInfo.getUserId());`
    );
});

test('setup objects and others cannot be written in one transaction', () => {
    assert.equal(
        failsApex({}, `insert new Account(Name = 'A'); insert new PermissionSet(Label = 'P', Name = 'P');`),
        'System.DmlException: Insert failed. First exception on row 0; first error: MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): PermissionSet, original object: Account: []'
    );
});

test('a group can be inserted and updated with other records', () => {
    runsApex(
        {},
        `insert new Account(Name = 'A'); Group g = new Group(Name = 'G', DeveloperName = 'G', Type = 'Regular'); insert g; g.Name = 'H'; update g;`
    );
});

test('a user without a role can be inserted with other records', () => {
    runsApex({}, `insert new Account(Name = 'A'); ${aUser} insert someone; Assert.isNotNull(someone.Id);`);
});

test('without permission the object is closed in user mode and open in system mode', () => {
    runsApex(
        invoice,
        `${aUser}
         System.runAs(someone) {
            try { List<Invoice__c> rows = [SELECT Id FROM Invoice__c WITH USER_MODE]; Assert.fail(); } catch (QueryException e) { Assert.isTrue(e.getMessage().contains('Invoice__c'), e.getMessage()); }
            Assert.areEqual(0, [SELECT Id FROM Invoice__c WITH SYSTEM_MODE].size());
            try { insert as user new Invoice__c(Name = 'A'); Assert.fail(); } catch (SecurityException e) { Assert.areEqual('Access to entity \\'Invoice__c\\' denied', e.getMessage()); }
            insert as system new Invoice__c(Name = 'A');
         }`
    );
});

test('stripInaccessible leaves out what the user may not see', () => {
    const set = `<?xml version="1.0" encoding="UTF-8"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
        <fieldPermissions><editable>true</editable><field>Invoice__c.Amount__c</field><readable>true</readable></fieldPermissions>
        <hasActivationRequired>false</hasActivationRequired><label>Reader</label>
        <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Invoice__c</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>`;
    runsApex(
        { ...invoice, 'permissionsets/Reader.permissionset': set },
        `${aUser}
         insert someone;
         insert new PermissionSetAssignment(AssigneeId = someone.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Reader'].Id);
         System.runAs(someone) {
            SObjectAccessDecision decision = Security.stripInaccessible(AccessType.CREATABLE, new List<Invoice__c>{ new Invoice__c(Name = 'A', Amount__c = 1, Status__c = 'x') });
            Assert.areEqual(new Set<String>{ 'Status__c' }, decision.getRemovedFields().get('Invoice__c'));
            Assert.isTrue(decision.getModifiedIndexes().contains(0));
            insert decision.getRecords();
            Assert.areEqual(1, [SELECT Amount__c FROM Invoice__c WITH USER_MODE].Amount__c);
            Assert.isTrue(Schema.SObjectType.Invoice__c.fields.Amount__c.isAccessible());
            Assert.isFalse(Schema.SObjectType.Invoice__c.fields.Status__c.isAccessible());
         }`
    );
});

test('a callout needs a mock in a test', () => {
    assert.equal(
        failsApex(
            {},
            `HttpRequest request = new HttpRequest(); request.setEndpoint('https://example.com'); request.setMethod('GET'); new Http().send(request);`
        ),
        'System.TypeException: Methods defined as TestMethod do not support Web service callouts'
    );
});

const mock = {
    'classes/Answer.cls': `@IsTest public class Answer implements HttpCalloutMock { public HttpResponse respond(HttpRequest request) { HttpResponse response = new HttpResponse(); response.setStatusCode(201); response.setBody(request.getMethod() + ' ' + request.getEndpoint()); return response; } }`
};

test('a mock answers a callout', () => {
    runsApex(
        mock,
        `Test.setMock(HttpCalloutMock.class, new Answer()); HttpRequest request = new HttpRequest(); request.setEndpoint('https://example.com/x'); request.setMethod('GET'); HttpResponse response = new Http().send(request); Assert.areEqual(201, response.getStatusCode()); Assert.areEqual('GET https://example.com/x', response.getBody()); Assert.areEqual(1, Limits.getCallouts());`
    );
});

test('a callout after uncommitted work is refused', () => {
    assert.equal(
        failsApex(
            { ...mock, ...invoice },
            `Test.setMock(HttpCalloutMock.class, new Answer()); insert new Invoice__c(Name = 'A'); HttpRequest request = new HttpRequest(); request.setEndpoint('https://example.com/x'); request.setMethod('GET'); new Http().send(request);`
        ),
        'System.CalloutException: You have uncommitted work pending. Please commit or rollback before calling out'
    );
});

test('a hierarchy setting gives the user value before the organization value', () => {
    const settings = object(
        'Options__c',
        `<customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility>${text('Color__c')}${text('Size__c')}`
    );
    runsApex(
        settings,
        `Assert.isNull(Options__c.getOrgDefaults().Id);
         insert new Options__c(SetupOwnerId = UserInfo.getOrganizationId(), Color__c = 'red', Size__c = 'big');
         insert new Options__c(SetupOwnerId = UserInfo.getUserId(), Color__c = 'blue');
         Assert.areEqual('blue', Options__c.getInstance().Color__c);
         Assert.areEqual('big', Options__c.getInstance().Size__c);
         Assert.areEqual('red', Options__c.getOrgDefaults().Color__c);
         Assert.areEqual(0, Limits.getQueries());`
    );
});

test('a hierarchy setting without an owner is the organization value', () => {
    const settings = object(
        'Options__c',
        `<customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility>${text('Color__c')}`
    );
    runsApex(
        settings,
        `Options__c options = Options__c.getInstance(); options.Color__c = 'red'; upsert options;
         Assert.areEqual('red', Options__c.getInstance().Color__c);
         Assert.areEqual(UserInfo.getOrganizationId(), Options__c.getOrgDefaults().SetupOwnerId);`
    );
});

test('a record that left the recycle bin is found among all rows but not undeleted', () => {
    runsApex(
        {},
        `Account a = new Account(Name = 'x'); insert a; delete a;
         Assert.isTrue(Database.emptyRecycleBin(a).isSuccess());
         Assert.isTrue([SELECT IsDeleted FROM Account WHERE Id = :a.Id ALL ROWS].IsDeleted);
         Assert.isFalse(Database.undelete(a, false).isSuccess());
         Assert.isFalse(Database.emptyRecycleBin(a).isSuccess());
         Assert.areEqual(5, Limits.getDmlStatements());`
    );
});

test('truncation is allowed by the options of a record', () => {
    runsApex(
        {},
        `Database.DMLOptions options = new Database.DMLOptions(); options.allowFieldTruncation = true;
         Account a = new Account(Name = 'x'.repeat(300)); a.setOptions(options); insert a;
         Assert.areEqual(255, [SELECT Name FROM Account WHERE Id = :a.Id].Name.length());`
    );
});

test('custom metadata is read by developer name and without a query', () => {
    const record = `<?xml version="1.0" encoding="UTF-8"?><CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>First</label><protected>false</protected><values><field>Text__c</field><value xsi:type="xsd:string">hello</value></values></CustomMetadata>`;
    runsApex(
        {
            ...object(
                'Rule__mdt',
                `<visibility>Public</visibility>${text('Text__c', '<fieldManageability>DeveloperControlled</fieldManageability>')}`
            ),
            'customMetadata/Rule.First.md': record
        },
        `Assert.areEqual('hello', Rule__mdt.getInstance('First').Text__c);
         Assert.areEqual(new Set<String>{ 'First' }, Rule__mdt.getAll().keySet());
         Assert.areEqual(0, Limits.getQueries());
         Assert.areEqual('First', [SELECT DeveloperName FROM Rule__mdt WHERE Text__c = 'hello'].DeveloperName);`
    );
});

test('Apex REST and Aura methods are called with JSON and answer in JSON', () => {
    const org = orgWith({
        'classes/Api.cls': `@RestResource(urlMapping='/hello/*') global class Api {
            @HttpGet global static String hello() { return 'Hello ' + RestContext.request.requestURI.substringAfterLast('/'); }
            @AuraEnabled public static Map<String, Object> add(Integer a, Integer b) { return new Map<String, Object>{ 'sum' => a + b }; }
        }`
    });
    const reply = org.apexRest({
        method: 'GET',
        path: '/hello/World',
        query: {},
        headers: {},
        body: new Uint8Array(),
        remoteAddress: '127.0.0.1'
    });
    assert.equal(reply.status, 200);
    assert.equal(Buffer.from(reply.body).toString(), '"Hello World"');
    assert.deepEqual(org.aura('Api', 'add', { a: 2, b: 3 }), { sum: 5 });
    org.close();
});
