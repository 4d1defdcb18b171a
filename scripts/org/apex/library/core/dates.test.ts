// Date, Datetime, Time and TimeZone: the examples of the Apex Reference. The user lives in Los Angeles, the moment is 2026-01-15 12:00 GMT.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_date.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_datetime.htm
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from './testing.ts';

const CASES: readonly [expression: string, value: string][] = [
    ['Date.newInstance(1960, 2, 17).addDays(2)', '1960-02-19'],
    ['Date.newInstance(1990, 11, 21).addMonths(1)', '1990-12-21'],
    ['Date.newInstance(2024, 1, 31).addMonths(1)', '2024-02-29'],
    ['Date.newInstance(1955, 2, 28).addYears(1)', '1956-02-28'],
    ['Date.newInstance(2024, 2, 29).addYears(1)', '2025-02-28'],
    ['Date.newInstance(1989, 4, 21).day()', '21'],
    ['Date.newInstance(1998, 10, 21).dayOfYear()', '294'],
    ['Date.newInstance(2008, 1, 1).daysBetween(Date.newInstance(2008, 1, 30))', '29'],
    ['Date.daysInMonth(1960, 2)', '29'],
    ['Date.newInstance(2001, 3, 21).format()', "'3/21/2001'"],
    ['Date.isLeapYear(2004)', 'true'],
    ['Date.isLeapYear(1900)', 'false'],
    ['Date.newInstance(2009, 9, 2).isSameDay(Date.newInstance(2009, 9, 2))', 'true'],
    ['Date.newInstance(2004, 11, 21).month()', '11'],
    ['Date.newInstance(2006, 12, 2).monthsBetween(Date.newInstance(2012, 12, 8))', '72'],
    ["Date.parse('12/27/2009')", '2009-12-27'],
    ['Date.newInstance(1987, 12, 17).toStartOfMonth()', '1987-12-01'],
    ['Date.newInstance(2026, 1, 15).toStartOfWeek()', '2026-01-11'],
    ["Date.valueOf('2001-07-04')", '2001-07-04'],
    ["Date.valueOf('2007-01-01 12:30:00')", '2007-01-01'],
    ['Date.newInstance(1999, 12, 31).year()', '1999'],
    ['Date.newInstance(2026, 13, 1)', '2027-01-01'],
    ['Date.today()', '2026-01-15'],
    ["'' + Date.newInstance(2012, 1, 2)", "'2012-01-02 00:00:00'"],
    ["Datetime.newInstance(1974, 4, 30, 1, 2, 3).format('yyyy-MM-dd HH:mm:ss')", "'1974-04-30 01:02:03'"],
    ['Datetime.newInstance(1970, 1, 1, 12, 6, 13).date()', '1970-01-01'],
    ['Datetime.newInstanceGmt(2026, 1, 1, 2, 0, 0).date()', '2025-12-31'],
    ['Datetime.newInstanceGmt(2026, 1, 1, 2, 0, 0).dateGmt()', '2026-01-01'],
    ['Datetime.newInstanceGmt(2026, 7, 1, 7, 0, 0).hour()', '0'],
    ["Datetime.newInstanceGmt(2004, 1, 12, 15, 0, 0).format('MM/dd/yyyy')", "'01/12/2004'"],
    [
        "Datetime.newInstanceGmt(2012, 6, 14, 0, 0, 0).format('EEEE, MMMM d, yyyy', 'America/New_York')",
        "'Wednesday, June 13, 2012'"
    ],
    [
        "Datetime.newInstanceGmt(1993, 6, 6, 3, 3, 3).formatGmt('EEE MMM dd HH:mm:ss z yyyy')",
        "'Sun Jun 06 03:03:03 GMT 1993'"
    ],
    [
        "Datetime.newInstanceGmt(2026, 1, 15, 20, 5, 9).formatGmt('yyyy-MM-dd\\'T\\'HH:mm:ss.SSS\\'Z\\'')",
        "'2026-01-15T20:05:09.000Z'"
    ],
    ['Datetime.newInstanceGmt(2026, 1, 15, 20, 5, 9).format()', "'1/15/2026, 12:05 PM'"],
    ['Datetime.newInstance(2007, 6, 23, 3, 3, 3).getTime()', '1182592983000L'],
    ['Datetime.newInstance(0L)', '1970-01-01T00:00:00.000Z'],
    ['Datetime.newInstance(1182592983000L).month()', '6'],
    ["Datetime.parse('10/14/2011 11:46 AM')", '2011-10-14T18:46:00.000Z'],
    ["Datetime.valueOf('2006-07-04 12:20:10')", '2006-07-04T19:20:10.000Z'],
    ["Datetime.valueOfGmt('2006-07-04 12:20:10')", '2006-07-04T12:20:10.000Z'],
    ['Datetime.newInstanceGmt(2000, 6, 16, 12, 6, 13).addMinutes(7)', '2000-06-16T12:13:13.000Z'],
    ['Datetime.newInstanceGmt(2000, 1, 31, 12, 6, 13).addMonths(1)', '2000-02-29T12:06:13.000Z'],
    ['Datetime.now().addHours(1)', '2026-01-15T13:00:00.000Z'],
    ['Datetime.newInstance(2012, 11, 21).timeGmt()', '08:00:00.000Z'],
    ['Time.newInstance(18, 30, 2, 20)', '18:30:02.020Z'],
    ['Time.newInstance(1, 2, 3, 4).addHours(25)', '02:02:03.004Z'],
    ['Time.newInstance(1, 2, 3, 4).addMinutes(-3)', '00:59:03.004Z'],
    ['Time.newInstance(23, 59, 59, 999).millisecond()', '999'],
    [
        "TimeZone.getTimeZone('America/Los_Angeles').getOffset(Datetime.newInstanceGmt(2012, 7, 23, 0, 0, 0))",
        '-25200000'
    ],
    [
        "TimeZone.getTimeZone('America/New_York').getDisplayName()",
        "'(GMT-05:00) Eastern Standard Time (America/New_York)'"
    ],
    ["TimeZone.getTimeZone('GMT').getID()", "'GMT'"],
    ["Date.valueOf('nope')", 'System.TypeException: Invalid date: nope'],
    ["Date.parse('x')", 'System.TypeException: Invalid date: x'],
    ["Datetime.valueOf('2006-07-04')", 'System.TypeException: Invalid date/time: 2006-07-04'],
    ['Date.newInstance(2026, null, 1)', 'System.NullPointerException: Argument 2 cannot be null']
];

for (const [expression, value] of CASES)
    test(`${expression} is ${value}`, () => assert.equal(evaluate(expression), value));
