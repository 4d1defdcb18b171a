// A small part of the fuzz test with fixed seeds; `node scripts/testing/fuzz/main.ts` does the whole of it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../network/random.ts';
import { fuzz, samplesIn } from './fuzz.ts';
import { damage, MUTATIONS } from './mutations.ts';
import { openFuzzReader } from './reader.ts';

const samples = samplesIn(fileURLToPath(new URL('../../../config/samples', import.meta.url)));
const reader = openFuzzReader();
after(() => {
    reader.close();
});

test('every sample is read before it is damaged', () => {
    for (const sample of samples) {
        const { status, text } = reader.read(sample.bytes);
        assert.equal(status, 200, sample.name);
        assert.equal((JSON.parse(text) as { documents: unknown[] }).documents.length > 0, true, sample.name);
    }
});

test('the reader bears three hundred damaged documents', () => {
    const report = fuzz({ samples, seed: 20_260_302, runs: 300, read: reader.read });
    assert.deepEqual(report.failures, []);
    assert.equal(report.reported > 0, true);
});

test('the reader bears each kind of damage done to each standard', () => {
    const chosen = samples.filter(({ name }) => /^order\./.test(name));
    const failures: string[] = [];
    for (const [name, mutate] of Object.entries(MUTATIONS)) {
        for (const sample of chosen) {
            const { status, text } = reader.read(mutate(sample.bytes, seededRandom(7)));
            if (status !== 200 || /"code"\s*:\s*"(reader|mapper)-failed"/.test(text)) {
                failures.push(`${sample.name} after ${name}: ${String(status)} ${text.slice(0, 300)}`);
            }
        }
    }
    assert.deepEqual(failures, []);
});

test('the same seed does the same damage', () => {
    const bytes = samples[0]?.bytes ?? Buffer.alloc(0);
    assert.deepEqual(damage(bytes, seededRandom(5)), damage(bytes, seededRandom(5)));
    assert.notDeepEqual(damage(bytes, seededRandom(5)).bytes, damage(bytes, seededRandom(6)).bytes);
});

test('a reader that fails is found out', () => {
    const failing = fuzz({
        samples,
        seed: 1,
        runs: 3,
        read: () => ({ status: 500, text: 'System.NullPointerException' })
    });
    assert.equal(failing.failures.length, 3);
    const caught = fuzz({
        samples,
        seed: 1,
        runs: 1,
        read: () => ({ status: 200, text: '{"documents":[],"problems":[{"code":"reader-failed","message":"x"}]}' })
    });
    assert.equal(caught.failures.length, 1);
    const silent = fuzz({
        samples,
        seed: 1,
        runs: 1,
        read: () => ({ status: 200, text: '{"documents":[],"problems":[]}' })
    });
    assert.equal(silent.failures.length, 1);
});
