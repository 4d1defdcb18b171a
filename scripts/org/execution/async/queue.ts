// The queue of asynchronous work: jobs wait here after the commit of the transaction that enqueued them. Inside a test they
// wait for Test.stopTest. AsyncApexJob and CronTrigger rows tell their state.
import { throwApex } from '../../apex/runtime/exceptions.ts';
import type { ClassInfo } from '../../apex/runtime/types.ts';
import { ApexDatetime } from '../../values/index.ts';
import type { OrgContext } from '../context.ts';
import { systemQuery } from '../queries.ts';
import { deepClone } from '../../apex/runtime/deepClone.ts';
import { nextFire, parseCron } from './cron.ts';
import type { Job } from './job.ts';

/** Job types as AsyncApexJob.JobType spells them. */
const jobTypes: Record<Exclude<Job['kind'], 'events'>, string> = {
    queueable: 'Queueable',
    future: 'Future',
    batch: 'BatchApex',
    scheduled: 'ScheduledApex',
    scheduledBatch: 'ScheduledApex'
};

export function classOf(job: object): ClassInfo {
    const info = (job.constructor as { $info?: ClassInfo }).$info;
    if (!info) throwApex('System.AsyncException', 'Job is not an instance of an Apex class');
    return info;
}

export class JobQueue {
    readonly #org: OrgContext;
    waiting: Job[] = [];

    constructor(org: OrgContext) {
        this.#org = org;
    }

