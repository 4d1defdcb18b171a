// System validation and the custom validation rules, with the platform's codes and texts.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
import type { FieldDescribe, ObjectDescribe } from '../../metadata/describe.ts';
import { fieldOf } from '../../metadata/describe.ts';
import { Blob, Decimal, isId } from '../../values/index.ts';
import type { SObject } from '../../values/index.ts';
import type { OrgContext } from '../context.ts';
import { recordError } from './errors.ts';
import { passesLookupFilter } from './lookupFilter.ts';
import { failed, type Row, type SaveOptions } from './row.ts';

/** What runs before the triggers of a save from Apex or the API: foreign keys and restricted picklists. */
export function validateReferences(org: OrgContext, object: ObjectDescribe, rows: Row[]): void {
    for (const field of object.fields.values()) {
        if (field.type === 'reference' && !field.calculated) checkReference(org, object, field, rows);
        else if (field.restrictedPicklist) for (const row of changed(rows, field)) checkPicklist(field, row);
    }
}

/** What runs after the before triggers. */
export function validateSystem(org: OrgContext, object: ObjectDescribe, rows: Row[], options: SaveOptions): void {
    for (const row of rows) {
        if (failed(row)) continue;
        const missing = [...object.fields.values()].filter((field) => isMissing(field, row)).map((field) => field.name);
        if (missing.length > 0)
            row.errors.push(
                recordError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing)
            );
    }
    for (const field of object.fields.values()) {
        if (field.calculated || field.autoNumber) continue;
        for (const row of changed(rows, field)) checkValue(field, row, options);
    }
    validateReferences(org, object, rows);
}

export function validateRules(org: OrgContext, object: ObjectDescribe, rows: Row[]): void {
    const rules = object.validationRules.filter((rule) => rule.active);
    if (rules.length === 0) return;
    for (const row of rows) {
        if (failed(row)) continue;
        for (const rule of rules) {
            const wrong = org.facts.evaluate(
                rule.errorConditionFormula,
                row.record,
                row.old,
                row.old === null,
                'boolean'
            );
            if (wrong === true) {
                row.errors.push(
                    recordError(
                        'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                        rule.errorMessage,
                        rule.errorDisplayField ? [rule.errorDisplayField] : []
                    )
                );
            }
        }
    }
}

/** Rows not in error whose field has a value that is not the saved one. */
function* changed(rows: Row[], field: FieldDescribe): Generator<Row> {
    for (const row of rows) {
        const value = row.record.values[field.name];
        if (value === null || value === undefined) continue;
        if (row.old && row.old.values[field.name] === value) continue;
        yield row;
    }
}

const systemFilled = new Set([
    'ownerid',
    'createdbyid',
    'createddate',
    'lastmodifiedbyid',
    'lastmodifieddate',
    'systemmodstamp',
    'isdeleted',
    'id'
]);

function isMissing(field: FieldDescribe, row: Row): boolean {
    const mandatory = field.required || (!field.nillable && field.createable && !field.defaultedOnCreate);
    if (
        !mandatory ||
        field.autoNumber ||
        field.calculated ||
        field.type === 'boolean' ||
        systemFilled.has(field.name.toLowerCase())
    )
        return false;
    if (field.nameField && (row.record.describe.custom || row.record.describe.fields.has('lastname'))) return false;
    const value = row.record.values[field.name];
    if (value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '')) return false;
    return row.old === null || row.old.values[field.name] != null || field.name in row.given.values;
}

function checkValue(field: FieldDescribe, row: Row, options: SaveOptions): void {
    let value = row.record.values[field.name];
    if (typeof value === 'string') {
        if (field.type !== 'textarea' && field.type !== 'picklist')
            value = row.record.values[field.name] = value.trim() === '' ? null : value.trim();
        // Text areas lose what is blank at their end (apex-rollup, RollupCustomObjectLoggerTests.shouldSaveToRollupLog).
        if (field.type === 'textarea') value = row.record.values[field.name] = (value as string).trimEnd() || null;
        if (value === null) return;
        const text = value as string;
        if (
            field.length > 0 &&
            text.length > field.length &&
            field.type !== 'multipicklist' &&
            field.type !== 'reference' &&
            field.type !== 'id'
        ) {
            if (options.header?.allowFieldTruncation || row.given.dmlOptions?.header.allowFieldTruncation)
                row.record.values[field.name] = text.slice(0, field.length);
            else
                row.errors.push(
                    recordError(
                        'STRING_TOO_LONG',
                        `${field.label}: data value too large: ${text} (max length=${field.length})`,
                        [field.name]
                    )
                );
        }
        if (field.type === 'email' && !/^[^\s@<>,;()]+@[^\s@<>,;()]+\.[^\s@<>,;().]{2,}$/.test(text)) {
            row.errors.push(
                recordError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name])
            );
        }
        return;
    }
    if (value instanceof Decimal && field.precision > 0) {
        const whole = (value.unscaled < 0n ? -value.unscaled : value.unscaled) / 10n ** BigInt(value.scale);
        if (whole >= 10n ** BigInt(field.precision - field.scale)) {
            row.errors.push(
                recordError(
                    'NUMBER_OUTSIDE_VALID_RANGE',
                    `${field.label}: value outside of valid range on numeric field: ${value.toString()}`,
                    [field.name]
                )
            );
        } else if (field.type !== 'currency') row.record.values[field.name] = rounded(value, field.scale);
    }
    if (field.type === 'base64' && !(value instanceof Blob))
        row.errors.push(
            recordError('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type`, [field.name])
        );
}

