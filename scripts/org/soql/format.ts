// FORMAT(): numbers, dates and datetimes as the user's locale writes them.
import type { FieldType } from '../metadata/describe.ts';
import type { Value } from '../values/index.ts';
import { ApexDate, ApexDatetime, ApexTime, Decimal } from '../values/index.ts';
import type { QueryContext } from './api.ts';

export function formatValue(value: Value, type: FieldType, scale: number, context: QueryContext): string | null {
    if (value === null) return null;
    const locale = context.locale.replace(/_/g, '-');
    if (value instanceof Decimal || typeof value === 'number') {
        const number = value instanceof Decimal ? value.toNumber() : value;
        const digits = Math.min(scale, 20);
        const text = new Intl.NumberFormat(locale, {
            minimumFractionDigits: digits > 9 ? 0 : digits,
            maximumFractionDigits: digits
        }).format(number);
        if (type === 'currency') return locale.startsWith('en-US') ? `$${text}` : text;
        return type === 'percent' ? `${text}%` : text;
    }
    if (value instanceof ApexDate) {
        const options: Intl.DateTimeFormatOptions = {
            timeZone: 'UTC',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric'
        };
        return new Intl.DateTimeFormat(locale, options).format(value.days * 86_400_000);
    }
    if (value instanceof ApexDatetime) {
        const options: Intl.DateTimeFormatOptions = {
            timeZone: context.timeZone,
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: '2-digit'
        };
        return new Intl.DateTimeFormat(locale, options).format(value.ms).replace(/\u202f/g, ' ');
    }
    if (value instanceof ApexTime)
        return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' })
            .format(value.ms)
            .replace(/\u202f/g, ' ');
    return String(value);
}
