// System.TimeZone.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_timezone.htm
import { isTimeZone, zoneName, zoneOffset } from '../../../values/index.ts';
import type { ApexDatetime } from '../../../values/index.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import { nullArgument } from './elements.ts';

export class TimeZone {
    static $native = 'System.TimeZone';
    readonly id: string;
    constructor(id: string) {
        this.id = id;
    }
    toString(): string {
        return this.id;
    }
    apexKey(): string {
        return this.id;
    }
    apexEquals(other: unknown): boolean {
        return other instanceof TimeZone && other.id === this.id;
    }
}

/** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)`. */
function displayName(self: TimeZone): string {
    const now = platform().now();
    const minutes = Math.round(zoneOffset(self.id, now) / 60_000);
    const size = Math.abs(minutes);
    const two = (value: number): string => String(value).padStart(2, '0');
    return `(GMT${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}) ${zoneName(self.id, now, 'long')} (${self.id})`;
}

export const timeZone = nativeClass({
    name: 'System.TimeZone',
    statics: {
        // As java.util.TimeZone: a name that is not known is GMT.
        'System.TimeZone getTimeZone(String id)': (id: string | null) =>
            new TimeZone(isTimeZone(id ?? nullArgument()) ? (id as string) : 'GMT')
    },
    methods: {
        'String getDisplayName()': displayName,
        'String getID()': (self: TimeZone) => self.id,
        'Integer getOffset(Datetime moment)': (self: TimeZone, moment: ApexDatetime | null) =>
            zoneOffset(self.id, (moment ?? nullArgument()).ms),
        'String toString()': (self: TimeZone) => self.id
    },
    isInstance: (value) => value instanceof TimeZone
});
