// Calendar arithmetic of Date and Datetime: https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_date.htm
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDate, ApexDatetime, ApexTime, daysInMonth } from './dates.ts';

void test('the example of Date.daysInMonth: February 1960 has 29 days', () => {
    assert.equal(daysInMonth(1960, 2), 29);
});

void test('February has 29 days in leap years of the Gregorian calendar', () => {
    assert.deepEqual(
        [1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2)),
        [28, 29, 28, 29]
    );
});

void test('months later the day is at most the last of the month', () => {
    assert.equal(ApexDate.of(2024, 1, 31).addMonths(1).toString(), '2024-02-29');
    assert.equal(ApexDate.of(2024, 3, 31).addMonths(-1).toString(), '2024-02-29');
    assert.equal(ApexDate.of(2023, 11, 30).addMonths(3).toString(), '2024-02-29');
});

void test('days carry over months and years, before the epoch too', () => {
    assert.equal(ApexDate.of(1969, 12, 31).addDays(1).toString(), '1970-01-01');
    assert.equal(ApexDate.of(1960, 2, 17).days, -3606);
});

void test('the first century is not taken for the twentieth', () => {
    assert.equal(ApexDate.of(45, 3, 15).toString(), '0045-03-15');
});

void test('a datetime is written in ISO with milliseconds', () => {
    assert.equal(ApexDatetime.utc(2011, 6, 1, 3, 3, 3).toString(), '2011-06-01T03:03:03.000Z');
});

void test('a time of day goes round midnight', () => {
    assert.equal(ApexTime.of(18, 30, 2, 20).toString(), '18:30:02.020Z');
    assert.equal(new ApexTime(ApexTime.of(23, 0, 0, 0).ms + 3_600_000 * 2).toString(), '01:00:00.000Z');
    assert.equal(new ApexTime(-1).toString(), '23:59:59.999Z');
});
