// Cron expressions of System.schedule: `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]`.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_scheduler.htm
import { throwApex } from '../../apex/runtime/exceptions.ts';
import { localToUtc, zoneOffset } from '../../values/index.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** The documentation says 2099; Salesforce takes 2100 too (declarative-lookup-rollup-summaries schedules for that year). */
const LAST_YEAR = 2199;
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface Cron {
    minute: number;
    hours: Set<number>;
    months: Set<number>;
    years: Set<number> | null;
    day: (date: Date) => boolean;
}

function refuse(text: string, why: string): never {
    throwApex('System.StringException', `${why}: ${text}`);
}

function numbers(text: string, part: string, from: number, to: number, names: string[] = [], base = 0): Set<number> {
    const result = new Set<number>();
    const read = (word: string): number => {
        const named = names.indexOf(word.toUpperCase());
        const value = named >= 0 ? named + base : Number(word);
        if (!Number.isInteger(value) || value < from || value > to)
            refuse(text, 'Illegal characters for this position');
        return value;
    };
    for (const item of part.split(',')) {
        const [range = '', step] = item.split('/');
        let first = from;
        let last = to;
        if (range !== '*' && range !== '?') {
            const [a = '', b] = range.split('-');
            first = read(a);
            last = b === undefined ? (step === undefined ? first : to) : read(b);
        }
        const by = step === undefined ? 1 : Number(step);
        if (!(by > 0)) refuse(text, 'Increment must be positive');
        for (let value = first; last >= first ? value <= last : value <= to; value += by) result.add(value);
        if (last < first) for (let value = from; value <= last; value += by) result.add(value);
    }
    return result;
}

export function parseCron(text: string): Cron {
    const parts = text.trim().split(/\s+/);
    if (parts.length < 6 || parts.length > 7) refuse(text, 'Unexpected end of expression');
    const [second, minute, hour, dayOfMonth, month, dayOfWeek, year] = parts as [
        string,
        string,
        string,
        string,
        string,
        string,
        string?
    ];
    if (!/^\d{1,2}$/.test(second) || !/^\d{1,2}$/.test(minute) || Number(second) > 59 || Number(minute) > 59)
        refuse(text, 'Seconds and minutes must be specified as integers');
    if (dayOfMonth !== '?' && dayOfWeek !== '?') {
        if (dayOfMonth !== '*' && dayOfWeek !== '*')
            refuse(text, 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.');
    }
    return {
        minute: Number(minute),
        hours: numbers(text, hour, 0, 23),
        months: numbers(text, month, 1, 12, MONTHS, 1),
        years: year === undefined || year === '*' || year === '?' ? null : numbers(text, year, 1970, LAST_YEAR),
        day: dayTest(text, dayOfMonth, dayOfWeek)
    };
}

function dayTest(text: string, dayOfMonth: string, dayOfWeek: string): (date: Date) => boolean {
    const lastDay = (date: Date): number =>
        new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    const monthPart = dayOfMonth.toUpperCase();
    const weekPart = dayOfWeek.toUpperCase();
    if (weekPart !== '?' && weekPart !== '*') {
        const nth = /^(\w+)#([1-5])$/.exec(weekPart);
        if (nth) {
            const [day] = numbers(text, nth[1] as string, 1, 7, DAYS, 1);
            return (date) => date.getUTCDay() + 1 === day && Math.ceil(date.getUTCDate() / 7) === Number(nth[2]);
        }
        const last = /^(\w+)L$/.exec(weekPart);
        if (last) {
            const [day] = numbers(text, last[1] as string, 1, 7, DAYS, 1);
            return (date) => date.getUTCDay() + 1 === day && date.getUTCDate() + 7 > lastDay(date);
        }
        const days = numbers(text, weekPart === 'L' ? '7' : weekPart, 1, 7, DAYS, 1);
        return (date) => days.has(date.getUTCDay() + 1);
    }
    if (monthPart === 'L') return (date) => date.getUTCDate() === lastDay(date);
    const weekday = /^(\d+|L)W$/.exec(monthPart);
    if (weekday) {
        return (date) => {
            const wanted = weekday[1] === 'L' ? lastDay(date) : Math.min(Number(weekday[1]), lastDay(date));
            const day = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), wanted)).getUTCDay();
            const shift = day === 6 ? (wanted === 1 ? 2 : -1) : day === 0 ? (wanted === lastDay(date) ? -2 : 1) : 0;
            return date.getUTCDate() === wanted + shift;
        };
    }
    const days = numbers(text, monthPart, 1, 31);
    return (date) => days.has(date.getUTCDate());
}

/** Epoch milliseconds of the next time strictly after `after`, in the zone given; null when it never comes. */
export function nextFire(text: string, after: number, timeZone: string): number | null {
    const cron = parseCron(text);
    const local = new Date(after + zoneOffset(timeZone, after));
    const day = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()));
    for (; day.getUTCFullYear() <= LAST_YEAR; day.setUTCDate(day.getUTCDate() + 1)) {
        if (cron.years && !cron.years.has(day.getUTCFullYear())) {
            day.setUTCMonth(11, 31);
            continue;
        }
        if (!cron.months.has(day.getUTCMonth() + 1)) {
            day.setUTCMonth(day.getUTCMonth() + 1, 0);
            continue;
        }
        if (!cron.day(day)) continue;
        for (const hour of [...cron.hours].sort((a, b) => a - b)) {
            const wall = day.getTime() + hour * 3_600_000 + cron.minute * 60_000;
            const at = localToUtc(timeZone, wall);
            if (at > after) return at;
        }
    }
    return null;
}
