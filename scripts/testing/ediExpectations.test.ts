import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from './ediExpectations.ts';
import type { Expectation, ReadDocument } from './ediExpectations.ts';

const found: ReadDocument = {
    type: '850',
    number: 'PO-1',
    date: '2026-01-05',
    currency: 'USD',
    lineCount: 2,
    totalQuantity: '15',
    totalAmount: '231.00',
    references: { purchaseOrder: 'PO-1', 'raw.DP': '038' },
    parties: [{ role: 'ST', id: '0012', name: 'Store 12' }]
};

const expected = (fields: Record<string, unknown>): Expectation => ({
    path: 'a.edi',
    standard: 'X12',
    type: '850',
    index: 0,
    fields
});

test('finds nothing where both sides say the same', () => {
    const fields = {
        po_number: 'PO-1',
        date: '260105',
        lines: 2,
        total_quantity: '15.0',
        total_amount_calc: '231',
        parties: [{ q: 'ST', id: '0012', name: 'Store 12' }]
    };
    assert.deepEqual(differences(expected(fields), found), []);
});

test('names every field that differs', () => {
    const fields = {
        po_number: 'PO-2',
        date: '20260106',
        lines: 3,
        total_quantity: '16',
        total_amount_calc: '231.01',
        parties: [{ q: 'BY', id: '1' }],
        refs: { DP: '039' }
    };
    assert.deepEqual(
        differences(expected(fields), found).map((line) => line.split(':')[0]),
        [
            'number',
            'date',
            'lines',
            'total quantity',
            'total amount',
            'reference purchaseOrder',
            'reference DP',
            'party BY'
        ]
    );
});

test('prefers the declared amount to the calculated one', () => {
    assert.equal(
        differences(expected({ po_number: 'PO-1', amt: { TT: '231' }, total_amount_calc: '9' }), found).length,
        0
    );
});

test('reports a document that was not read', () => {
    assert.deepEqual(differences(expected({}), undefined), ['document: expected but not read']);
});

test('accepts either identifier of a UBL party', () => {
    const fields = {
        sender_party: { endpoint: '0012', id: '77', name: 'Store 12' },
        receiver_party: { endpoint: '9', id: '8', name: 'Nobody' }
    };
    assert.deepEqual(differences(expected(fields), found), ['receiver_party: expected id 9 or 8 name Nobody']);
});
