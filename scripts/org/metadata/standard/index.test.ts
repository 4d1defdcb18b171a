import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childRelationship, fieldOf, referenceByRelationship } from '../describe.ts';
import { standardObjects } from './index.ts';

const object = (name: string) => {
    const found = standardObjects().get(name.toLowerCase());
    assert.ok(found, name);
    return found;
};
const field = (name: string, of: string) => {
    const found = fieldOf(object(of), name);
    assert.ok(found, `${of}.${name}`);
    return found;
};

// "Account", Object Reference for the Salesforce Platform
test('an account has a required name of 255 characters and the prefix 001', () => {
    assert.equal(object('Account').keyPrefix, '001');
    const name = field('Name', 'Account');
    assert.deepEqual(
        [name.length, name.required, name.nillable, name.nameField, name.type],
        [255, true, false, true, 'string']
    );
});

test('compound names of people are read-only and their parts say so', () => {
    const name = field('Name', 'Contact');
    assert.deepEqual([name.createable, name.updateable], [false, false]);
    assert.equal(field('LastName', 'Contact').required, true);
    assert.equal(field('FirstName', 'Contact').compoundFieldName, 'Name');
    assert.equal(field('BillingCity', 'Account').compoundFieldName, 'BillingAddress');
});

test('relationships are known from both sides', () => {
    assert.deepEqual(childRelationship(object('Account'), 'contacts'), {
        childObject: 'Contact',
        field: 'AccountId',
        relationshipName: 'Contacts',
        cascadeDelete: true,
        restrictedDelete: false
    });
    assert.equal(childRelationship(object('Account'), 'ChildAccounts')?.field, 'ParentId');
    assert.equal(childRelationship(object('Contact'), 'Tasks')?.field, 'WhoId');
    assert.equal(childRelationship(object('Opportunity'), 'OpportunityLineItems')?.cascadeDelete, true);
    assert.equal(referenceByRelationship(object('Order'), 'Account')?.name, 'AccountId');
});

test('polymorphic fields list what they may point at', () => {
    assert.deepEqual(field('OwnerId', 'Case').referenceTo, ['Group', 'User']);
    assert.deepEqual(field('WhoId', 'Task').referenceTo, ['Contact', 'Lead']);
    assert.ok(field('WhatId', 'Task').referenceTo.includes('Account'));
    assert.ok(field('LinkedEntityId', 'ContentDocumentLink').referenceTo.includes('Order'));
});

test('standard picklists have the values of a new org', () => {
    assert.deepEqual(
        field('Status', 'Case').picklistValues.map((value) => value.value),
        ['New', 'Working', 'Escalated', 'Closed']
    );
    assert.equal(field('Priority', 'Task').picklistValues.find((value) => value.isDefault)?.value, 'Normal');
    assert.ok(field('StageName', 'Opportunity').picklistValues.some((value) => value.value === 'Closed Won'));
});

test('fields of features that are off do not exist', () => {
    assert.equal(fieldOf(object('Account'), 'CurrencyIsoCode'), undefined);
    assert.equal(fieldOf(object('Account'), 'PersonEmail'), undefined);
    assert.equal(standardObjects().get('territory2'), undefined);
});

test('key prefixes are unique apart from histories and feeds', () => {
    const seen = new Map<string, string>();
    for (const one of standardObjects().values()) {
        if (!one.keyPrefix || one.kind === 'history' || one.keyPrefix === '0D5') continue;
        assert.equal(
            seen.get(one.keyPrefix),
            undefined,
            `${one.name} and ${seen.get(one.keyPrefix) ?? ''} share ${one.keyPrefix}`
        );
        seen.set(one.keyPrefix, one.name);
    }
});

test('every entry of the overlay names a field that exists', async () => {
    const { FIELD_OVERLAY } = await import('./overlay.ts');
    const wrong: string[] = [];
    for (const [name, text] of Object.entries(FIELD_OVERLAY))
        for (const entry of text.split(' '))
            if (!fieldOf(object(name), entry.split(':')[0] ?? '')) wrong.push(`${name}.${entry}`);
    assert.deepEqual(wrong, []);
});