    enqueue(job: object, options: { delayMinutes: number; maxDepth: number | null; signature: string | null }): string {
        const org = this.#org;
        const { tx } = org;
        if (job === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
        if (options.delayMinutes < 0 || options.delayMinutes > 10)
            throwApex('System.IllegalArgumentException', 'The delay must be between 0 and 10 minutes.');
        tx.limits.count('queueableJobs', 1);
        if (tx.finalizerExhausted)
            throwApex(
                'System.AsyncException',
                'Maximum number of consecutive failures of a queueable job with a finalizer has been reached.'
            );
        const parent = tx.job?.kind === 'queueable' ? tx.job : null;
        const retries = tx.kind === 'Finalizer' ? (parent?.retries ?? 0) : 0;
        const depth = tx.kind === 'Finalizer' ? (parent?.depth ?? 1) : (parent?.depth ?? 0) + 1;
        const maxDepth = options.maxDepth ?? parent?.maxDepth ?? null;
        if (maxDepth !== null && depth > maxDepth)
            throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
        if (tx.isTest && parent && maxDepth === null && depth > 5)
            throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
        if (
            options.signature !== null &&
            this.#all().some((item) => item.kind === 'queueable' && item.signature === options.signature)
        ) {
            throwApex('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
        }
        const id = this.#row('queueable', classOf(job), null);
        tx.pendingJobs.push({
            kind: 'queueable',
            id,
            due: org.now() + options.delayMinutes * 60_000,
            userId: tx.userId,
            object: deepClone(job),
            depth,
            maxDepth,
            delayMinutes: options.delayMinutes === 0 ? null : options.delayMinutes,
            signature: options.signature,
            retries
        });
        return id;
    }

    #all(): Job[] {
        return [...this.waiting, ...this.#org.tx.pendingJobs];
    }

    future(owner: ClassInfo, methodKey: string, args: unknown[]): void {
        const { tx } = this.#org;
        if (tx.kind === 'Future')
            throwApex(
                'System.AsyncException',
                `Future method cannot be called from a future or batch method: ${owner.name}.${methodKey}()`
            );
        if (tx.kind === 'Batch')
            throwApex(
                'System.AsyncException',
                `Future method cannot be called from a future or batch method: ${owner.name}.${methodKey}()`
            );
        tx.limits.used.futureCalls++;
        if (tx.limits.used.futureCalls > 50)
            throwApex('System.LimitException', `Too many future calls: ${tx.limits.used.futureCalls}`);
        const method = owner.methods.find((item) => item.key === methodKey);
        const callout =
            String(method?.annotations.find((mark) => mark.name === 'future')?.args.callout ?? false) === 'true';
        const id = this.#row('future', owner, method?.name ?? methodKey);
        tx.pendingJobs.push({
            kind: 'future',
            id,
            due: this.#org.now(),
            userId: tx.userId,
            owner,
            methodKey,
            args: args.map((arg) => deepClone(arg)),
            callout
        });
    }

    batch(job: object, scope: number): string {
        const { tx } = this.#org;
        if (scope <= 0) throwApex('System.AsyncException', "'scope' must be greater than zero.");
        if (tx.kind === 'Future')
            throwApex(
                'System.AsyncException',
                'Database.executeBatch cannot be called from a batch start, batch execute, or future method.'
            );
        if (tx.kind === 'Batch' && !tx.batchFinish)
            throwApex(
                'System.AsyncException',
                'Database.executeBatch cannot be called from a batch start, batch execute, or future method.'
            );
        const id = this.#row('batch', classOf(job), null);
        tx.pendingJobs.push({
            kind: 'batch',
            id,
            due: this.#org.now(),
            userId: tx.userId,
            object: deepClone(job),
            scope: Math.min(scope, 2000)
        });
        return id;
    }

    schedule(name: string, cron: string, job: object): string {
        const org = this.#org;
        parseCron(cron);
        const due = nextFire(cron, org.now(), org.platform.user.timeZone);
        if (due === null)
            throwApex(
                'System.AsyncException',
                `Based on configured schedule, the given trigger '${name}' will never fire.`
            );
        return this.#schedule(name, cron, due, classOf(job), (id) => ({
            kind: 'scheduled',
            id,
            due,
            userId: org.tx.userId,
            object: deepClone(job),
            name,
            cron,
            jobId: null
        }));
    }

    scheduleBatch(job: object, name: string, minutes: number, scope: number): string {
        const org = this.#org;
        const due = org.now() + minutes * 60_000;
        const at = new Date(due);
        const cron = `0 ${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} ? ${at.getUTCFullYear()}`;
        return this.#schedule(name, cron, due, classOf(job), (id) => ({
            kind: 'scheduledBatch',
            id,
            due,
            userId: org.tx.userId,
            object: deepClone(job),
            name,
            scope
        }));
    }

    #schedule(name: string, cron: string, due: number, cls: ClassInfo, make: (id: string) => Job): string {
        const org = this.#org;
        if (
            systemQuery(
                org,
                "SELECT Id FROM CronTrigger WHERE CronJobDetail.Name = :name AND State != 'DELETED' AND State != 'COMPLETE'",
                { name }
            ).length > 0
        ) {
            throwApex('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
        }
        const detail = org.schema.object('CronJobDetail');
        const trigger = org.schema.object('CronTrigger');
        if (!detail || !trigger) throwApex('System.AsyncException', 'The org has no CronTrigger object');
        const detailId = org.store.nextId(detail);
        org.store.insert(detail, [{ Id: detailId, Name: name, JobType: '7' }]);
        const id = org.store.nextId(trigger);
        const now = new ApexDatetime(org.now());
        org.store.insert(trigger, [
            {
                Id: id,
                CronJobDetailId: detailId,
                CronExpression: cron,
                State: 'WAITING',
                NextFireTime: new ApexDatetime(due),
                TimesTriggered: 0,
                StartTime: now,
                CreatedById: org.tx.userId,
                CreatedDate: now,
                LastModifiedById: org.tx.userId,
                OwnerId: org.tx.userId,
                TimeZoneSidKey: org.platform.user.timeZone
            }
        ]);
        this.#row('scheduled', cls, null, id);
        org.tx.pendingJobs.push(make(id));
        return id;
    }

    abort(id: string): void {
        const org = this.#org;
        const keep = (job: Job): boolean => job.id !== id;
        const known = this.#all().some((job) => !keep(job));
        this.waiting = this.waiting.filter(keep);
        org.tx.pendingJobs = org.tx.pendingJobs.filter(keep);
        const cron = org.schema.object('CronTrigger');
        if (cron && org.store.byId(cron, [id]).has(id)) {
            const detail = org.store.byId(cron, [id]).get(id)?.values.CronJobDetailId;
            org.store.purge(cron, [id]);
            const details = org.schema.object('CronJobDetail');
            if (details && typeof detail === 'string') org.store.purge(details, [detail]);
            return;
        }
        if (systemQuery(org, 'SELECT Id FROM AsyncApexJob WHERE Id = :id', { id }).length === 0 && !known)
            throwApex('System.StringException', `Invalid id: ${id}`);
        this.update(id, { Status: 'Aborted', CompletedDate: new ApexDatetime(org.now()) });
    }

    #row(
        kind: Exclude<Job['kind'], 'events'>,
        cls: ClassInfo,
        method: string | null,
        cronTriggerId: string | null = null
    ): string {
        const org = this.#org;
        const describe = org.schema.object('AsyncApexJob');
        if (!describe) throwApex('System.AsyncException', 'The org has no AsyncApexJob object');
        const id = org.store.nextId(describe);
        const apexClass = systemQuery(org, 'SELECT Id FROM ApexClass WHERE Name = :name', {
            name: cls.name.split('.')[0]
        })[0];
        org.store.insert(describe, [
            {
                Id: id,
                JobType: jobTypes[kind],
                Status: kind === 'batch' ? 'Holding' : 'Queued',
                ApexClassId: apexClass?.id ?? null,
                MethodName: method,
                JobItemsProcessed: 0,
                TotalJobItems: 0,
                NumberOfErrors: 0,
                CreatedById: org.tx.userId,
                CreatedDate: new ApexDatetime(org.now()),
                ...(describe.fields.has('crontriggerid') && cronTriggerId ? { CronTriggerId: cronTriggerId } : {})
            }
        ]);
        if (kind === 'batch') org.store.update(describe, id, { Status: 'Queued' });
        return id;
    }

    /** Each chunk of a batch is a job of its own: AsyncApexJob of type BatchApexWorker, a child of the batch. */
    worker(batch: Job & { kind: 'batch' }): void {
        const org = this.#org;
        const describe = org.schema.object('AsyncApexJob');
        const parent = describe && org.store.byId(describe, [batch.id]).get(batch.id);
        if (!describe || !parent) return;
        const now = new ApexDatetime(org.now());
        const { ApexClassId, CreatedById } = parent.values;
        org.store.insert(describe, [
            {
                Id: org.store.nextId(describe),
                JobType: 'BatchApexWorker',
                Status: 'Completed',
                ApexClassId,
                CreatedById,
                ParentJobId: batch.id,
                JobItemsProcessed: 0,
                TotalJobItems: 0,
                NumberOfErrors: 0,
                CreatedDate: now,
                CompletedDate: now
            }
        ]);
    }

    update(id: string, values: Record<string, unknown>): void {
        const describe = this.#org.schema.object('AsyncApexJob');
        if (describe && id.startsWith(describe.keyPrefix ?? '707')) this.#org.store.update(describe, id, values);
    }

    /** The next job that is due, taken off the queue. */
    take(now: number): Job | null {
        let best = -1;
        this.waiting.forEach((job, at) => {
            if (job.due <= now && (best < 0 || job.due < (this.waiting[best] as Job).due)) best = at;
        });
        return best < 0 ? null : (this.waiting.splice(best, 1)[0] as Job);
    }

    nextDue(): number | null {
        return this.waiting.reduce<number | null>(
            (least, job) => (least === null || job.due < least ? job.due : least),
            null
        );
    }
}
