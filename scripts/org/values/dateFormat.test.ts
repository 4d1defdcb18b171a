// Patterns of java.text.SimpleDateFormat: the examples of its documentation, 2001-07-04 12:08:56 in the U.S. Pacific time zone.
// https://docs.oracle.com/javase/8/docs/api/java/text/SimpleDateFormat.html
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPattern, intlLocale } from './dateFormat.ts';

const MOMENT = Date.UTC(2001, 6, 4, 19, 8, 56, 235);

const EXAMPLES: readonly [string, string][] = [
    ["yyyy.MM.dd G 'at' HH:mm:ss z", '2001.07.04 AD at 12:08:56 PDT'],
    ["EEE, MMM d, ''yy", "Wed, Jul 4, '01"],
    ['h:mm a', '12:08 PM'],
    ["hh 'o''clock' a, zzzz", "12 o'clock PM, Pacific Daylight Time"],
    ['K:mm a, z', '0:08 PM, PDT'],
    ['yyyyy.MMMMM.dd GGG hh:mm aaa', '02001.July.04 AD 12:08 PM'],
    ['EEE, d MMM yyyy HH:mm:ss Z', 'Wed, 4 Jul 2001 12:08:56 -0700'],
    ['yyMMddHHmmssZ', '010704120856-0700'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", '2001-07-04T12:08:56.235-0700'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2001-07-04T12:08:56.235-07:00'],
    ["YYYY-'W'ww-u", '2001-W27-3']
];

for (const [pattern, text] of EXAMPLES)
    void test(`the pattern ${pattern} gives ${text}`, () => {
        assert.equal(formatPattern(pattern, MOMENT, 'America/Los_Angeles'), text);
    });

void test('hours at midnight are 0, 24, 0 and 12', () => {
    assert.equal(formatPattern('H k K h', Date.UTC(2020, 0, 1), 'GMT'), '0 24 0 12');
});

void test('the last days of December may be of week 1 of the next year', () => {
    assert.equal(formatPattern('YYYY ww', Date.UTC(2019, 11, 30), 'GMT'), '2020 01');
});

void test('letters that are reserved and open quotes are refused', () => {
    assert.throws(() => formatPattern('b', MOMENT, 'GMT'), /Illegal pattern character 'b'/);
    assert.throws(() => formatPattern("'open", MOMENT, 'GMT'), /Unterminated quote/);
});

void test('locales of Salesforce are named as Intl names them', () => {
    assert.deepEqual(['en_US', 'de_DE_EURO', 'fr'].map(intlLocale), ['en-US', 'de-DE', 'fr']);
});
