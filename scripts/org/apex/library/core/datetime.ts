// System.Datetime.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_datetime.htm
import {
    ApexDate,
    ApexDatetime,
    ApexTime,
    DAY,
    Decimal,
    Double,
    addMonths,
    formatPattern,
    intlLocale,
    isTimeZone,
    localToUtc,
    utcDay,
    zoneOffset
} from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import { dateText, parseDate } from './dateText.ts';
import { given, nullArgument, orNull } from './elements.ts';

const zone = (): string => platform().user.timeZone;
const local = (self: ApexDatetime): Date => new Date(self.ms + zoneOffset(zone(), self.ms));

function wall(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
    return (
        utcDay(given(year), given(month, 2), given(day, 3)) +
        given(hour, 4) * 3_600_000 +
        given(minute, 5) * 60_000 +
        given(second, 6) * 1000
    );
}

const fromLocal = (ms: number): ApexDatetime => new ApexDatetime(localToUtc(zone(), ms));

function newInstance(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): ApexDatetime {
    return fromLocal(wall(year, month, day, hour, minute, second));
}

function newInstanceGmt(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): ApexDatetime {
    return new ApexDatetime(wall(year, month, day, hour, minute, second));
}

/** Whole months and years keep the wall-clock time of the user. */
function addLocalMonths(self: ApexDatetime, months: number): ApexDatetime {
    return fromLocal(addMonths(local(self).getTime(), months));
}

/** `yyyy-MM-dd HH:mm:ss`, in the user's time zone or in GMT. */
function valueOf(text: unknown, gmt: boolean): ApexDatetime {
    if (text === null) return nullArgument();
    if (text instanceof ApexDatetime) return text;
    // A number counts milliseconds (NebulaLogger, LogEntryEventHandler.upsertLogEntries).
    if (typeof text === 'bigint' || typeof text === 'number') return fromMilliseconds(text);
    if (text instanceof ApexDate) return gmt ? new ApexDatetime(text.ms) : fromLocal(text.ms);
    // An offset behind the time is passed over (apex-rollup, RollupEvaluatorTests.shouldWorkForGreaterThanDatetimes).
    const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[+-]\d{4})?\s*$/.exec(
        String(text)
    );
    if (!match) return throwApex('System.TypeException', `Invalid date/time: ${String(text)}`);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
    const ms = wall(year, month, day, hour, minute, second);
    return gmt ? new ApexDatetime(ms) : fromLocal(ms);
}

function parse(text: string | null): ApexDatetime {
    const match = /^\s*(\S+?),?\s+(\d{1,2}):(\d{2})(?:\s*([AaPp][Mm]))?\s*$/.exec(given(text));
    const day = match ? parseDate(match[1] ?? '', platform().user.locale) : null;
    if (!match || !day) return throwApex('System.TypeException', `Invalid date/time: ${given(text)}`);
    const half = match[4]?.toLowerCase();
    const hour = (Number(match[2]) % (half ? 12 : 24)) + (half === 'pm' ? 12 : 0);
    return fromLocal(day.ms + hour * 3_600_000 + Number(match[3]) * 60_000);
}

function format(self: ApexDatetime, pattern: string | null, timeZone: string | null): string {
    const name = timeZone === null || !isTimeZone(timeZone) ? (timeZone === null ? zone() : 'GMT') : timeZone;
    try {
        return formatPattern(given(pattern), self.ms, name, intlLocale(platform().user.locale));
    } catch (error) {
        return throwApex('System.IllegalArgumentException', (error as Error).message);
    }
}

function localFormat(self: ApexDatetime): string {
    const wallTime = local(self);
    const date = dateText(new ApexDate(Math.floor(wallTime.getTime() / DAY)), platform().user.locale);
    const time = new Intl.DateTimeFormat(intlLocale(platform().user.locale), {
        hour: 'numeric',
        minute: '2-digit',
        timeZone: 'UTC'
    }).format(wallTime);
    return `${date}, ${time.replace(/\u202F/g, ' ')}`;
}

function formatLong(self: ApexDatetime): string {
    const wallTime = local(self);
    const date = dateText(new ApexDate(Math.floor(wallTime.getTime() / DAY)), platform().user.locale);
    const time = new Intl.DateTimeFormat(intlLocale(platform().user.locale), {
        hour: 'numeric',
        minute: '2-digit',
        second: '2-digit',
        timeZone: 'UTC'
    }).format(wallTime);
    return `${date}, ${time.replace(/\u202F/g, ' ')} ${formatPattern('z', self.ms, zone(), 'en-US')}`;
}

const plus =
    (unit: number) =>
    (self: ApexDatetime, count: number | null): ApexDatetime =>
        new ApexDatetime(self.ms + given(count) * unit);
