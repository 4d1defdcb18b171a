// Asynchronous Apex and platform events in the org.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_async_overview.htm
// https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_test_deliver.htm
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failsApex, object, orgWith, runsApex, text } from './testing.ts';

const note = object('Note__c', text('Text__c'));
const event = object(
    'Ping__e',
    `<eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>${text('Text__c')}`
);

test('a queueable runs at Test.stopTest, and what it enqueues after it', () => {
    runsApex(
        {
            ...note,
            'classes/Job.cls': `public class Job implements Queueable {
                private String text; private Boolean again;
                public Job(String text, Boolean again) { this.text = text; this.again = again; }
                public void execute(QueueableContext context) {
                    Assert.isNotNull(context.getJobId());
                    Assert.isTrue(System.isQueueable());
                    insert as system new Note__c(Name = text);
                    if (again) System.enqueueJob(new Job(text + '2', false));
                }
            }`
        },
        `Test.startTest();
         Id jobId = System.enqueueJob(new Job('Q', true));
         Assert.areEqual(0, [SELECT COUNT() FROM Note__c]);
         Assert.areEqual(1, Limits.getQueueableJobs());
         Test.stopTest();
         Assert.areEqual(2, [SELECT COUNT() FROM Note__c]);
         AsyncApexJob job = [SELECT Status, JobType, ApexClass.Name FROM AsyncApexJob WHERE Id = :jobId];
         Assert.areEqual('Completed', job.Status);
         Assert.areEqual('Queueable', job.JobType);
         Assert.areEqual('Job', job.ApexClass.Name);`
    );
});

test('a finalizer learns of the exception of its job', () => {
    assert.match(
        failsApex(
            {
                ...note,
                'classes/Job.cls': `public class Job implements Queueable, Finalizer {
                    public void execute(QueueableContext context) { System.attachFinalizer(new Job()); throw new IllegalArgumentException('No'); }
                    public void execute(FinalizerContext context) { Assert.areEqual(ParentJobResult.UNHANDLED_EXCEPTION, context.getResult()); Assert.areEqual('No', context.getException().getMessage()); }
                }`
            },
            `Test.startTest(); System.enqueueJob(new Job()); Test.stopTest();`
        ),
        /IllegalArgumentException: No/
    );
});

test('a future method runs at Test.stopTest', () => {
    runsApex(
        {
            ...note,
            'classes/Later.cls': `public class Later { @future public static void run(String name) { Assert.isTrue(System.isFuture()); insert as system new Note__c(Name = name); } }`
        },
        `Test.startTest(); Later.run('F'); Assert.areEqual(0, [SELECT COUNT() FROM Note__c]); Test.stopTest();
         Assert.areEqual('F', [SELECT Name FROM Note__c].Name);`
    );
});

test('a scheduled class waits with a cron trigger, and runs at Test.stopTest', () => {
    runsApex(
        {
            ...note,
            'classes/Nightly.cls': `public class Nightly implements Schedulable { public void execute(SchedulableContext context) { insert as system new Note__c(Name = 'S'); } }`
        },
        `Test.startTest();
         Id id = System.schedule('Nightly', '0 0 0 3 9 ? 2042', new Nightly());
         CronTrigger trigger_x = [SELECT CronExpression, TimesTriggered, NextFireTime FROM CronTrigger WHERE Id = :id];
         Assert.areEqual('0 0 0 3 9 ? 2042', trigger_x.CronExpression);
         Assert.areEqual(0, trigger_x.TimesTriggered);
         Assert.areEqual('2042-09-03 00:00:00', String.valueOf(trigger_x.NextFireTime));
         Test.stopTest();
         Assert.areEqual(1, [SELECT COUNT() FROM Note__c]);`
    );
});

test('a batch gets its rows, keeps its state when it is stateful, and finishes', () => {
    runsApex(
        {
            ...note,
            'classes/Sweep.cls': `public class Sweep implements Database.Batchable<SObject>, Database.Stateful {
                private Integer seen = 0;
                public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Note__c'); }
                public void execute(Database.BatchableContext context, List<Note__c> rows) { seen += rows.size(); }
                public void finish(Database.BatchableContext context) { insert as system new Note__c(Name = 'Seen ' + seen); }
            }`
        },
        `insert new List<Note__c>{ new Note__c(Name = 'A'), new Note__c(Name = 'B') };
         Test.startTest();
         Id id = Database.executeBatch(new Sweep(), 10);
         Test.stopTest();
         Assert.areEqual(1, [SELECT COUNT() FROM Note__c WHERE Name = 'Seen 2']);
         AsyncApexJob job = [SELECT Status, JobItemsProcessed, TotalJobItems, NumberOfErrors FROM AsyncApexJob WHERE Id = :id];
         Assert.areEqual('Completed', job.Status);
         Assert.areEqual(1, job.JobItemsProcessed);`
    );
});

test('published events reach their trigger when a test delivers them, as the automated process', () => {
    runsApex(
        {
            ...note,
            ...event,
            'triggers/PingTrigger.trigger': `trigger PingTrigger on Ping__e (after insert) {
                for (Ping__e ping : Trigger.new) insert as system new Note__c(Name = ping.Text__c, Text__c = UserInfo.getName());
            }`
        },
        `Database.SaveResult result = EventBus.publish(new Ping__e(Text__c = 'P'));
         Assert.isTrue(result.isSuccess());
         Assert.areEqual(0, [SELECT COUNT() FROM Note__c]);
         Test.getEventBus().deliver();
         Note__c saved = [SELECT Name, Text__c FROM Note__c];
         Assert.areEqual('P', saved.Name);
         Assert.areEqual('Automated Process', saved.Text__c);`
    );
});

test('a publish callback is told of events that failed in a test', () => {
    runsApex(
        {
            ...event,
            'classes/Told.cls': `public class Told implements EventBus.EventPublishFailureCallback, EventBus.EventPublishSuccessCallback {
                public static Integer failures = 0; public static Integer successes = 0;
                public void onFailure(EventBus.FailureResult result) { failures += result.getEventUuids().size(); }
                public void onSuccess(EventBus.SuccessResult result) { successes += result.getEventUuids().size(); }
            }`
        },
        `EventBus.publish(new Ping__e(Text__c = 'P'), new Told());
         Test.getEventBus().fail();
         EventBus.publish(new Ping__e(Text__c = 'Q'), new Told());
         Test.getEventBus().deliver();
         Assert.areEqual(1, Told.failures);
         Assert.areEqual(1, Told.successes);`
    );
});

test('outside tests work waits until it is pumped', () => {
    const org = orgWith({
        ...note,
        ...event,
        'classes/Job.cls': `public class Job implements Queueable { public void execute(QueueableContext context) { insert as system new Note__c(Name = 'Q'); } }`,
        'triggers/PingTrigger.trigger': `trigger PingTrigger on Ping__e (after insert) { System.enqueueJob(new Job()); }`
    });
    const heard: string[] = [];
    org.onEvent((item) => heard.push(`${item.channel} ${String(item.payload.Text__c)}`));
    const result = org.executeAnonymous(`EventBus.publish(new Ping__e(Text__c = 'P'));`);
    assert.equal(result.exceptionMessage, null);
    assert.deepEqual(heard, ['/event/Ping__e P']);
    assert.equal(org.query('SELECT Id FROM Note__c').length, 0);
    assert.equal(org.pump(), 2);
    assert.equal(org.query('SELECT Id FROM Note__c').length, 1);
    org.close();
});
