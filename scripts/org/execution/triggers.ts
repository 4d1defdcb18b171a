// Trigger dispatch: context variables as each event has them, recursion to a depth of 16, exceptions turned into row errors.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_context_variables.htm
import type { ApexException } from '../apex/runtime/exceptions.ts';
import { throwApex } from '../apex/runtime/exceptions.ts';
import type { TriggerFrame } from '../apex/runtime/platform.ts';
import { ApexList, ApexMap } from '../apex/runtime/collections.ts';
import type { ObjectDescribe } from '../metadata/describe.ts';
import type { SObject } from '../values/index.ts';
import type { LoadedTrigger, OrgContext } from './context.ts';
import { recordError } from './dml/errors.ts';
import { copyOf, type Row } from './dml/row.ts';
import { asApexException } from './errors.ts';

const MAX_DEPTH = 16;

const phrases: Record<TriggerFrame['operation'], { event: string; name: string }> = {
    BEFORE_INSERT: { event: 'before insert', name: 'BeforeInsert' },
    BEFORE_UPDATE: { event: 'before update', name: 'BeforeUpdate' },
    BEFORE_DELETE: { event: 'before delete', name: 'BeforeDelete' },
    AFTER_INSERT: { event: 'after insert', name: 'AfterInsert' },
    AFTER_UPDATE: { event: 'after update', name: 'AfterUpdate' },
    AFTER_DELETE: { event: 'after delete', name: 'AfterDelete' },
    AFTER_UNDELETE: { event: 'after undelete', name: 'AfterUndelete' }
};

export function fireTriggers(
    org: OrgContext,
    operation: TriggerFrame['operation'],
    object: ObjectDescribe,
    rows: Row[]
): void {
    if (rows.length === 0) return;
    const { event, name } = phrases[operation];
    const triggers = org.program
        .triggersOf(object.name)
        .filter((trigger) => trigger.info.trigger?.events.some((item) => item.toLowerCase() === event));
    if (triggers.length === 0) return;
    const deleting = operation.endsWith('DELETE') && operation !== 'AFTER_UNDELETE';
    const after = operation.startsWith('AFTER');
    const news = deleting ? null : rows.map((row) => (after ? copyOf(row.record, true) : row.record));
    const olds = operation.endsWith('UPDATE') || deleting ? rows.map((row) => copyOf(row.old as SObject, true)) : null;
    for (const record of [...(news ?? []), ...(olds ?? [])]) fillFormulas(org, object, record);
    const frame: TriggerFrame = {
        object: object.name,
        operation,
        newList: news && ApexList.of(object.name, news),
        oldList: olds && ApexList.of(object.name, olds),
        newMap: news && operation !== 'BEFORE_INSERT' ? byId(object, news) : null,
        oldMap: olds ? byId(object, olds) : null,
        size: rows.length
    };
    for (const trigger of triggers) runTrigger(org, trigger, frame, rows, name);
    rows.forEach((row, at) => {
        for (const record of [news?.[at], olds?.[at]]) {
            if (record?.errors) row.errors.push(...record.errors);
            if (record) record.errors = null;
        }
    });
}

function byId(object: ObjectDescribe, records: SObject[]): ApexMap<string, SObject> {
    return ApexMap.of(
        'Id',
        object.name,
        records.map((record) => [record.id as string, record] as const)
    );
}

function runTrigger(
    org: OrgContext,
    trigger: LoadedTrigger,
    frame: TriggerFrame,
    rows: Row[],
    eventName: string
): void {
    const { triggers } = org.tx;
    if (triggers.length >= MAX_DEPTH) {
        for (const row of rows)
            row.errors.push(
                recordError(
                    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
                    `${trigger.info.name}: maximum trigger depth exceeded\n${triggers.map((item) => `${item.object} trigger event ${phrases[item.operation].name}`).join('\n')}`
                )
            );
        return;
    }
    triggers.push(frame);
    try {
        trigger.run();
    } catch (error) {
        const exception = asApexException(error);
        if (
            exception.standardType === 'System.LimitException' ||
            exception.standardType === 'System.AssertException' ||
            isUnsupported(exception)
        )
            throw exception;
        for (const row of rows) {
            row.errors.push(
                recordError(
                    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
                    `${trigger.info.name}: execution of ${eventName}\n\ncaused by: ${exception.apexType}: ${exception.message}\n\n${exception.apexStack ?? ''}`
                )
            );
        }
    } finally {
        triggers.pop();
    }
}

function isUnsupported(exception: ApexException): boolean {
    return exception.message.startsWith('unsupported:');
}

/** Formula fields of a record in memory, as triggers read them. */
export function fillFormulas(org: OrgContext, object: ObjectDescribe, record: SObject): void {
    for (const field of object.fields.values()) {
        if (field.formula !== null)
            record.values[field.name] = org.facts.evaluate(
                field.formula,
                record,
                null,
                false,
                field.type,
                field.formulaTreatBlanksAsZero
            );
    }
}

/** Runs the after-insert triggers of an event object over a batch of events. */
export function fireEventTrigger(
    org: OrgContext,
    trigger: LoadedTrigger,
    object: ObjectDescribe,
    events: SObject[]
): void {
    const news = events.map((event) => copyOf(event, true));
    const frame: TriggerFrame = {
        object: object.name,
        operation: 'AFTER_INSERT',
        newList: ApexList.of(object.name, news),
        oldList: null,
        newMap: null,
        oldMap: null,
        size: news.length
    };
    if (org.tx.triggers.length >= MAX_DEPTH) throwApex('System.LimitException', 'maximum trigger depth exceeded');
    org.tx.triggers.push(frame);
    try {
        trigger.run();
    } finally {
        org.tx.triggers.pop();
    }
}
