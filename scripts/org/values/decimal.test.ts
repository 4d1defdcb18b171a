// Decimal arithmetic is java.math.BigDecimal's with MathContext.DECIMAL128: the table of java.math.RoundingMode, the examples of
// the Apex Reference (apex_methods_system_decimal.htm) and of BigDecimal's own documentation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoundingMode } from './decimal.ts';
import { Decimal } from './decimal.ts';

const of = (text: string): Decimal => Decimal.parse(text);
const INPUTS = ['5.5', '2.5', '1.6', '1.1', '1.0', '-1.0', '-1.1', '-1.6', '-2.5', '-5.5'];

/** https://docs.oracle.com/javase/8/docs/api/java/math/RoundingMode.html, "Summary of Rounding Operations". */
const ROUNDED: Readonly<Partial<Record<RoundingMode, readonly number[]>>> = {
    UP: [6, 3, 2, 2, 1, -1, -2, -2, -3, -6],
    DOWN: [5, 2, 1, 1, 1, -1, -1, -1, -2, -5],
    CEILING: [6, 3, 2, 2, 1, -1, -1, -1, -2, -5],
    FLOOR: [5, 2, 1, 1, 1, -1, -2, -2, -3, -6],
    HALF_UP: [6, 3, 2, 1, 1, -1, -1, -2, -3, -6],
    HALF_DOWN: [5, 2, 2, 1, 1, -1, -1, -2, -2, -5],
    HALF_EVEN: [6, 2, 2, 1, 1, -1, -1, -2, -2, -6]
};

for (const [mode, expected] of Object.entries(ROUNDED)) {
    void test(`${mode} rounds as the table of RoundingMode says`, () => {
        assert.deepEqual(
            INPUTS.map((text) => Number(of(text).round(mode as RoundingMode))),
            expected
        );
    });
}

void test('UNNECESSARY refuses what would have to be rounded', () => {
    assert.equal(of('1.0').round('UNNECESSARY'), 1n);
    assert.throws(() => of('1.1').round('UNNECESSARY'), /Rounding necessary/);
});

void test('sums keep the larger scale and products add scales', () => {
    assert.equal(of('1.10').add(of('2.345')).toString(), '3.445');
    assert.equal(of('5.0').subtract(of('0.01')).toString(), '4.99');
    assert.equal(of('1.20').multiply(of('2.0')).toString(), '2.400');
});

void test('a quotient that does not end has 34 digits', () => {
    assert.equal(of('1').divide(of('3')).toString(), '0.3333333333333333333333333333333333');
    assert.equal(of('2').divide(of('3')).toString(), '0.6666666666666666666666666666666667');
});

void test('a quotient that ends is written with no more digits than it needs', () => {
    assert.equal(of('1').divide(of('32')).toString(), '0.03125');
    assert.equal(of('10.00').divide(of('2')).toString(), '5.00');
});

void test('nothing is divided by zero', () => {
    assert.throws(() => of('1').divide(of('0.00')), /Divide by 0/);
    assert.throws(() => of('1').remainder(of('0')), /Divide by 0/);
});

void test('divide takes a scale and a mode, as the Apex Reference shows', () => {
    assert.equal(of('19').divideTo(of('100'), 3, 'HALF_EVEN').toString(), '0.190');
});

void test('setScale rounds half to even and fills with zeros', () => {
    assert.equal(of('5.5').setScale(0).toString(), '6');
    assert.equal(of('2.25').setScale(1).toString(), '2.2');
    assert.equal(of('2.25').setScale(4).toString(), '2.2500');
});

void test('a negative scale rounds to hundreds', () => {
    assert.equal(of('1250').setScale(-2).toString(), '1200');
    assert.equal(of('1350').setScale(-2).toString(), '1400');
});

void test('precision counts digits and stripTrailingZeros drops zeros', () => {
    assert.equal(of('123.45').precision(), 5);
    assert.equal(of('0.0010').precision(), 2);
    assert.equal(of('600.0').stripTrailingZeros().toString(), '600');
});

void test('equal numbers of other scales compare as equal', () => {
    assert.equal(of('2.0').compareTo(of('2.00')), 0);
    assert.equal(of('-2').compareTo(of('1')), -1);
});

void test('exponents are read, and written below 0.000001', () => {
    assert.equal(of('1.5E3').toString(), '1500');
    assert.equal(of('12e-3').toString(), '0.012');
    assert.equal(of('0.00000012').toScientific(), '1.2E-7');
    assert.equal(of('0.000001').toScientific(), '0.000001');
});

void test('text that is no number is refused', () => {
    for (const text of ['', '.', '1,5', '1.2.3', 'e5']) assert.throws(() => of(text), /Invalid decimal/, text);
});
