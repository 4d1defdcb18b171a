// A small hand-made schema for the tests of store and SOQL, and short ways to fill and ask it.
import type { ChildRelationship, FieldDescribe, ObjectDescribe, Schema } from '../metadata/describe.ts';
import { newField, newObject } from '../metadata/make.ts';
import type { SqliteStore } from '../store/index.ts';
import { createStore } from '../store/index.ts';
import type { SObject, Value } from '../values/index.ts';
import { ApexDate, ApexDatetime, ApexTime, Blob, Decimal, Double } from '../values/index.ts';
import type { QueryContext, SoqlEngine } from './api.ts';
import type { SoqlOptions } from './index.ts';
import { createSoql } from './index.ts';

type FieldSpec = Partial<FieldDescribe> & Pick<FieldDescribe, 'name' | 'type'>;

export function field(spec: FieldSpec): FieldDescribe {
    const long = spec.type === 'textarea' && (spec.length ?? 255) > 255;
    const plain = !long && spec.type !== 'base64' && spec.type !== 'address' && spec.type !== 'location';
    return newField({
        label: spec.name,
        length: 255,
        custom: spec.name.endsWith('__c'),
        filterable: plain,
        sortable: plain && spec.type !== 'multipicklist',
        groupable: plain,
        aggregatable: plain,
        reparentable: true,
        ...spec
    });
}

export const lookup = (name: string, relationshipName: string, ...referenceTo: string[]): FieldDescribe =>
    field({ name, type: 'reference', relationshipName, referenceTo, length: 18 });

const text = (name: string, more: Partial<FieldDescribe> = {}): FieldDescribe =>
    field({ name, type: 'string', ...more });
const number = (name: string, scale: number, more: Partial<FieldDescribe> = {}): FieldDescribe =>
    field({ name, type: 'double', precision: 18, scale, ...more });
const picklist = (name: string, ...values: string[]): FieldDescribe =>
    field({
        name,
        type: 'picklist',
        picklistValues: values.map((value) => ({
            value,
            label: `${value} label`,
            active: true,
            isDefault: false,
            validFor: null
        }))
    });

export function object(
    name: string,
    keyPrefix: string | null,
    fields: FieldDescribe[],
    children: ChildRelationship[] = [],
    more: Partial<ObjectDescribe> = {}
): ObjectDescribe {
    const system = [
        field({ name: 'Id', type: 'id', length: 18, nillable: false }),
        field({ name: 'IsDeleted', type: 'boolean' }),
        field({ name: 'CreatedDate', type: 'datetime' }),
        ...(keyPrefix === '005'
            ? []
            : [lookup('OwnerId', 'Owner', ...(name === 'Case' || name === 'Lead' ? ['Group', 'User'] : ['User']))])
    ];
    return newObject({
        name,
        label: name,
        labelPlural: `${name}s`,
        keyPrefix,
        kind: name.endsWith('__c') ? 'custom' : 'standard',
        custom: name.endsWith('__c'),
        mergeable: true,
        fields: new Map([...system, ...fields].map((one) => [one.name.toLowerCase(), one])),
        childRelationships: children,
        ...more
    });
}

export const child = (childObject: string, fieldName: string, relationshipName: string): ChildRelationship => ({
    childObject,
    field: fieldName,
    relationshipName,
    cascadeDelete: false,
    restrictedDelete: false
});

const person = [
    text('Name', { nameField: true, createable: false }),
    text('FirstName', { compoundFieldName: 'Name' }),
    text('LastName', { compoundFieldName: 'Name' }),
    field({ name: 'Email', type: 'email' })
];

export function sampleObjects(): ObjectDescribe[] {
    return [
        object(
            'Account',
            '001',
            [
                text('Name', { nameField: true }),
                picklist('Industry', 'Retail', 'Banking', 'Energy'),
                field({ name: 'AnnualRevenue', type: 'currency', precision: 18, scale: 2 }),
                field({ name: 'NumberOfEmployees', type: 'int' }),
                field({ name: 'Description', type: 'textarea', length: 32000 }),
                lookup('ParentId', 'Parent', 'Account'),
                text('Code__c', { unique: true, externalId: true }),
                text('CaseCode__c', { unique: true, externalId: true, caseSensitive: true }),
                field({ name: 'Active__c', type: 'boolean' }),
                field({ name: 'Regions__c', type: 'multipicklist' }),
                field({ name: 'Since__c', type: 'date' }),
                field({ name: 'Opens__c', type: 'time' }),
                field({
                    name: 'Twice__c',
                    type: 'double',
                    precision: 18,
                    scale: 2,
                    calculated: true,
                    formula: 'AnnualRevenue * 2'
                }),
                field({ name: 'BillingAddress', type: 'address' }),
                text('BillingStreet', { compoundFieldName: 'BillingAddress' }),
                text('BillingCity', { compoundFieldName: 'BillingAddress' }),
                text('BillingCountry', { compoundFieldName: 'BillingAddress' }),
                field({
                    name: 'BillingLatitude',
                    type: 'double',
                    precision: 18,
                    scale: 15,
                    compoundFieldName: 'BillingAddress'
                }),
                field({
                    name: 'BillingLongitude',
                    type: 'double',
                    precision: 18,
                    scale: 15,
                    compoundFieldName: 'BillingAddress'
                })
            ],
            [
                child('Contact', 'AccountId', 'Contacts'),
                child('Opportunity', 'AccountId', 'Opportunities'),
                child('Account', 'ParentId', 'ChildAccounts')
            ]
        ),
        object(
            'Contact',
            '003',
            [...person, lookup('AccountId', 'Account', 'Account'), lookup('ReportsToId', 'ReportsTo', 'Contact')],
            [child('Case', 'ContactId', 'Cases'), child('Contact', 'ReportsToId', 'Reports')]
        ),
        object('Opportunity', '006', [
            text('Name', { nameField: true }),
            field({ name: 'Amount', type: 'currency', precision: 18, scale: 2 }),
            picklist('StageName', 'Open', 'Won', 'Lost'),
            field({ name: 'CloseDate', type: 'date' }),
            lookup('AccountId', 'Account', 'Account'),
            field({ name: 'IsWon', type: 'boolean' })
        ]),
        object('Case', '500', [
            text('CaseNumber', { nameField: true }),
            text('Subject'),
            lookup('ContactId', 'Contact', 'Contact')
        ]),
        object('Task', '00T', [
            text('Subject'),
            lookup('WhoId', 'Who', 'Contact', 'Lead'),
            lookup('WhatId', 'What', 'Account', 'Opportunity')
        ]),
        object('Lead', '00Q', [...person]),
        object('User', '005', [...person, text('Username'), field({ name: 'IsActive', type: 'boolean' })]),
        object('Group', '00G', [text('Name', { nameField: true }), picklist('Type', 'Queue', 'Regular')]),
        object('Setting__mdt', 'm00', [text('DeveloperName'), text('MasterLabel'), number('Size__c', 0)], [], {
            kind: 'customMetadata'
        }),
        object('Document', '015', [text('Name', { nameField: true }), field({ name: 'Body', type: 'base64' })])
    ];
}

