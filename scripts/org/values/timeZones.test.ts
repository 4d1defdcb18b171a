// Offsets of time zones: the example of Apex's TimeZone class, and the days on which clocks in the United States change.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_timezone.htm
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTimeZone, localToUtc, zoneName, zoneOffset } from './timeZones.ts';

const PACIFIC = 'America/Los_Angeles';

void test('the example of TimeZone.getOffset: October 2012 is daylight saving time, November is not', () => {
    assert.equal(zoneOffset(PACIFIC, Date.UTC(2012, 9, 23, 19)), -25_200_000);
    assert.equal(zoneOffset(PACIFIC, Date.UTC(2012, 10, 23, 20)), -28_800_000);
});

void test('clocks change within the hour: 10 March 2024, 10:00 UTC', () => {
    assert.equal(zoneOffset(PACIFIC, Date.UTC(2024, 2, 10, 9, 59)), -28_800_000);
    assert.equal(zoneOffset(PACIFIC, Date.UTC(2024, 2, 10, 10)), -25_200_000);
});

void test('zones may be ahead by parts of an hour', () => {
    assert.equal(zoneOffset('Asia/Kolkata', Date.UTC(2024, 0, 1)), 19_800_000);
    assert.equal(zoneOffset('Asia/Kathmandu', Date.UTC(2024, 0, 1)), 20_700_000);
});

void test('an offset in hours and minutes is a zone', () => {
    assert.equal(zoneOffset('GMT-08:00', 0), -28_800_000);
    assert.equal(zoneOffset('GMT+5:30', 0), 19_800_000);
});

void test('wall-clock time leads back to the moment, in summer and winter', () => {
    assert.equal(localToUtc(PACIFIC, Date.UTC(2012, 9, 23, 12)), Date.UTC(2012, 9, 23, 19));
    assert.equal(localToUtc(PACIFIC, Date.UTC(2012, 10, 23, 12)), Date.UTC(2012, 10, 23, 20));
});

void test('zones have short and long names', () => {
    const summer = Date.UTC(2001, 6, 4, 19);
    assert.equal(zoneName(PACIFIC, summer, 'short'), 'PDT');
    assert.equal(zoneName(PACIFIC, summer, 'long'), 'Pacific Daylight Time');
});

void test('a name that is no zone is told from one', () => {
    assert.deepEqual([PACIFIC, 'GMT', 'America/Nowhere'].map(isTimeZone), [true, true, false]);
});
