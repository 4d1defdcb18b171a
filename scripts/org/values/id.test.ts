// The 18-character form of ids: each of its last three characters says which of five characters are capitals. Ids and their
// forms as Salesforce Help's "Convert 15 to 18-character ID" and those who quote it show them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idTo18, isId, makeId } from './id.ts';

const PAIRS: readonly [string, string][] = [
    ['500x000000003TR', '500x000000003TRAAY'],
    ['a0D30000001n7Pi', 'a0D30000001n7PiEAI'],
    ['0019000000B98de', '0019000000B98deAAB'],
    ['012000000000000', '012000000000000AAA']
];

for (const [short, long] of PAIRS)
    void test(`the id ${short} is ${long}`, () => {
        assert.equal(idTo18(short), long);
        assert.equal(idTo18(long), long);
    });

void test('ids have 15 or 18 letters and digits', () => {
    assert.deepEqual(['001000000000001', '001000000000001AAA', '00100000000001', '001-00000000001'].map(isId), [
        true,
        true,
        false,
        false
    ]);
});

void test('text of 15 characters that is no id stays as it is', () => {
    assert.equal(idTo18('Invoice_Item__c'), 'Invoice_Item__c');
});

void test('the ids of an object begin with its key prefix and differ', () => {
    assert.equal(makeId('001', 1).slice(0, 3), '001');
    assert.equal(makeId('001', 35).length, 18);
    assert.notEqual(makeId('001', 35), makeId('001', 36));
});
