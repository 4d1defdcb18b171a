// Dates and times in the short form of a locale, both ways.
import { ApexDate, daysInMonth, intlLocale } from '../../../values/index.ts';

/** `1/15/2026` in en_US, `15/01/2026` in en_GB, `15.01.2026` in de_DE. */
export function dateText(date: ApexDate, locale: string): string {
    return parts(
        locale,
        (type) => field(type, date),
        (literal) => literal
    );
}

function field(type: string, date: ApexDate): string {
    const [year, month, day] = date.parts();
    return type === 'year' ? String(year) : type === 'month' ? String(month) : String(day);
}

function formatter(locale: string): Intl.DateTimeFormat {
    const name = intlLocale(locale);
    const twoDigits = name !== 'en-US';
    return new Intl.DateTimeFormat(name, {
        year: 'numeric',
        month: twoDigits ? '2-digit' : 'numeric',
        day: twoDigits ? '2-digit' : 'numeric',
        timeZone: 'UTC'
    });
}

function parts(locale: string, value: (type: string) => string, literal: (text: string) => string): string {
    return formatter(locale)
        .formatToParts(0)
        .map((part) =>
            part.type === 'literal'
                ? literal(part.value)
                : value(part.type).padStart(part.value.length > 1 && part.type !== 'year' ? 2 : 1, '0')
        )
        .join('');
}

/** Null when the text is no date of the locale. */
export function parseDate(text: string, locale: string): ApexDate | null {
    const order = formatter(locale)
        .formatToParts(0)
        .filter(({ type }) => type !== 'literal')
        .map(({ type }) => type);
    const numbers = /^\s*(\d+)[^\d]+(\d+)[^\d]+(\d+)\s*$/.exec(text)?.slice(1).map(Number);
    if (!numbers) return null;
    const at = (type: Intl.DateTimeFormatPartTypes): number => numbers[order.indexOf(type)] ?? 0;
    const [year, month, day] = [at('year'), at('month'), at('day')];
    const full = year < 100 ? 2000 + year : year;
    return month < 1 || month > 12 || day < 1 || day > daysInMonth(full, month) ? null : ApexDate.of(full, month, day);
}