const gmt =
    (read: (date: Date) => number) =>
    (self: ApexDatetime): number =>
        read(new Date(self.ms));
const here =
    (read: (date: Date) => number) =>
    (self: ApexDatetime): number =>
        read(local(self));
const dayOfYear = (date: Date): number =>
    Math.floor(
        (utcDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) -
            utcDay(date.getUTCFullYear(), 1, 1)) /
            DAY
    ) + 1;
const FIELDS: readonly [string, (date: Date) => number][] = [
    ['day', (date) => date.getUTCDate()],
    ['dayOfYear', dayOfYear],
    ['hour', (date) => date.getUTCHours()],
    ['millisecond', (date) => date.getUTCMilliseconds()],
    ['minute', (date) => date.getUTCMinutes()],
    ['month', (date) => date.getUTCMonth() + 1],
    ['second', (date) => date.getUTCSeconds()],
    ['year', (date) => date.getUTCFullYear()]
];

function fromMilliseconds(ms: number | bigint | Decimal | Double | null): ApexDatetime {
    const value = given(ms);
    return new ApexDatetime(
        value instanceof Double
            ? Math.trunc(value.v)
            : value instanceof Decimal
              ? Number(value.truncate())
              : Number(value)
    );
}

const dateIn = (self: ApexDatetime, offset: number): ApexDate => new ApexDate(Math.floor((self.ms + offset) / DAY));

function sameDay(self: ApexDatetime, other: ApexDatetime | null): boolean {
    const second = given(other);
    return dateIn(self, zoneOffset(zone(), self.ms)).days === dateIn(second, zoneOffset(zone(), second.ms)).days;
}

export const datetime = nativeClass({
    name: 'System.Datetime',
    statics: {
        'Datetime newInstance(Long milliseconds)': fromMilliseconds,
        'Datetime newInstance(Date date, Time time)': (date: ApexDate | null, time: ApexTime | null) =>
            fromLocal(given(date).ms + given(time, 2).ms),
        'Datetime newInstance(Integer year, Integer month, Integer day)': newInstance,
        'Datetime newInstance(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)':
            newInstance,
        'Datetime newInstanceGmt(Date date, Time time)': (date: ApexDate | null, time: ApexTime | null) =>
            new ApexDatetime(given(date).ms + given(time, 2).ms),
        'Datetime newInstanceGmt(Integer year, Integer month, Integer day)': newInstanceGmt,
        'Datetime newInstanceGmt(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)':
            newInstanceGmt,
        'Datetime now()': () => new ApexDatetime(platform().now()),
        'Datetime parse(String text)': parse,
        'Datetime valueOf(String text)': (text: unknown) => valueOf(text, false),
        'Datetime valueOf(Object value)': orNull((value) => valueOf(value, false)),
        'Datetime valueOfGmt(String text)': (text: unknown) => valueOf(text, true)
    },
    methods: {
        ...Object.fromEntries(
            FIELDS.flatMap(([name, read]) => [
                [`Integer ${name}()`, here(read)],
                [`Integer ${name}Gmt()`, gmt(read)]
            ])
        ),
        'Datetime addDays(Integer days)': (self: ApexDatetime, days: number | null) =>
            fromLocal(local(self).getTime() + given(days) * DAY),
        'Datetime addHours(Integer hours)': plus(3_600_000),
        'Datetime addMinutes(Integer minutes)': plus(60_000),
        'Datetime addMonths(Integer months)': (self: ApexDatetime, months: number | null) =>
            addLocalMonths(self, given(months)),
        'Datetime addSeconds(Integer seconds)': plus(1000),
        'Datetime addYears(Integer years)': (self: ApexDatetime, years: number | null) =>
            addLocalMonths(self, 12 * given(years)),
        'Date date()': (self: ApexDatetime) => dateIn(self, zoneOffset(zone(), self.ms)),
        'Date dateGmt()': (self: ApexDatetime) => dateIn(self, 0),
        'String format()': localFormat,
        'String format(String pattern)': (self: ApexDatetime, pattern: string | null) => format(self, pattern, null),
        'String format(String pattern, String timeZone)': format,
        'String formatGmt(String pattern)': (self: ApexDatetime, pattern: string | null) =>
            format(self, pattern, 'GMT'),
        'String formatLong()': formatLong,
        'Long getTime()': (self: ApexDatetime) => BigInt(self.ms),
        'Boolean isSameDay(Datetime other)': sameDay,
        'Time time()': (self: ApexDatetime) => new ApexTime(local(self).getTime() % DAY),
        'Time timeGmt()': (self: ApexDatetime) => new ApexTime(self.ms % DAY)
    },
    isInstance: (value) => value instanceof ApexDatetime || value instanceof ApexDate
});
