// System.Pattern and System.Matcher.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_pattern_and_matcher_pattern_methods.htm
import { ApexList } from '../../runtime/collections.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { expandReplacement, javaRegex, javaRegexWhole, javaSplit } from '../core/javaRegex.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';

class Pattern {
    static $native = 'System.Pattern';
    readonly source: string;
    constructor(source: string) {
        this.source = source;
        javaRegex(source);
    }
    toString(): string {
        return this.source;
    }
}

class Matcher {
    static $native = 'System.Matcher';
    pattern: Pattern;
    text: string;
    from = 0;
    to: number;
    /** Where the next find begins. */
    next = 0;
    /** How far appendReplacement has written. */
    appended = 0;
    match: RegExpExecArray | null = null;
    atEnd = false;

    constructor(pattern: Pattern, text: string) {
        this.pattern = pattern;
        this.text = text;
        this.to = text.length;
    }

    reset(from = 0, to = this.text.length): void {
        this.from = from;
        this.to = to;
        this.next = from;
        this.appended = 0;
        this.match = null;
    }

    /** Tries the pattern at or after a place inside the region. */
    #run(regex: RegExp, at: number): boolean {
        regex.lastIndex = at;
        this.match = regex.exec(this.text.slice(0, this.to));
        if (this.match && this.match.index + this.match[0].length > this.to) this.match = null;
        this.atEnd = this.match === null || this.match.index + this.match[0].length === this.to;
        if (this.match) this.next = this.match.index + this.match[0].length + (this.match[0] === '' ? 1 : 0);
        return this.match !== null;
    }

    find(at: number = this.next): boolean {
        if (at > this.to) {
            this.match = null;
            return false;
        }
        return this.#run(javaRegex(this.pattern.source, 'g'), at);
    }
    lookingAt(): boolean {
        return this.#run(javaRegex(this.pattern.source, 'y'), this.from);
    }
    matches(): boolean {
        return this.#run(javaRegexWhole(this.pattern.source), this.from);
    }

    get found(): RegExpExecArray {
        return this.match ?? throwApex('System.StringException', 'No match found');
    }
    group(index: number | null): string | null {
        const { found } = this;
        if (index === null || index < 0 || index >= found.length)
            throwApex('System.StringException', `No group ${String(index)}`);
        return found[index] ?? null;
    }
    /** Where a group begins; -1 when it took part in no match. */
    startOf(index: number | null): number {
        const text = this.group(index);
        if (index === 0) return this.found.index;
        if (text === null) return -1;
        const regex = javaRegex(this.pattern.source, 'dy');
        regex.lastIndex = this.found.index;
        const again = regex.exec(this.text) as (RegExpExecArray & { indices?: [number, number][] }) | null;
        return again?.indices?.[index ?? 0]?.[0] ?? this.found.index + this.found[0].indexOf(text);
    }
    replace(replacement: string, all: boolean): string {
        this.reset();
        let out = '';
        let at = 0;
        while (this.find()) {
            const { found } = this;
            out += this.text.slice(at, found.index) + expandReplacement(replacement, found);
            at = found.index + found[0].length;
            if (!all) break;
        }
        return out + this.text.slice(at);
    }
}

export const pattern = nativeClass({
    name: 'System.Pattern',
    statics: {
        'System.Pattern compile(String regExp)': (source: string | null) => new Pattern(notNull(source)),
        'Boolean matches(String regExp, String stringToMatch)': (source: string | null, text: string | null) =>
            new Matcher(new Pattern(notNull(source)), notNull(text)).matches(),
        'String quote(String yourString)': (text: string | null) =>
            `\\Q${notNull(text).replaceAll('\\E', '\\E\\\\E\\Q')}\\E`
    },
    methods: {
        'System.Matcher matcher(String stringToMatch)': (self: Pattern, text: string | null) =>
            new Matcher(self, notNull(text)),
        'String pattern()': (self: Pattern) => self.source,
        'List<String> split(String regExp)': (self: Pattern, text: string | null) =>
            ApexList.of('String', javaSplit(notNull(text), self.source, 0)),
        'List<String> split(String regExp, Integer limit)': (
            self: Pattern,
            text: string | null,
            limit: number | null
        ) => ApexList.of('String', javaSplit(notNull(text), self.source, limit ?? 0)),
        'String toString()': (self: Pattern) => self.source
    },
    isInstance: (value) => value instanceof Pattern
});

export const matcher = nativeClass({
    name: 'System.Matcher',
    statics: {
        'String quoteReplacement(String inputString)': (text: string | null) => notNull(text).replace(/[\\$]/g, '\\$&')
    },
    methods: {
        'Integer end()': (self: Matcher) => self.found.index + self.found[0].length,
        'Integer end(Integer groupIndex)': (self: Matcher, index: number | null) =>
            self.group(index) === null ? -1 : self.startOf(index) + (self.group(index) ?? '').length,
        'Boolean find()': (self: Matcher) => self.find(),
        'Boolean find(Integer startIndex)': (self: Matcher, start: number | null) => {
            if (start === null || start < 0 || start > self.text.length)
                throwApex('System.StringException', 'Illegal start index');
            self.reset();
            return self.find(start);
        },
        'String group()': (self: Matcher) => self.group(0),
        'String group(Integer groupIndex)': (self: Matcher, index: number | null) => self.group(index),
        'Integer groupCount()': (self: Matcher) => (javaRegex(`${self.pattern.source}|`).exec('')?.length ?? 1) - 1,
        'Boolean hasAnchoringBounds()': () => true,
        'Boolean hasTransparentBounds()': () => false,
        'Boolean hitEnd()': (self: Matcher) => self.atEnd,
        'Boolean lookingAt()': (self: Matcher) => self.lookingAt(),
        'Boolean matches()': (self: Matcher) => self.matches(),
        'System.Pattern pattern()': (self: Matcher) => self.pattern,
        'System.Matcher region(Integer regionStart, Integer regionEnd)': (
            self: Matcher,
            start: number | null,
            end: number | null
        ) => {
            if (start === null || end === null || start < 0 || end > self.text.length || start > end)
                throwApex('System.StringException', 'Illegal region');
            self.reset(start, end);
            return self;
        },
        'Integer regionEnd()': (self: Matcher) => self.to,
        'Integer regionStart()': (self: Matcher) => self.from,
        'String replaceAll(String replacementString)': (self: Matcher, replacement: string | null) =>
            self.replace(notNull(replacement), true),
        'String replaceFirst(String replacementString)': (self: Matcher, replacement: string | null) =>
            self.replace(notNull(replacement), false),
        'System.Matcher reset()': (self: Matcher) => {
            self.reset();
            return self;
        },
        'System.Matcher reset(String inputSequence)': (self: Matcher, text: string | null) => {
            self.text = notNull(text);
            self.reset();
            return self;
        },
        'Integer start()': (self: Matcher) => self.found.index,
        'Integer start(Integer groupIndex)': (self: Matcher, index: number | null) => self.startOf(index),
        'System.Matcher usePattern(System.Pattern pattern)': (self: Matcher, given: Pattern | null) => {
            self.pattern = notNull(given);
            self.match = null;
            return self;
        }
    },
    isInstance: (value) => value instanceof Matcher
});
