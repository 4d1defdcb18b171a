// System.BusinessHours: time as the hours of a BusinessHours record count it, in the record's time zone. A day is open from its start
// to its end; from midnight to midnight is the whole day; without times it is closed. Holidays are not applied.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_businesshours.htm
import { ApexDatetime, ApexTime, localToUtc, type SObject, zoneOffset } from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY_MS = 86_400_000;
/** So far ahead is looked for open hours. */
const LAST_DAY = 3660;

interface Span {
    from: number;
    to: number;
}

function hoursOf(id: string | null): SObject {
    const fields = DAYS.flatMap((day) => [`${day}StartTime`, `${day}EndTime`]).join(', ');
    const soql = `SELECT TimeZoneSidKey, ${fields} FROM BusinessHours WHERE Id = :id`;
    const [row] = platform().query(soql, () => id, {
        accessMode: 'system',
        caller: null
    });
    return row ?? throwApex('System.InvalidParameterValueException', `Invalid BusinessHours ID: ${String(id)}`);
}

/** The open spans from the day of the time given, in order. */
function* spans(hours: SObject, after: number): Generator<Span> {
    const zone = hours.values.TimeZoneSidKey as string;
    const local = after + zoneOffset(zone, after);
    const first = Math.floor(local / DAY_MS) * DAY_MS;
    for (let count = 0; count < LAST_DAY; count++) {
        const midnight = first + count * DAY_MS;
        const day = DAYS[new Date(midnight).getUTCDay()]!;
        const start = hours.values[`${day}StartTime`];
        const end = hours.values[`${day}EndTime`];
        if (!(start instanceof ApexTime) || !(end instanceof ApexTime)) continue;
        yield {
            from: localToUtc(zone, midnight + start.ms),
            to: localToUtc(zone, midnight + (end.ms === 0 ? DAY_MS : end.ms))
        };
    }
}

function between(hours: SObject, from: number, to: number): number {
    let sum = 0;
    for (const span of spans(hours, from)) {
        if (span.from >= to) break;
        sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
    }
    return sum;
}

function diff(id: string | null, from: ApexDatetime, to: ApexDatetime): bigint {
    const hours = hoursOf(id);
    return BigInt(from.ms <= to.ms ? between(hours, from.ms, to.ms) : -between(hours, to.ms, from.ms));
}

function add(id: string | null, start: ApexDatetime, interval: bigint | number): ApexDatetime {
    let left = Math.floor(Number(interval) / 60_000) * 60_000;
    for (const span of spans(hoursOf(id), start.ms)) {
        const from = Math.max(span.from, start.ms);
        if (span.to <= from) continue;
        if (from + left <= span.to) return new ApexDatetime(from + left);
        left -= span.to - from;
    }
    return start;
}

function isWithin(id: string | null, at: ApexDatetime): boolean {
    for (const span of spans(hoursOf(id), at.ms)) if (at.ms < span.to) return at.ms >= span.from;
    return false;
}

function nextStart(id: string | null, at: ApexDatetime): ApexDatetime | null {
    for (const span of spans(hoursOf(id), at.ms))
        if (at.ms < span.to) return at.ms >= span.from ? at : new ApexDatetime(span.from);
    return null;
}

export const businessHours = nativeClass({
    name: 'System.BusinessHours',
    statics: {
        'Datetime add(String businessHoursId, Datetime startDate, Long intervalMilliseconds)': add,
        'Datetime addGmt(String businessHoursId, Datetime startDate, Long intervalMilliseconds)': add,
        'Long diff(String businessHoursId, Datetime startDate, Datetime endDate)': diff,
        'Boolean isWithin(String businessHoursId, Datetime targetDate)': isWithin,
        'Datetime nextStartDate(String businessHoursId, Datetime targetDate)': nextStart
    },
    isInstance: () => false
});
