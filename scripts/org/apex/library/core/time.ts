// System.Time.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_time.htm
import { ApexTime } from '../../../values/index.ts';
import { nativeClass } from '../native.ts';
import { nullArgument } from './elements.ts';

const plus =
    (unit: number) =>
    (self: ApexTime, count: number | null): ApexTime =>
        new ApexTime(self.ms + (count ?? nullArgument()) * unit);

function newInstance(
    hour: number | null,
    minute: number | null,
    second: number | null,
    milli: number | null
): ApexTime {
    return ApexTime.of(
        hour ?? nullArgument(),
        minute ?? nullArgument(2),
        second ?? nullArgument(3),
        milli ?? nullArgument(4)
    );
}

export const time = nativeClass({
    name: 'System.Time',
    statics: { 'Time newInstance(Integer hour, Integer minute, Integer second, Integer millisecond)': newInstance },
    methods: {
        'Time addHours(Integer hours)': plus(3_600_000),
        'Time addMilliseconds(Integer milliseconds)': plus(1),
        'Time addMinutes(Integer minutes)': plus(60_000),
        'Time addSeconds(Integer seconds)': plus(1000),
        'Integer hour()': (self: ApexTime) => Math.floor(self.ms / 3_600_000),
        'Integer millisecond()': (self: ApexTime) => self.ms % 1000,
        'Integer minute()': (self: ApexTime) => Math.floor(self.ms / 60_000) % 60,
        'Integer second()': (self: ApexTime) => Math.floor(self.ms / 1000) % 60
    },
    isInstance: (value) => value instanceof ApexTime
});
