// System.System: debug, assertions, jobs, the clock, what kind of transaction runs.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_system.htm
import { ApexDate, ApexDatetime, DAY, SObject, zoneOffset } from '../../../values/index.ts';
import type { ApexEnum } from '../../runtime/enums.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { apexEquals, hashCode } from '../../runtime/equality.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { debugLine } from '../../runtime/statics.ts';
import { apexToString } from '../../runtime/text.ts';
import { currentPage } from '../io/pageReference.ts';
import { nativeClass } from '../native.ts';
import { systemAssertions } from './assert.ts';
import type { AsyncOptions } from './asyncOptions.ts';
import { Version } from './version.ts';

const debug = (level: string, message: unknown): void => {
    platform().debug(level, apexToString(message), debugLine());
};

function enqueue(job: object | null, delay: number | null = null, options: AsyncOptions | null = null): string {
    if (job === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
    if (delay !== null && (delay < 0 || delay > 10)) {
        throwApex('System.AsyncException', 'Delay must be between 0 and 10 minutes.');
    }
    return platform().enqueueJob(job as object, {
        delayMinutes: delay ?? options?.minimumDelay ?? 0,
        maxDepth: options?.maxDepth ?? null,
        signature: options?.signature?.text ?? null
    });
}

const kindIs =
    (...kinds: string[]) =>
    (): boolean =>
        kinds.includes(platform().requestKind);

/** The user's calendar day. */
export function today(): ApexDate {
    const { user } = platform();
    const now = platform().now();
    return new ApexDate(Math.floor((now + zoneOffset(user.timeZone, now)) / DAY));
}

function runAs(userOrVersion: unknown, body: () => void): void {
    platform().runAs(userOrVersion instanceof SObject ? userOrVersion : null, body);
}

function scheduleBatch(job: object, name: string, minutes: number, scope: number | null = null): string {
    return platform().scheduleBatch(job, name, minutes, scope ?? 200);
}

/** What the org has no part for: passwords, approval processes, packages and the housekeeping of jobs. */
const notHere = Object.fromEntries(
    [
        'void changeOwnPassword(String oldPassword, String newPassword)',
        'String getQuiddityShortCode(System.Quiddity quiddity)',
        'void movePassword(Id targetUserId, Id sourceUserId)',
        'void pauseJobById(String jobId)',
        'void pauseJobByName(String jobName)',
        'List<Id> process(List<Id> workItemIds, String action, String comments, String nextApprover)',
        'Integer purgeOldAsyncJobs(Date date)',
        'Object resetPassword(Id userId, Boolean sendUserEmail)',
        'Object resetPasswordWithEmailTemplate(Id userId, Boolean sendUserEmail, String emailTemplateName)',
        'void resumeJobById(String jobId)',
        'void resumeJobByName(String jobName)',
        'void runAs(System.Version version)',
        'void setPassword(Id userId, String password)',
        'List<Id> submit(List<Id> workItemIds, String comments, String nextApprover)'
    ].map((signature) => [signature, () => unsupported(`System.${/(\w+)\(/.exec(signature)?.[1] ?? signature}`)])
);

export const readWriteMode = nativeClass({
    name: 'System.ApplicationReadWriteMode',
    kind: 'enum',
    enumValues: ['DEFAULT', 'READ_ONLY']
});

export const system = nativeClass({
    name: 'System.System',
    statics: {
        ...systemAssertions,
        ...notHere,
        'void abortJob(String jobId)': (id: string) => platform().abortJob(id),
        'void attachFinalizer(Object finalizer)': (finalizer: object) => platform().attachFinalizer(finalizer),
        'Long currentTimeMillis()': () => BigInt(platform().now()),
        'System.PageReference currentPageReference()': () => currentPage(),
        'void debug(Object message)': (message: unknown) => debug('DEBUG', message),
        'void debug(System.LoggingLevel level, Object message)': (level: ApexEnum | null, message: unknown) =>
            debug(level?.name ?? 'DEBUG', message),
        'Id enqueueJob(Object job)': (job: object | null) => enqueue(job),
        'Id enqueueJob(Object job, Integer delay)': (job: object | null, delay: number | null) => enqueue(job, delay),
        'Id enqueueJob(Object job, System.AsyncOptions options)': (job: object | null, options: AsyncOptions | null) =>
            enqueue(job, null, options),
        'Boolean equals(Object a, Object b)': (a: unknown, b: unknown) => apexEquals(a, b),
        'System.ApplicationReadWriteMode getApplicationReadWriteMode()': () =>
            enumConstant('System.ApplicationReadWriteMode', 'DEFAULT') ?? null,
        'Integer hashCode(Object value)': (value: unknown) => hashCode(value),
        'Boolean isBatch()': kindIs('Batch'),
        'Boolean isFuture()': kindIs('Future'),
        'Boolean isQueueable()': kindIs('Queueable'),
        'Boolean isScheduled()': kindIs('Scheduled'),
        'Boolean isFunctionCallback()': () => false,
        'Boolean isRunningElasticCompute()': () => false,
        'Datetime now()': () => new ApexDatetime(platform().now()),
        'System.Version requestVersion()': () => new Version(1, 0, null),
        'void runAs(SObject user, Object body)': (user: SObject, body: () => void) => runAs(user, body),
        'String schedule(String name, String cron, Object job)': (name: string, cron: string, job: object) =>
            platform().schedule(name, cron, job),
        'String scheduleBatch(Object job, String name, Integer minutes)': scheduleBatch,
        'String scheduleBatch(Object job, String name, Integer minutes, Integer scope)': scheduleBatch,
        'Date today()': today
    }
});

export const loggingLevel = nativeClass({
    name: 'System.LoggingLevel',
    kind: 'enum',
    enumValues: ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR']
});