/** Half up, as the database does with digits beyond the field's. */
function rounded(value: Decimal, scale: number): Decimal {
    if (value.scale <= scale) return value;
    const factor = 10n ** BigInt(value.scale - scale);
    const negative = value.unscaled < 0n;
    const magnitude = ((negative ? -value.unscaled : value.unscaled) + factor / 2n) / factor;
    return new Decimal(negative ? -magnitude : magnitude, scale);
}

function checkPicklist(field: FieldDescribe, row: Row): void {
    const value = row.record.values[field.name];
    if (typeof value !== 'string') return;
    const parts = field.type === 'multipicklist' ? value.split(';').map((part) => part.trim()) : [value];
    for (const part of parts) {
        const found = field.picklistValues.some(
            (item) => item.active && item.value.toLowerCase() === part.toLowerCase()
        );
        if (!found && !row.errors.some((error) => error.fields[0] === field.name)) {
            row.errors.push(
                recordError(
                    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
                    `${field.label}: bad value for restricted picklist field: ${part}`,
                    [field.name]
                )
            );
        }
    }
}

function checkReference(org: OrgContext, object: ObjectDescribe, field: FieldDescribe, rows: Row[]): void {
    const byTarget = new Map<ObjectDescribe, Row[]>();
    for (const row of changed(rows, field)) {
        if (failed(row)) continue;
        const value = row.record.values[field.name];
        if (typeof value !== 'string' || !isId(value)) {
            row.errors.push(
                recordError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${String(value)}`, [
                    field.name
                ])
            );
            continue;
        }
        const target = org.schema.objectByPrefix(value.slice(0, 3));
        if (!target || (field.referenceTo.length > 0 && !allows(field, target))) {
            row.errors.push(
                recordError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value}`, [
                    field.name
                ])
            );
            continue;
        }
        if (row.old && value === row.record.id) {
            row.errors.push(
                recordError('CIRCULAR_DEPENDENCY', 'attempt to violate hierarchy constraints', [field.name])
            );
            continue;
        }
        const list = byTarget.get(target);
        if (list) list.push(row);
        else byTarget.set(target, [row]);
    }
    for (const [target, wanted] of byTarget) {
        if (target.kind === 'customMetadata') continue;
        const found = org.store.byId(
            target,
            [...new Set(wanted.map((row) => row.record.values[field.name] as string))],
            true
        );
        for (const row of wanted)
            checkTarget(org, object, field, row, found.get(row.record.values[field.name] as string));
    }
}

function allows(field: FieldDescribe, target: ObjectDescribe): boolean {
    return field.referenceTo.some((name) => name.toLowerCase() === target.name.toLowerCase());
}

function checkTarget(
    org: OrgContext,
    object: ObjectDescribe,
    field: FieldDescribe,
    row: Row,
    target: SObject | undefined
): void {
    if (!target) {
        row.errors.push(recordError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []));
    } else if (target.values.IsDeleted === true) {
        row.errors.push(recordError('ENTITY_IS_DELETED', 'entity is deleted', []));
    } else if (
        field.lookupFilter?.active &&
        !field.lookupFilter.optional &&
        !passesLookupFilter(org, field.lookupFilter, row.record, target, fieldOf(object, field.name) as FieldDescribe)
    ) {
        row.errors.push(
            recordError(
                'FIELD_FILTER_VALIDATION_EXCEPTION',
                field.lookupFilter.errorMessage ?? 'Value does not exist or does not match filter criteria.',
                [field.name]
            )
        );
    }
}
