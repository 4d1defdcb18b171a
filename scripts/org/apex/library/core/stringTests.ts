// Methods of String that ask: comparisons, searches, what kinds of characters it holds.
import { compareText, hashCode } from '../../runtime/equality.ts';
import type { NativeFunction } from '../native.ts';
import { given } from './elements.ts';

const matches =
    (pattern: RegExp) =>
    (self: string): boolean =>
        pattern.test(self);
const anyOf = (chars: string): Set<string> => new Set(chars);

function indexOfAny(self: string, chars: string | null): number {
    const wanted = anyOf(given(chars));
    return [...self].findIndex((char) => wanted.has(char));
}

function indexOfAnyBut(self: string, chars: string | null): number {
    const wanted = anyOf(given(chars));
    return self.split('').findIndex((char) => !wanted.has(char));
}

function indexOfDifference(self: string, other: string | null): number {
    const text = given(other);
    if (self === text) return -1;
    let at = 0;
    while (at < self.length && at < text.length && self.charAt(at) === text.charAt(at)) at++;
    return at;
}

function ordinalIndexOf(self: string, part: string | null, ordinal: number | null): number {
    let at = -1;
    for (let count = 0; count < given(ordinal, 2); count++) {
        at = self.indexOf(given(part), at + 1);
        if (at < 0) return -1;
    }
    return at;
}

function countMatches(self: string, part: string | null): number {
    return given(part) === '' ? 0 : self.split(given(part)).length - 1;
}

function lastIndexOf(self: string, part: string | null, end: number | null): number {
    return given(end, 2) < 0 ? -1 : self.lastIndexOf(given(part), given(end, 2));
}

/** https://en.wikipedia.org/wiki/Levenshtein_distance, as StringUtils.getLevenshteinDistance; above the threshold −1. */
function levenshtein(self: string, other: string | null, threshold: number | null = null): number {
    const text = given(other);
    let row = Array.from({ length: text.length + 1 }, (_, at) => at);
    for (let i = 1; i <= self.length; i++) {
        const next = [i];
        for (let j = 1; j <= text.length; j++) {
            const cost = self.charAt(i - 1) === text.charAt(j - 1) ? 0 : 1;
            next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
        }
        row = next;
    }
    const distance = row[text.length] ?? 0;
    return threshold !== null && distance > threshold ? -1 : distance;
}

const only = (self: string, chars: string | null): boolean =>
    self.split('').every((char) => given(chars).includes(char));
const lower = (text: string | null): string => given(text).toLowerCase();

export const stringTests: Record<string, NativeFunction> = {
    'Integer compareTo(String other)': (self: string, other: string | null) => javaCompare(self, given(other)),
    'Boolean contains(String part)': (self: string, part: string | null) => self.includes(given(part)),
    'Boolean containsAny(String chars)': (self: string, chars: string | null) => indexOfAny(self, chars) >= 0,
    'Boolean containsIgnoreCase(String part)': (self: string, part: string | null) =>
        self.toLowerCase().includes(lower(part)),
    'Boolean containsNone(String chars)': (self: string, chars: string | null) =>
        chars === null || indexOfAny(self, chars) < 0,
    'Boolean containsOnly(String chars)': only,
    'Boolean containsWhitespace()': matches(/\s/),
    'Integer countMatches(String part)': countMatches,
    'Boolean endsWith(String suffix)': (self: string, suffix: string | null) => self.endsWith(given(suffix)),
    'Boolean endsWithIgnoreCase(String suffix)': (self: string, suffix: string | null) =>
        self.toLowerCase().endsWith(lower(suffix)),
    'Boolean equals(Object other)': (self: string, other: unknown) => self === other,
    'Boolean equals(String other)': (self: string, other: unknown) => self === other,
    'Boolean equalsIgnoreCase(String other)': (self: string, other: string | null) =>
        other !== null && self.toLowerCase() === other.toLowerCase(),
    'Integer getLevenshteinDistance(String other)': (self: string, other: string | null) => levenshtein(self, other),
    'Integer getLevenshteinDistance(String other, Integer threshold)': levenshtein,
    'Integer hashCode()': (self: string) => hashCode(self),
    'Integer indexOf(String part)': (self: string, part: string | null) => self.indexOf(given(part)),
    'Integer indexOf(String part, Integer from)': (self: string, part: string | null, from: number | null) =>
        self.indexOf(given(part), given(from, 2)),
    'Integer indexOfAny(String chars)': indexOfAny,
    'Integer indexOfAnyBut(String chars)': indexOfAnyBut,
    'Integer indexOfChar(Integer char)': (self: string, char: number) => self.indexOf(String.fromCodePoint(char)),
    'Integer indexOfChar(Integer char, Integer from)': (self: string, char: number, from: number) =>
        self.indexOf(String.fromCodePoint(char), from),
    'Integer indexOfDifference(String other)': indexOfDifference,
    'Integer indexOfIgnoreCase(String part)': (self: string, part: string | null) =>
        self.toLowerCase().indexOf(lower(part)),
    'Integer indexOfIgnoreCase(String part, Integer from)': (self: string, part: string | null, from: number) =>
        self.toLowerCase().indexOf(lower(part), from),
    'Boolean isAllLowerCase()': matches(/^\p{Ll}+$/u),
    'Boolean isAllUpperCase()': matches(/^\p{Lu}+$/u),
    'Boolean isAlpha()': matches(/^\p{L}+$/u),
    'Boolean isAlphaSpace()': matches(/^[\p{L} ]*$/u),
    'Boolean isAlphanumeric()': matches(/^[\p{L}\p{Nd}]+$/u),
    'Boolean isAlphanumericSpace()': matches(/^[\p{L}\p{Nd} ]*$/u),
    'Boolean isAsciiPrintable()': matches(/^[ -~]*$/),
    'Boolean isNumeric()': matches(/^\p{Nd}+$/u),
    'Boolean isNumericSpace()': matches(/^[\p{Nd} ]*$/u),
    'Boolean isWhitespace()': matches(/^\s*$/),
    'Integer lastIndexOf(String part)': (self: string, part: string | null) => self.lastIndexOf(given(part)),
    'Integer lastIndexOf(String part, Integer end)': lastIndexOf,
    'Integer lastIndexOfChar(Integer char)': (self: string, char: number) =>
        self.lastIndexOf(String.fromCodePoint(char)),
    'Integer lastIndexOfChar(Integer char, Integer end)': (self: string, char: number, end: number) =>
        lastIndexOf(self, String.fromCodePoint(char), end),
    'Integer lastIndexOfIgnoreCase(String part)': (self: string, part: string | null) =>
        self.toLowerCase().lastIndexOf(lower(part)),
    'Integer lastIndexOfIgnoreCase(String part, Integer end)': (self: string, part: string | null, end: number) =>
        lastIndexOf(self.toLowerCase(), lower(part), end),
    'Integer length()': (self: string) => self.length,
    'Integer ordinalIndexOf(String part, Integer ordinal)': ordinalIndexOf,
    'Boolean startsWith(String prefix)': (self: string, prefix: string | null) => self.startsWith(given(prefix)),
    'Boolean startsWithIgnoreCase(String prefix)': (self: string, prefix: string | null) =>
        self.toLowerCase().startsWith(lower(prefix))
};

/** java.lang.String.compareTo: the difference of the first characters that differ, or of the lengths. */
function javaCompare(self: string, other: string): number {
    if (compareText(self, other) === 0) return 0;
    const at = indexOfDifference(self, other);
    return at < self.length && at < other.length
        ? self.charCodeAt(at) - other.charCodeAt(at)
        : self.length - other.length;
}
