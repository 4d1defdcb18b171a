// Blobs hold bytes: https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_blob.htm
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blob } from './blob.ts';

void test('text is kept as UTF-8 and read back, a byte order mark with it', () => {
    assert.deepEqual([...Blob.of('é€').bytes], [0xc3, 0xa9, 0xe2, 0x82, 0xac]);
    assert.equal(new Blob(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])).text(), '\uFEFFa');
});

void test('bytes that are no UTF-8 are no text', () => {
    assert.equal(new Blob(new Uint8Array([0x61, 0xff])).text(), null);
});
