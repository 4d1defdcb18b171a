// System.Date.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_date.htm
import { ApexDate, ApexDatetime, DAY, addMonths, daysInMonth, zoneOffset } from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import { dateText, parseDate } from './dateText.ts';
import { given, nullArgument, orNull } from './elements.ts';
import { today } from './system.ts';

function newInstance(year: number | null, month: number | null, day: number | null): ApexDate {
    return ApexDate.of(given(year), given(month, 2), given(day, 3));
}

function invalid(text: string): never {
    return throwApex('System.TypeException', `Invalid date: ${text}`);
}

/** `yyyy-MM-dd`, a time after it is ignored. */
function valueOf(value: unknown): ApexDate {
    if (value === null) return nullArgument();
    if (value instanceof ApexDate) return value;
    if (value instanceof ApexDatetime) return dateOf(value.ms);
    const text = String(value);
    const match = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?\s*$/.exec(text);
    if (!match) return invalid(text);
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return invalid(text);
    return ApexDate.of(year, month, day);
}

/** The user's calendar day of a moment. */
export function dateOf(ms: number): ApexDate {
    return new ApexDate(Math.floor((ms + zoneOffset(platform().user.timeZone, ms)) / DAY));
}

function monthsBetween(self: ApexDate, other: ApexDate | null): number {
    const [year, month] = self.parts();
    const [otherYear, otherMonth] = given(other).parts();
    return (otherYear - year) * 12 + otherMonth - month;
}

function toStartOfWeek(self: ApexDate): ApexDate {
    const weekday = (((self.days + 4) % 7) + 7) % 7;
    // Weeks begin as the user's locale has it: on Sunday in the Americas, on Monday in most of Europe.
    const first = firstDayOfWeek(platform().user.locale);
    return self.addDays(-((weekday - first + 7) % 7));
}

function firstDayOfWeek(locale: string): number {
    const region = locale.split('_')[1] ?? '';
    return ['US', 'CA', 'MX', 'JP', 'BR', 'IL', 'IN', 'KR', 'TW', 'ZA', ''].includes(region) ? 0 : 1;
}

function dayOfYear(self: ApexDate): number {
    return self.days - ApexDate.of(self.parts()[0], 1, 1).days + 1;
}

export const date = nativeClass({
    name: 'System.Date',
    statics: {
        'Integer daysInMonth(Integer year, Integer month)': (year: number, month: number) =>
            daysInMonth(given(year), given(month, 2)),
        'Boolean isLeapYear(Integer year)': (year: number) => daysInMonth(given(year), 2) === 29,
        'Date newInstance(Integer year, Integer month, Integer day)': newInstance,
        'Date parse(String text)': (text: string | null) =>
            parseDate(given(text), platform().user.locale) ?? invalid(given(text)),
        'Date today()': today,
        'Date valueOf(String text)': valueOf,
        'Date valueOf(Object value)': orNull(valueOf)
    },
    methods: {
        'Date addDays(Integer days)': (self: ApexDate, days: number | null) => self.addDays(given(days)),
        'Date addMonths(Integer months)': (self: ApexDate, months: number | null) => self.addMonths(given(months)),
        'Date addYears(Integer years)': (self: ApexDate, years: number | null) =>
            new ApexDate(Math.floor(addMonths(self.ms, 12 * given(years)) / DAY)),
        'Integer day()': (self: ApexDate) => self.parts()[2],
        'Integer dayOfYear()': dayOfYear,
        'Integer daysBetween(Date other)': (self: ApexDate, other: ApexDate | null) => given(other).days - self.days,
        'String format()': (self: ApexDate) => dateText(self, platform().user.locale),
        'Boolean isSameDay(Date other)': (self: ApexDate, other: ApexDate | null) => self.days === given(other).days,
        'Integer month()': (self: ApexDate) => self.parts()[1],
        'Integer monthsBetween(Date other)': monthsBetween,
        'Date toStartOfMonth()': (self: ApexDate) => ApexDate.of(self.parts()[0], self.parts()[1], 1),
        'Date toStartOfWeek()': toStartOfWeek,
        'Integer year()': (self: ApexDate) => self.parts()[0]
    },
    isInstance: (value) => value instanceof ApexDate
});