export function schemaOf(objects: ObjectDescribe[]): Schema {
    const byName = new Map(objects.map((one) => [one.name.toLowerCase(), one]));
    const byPrefix = new Map(objects.map((one) => [one.keyPrefix, one]));
    return {
        object: (name) => byName.get(name.toLowerCase().replace(/^tgrid__/, '')),
        objects: () => byName.values(),
        objectByPrefix: (prefix) => byPrefix.get(prefix)
    };
}

export interface Sample {
    schema: Schema;
    store: SqliteStore;
    engine: SoqlEngine;
    /** Inserts a record and returns its id. */
    add(object: string, values: Record<string, Value>): string;
    /** Rows as plain data (see `plain`). */
    rows(soql: string, binds?: Record<string, unknown>, more?: Partial<QueryContext>): unknown[];
    /** `CODE: message` of a query that must be refused, on checking or on running. */
    refusal(soql: string, binds?: Record<string, unknown>, more?: Partial<QueryContext>): string;
    context(binds?: Record<string, unknown>, more?: Partial<QueryContext>): QueryContext;
}

export const NOW = Date.UTC(2026, 10, 24, 20, 0, 0);
export const USER_ID = '005000000000001AAA';

export function sample(options: SoqlOptions = {}): Sample {
    const objects = sampleObjects();
    const schema = schemaOf(objects);
    const store = createStore({ file: null });
    store.applySchema(objects);
    const engine = createSoql(schema, store, { namespace: 'tgrid', ...options });
    const context = (binds: Record<string, unknown> = {}, more: Partial<QueryContext> = {}): QueryContext => ({
        bind: (name) => {
            if (!(name in binds)) throw new Error(`no bind ${name}`);
            return binds[name] ?? null;
        },
        now: NOW,
        timeZone: 'America/Los_Angeles',
        locale: 'en_US',
        language: 'en_US',
        userId: USER_ID,
        allRows: false,
        canRead: null,
        sharing: null,
        formula: (record, name) => {
            const revenue = record.values.AnnualRevenue as Decimal | null;
            return name === 'Twice__c' && revenue ? new Decimal(revenue.unscaled * 2n, revenue.scale) : null;
        },
        ...more
    });
    return {
        schema,
        store,
        engine,
        context,
        add(name, values) {
            const describe = schema.object(name);
            if (!describe) throw new Error(`no object ${name}`);
            const id = store.nextId(describe);
            store.insert(describe, [{ Id: id, ...values }]);
            return id;
        },
        rows: (soql, binds, more) => engine.run(soql, context(binds, more)).rows.map(plain),
        refusal(soql, binds, more) {
            try {
                engine.check(soql);
                engine.run(soql, context(binds, more));
            } catch (error) {
                if (error instanceof Error) return `${String((error as { code?: unknown }).code)}: ${error.message}`;
            }
            return 'accepted';
        }
    };
}

/** A row as data to compare: selected values only, parents as objects, children as arrays, dates and numbers as text. */
export function plain(row: SObject): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(row.values))
        if (!row.implicit?.includes(key)) out[key] = plainValue(value);
    for (const [key, parent] of Object.entries(row.parents)) out[key] = parent ? plain(parent) : null;
    for (const [key, rows] of Object.entries(row.children)) out[key] = rows.map(plain);
    return out;
}

function plainValue(value: Value): unknown {
    if (
        value instanceof Decimal ||
        value instanceof ApexDate ||
        value instanceof ApexDatetime ||
        value instanceof ApexTime
    )
        return value.toString();
    if (value instanceof Double) return value.v;
    if (value instanceof Blob) return Buffer.from(value.bytes).toString();
    return value;
}
