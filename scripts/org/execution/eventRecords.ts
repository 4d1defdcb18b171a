// An event as a record: checked when it is published, and as the payload that subscribers receive.
// https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_publish_apex.htm
import { randomUUID, createHash } from 'node:crypto';
import type { ObjectDescribe } from '../metadata/describe.ts';
import { Blob, Decimal, Double } from '../values/index.ts';
import type { RecordError, SObject } from '../values/index.ts';
import type { OrgContext } from './context.ts';
import { recordError } from './dml/errors.ts';
import { coerce } from './dml/prepare.ts';
import { newRecord } from './dml/row.ts';

/** The event with defaults and coerced values, its UUID and its publisher; errors as EventBus.publish reports them. */
export function prepareEvent(org: OrgContext, event: SObject): { record: SObject; errors: RecordError[] } {
    const errors: RecordError[] = [];
    const record = newRecord(event.describe, {});
    for (const field of event.describe.fields.values()) {
        if (!field.createable) continue;
        let value = field.name in event.values ? coerce(field, event.values[field.name]) : null;
        if (value === null && field.type === 'boolean') value = field.defaultValueFormula === 'true';
        else if (value === null && field.defaultValueFormula)
            value = coerce(field, org.facts.evaluate(field.defaultValueFormula, record, null, true, field.type));
        record.values[field.name] = value;
        if (value === null && field.required)
            errors.push(
                recordError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${field.name}]`, [field.name])
            );
        if (typeof value === 'string' && field.length > 0 && value.length > field.length) {
            errors.push(
                recordError(
                    'STRING_TOO_LONG',
                    `${field.label}: data value too large: ${value} (max length=${field.length})`,
                    [field.name]
                )
            );
        }
    }
    record.values.EventUuid = (event.values.EventUuid as string | undefined) ?? randomUUID();
    record.values.CreatedById = org.tx.userId;
    return { record, errors };
}

export function payloadOf(event: SObject): Record<string, unknown> {
    const payload: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(event.values)) {
        if (name !== 'ReplayId' && name !== 'EventUuid') payload[name] = plain(value);
    }
    return payload;
}

function plain(value: unknown): unknown {
    if (value instanceof Decimal) return value.toNumber();
    if (value instanceof Double) return value.v;
    if (value instanceof Blob) return Buffer.from(value.bytes).toString('base64');
    if (value !== null && typeof value === 'object') return String(value as { toString(): string });
    return typeof value === 'bigint' ? Number(value) : value;
}

/** Changes when the fields of the event do. */
export function schemaId(object: ObjectDescribe): string {
    const fields = [...object.fields.values()].map((field) => `${field.name}:${field.type}`).join(',');
    return createHash('sha256').update(`${object.name}(${fields})`).digest('base64url').slice(0, 22);
}
