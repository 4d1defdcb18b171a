// Apex Date, Datetime and Time. Equality and order are those of the one number each holds.

/** Days since 1970-01-01. */
export class ApexDate {
    readonly days: number;
    constructor(days: number) {
        this.days = days;
    }
    static of(year: number, month: number, day: number): ApexDate {
        return new ApexDate(Math.floor(Date.UTC(year, month - 1, day) / 86_400_000));
    }
    /** ISO `yyyy-mm-dd`. */
    toString(): string {
        return new Date(this.days * 86_400_000).toISOString().slice(0, 10);
    }
}

/** Milliseconds since the epoch, UTC. */
export class ApexDatetime {
    readonly ms: number;
    constructor(ms: number) {
        this.ms = ms;
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
        this.ms = ms;
    }
    /** `hh:mm:ss.SSSZ`. */
    toString(): string {
        return new Date(this.ms).toISOString().slice(11);
    }
}
