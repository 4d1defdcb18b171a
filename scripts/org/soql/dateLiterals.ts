// Date literals (TODAY, LAST_N_DAYS:30, THIS_FISCAL_QUARTER …) as the span of local days they cover. Weeks begin on Sunday,
// as in the en_US locale; the fiscal year is the calendar year, as in an org that did not change it. Spans follow the
// "Date Formats and Date Literals" page of the SOQL reference.
import { localToUtc, zoneOffset } from '../values/index.ts';

/** Days since the epoch, `to` excluded. */
export interface Span {
    from: number;
    to: number;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const UNITS: Record<string, Unit> = {
    DAY: 'day',
    DAYS: 'day',
    WEEK: 'week',
    WEEKS: 'week',
    MONTH: 'month',
    MONTHS: 'month',
    QUARTER: 'quarter',
    QUARTERS: 'quarter',
    YEAR: 'year',
    YEARS: 'year',
    FISCAL_QUARTER: 'quarter',
    FISCAL_QUARTERS: 'quarter',
    FISCAL_YEAR: 'year',
    FISCAL_YEARS: 'year'
};

const PLAIN =
    /^(?:YESTERDAY|TODAY|TOMORROW|(?:LAST|NEXT)_90_DAYS|(?:LAST|THIS|NEXT)_(?:WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR))$/;
const NUMBERED =
    /^(?:(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS)|N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS)_AGO)$/;

export const isDateLiteral = (word: string): boolean => PLAIN.test(word);
export const takesNumber = (word: string): boolean => NUMBERED.test(word);

/** The span of the literal, given today's day number where the user is. */
export function spanOf(name: string, n: number, today: number): Span {
    switch (name) {
        case 'YESTERDAY':
            return { from: today - 1, to: today };
        case 'TODAY':
            return { from: today, to: today + 1 };
        case 'TOMORROW':
            return { from: today + 1, to: today + 2 };
        case 'LAST_90_DAYS':
            return { from: today - 90, to: today + 1 };
        case 'NEXT_90_DAYS':
            return { from: today + 1, to: today + 91 };
    }
    const numbered = NUMBERED.exec(name);
    if (numbered) {
        const unit = UNITS[(numbered[2] ?? numbered[3]) as string] as Unit;
        if (numbered[3]) return { from: startOf(unit, today, -n), to: startOf(unit, today, -n + 1) };
        // LAST_N_DAYS runs through today, the larger units end with the last whole one.
        if (numbered[1] === 'LAST')
            return { from: startOf(unit, today, -n), to: startOf(unit, today, unit === 'day' ? 1 : 0) };
        return { from: startOf(unit, today, 1), to: startOf(unit, today, n + 1) };
    }
    const [when, ...rest] = name.split('_');
    const unit = UNITS[rest.join('_')] as Unit;
    const shift = when === 'LAST' ? -1 : when === 'NEXT' ? 1 : 0;
    return { from: startOf(unit, today, shift), to: startOf(unit, today, shift + 1) };
}

/** First day of the unit that lies `shift` units from the one holding `day`. */
function startOf(unit: Unit, day: number, shift: number): number {
    const date = new Date(day * 86_400_000);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    switch (unit) {
        case 'day':
            return day + shift;
        case 'week':
            return day - date.getUTCDay() + shift * 7;
        case 'month':
            return Date.UTC(year, month + shift, 1) / 86_400_000;
        case 'quarter':
            return Date.UTC(year, Math.floor(month / 3) * 3 + shift * 3, 1) / 86_400_000;
        case 'year':
            return Date.UTC(year + shift, 0, 1) / 86_400_000;
    }
}

/** Day number where the user is. */
export function localDay(ms: number, timeZone: string): number {
    return Math.floor((ms + zoneOffset(timeZone, ms)) / 86_400_000);
}

/** The moment at which the day begins where the user is. */
export function dayStart(day: number, timeZone: string): number {
    return localToUtc(timeZone, day * 86_400_000);
}
