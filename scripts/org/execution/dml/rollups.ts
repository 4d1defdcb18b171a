// Roll-up summary fields: when a child is saved, deleted or restored its parents are saved with the new figures, through their
// own triggers and rules.
import type { FieldDescribe, ObjectDescribe, SummaryDefinition } from '../../metadata/describe.ts';
import { fieldOf } from '../../metadata/describe.ts';
import { ApexDate, ApexDatetime, Decimal, Double } from '../../values/index.ts';
import type { SObject, Value } from '../../values/index.ts';
import type { OrgContext } from '../context.ts';
import { systemQuery } from '../queries.ts';
import { recordError } from './errors.ts';
import { holds, walk } from './lookupFilter.ts';
import { internalUpdate } from './pipeline.ts';
import { newRecord, type Row } from './row.ts';

interface ParentSummaries {
    parent: ObjectDescribe;
    foreignKey: FieldDescribe;
    fields: { field: FieldDescribe; summary: SummaryDefinition }[];
}

export function rollUpParents(org: OrgContext, child: ObjectDescribe, rows: Row[]): void {
    if (rows.length === 0) return;
    for (const { parent, foreignKey, fields } of summariesOver(org, child)) {
        const ids = new Set<string>();
        for (const row of rows) {
            for (const record of [row.old, row.record]) {
                const id = record?.values[foreignKey.name];
                if (typeof id === 'string') ids.add(id);
            }
        }
        if (ids.size === 0) continue;
        const failure = recalculate(org, parent, child, foreignKey, fields, [...ids]);
        if (!failure) continue;
        for (const row of rows) {
            if (row.record.values[foreignKey.name] === failure.id)
                row.errors.push(recordError(failure.error.code, failure.error.message));
        }
    }
}

function summariesOver(org: OrgContext, child: ObjectDescribe): ParentSummaries[] {
    const found: ParentSummaries[] = [];
    for (const foreignKey of child.fields.values()) {
        if (foreignKey.type !== 'reference') continue;
        for (const name of foreignKey.referenceTo) {
            const parent = org.schema.object(name);
            if (!parent) continue;
            const fields = [...parent.fields.values()].flatMap((field) =>
                field.summary &&
                org.schema.object(field.summary.childObject) === child &&
                field.summary.foreignKey.toLowerCase() === foreignKey.name.toLowerCase()
                    ? [{ field, summary: field.summary }]
                    : []
            );
            if (fields.length > 0) found.push({ parent, foreignKey, fields });
        }
    }
    return found;
}

function recalculate(
    org: OrgContext,
    parent: ObjectDescribe,
    child: ObjectDescribe,
    foreignKey: FieldDescribe,
    fields: ParentSummaries['fields'],
    ids: string[]
): ReturnType<typeof internalUpdate> {
    const wanted = new Set([foreignKey.name]);
    for (const { summary } of fields) {
        if (summary.summarizedField)
            wanted.add(fieldOf(child, summary.summarizedField)?.name ?? summary.summarizedField);
        for (const filter of summary.filters)
            if (!filter.field.includes('.')) wanted.add(fieldOf(child, filter.field)?.name ?? filter.field);
    }
    const children = systemQuery(
        org,
        `SELECT ${[...wanted].join(', ')} FROM ${child.name} WHERE ${foreignKey.name} IN :ids`,
        { ids }
    );
    const parents = org.store.byId(parent, ids);
    const updates: SObject[] = [];
    for (const [id, saved] of parents) {
        const own = children.filter((record) => record.values[foreignKey.name] === id);
        const values: Record<string, Value> = { Id: id };
        let changed = false;
        for (const { field, summary } of fields) {
            const value = summarize(org, own, summary, child, field);
            if (text(value) !== text(saved.values[field.name])) {
                values[field.name] = value;
                changed = true;
            }
        }
        if (changed) updates.push(newRecord(parent, values));
    }
    return updates.length > 0 ? internalUpdate(org, updates) : null;
}

function summarize(
    org: OrgContext,
    records: SObject[],
    summary: SummaryDefinition,
    child: ObjectDescribe,
    field: FieldDescribe
): Value {
    const kept = records.filter((record) =>
        summary.filters.every((filter) =>
            holds(
                walk(org, record, filter.field.replace(`${child.name}.`, '').split('.')),
                filter.operation,
                filter.value
            )
        )
    );
    if (summary.operation === 'count') return new Decimal(BigInt(kept.length), 0);
    const name = fieldOf(child, summary.summarizedField ?? '')?.name ?? '';
    const values = kept.map((record) => record.values[name]).filter((value) => value !== null && value !== undefined);
    if (summary.operation === 'sum')
        return values.reduce<Decimal>((total, value) => add(total, asDecimal(value)), new Decimal(0n, field.scale));
    if (values.length === 0) return null;
    const sorted = [...values].sort((a, b) => order(a) - order(b));
    return (summary.operation === 'min' ? sorted[0] : sorted[sorted.length - 1]) as Value;
}

export function asDecimal(value: Value): Decimal {
    if (value instanceof Decimal) return value;
    if (value instanceof Double) return Decimal.fromNumber(value.v);
    return typeof value === 'number' ? Decimal.fromNumber(value) : new Decimal(0n, 0);
}

export function add(a: Decimal, b: Decimal): Decimal {
    const scale = Math.max(a.scale, b.scale);
    return new Decimal(
        a.unscaled * 10n ** BigInt(scale - a.scale) + b.unscaled * 10n ** BigInt(scale - b.scale),
        scale
    );
}

export function multiply(a: Decimal, b: Decimal): Decimal {
    return new Decimal(a.unscaled * b.unscaled, a.scale + b.scale);
}

function order(value: Value): number {
    if (value instanceof ApexDate) return value.days;
    if (value instanceof ApexDatetime) return value.ms;
    return asDecimal(value).toNumber();
}

function text(value: Value): string {
    if (value === null || value === undefined) return '';
    if (value instanceof Decimal || value instanceof Double || typeof value === 'number')
        return String(asDecimal(value).toNumber());
    return String(value as string);
}
