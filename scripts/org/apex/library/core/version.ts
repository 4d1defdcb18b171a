// System.Version.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Version.htm
import { nativeClass } from '../native.ts';

export class Version {
    static $native = 'System.Version';
    readonly major: number;
    readonly minor: number;
    readonly patch: number | null;
    constructor(major: number, minor: number, patch: number | null) {
        this.major = major;
        this.minor = minor;
        this.patch = patch;
    }
}

/** Versions of two and of three parts compare by their first two. */
function compare(self: Version, other: Version): number {
    const patches = self.patch !== null && other.patch !== null ? self.patch - other.patch : 0;
    return Math.sign(self.major - other.major || self.minor - other.minor || patches);
}

export const version = nativeClass({
    name: 'System.Version',
    constructors: {
        '(Integer major, Integer minor)': (_type: unknown, major: number, minor: number) =>
            new Version(major, minor, null),
        '(Integer major, Integer minor, Integer patch)': (
            _type: unknown,
            major: number,
            minor: number,
            patch: number
        ) => new Version(major, minor, patch)
    },
    methods: {
        'Integer compareTo(System.Version other)': compare,
        'Integer major()': (self: Version) => self.major,
        'Integer minor()': (self: Version) => self.minor,
        'Integer patch()': (self: Version) => self.patch
    }
});
