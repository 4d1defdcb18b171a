// Runs one asynchronous job: each in its own transaction, or inside the test that enqueued it.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_async_overview.htm
import { ApexList } from '../../apex/runtime/collections.ts';
import type { ApexException } from '../../apex/runtime/exceptions.ts';
import { throwApex } from '../../apex/runtime/exceptions.ts';
import { hasMethod, invokeMethod } from '../../apex/runtime/invoke.ts';
import { admitFuture } from '../../apex/runtime/statics.ts';
import { supersOf, typeOfValue } from '../../apex/runtime/registry.ts';
import { ApexDatetime, type SObject } from '../../values/index.ts';
import {
    BatchableContext,
    FinalizerContext,
    QueryLocator,
    QueueableContext,
    SchedulableContext
} from '../../apex/library/org/asyncContexts.ts';
import type { OrgContext } from '../context.ts';
import { asApexException } from '../errors.ts';
import type { RequestKind } from '../transaction.ts';
import { deepClone } from '../../apex/runtime/deepClone.ts';
import { nextFire } from './cron.ts';
import type { Job } from './job.ts';

/** Runs a body in the transaction that a job of this kind has. */
export type JobRunner = <T>(kind: RequestKind, job: Job, body: () => T) => T;

const FINALIZER_RETRIES = 5;

export function runJob(org: OrgContext, job: Job, runner: JobRunner): void {
    switch (job.kind) {
        case 'queueable':
            runQueueable(org, job, runner);
            return;
        case 'future':
            track(org, job, () => {
                runner('Future', job, () => {
                    admitFuture();
                    org.program.callStatic(job.owner, job.methodKey, job.args);
                });
            });
            return;
        case 'batch':
            runBatch(org, job, runner);
            return;
        case 'scheduled':
            runScheduled(org, job, runner);
            return;
        case 'scheduledBatch':
            runner('Scheduled', job, () => org.jobs.batch(job.object, job.scope));
            return;
        case 'events':
            return;
        default:
            job satisfies never;
    }
}

function track(org: OrgContext, job: Job, body: () => void): ApexException | null {
    org.jobs.update(job.id, { Status: 'Processing' });
    try {
        body();
        org.jobs.update(job.id, {
            Status: 'Completed',
            CompletedDate: new ApexDatetime(org.now()),
            JobItemsProcessed: 1,
            TotalJobItems: 1
        });
        return null;
    } catch (error) {
        const exception = asApexException(error);
        org.jobs.update(job.id, {
            Status: 'Failed',
            NumberOfErrors: 1,
            CompletedDate: new ApexDatetime(org.now()),
            ExtendedStatus: `${exception.apexType}: ${exception.message}`.slice(0, 255)
        });
        failed(org, exception);
        return exception;
    }
}

/** In a test the exception of a job is the exception of Test.stopTest; elsewhere it is logged. */
function failed(org: OrgContext, exception: ApexException): void {
    org.warn(`${exception.apexType}: ${exception.message}`);
}

function runQueueable(org: OrgContext, job: Job & { kind: 'queueable' }, runner: JobRunner): void {
    let finalizers: object[] = [];
    let requestId = '';
    const exception = track(org, job, () => {
        runner('Queueable', job, () => {
            requestId = org.tx.requestId;
            try {
                invokeMethod(job.object, 'execute', [new QueueableContext(job.id)]);
            } finally {
                finalizers = org.tx.finalizers;
                org.tx.finalizers = [];
            }
        });
    });
    const [finalizer] = finalizers;
    if (finalizer) {
        runner('Finalizer', { ...job, retries: exception ? job.retries + 1 : 0 }, () => {
            if (exception && job.retries >= FINALIZER_RETRIES) org.tx.finalizerExhausted = true;
            invokeMethod(finalizer, 'execute', [new FinalizerContext(job.id, requestId, exception)]);
        });
    }
    if (exception && org.inTest) throw exception;
}

function runScheduled(org: OrgContext, job: Job & { kind: 'scheduled' }, runner: JobRunner): void {
    const cron = org.schema.object('CronTrigger');
    try {
        runner('Scheduled', job, () => {
            invokeMethod(job.object, 'execute', [new SchedulableContext(job.id)]);
        });
    } catch (error) {
        if (org.inTest) throw error;
        failed(org, asApexException(error));
    }
    // A test runs the job once, at stopTest, and its trigger goes on waiting (apex-recipes, ScheduledApexRecipes_Tests).
    if (org.inTest) return;
    const due = nextFire(job.cron, Math.max(org.now(), job.due), org.access.user(job.userId).timeZone);
    const times = Number(cron && (org.store.byId(cron, [job.id]).get(job.id)?.values.TimesTriggered ?? 0)) + 1;
    if (cron && org.store.byId(cron, [job.id]).has(job.id)) {
        org.store.update(cron, job.id, {
            TimesTriggered: times,
            PreviousFireTime: new ApexDatetime(job.due),
            NextFireTime: due === null ? null : new ApexDatetime(due),
            State: due === null ? 'DELETED' : 'WAITING'
        });
        if (due !== null) org.jobs.waiting.push({ ...job, due });
    }
}

