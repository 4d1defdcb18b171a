import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LensEntry } from './fields.ts';
import { meets, parseSearchBox, SearchBoxError } from './searchBox.ts';

const entry: LensEntry = {
    fields: {
        editype: '850',
        status: 'S',
        transactionlevel: 'Document',
        sendername: 'Demo Retailer Inc.',
        senderaddress: 'ZZ:DEMORETAILER',
        errorcode: '-2',
        externalerrormessage: null
    },
    keys: { 'purchase order number': 'SYS100001' },
    visibleFrom: 0,
    changes: []
};

const cases: [string, boolean][] = [
    ['SYS* AND 850 AND DOCUMENT', true],
    ['SYS* AND 856', false],
    ['status:S', true],
    ['status:Delivered', true],
    ['Delivered AND 850', true],
    ['status:F OR editype:850', true],
    ['editype:850 AND -status:S', false],
    ['editype:850 AND -status:F', true],
    ['editype:850 AND NOT status:S', false],
    ['editype:850 AND messagelevel:Document', true],
    ['messagelevel:File', false],
    ['meta.errorcode:*', true],
    ['meta.externalerrormessage:*', false],
    ['errorcode:-2', true],
    ['(status:F OR deliverystatus:DeliveryFailed) OR meta.errorcode:*', true],
    ['(meta.errorcount:* AND -meta.errorcount:0)', false],
    ['editype:(810 OR 850)', true],
    ['"retailer inc"', true],
    ['"retailer gmbh"', false],
    ['retailer', true],
    ['retail', false],
    ['ZZ?DEMORETAILER', true],
    ['ZZ\\:DEMORETAILER', true],
    ['ZZ:DEMORETAILER', false],
    ['810 850', true],
    ['850 OR 810 AND 856', true]
];

for (const [text, expected] of cases) {
    test(`the search box ${text} ${expected ? 'finds' : 'passes over'} the entry`, () => {
        assert.equal(meets(parseSearchBox(text), entry), expected);
    });
}

for (const text of ['(850', '850)', '850 AND', 'AND 850', '"850', '+850', 'arrivaltime:[a TO b]']) {
    test(`the search box ${text} is refused`, () => {
        assert.throws(() => parseSearchBox(text), SearchBoxError);
    });
}
