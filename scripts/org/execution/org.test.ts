// The org at work: records, triggers and the order of execution. Each test holds one behaviour to the Apex Developer Guide:
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_transaction_control.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failsApex, field, number, object, orgWith, outcomes, runsApex, text } from './testing.ts';

const invoice = object(
    'Invoice__c',
    [
        number('Amount__c'),
        text('Status__c'),
        text('Key__c', '<externalId>true</externalId><unique>true</unique>'),
        field('Doubled__c', 'Number', '<precision>18</precision><scale>2</scale><formula>Amount__c * 2</formula>'),
        '<validationRules><fullName>Positive</fullName><active>true</active><errorConditionFormula>Amount__c &lt; 0</errorConditionFormula><errorDisplayField>Amount__c</errorDisplayField><errorMessage>Amount must be positive</errorMessage></validationRules>'
    ].join('')
);

test('a trigger changes the record before it is saved and finds its Id after', () => {
    runsApex(
        {
            ...invoice,
            'triggers/InvoiceTrigger.trigger': `trigger InvoiceTrigger on Invoice__c (before insert, after insert) {
                for (Invoice__c row : Trigger.new) {
                    if (Trigger.isBefore) { Assert.isNull(row.Id); row.Status__c = 'New'; }
                    else { Assert.isNotNull(row.Id); Assert.areEqual(row, Trigger.newMap.get(row.Id)); }
                }
            }`
        },
        `Invoice__c row = new Invoice__c(Name = 'A', Amount__c = 12.5);
         insert row;
         Invoice__c saved = [SELECT Name, Status__c, Amount__c, Doubled__c FROM Invoice__c WHERE Id = :row.Id];
         Assert.areEqual('New', saved.Status__c);
         Assert.areEqual(12.5, saved.Amount__c);
         Assert.areEqual(25, saved.Doubled__c);
         Assert.isNull(row.Status__c);`
    );
});

test('a record in an after trigger is read-only', () => {
    runsApex(
        {
            ...invoice,
            'triggers/T.trigger': `trigger T on Invoice__c (after insert) { Trigger.new[0].Status__c = 'x'; }`
        },
        `try { insert new Invoice__c(Name = 'A'); Assert.fail(); }
         catch (DmlException e) { Assert.isTrue(e.getMessage().contains('System.FinalException: Record is read-only'), e.getMessage()); }`
    );
});

test('a validation rule refuses the row with its message and field', () => {
    assert.equal(
        failsApex(invoice, `insert new Invoice__c(Name = 'A', Amount__c = -1);`),
        'System.DmlException: Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, Amount must be positive: [Amount__c]'
    );
});

test('a required field must have a value', () => {
    const files = object('Thing__c', text('Code__c', '<required>true</required>'));
    assert.equal(
        failsApex(files, `insert new Thing__c(Name = 'A');`),
        'System.DmlException: Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Code__c]: [Code__c]'
    );
});

test('without allOrNone the good rows are saved and the others tell why not', () => {
    runsApex(
        invoice,
        `List<Database.SaveResult> results = Database.insert(new List<Invoice__c>{ new Invoice__c(Name = 'A', Amount__c = 1), new Invoice__c(Name = 'B', Amount__c = -1) }, false);
         Assert.isTrue(results[0].isSuccess());
         Assert.isFalse(results[1].isSuccess());
         Assert.areEqual(StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION, results[1].getErrors()[0].getStatusCode());
         Assert.areEqual(new List<String>{ 'Amount__c' }, results[1].getErrors()[0].getFields());
         Assert.areEqual(1, [SELECT COUNT() FROM Invoice__c]);`
    );
});

test('with allOrNone one bad row undoes them all', () => {
    runsApex(
        invoice,
        `try { insert new List<Invoice__c>{ new Invoice__c(Name = 'A'), new Invoice__c(Name = 'B', Amount__c = -1) }; Assert.fail(); }
         catch (DmlException e) {
            Assert.areEqual(1, e.getNumDml());
            Assert.areEqual(1, e.getDmlIndex(0));
            Assert.areEqual('Amount must be positive', e.getDmlMessage(0));
            Assert.areEqual(StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION, e.getDmlType(0));
         }
         Assert.areEqual(0, [SELECT COUNT() FROM Invoice__c]);`
    );
});

test('addError keeps the row from being saved', () => {
    assert.equal(
        failsApex(
            {
                ...invoice,
                'triggers/T.trigger': `trigger T on Invoice__c (before insert) { Trigger.new[0].addError('Not today'); }`
            },
            `insert new Invoice__c(Name = 'A');`
        ),
        'System.DmlException: Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, Not today: []'
    );
});

test('a rollback undoes the database and leaves variables as they are', () => {
    runsApex(
        invoice,
        `Savepoint before = Database.setSavepoint();
         Invoice__c row = new Invoice__c(Name = 'A');
         insert row;
         Database.rollback(before);
         Assert.areEqual(0, [SELECT COUNT() FROM Invoice__c]);
         Assert.isNotNull(row.Id);`
    );
});

test('upsert finds the record by its external id', () => {
    runsApex(
        invoice,
        `insert new Invoice__c(Name = 'A', Key__c = 'K1', Amount__c = 1);
         Invoice__c again = new Invoice__c(Key__c = 'K1', Amount__c = 2);
         Invoice__c other = new Invoice__c(Key__c = 'K2', Amount__c = 3);
         List<Database.UpsertResult> results = Database.upsert(new List<Invoice__c>{ again, other }, Invoice__c.Key__c);
         Assert.isFalse(results[0].isCreated());
         Assert.isTrue(results[1].isCreated());
         Assert.areEqual(2, [SELECT Amount__c FROM Invoice__c WHERE Key__c = 'k1'].Amount__c);`
    );
});

