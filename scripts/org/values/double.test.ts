// A Double is written as java.lang.Double.toString does: https://docs.oracle.com/javase/8/docs/api/java/lang/Double.html
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubleText } from './double.ts';

const CASES: readonly [number, string][] = [
    [0, '0.0'],
    [-0, '-0.0'],
    [1, '1.0'],
    [-1.5, '-1.5'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [9_999_999, '9999999.0'],
    [10_000_000, '1.0E7'],
    [123_456_789.5, '1.234567895E8'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity']
];

for (const [value, text] of CASES)
    void test(`the double ${String(value)} is written ${text}`, () => {
        assert.equal(doubleText(value), text);
    });
