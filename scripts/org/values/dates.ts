// Apex Date, Datetime and Time. Equality and order are those of the one number each holds.
export const DAY = 86_400_000;

/** Milliseconds of a UTC calendar date, for every year (Date.UTC takes 0–99 for 1900–1999). Months from 1; overflow carries. */
export function utcDay(year: number, month: number, day: number): number {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return date.getTime();
}

/** Year, month (from 1), day of a moment in UTC. */
export function utcParts(ms: number): [number, number, number] {
    const date = new Date(ms);
    return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export function daysInMonth(year: number, month: number): number {
    return utcParts(utcDay(year, month + 1, 0))[2];
}

/** The moment `months` later: the day is clamped to the month's last. */
export function addMonths(ms: number, months: number): number {
    const [year, month, day] = utcParts(ms);
    const first = new Date(utcDay(year, month + months, 1));
    const clamped = Math.min(day, daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1));
    return first.getTime() + (clamped - 1) * DAY + (ms - Math.floor(ms / DAY) * DAY);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Days since 1970-01-01. */
export class ApexDate {
    readonly days: number;
    constructor(days: number) {
        this.days = days;
    }
    static of(year: number, month: number, day: number): ApexDate {
        return new ApexDate(Math.floor(utcDay(year, month, day) / DAY));
    }
    get ms(): number {
        return this.days * DAY;
    }
    /** Year, month (from 1), day. */
    parts(): [number, number, number] {
        return utcParts(this.ms);
    }
    addDays(days: number): ApexDate {
        return new ApexDate(this.days + days);
    }
    addMonths(months: number): ApexDate {
        return new ApexDate(Math.floor(addMonths(this.ms, months) / DAY));
    }
    /** ISO `yyyy-mm-dd`. */
    toString(): string {
        const [year, month, day] = this.parts();
        return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
    }
}

/** Milliseconds since the epoch, UTC. */
export class ApexDatetime {
    readonly ms: number;
    constructor(ms: number) {
        this.ms = ms;
    }
    static utc(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, milli = 0): ApexDatetime {
        return new ApexDatetime(utcDay(year, month, day) + hour * 3_600_000 + minute * 60_000 + second * 1000 + milli);
    }
    /** ISO with milliseconds and Z. */
    toString(): string {
        return new Date(this.ms).toISOString();
    }
}

/** Milliseconds since midnight. */
export class ApexTime {
    readonly ms: number;
    constructor(ms: number) {
        this.ms = ((ms % DAY) + DAY) % DAY;
    }
    static of(hour: number, minute: number, second: number, milli: number): ApexTime {
        return new ApexTime(hour * 3_600_000 + minute * 60_000 + second * 1000 + milli);
    }
    /** `hh:mm:ss.SSSZ`. */
    toString(): string {
        return new Date(this.ms).toISOString().slice(11);
    }
}
