// Date and time functions ("Formula Operators and Functions by Context", Salesforce Help). Dates of a moment are those of the user's
// time zone; texts of moments are GMT.
import {
    ApexDate,
    ApexDatetime,
    ApexTime,
    Decimal,
    addMonths,
    daysInMonth,
    utcDay,
    zoneOffset
} from '../../../values/index.ts';
import type { Value } from '../../../values/index.ts';
import { FormulaEvaluationError } from '../errors.ts';
import { whole } from '../numbers.ts';
import type { Env } from '../types.ts';
import type { FunctionSpec, FunctionTable } from './spec.ts';
import { blank, strict } from './spec.ts';

const DAY = 86_400_000;

export function dateIn(env: Env, ms: number): ApexDate {
    return new ApexDate(Math.floor((ms + zoneOffset(env.world.timeZone, ms)) / DAY));
}

function dateOf(year: number, month: number, day: number): ApexDate {
    if (year < 1 || year > 9999) throw new FormulaEvaluationError('Year out of range in DATE() function');
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
        throw new FormulaEvaluationError('Month or Day out of range in DATE() function');
    return ApexDate.of(year, month, day);
}

function dateValue(value: Value, env: Env): Value {
    if (value === null) return null;
    if (value instanceof ApexDatetime) return dateIn(env, value.ms);
    if (value instanceof ApexDate) return value;
    const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/.exec(value as string);
    if (!match) throw new FormulaEvaluationError('Invalid year for DATEVALUE function');
    return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

function datetimeValue(value: Value): Value {
    if (value === null || value instanceof ApexDatetime) return value;
    if (value instanceof ApexDate) return new ApexDatetime(value.ms);
    const match = /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(value as string);
    if (!match) throw new FormulaEvaluationError('Invalid value for DATETIMEVALUE function');
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        throw new FormulaEvaluationError('Invalid value for DATETIMEVALUE function');
    return new ApexDatetime(utcDay(year, month, day) + hour * 3_600_000 + minute * 60_000 + second * 1000);
}

function timeValue(value: Value): Value {
    if (value === null || value instanceof ApexTime) return value;
    if (value instanceof ApexDatetime) return new ApexTime(value.ms);
    const match = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,3}))?\s*$/.exec(value as string);
    if (!match || Number(match[1]) > 23 || Number(match[2]) > 59 || Number(match[3]) > 59)
        throw new FormulaEvaluationError('Invalid value for TIMEVALUE function');
    return ApexTime.of(Number(match[1]), Number(match[2]), Number(match[3]), Number((match[4] ?? '0').padEnd(3, '0')));
}

/** The last day of a month stays the last day. */
function monthsLater(value: Value, months: Value): Value {
    if (value === null || months === null) return null;
    const ms = value instanceof ApexDate ? value.ms : (value as ApexDatetime).ms;
    const date = new Date(ms);
    const last = date.getUTCDate() === daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1);
    const moved = addMonths(last ? ms + DAY : ms, whole(months as Decimal)) - (last ? DAY : 0);
    return value instanceof ApexDate ? new ApexDate(Math.floor(moved / DAY)) : new ApexDatetime(moved);
}

const part = (compute: (date: Date, value: ApexDate) => number): FunctionSpec => ({
    params: ['Date'],
    returns: 'Number',
    run: strict(([date]) => Decimal.from(compute(new Date((date as ApexDate).ms), date as ApexDate)))
});
const clock = (compute: (ms: number) => number): FunctionSpec => ({
    params: ['Time'],
    returns: 'Number',
    run: strict(([time]) => Decimal.from(compute((time as ApexTime).ms)))
});
const dayOfYear = (date: Date): number => Math.floor((date.getTime() - utcDay(date.getUTCFullYear(), 1, 1)) / DAY) + 1;
/** The Thursday of the date's week says which year and week it is. */
const thursday = (date: Date): Date => new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);

function duration(values: readonly Value[]): Value {
    const [from, to] = values;
    if (from === null || to === null || from === undefined) return null;
    const days = to === true || from instanceof ApexDatetime;
    const ms = (value: Value): number => (value as { ms: number }).ms;
    const seconds = Math.abs(Math.trunc(from instanceof Decimal ? whole(from) : (ms(to) - ms(from)) / 1000));
    const two = (value: number): string => String(value).padStart(2, '0');
    const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    const hours = Math.floor(seconds / 3600);
    return days ? `${Math.floor(seconds / 86_400)}:${two(hours % 24)}:${rest}` : `${two(hours)}:${rest}`;
}

export const DATES: FunctionTable = {
    ADDMONTHS: {
        params: [['Date', 'DateTime'], 'Number'],
        returns: ([date]) => date?.type ?? 'Date',
        run: ([date, months]) => monthsLater(date, months)
    },
    DATE: {
        params: ['Number', 'Number', 'Number'],
        returns: 'Date',
        run: strict(([year, month, day]) =>
            dateOf(whole(year as Decimal), whole(month as Decimal), whole(day as Decimal))
        )
    },
    DATEVALUE: {
        params: [['Text', 'DateTime', 'Date']],
        returns: 'Date',
        run: ([value], env) => (blank(value) ? null : dateValue(value, env))
    },
    DATETIMEVALUE: {
        params: [['Text', 'DateTime', 'Date']],
        returns: 'DateTime',
        run: ([value]) => (blank(value) ? null : datetimeValue(value))
    },
    DAY: part((date) => date.getUTCDate()),
    DAYOFYEAR: part(dayOfYear),
    FORMATDURATION: {
        params: [
            ['Number', 'Time', 'DateTime'],
            ['Boolean', 'Time', 'DateTime']
        ],
        optional: 1,
        returns: 'Text',
        run: duration
    },
    FROMUNIXTIME: {
        params: ['Number'],
        returns: 'DateTime',
        run: strict(([seconds]) => new ApexDatetime(Math.round((seconds as Decimal).toNumber() * 1000)))
    },
    HOUR: clock((ms) => Math.floor(ms / 3_600_000)),
    ISOWEEK: part((date) => Math.ceil(dayOfYear(thursday(date)) / 7)),
    ISOYEAR: part((date) => thursday(date).getUTCFullYear()),
    MILLISECOND: clock((ms) => ms % 1000),
    MINUTE: clock((ms) => Math.floor(ms / 60_000) % 60),
    MONTH: part((date) => date.getUTCMonth() + 1),
    NOW: {
        params: [],
        returns: 'DateTime',
        run: (_values, env) => new ApexDatetime(Math.floor(env.world.now / 1000) * 1000)
    },
    SECOND: clock((ms) => Math.floor(ms / 1000) % 60),
    TIMENOW: { params: [], returns: 'Time', run: (_values, env) => new ApexTime(env.world.now) },
    TIMEVALUE: {
        params: [['Text', 'DateTime', 'Time']],
        returns: 'Time',
        run: ([value]) => (blank(value) ? null : timeValue(value))
    },
    TODAY: { params: [], returns: 'Date', run: (_values, env) => dateIn(env, env.world.now) },
    UNIXTIMESTAMP: {
        params: [['Date', 'DateTime', 'Time']],
        returns: 'Number',
        run: strict(([value]) => Decimal.from(Math.floor((value as { ms: number }).ms / 1000)))
    },
    WEEKDAY: part((date) => date.getUTCDay() + 1),
    YEAR: part((date) => date.getUTCFullYear())
};