test('triggers run on chunks of 200 rows that share their static variables', () => {
    runsApex(
        {
            ...invoice,
            'classes/Count.cls': 'public class Count { public static List<Integer> sizes = new List<Integer>(); }',
            'triggers/T.trigger': 'trigger T on Invoice__c (before insert) { Count.sizes.add(Trigger.size); }'
        },
        `List<Invoice__c> rows = new List<Invoice__c>();
         for (Integer i = 0; i < 450; i++) rows.add(new Invoice__c(Name = 'R' + i));
         insert rows;
         Assert.areEqual(new List<Integer>{ 200, 200, 50 }, Count.sizes);
         Assert.areEqual(1, Limits.getDmlStatements());
         Assert.areEqual(450, Limits.getDmlRows());`
    );
});

test('the 101st query ends the transaction, and cannot be caught', () => {
    assert.equal(
        failsApex(
            invoice,
            `try { for (Integer i = 0; i < 101; i++) { List<Invoice__c> rows = [SELECT Id FROM Invoice__c]; } } catch (Exception e) { Assert.fail('caught'); }`
        ),
        'System.LimitException: Too many SOQL queries: 101'
    );
});

test('Test.startTest gives fresh limits and stopTest the old ones back', () => {
    runsApex(
        invoice,
        `for (Integer i = 0; i < 3; i++) { List<Invoice__c> rows = [SELECT Id FROM Invoice__c]; }
         Assert.areEqual(3, Limits.getQueries());
         Test.startTest();
         Assert.areEqual(0, Limits.getQueries());
         Assert.areEqual(100, Limits.getLimitQueries());
         Test.stopTest();
         Assert.areEqual(3, Limits.getQueries());`
    );
});

test('details go with their master, and come back with it', () => {
    const parent = object(
        'Parent__c',
        field(
            'Total__c',
            'Summary',
            '<summarizedField>Child__c.Amount__c</summarizedField><summaryForeignKey>Child__c.Parent__c</summaryForeignKey><summaryOperation>sum</summaryOperation>'
        )
    );
    const child = object(
        'Child__c',
        number('Amount__c') +
            field(
                'Parent__c',
                'MasterDetail',
                '<referenceTo>Parent__c</referenceTo><relationshipName>Children</relationshipName><relationshipLabel>Children</relationshipLabel><relationshipOrder>0</relationshipOrder>'
            )
    );
    runsApex(
        { ...parent, ...child },
        `Parent__c parent = new Parent__c(Name = 'P');
         insert parent;
         insert new List<Child__c>{ new Child__c(Name = 'A', Amount__c = 2, Parent__c = parent.Id), new Child__c(Name = 'B', Amount__c = 3, Parent__c = parent.Id) };
         Assert.areEqual(5, [SELECT Total__c FROM Parent__c].Total__c);
         delete [SELECT Id FROM Child__c WHERE Name = 'A'];
         Assert.areEqual(3, [SELECT Total__c FROM Parent__c].Total__c);
         delete parent;
         Assert.areEqual(0, [SELECT COUNT() FROM Child__c]);
         undelete parent;
         Assert.areEqual('B', [SELECT Name FROM Child__c].Name);
         Parent__c again = [SELECT Id, (SELECT Name FROM Children__r) FROM Parent__c];
         Assert.areEqual(1, again.Children__r.size());`
    );
});

test('a field that was not queried cannot be read', () => {
    assert.equal(
        failsApex(
            invoice,
            `insert new Invoice__c(Name = 'A'); Invoice__c row = [SELECT Id FROM Invoice__c]; String name = row.Name;`
        ),
        'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Invoice__c.Name'
    );
});

test('a dynamic query binds the variables of the code that calls', () => {
    runsApex(
        invoice,
        `insert new List<Invoice__c>{ new Invoice__c(Name = 'A'), new Invoice__c(Name = 'B') };
         String wanted = 'B';
         List<Invoice__c> rows = Database.query('SELECT Name FROM Invoice__c WHERE Name = :wanted');
         Assert.areEqual('B', rows[0].Name);
         Assert.areEqual(1, Database.countQuery('SELECT COUNT() FROM Invoice__c WHERE Name = :wanted'));
         Map<String, Object> binds = new Map<String, Object>{ 'name' => 'A' };
         Assert.areEqual(1, Database.queryWithBinds('SELECT Id FROM Invoice__c WHERE Name = :name', binds, AccessLevel.USER_MODE).size());
         try { Database.query('SELECT Id FROM Invoice__c WHERE Name = :missing'); Assert.fail(); }
         catch (QueryException e) { Assert.areEqual('Variable does not exist: missing', e.getMessage()); }`
    );
});

test('records of @TestSetup are there for each method, and what a method does is undone', () => {
    const org = orgWith({
        ...invoice,
        'classes/Two.cls': `@IsTest private class Two {
            @TestSetup static void make() { insert new Invoice__c(Name = 'S'); }
            @IsTest static void one() { Assert.areEqual(1, [SELECT COUNT() FROM Invoice__c]); insert new Invoice__c(Name = 'T'); }
            @IsTest static void two() { Assert.areEqual(1, [SELECT COUNT() FROM Invoice__c]); insert new Invoice__c(Name = 'T'); }
        }`
    });
    assert.deepEqual(outcomes(org), { one: 'passed', two: 'passed' });
    org.close();
});
