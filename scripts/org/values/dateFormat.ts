// java.text.SimpleDateFormat patterns, as Datetime.format(pattern, zone) takes them.
import { DAY, utcDay } from './dates.ts';
import { zoneName, zoneOffset } from './timeZones.ts';

interface Moment {
    utc: number;
    /** Wall-clock time of the zone, read with the UTC getters. */
    local: Date;
    offset: number;
    zone: string;
    locale: string;
}

/** A Salesforce locale (`en_US`, `de_DE_EURO`) as Intl names it. */
export function intlLocale(locale: string): string {
    const [language, country] = locale.split('_');
    const name = country && /^[A-Z]{2}$/.test(country) ? `${language}-${country}` : language;
    try {
        return Intl.getCanonicalLocales(name)[0] ?? 'en-US';
    } catch {
        return 'en-US';
    }
}

/** Throws RangeError for a letter that SimpleDateFormat does not know or an open quote. */
export function formatPattern(pattern: string, utcMs: number, zone: string, locale = 'en-US'): string {
    const offset = zoneOffset(zone, utcMs);
    const moment: Moment = { utc: utcMs, local: new Date(utcMs + offset), offset, zone, locale };
    let out = '';
    let at = 0;
    while (at < pattern.length) {
        const char = pattern[at];
        if (char === "'") {
            if (pattern[at + 1] === "'") {
                out += "'";
                at += 2;
                continue;
            }
            const [text, next] = quoted(pattern, at + 1);
            out += text;
            at = next;
            continue;
        }
        if (!/[A-Za-z]/.test(char)) {
            out += char;
            at++;
            continue;
        }
        let end = at;
        while (pattern[end] === char) end++;
        out += letter(char, end - at, moment);
        at = end;
    }
    return out;
}

function quoted(pattern: string, start: number): [string, number] {
    let text = '';
    for (let at = start; at < pattern.length; at++) {
        if (pattern[at] !== "'") text += pattern[at];
        else if (pattern[at + 1] === "'") {
            text += "'";
            at++;
        } else return [text, at + 1];
    }
    throw new RangeError('Unterminated quote');
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function letter(char: string, count: number, at: Moment): string {
    const { local } = at;
    const hour = local.getUTCHours();
    switch (char) {
        case 'G':
            return local.getUTCFullYear() > 0 ? 'AD' : 'BC';
        case 'y':
            return yearText(local.getUTCFullYear(), count);
        case 'Y':
            return yearText(weekOf(local).year, count);
        case 'M':
        case 'L':
            return count >= 3
                ? named(at, { month: count === 3 ? 'short' : 'long' })
                : pad(local.getUTCMonth() + 1, count);
        case 'w':
            return pad(weekOf(local).week, count);
        case 'W':
            return pad(Math.floor((local.getUTCDate() + 6 + firstWeekday(local)) / 7), count);
        case 'D':
            return pad(Math.floor((local.getTime() - utcDay(local.getUTCFullYear(), 1, 1)) / DAY) + 1, count);
        case 'd':
            return pad(local.getUTCDate(), count);
        case 'F':
            return pad(Math.floor((local.getUTCDate() - 1) / 7) + 1, count);
        case 'E':
            return named(at, { weekday: count <= 3 ? 'short' : 'long' });
        case 'u':
            return pad(local.getUTCDay() || 7, count);
        case 'a':
            return hour < 12 ? 'AM' : 'PM';
        case 'H':
            return pad(hour, count);
        case 'k':
            return pad(hour || 24, count);
        case 'K':
            return pad(hour % 12, count);
        case 'h':
            return pad(hour % 12 || 12, count);
        case 'm':
            return pad(local.getUTCMinutes(), count);
        case 's':
            return pad(local.getUTCSeconds(), count);
        case 'S':
            return pad(local.getUTCMilliseconds(), count);
        case 'z':
            return zoneName(at.zone, at.utc, count >= 4 ? 'long' : 'short');
        case 'Z':
            return offsetText(at.offset, '');
        case 'X':
            return at.offset === 0
                ? 'Z'
                : count === 1
                  ? offsetText(at.offset, '').slice(0, 3)
                  : offsetText(at.offset, count === 2 ? '' : ':');
        default:
            throw new RangeError(`Illegal pattern character '${char}'`);
    }
}

function yearText(year: number, count: number): string {
    return count === 2 ? pad(year % 100, 2) : pad(year, count);
}

function named(at: Moment, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(at.locale, { ...options, timeZone: 'UTC' }).format(at.local);
}

function firstWeekday(local: Date): number {
    return new Date(utcDay(local.getUTCFullYear(), local.getUTCMonth() + 1, 1)).getUTCDay();
}

/** Weeks begin on Sunday, the first is the one of 1 January (en_US). */
function weekOf(local: Date): { week: number; year: number } {
    const year = local.getUTCFullYear();
    const next = utcDay(year + 1, 1, 1);
    if (next - local.getTime() <= new Date(next).getUTCDay() * DAY) return { week: 1, year: year + 1 };
    const start = utcDay(year, 1, 1);
    return {
        week: Math.floor((Math.floor((local.getTime() - start) / DAY) + new Date(start).getUTCDay()) / 7) + 1,
        year
    };
}

export function offsetText(offset: number, separator: string): string {
    const minutes = Math.abs(offset) / 60_000;
    return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${separator}${pad(Math.floor(minutes % 60), 2)}`;
}