function runBatch(org: OrgContext, job: Job & { kind: 'batch' }, runner: JobRunner): void {
    const context = new BatchableContext(job.id);
    const stateful = supersOf(typeOfValue(job.object)).has('database.stateful');
    let errors = 0;
    let processed = 0;
    let firstError: ApexException | null = null;
    org.jobs.update(job.id, { Status: 'Preparing' });
    let scopes: ApexList[];
    try {
        scopes = runner('Batch', job, () =>
            scopesOf(org, invokeMethod(job.object, 'start', [context]) as object | null, job.scope)
        );
    } catch (error) {
        const exception = asApexException(error);
        org.jobs.update(job.id, {
            Status: 'Failed',
            ExtendedStatus: `First error: ${exception.message}`.slice(0, 255),
            CompletedDate: new ApexDatetime(org.now())
        });
        failed(org, exception);
        if (org.inTest) throw exception;
        return;
    }
    if (org.inTest && scopes.length > 1)
        throwApex(
            'System.UnexpectedException',
            'No more than one executeBatch can be called from within a test method.  Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.'
        );
    org.jobs.update(job.id, { Status: 'Processing', TotalJobItems: scopes.length });
    for (const scope of scopes) {
        const instance = stateful ? job.object : deepClone(job.object);
        const before = stateful ? deepClone(job.object) : null;
        try {
            runner('Batch', job, () => {
                invokeMethod(instance, 'execute', [context, scope]);
            });
        } catch (error) {
            const exception = asApexException(error);
            if (before) job.object = before;
            firstError ??= exception;
            errors++;
            failed(org, exception);
            publishError(org, job, exception, scope, runner);
        }
        processed++;
        org.jobs.worker(job);
        org.jobs.update(job.id, { JobItemsProcessed: processed, NumberOfErrors: errors });
    }
    if (firstError) org.jobs.update(job.id, { ExtendedStatus: `First error: ${firstError.message}`.slice(0, 255) });
    org.jobs.update(job.id, { Status: 'Completed', CompletedDate: new ApexDatetime(org.now()) });
    const last = stateful ? job.object : deepClone(job.object);
    let finishError: ApexException | null = null;
    try {
        runner('Batch', job, () => {
            org.tx.batchFinish = true;
            invokeMethod(last, 'finish', [context]);
        });
    } catch (error) {
        finishError = asApexException(error);
        org.jobs.update(job.id, {
            Status: 'Failed',
            NumberOfErrors: errors + 1,
            ExtendedStatus: `First error: ${finishError.message}`.slice(0, 255)
        });
        failed(org, finishError);
    }
    if (org.inTest && (firstError ?? finishError)) throw firstError ?? finishError;
}

/** BatchApexErrorEvent, for classes that implement Database.RaisesPlatformEvents. */
function publishError(
    org: OrgContext,
    job: Job & { kind: 'batch' },
    exception: ApexException,
    scope: ApexList,
    runner: JobRunner
): void {
    const describe = org.schema.object('BatchApexErrorEvent');
    if (!describe || !supersOf(typeOfValue(job.object)).has('database.raisesplatformevents')) return;
    runner('Batch', job, () => {
        const ids = scope.items.map((item) => (item as SObject).id ?? '').join(',');
        org.publishSystemEvent(describe, {
            AsyncApexJobId: job.id,
            ExceptionType: exception.apexType,
            Message: exception.message,
            StackTrace: exception.apexStack ?? '',
            Phase: 'EXECUTE',
            JobScope: ids,
            DoesExceedJobScopeMaxLength: false,
            RequestId: org.tx.requestId
        });
    });
}

function scopesOf(org: OrgContext, start: object | null, size: number): ApexList[] {
    if (start === null) throwApex('System.UnexpectedException', 'Start did not return a valid iterable object.');
    let type = 'SObject';
    let items: unknown[];
    if (start instanceof QueryLocator) {
        items = start.rows;
        type = start.rows[0]?.describe.name ?? 'SObject';
    } else if (start instanceof ApexList) {
        items = start.items;
        type = start.type.args[0]?.name ?? 'Object';
    } else if (hasMethod(start, 'iterator', 0) || hasMethod(start, 'hasNext', 0) || !('items' in start)) {
        const iterator = hasMethod(start, 'iterator', 0) ? (invokeMethod(start, 'iterator', []) as object) : start;
        items = [];
        while (invokeMethod(iterator, 'hasNext', []) === true) items.push(invokeMethod(iterator, 'next', []));
        type = typeOfScope(items);
    } else items = [];
    const scopes: ApexList[] = [];
    for (let at = 0; at < items.length; at += size) scopes.push(ApexList.of(type, items.slice(at, at + size)));
    return scopes;
}

function typeOfScope(items: unknown[]): string {
    const name = items.length > 0 ? typeOfValue(items[0]).name : 'Object';
    return items.every((item) => typeOfValue(item).name === name) ? name : 'Object';
}
