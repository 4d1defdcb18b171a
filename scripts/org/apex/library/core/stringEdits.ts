// Methods of String that give a changed text.
import { throwApex } from '../../runtime/exceptions.ts';
import type { NativeFunction } from '../native.ts';
import { given } from './elements.ts';
import { replaceWith } from './javaRegex.ts';

function abbreviate(self: string, maxWidth: number | null, offset = 0): string {
    const width = given(maxWidth);
    if (width < (offset > 4 ? 7 : 4))
        throwApex('System.StringException', `Minimum abbreviation width is ${offset > 4 ? '7' : '4'}`);
    if (self.length <= width) return self;
    const start = Math.min(offset, self.length, Math.max(0, self.length - (width - 3)));
    if (start <= 4) return `${self.slice(0, width - 3)}...`;
    if (start + width - 3 < self.length) return `...${abbreviate(self.slice(start), width - 3)}`;
    return `...${self.slice(self.length - (width - 3))}`;
}

function center(self: string, size: number | null, pad = ' '): string {
    const missing = given(size) - self.length;
    if (missing <= 0) return self;
    const left = Math.floor(missing / 2);
    return self.padStart(self.length + left, pad || ' ').padEnd(given(size), pad || ' ');
}

function difference(self: string, other: string | null): string {
    const text = given(other);
    let at = 0;
    while (at < text.length && self.charAt(at) === text.charAt(at)) at++;
    return text.slice(at);
}

function swapCase(self: string): string {
    return [...self].map((char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join('');
}

function repeat(self: string, count: number | null, separator = ''): string {
    return given(count) <= 0 ? '' : Array.from({ length: given(count) }, () => self).join(separator);
}

/** Java's trim: control characters and spaces up to U+0020. A pattern would go over a long run of inner spaces again and again. */
function trim(self: string): string {
    let from = 0;
    let to = self.length;
    while (from < to && self.charCodeAt(from) <= 0x20) from++;
    while (to > from && self.charCodeAt(to - 1) <= 0x20) to--;
    return self.slice(from, to);
}

const upperFirst = (self: string): string => self.charAt(0).toUpperCase() + self.slice(1);
const lowerFirst = (self: string): string => self.charAt(0).toLowerCase() + self.slice(1);

function withoutEnd(self: string, part: string | null, ignoreCase: boolean): string {
    if (part === null) return self;
    const ends = ignoreCase ? self.toLowerCase().endsWith(part.toLowerCase()) : self.endsWith(part);
    return ends && part !== '' ? self.slice(0, -part.length) : self;
}

function withoutStart(self: string, part: string | null, ignoreCase: boolean): string {
    if (part === null) return self;
    const starts = ignoreCase ? self.toLowerCase().startsWith(part.toLowerCase()) : self.startsWith(part);
    return starts ? self.slice(part.length) : self;
}

const localeOf = (locale: string | null): string => given(locale).replace('_', '-');

export const stringEdits: Record<string, NativeFunction> = {
    'String abbreviate(Integer maxWidth)': (self: string, width: number | null) => abbreviate(self, width),
    'String abbreviate(Integer maxWidth, Integer offset)': (
        self: string,
        width: number | null,
        offset: number | null
    ) => abbreviate(self, width, given(offset, 2)),
    'String capitalize()': upperFirst,
    'String center(Integer size)': (self: string, size: number | null) => center(self, size),
    'String center(Integer size, String padding)': (self: string, size: number | null, padding: string | null) =>
        center(self, size, padding ?? ' '),
    'String deleteWhitespace()': (self: string) => self.replace(/\s+/g, ''),
    'String difference(String other)': difference,
    'String leftPad(Integer length)': (self: string, length: number | null) => self.padStart(given(length)),
    'String leftPad(Integer length, String padding)': (self: string, length: number | null, padding: string | null) =>
        self.padStart(given(length), padding || ' '),
    'String normalizeSpace()': (self: string) => self.trim().replace(/\s+/g, ' '),
    'String remove(String part)': (self: string, part: string | null) => (!part ? self : self.replaceAll(part, '')),
    'String removeEnd(String part)': (self: string, part: string | null) => withoutEnd(self, part, false),
    'String removeEndIgnoreCase(String part)': (self: string, part: string | null) => withoutEnd(self, part, true),
    'String removeStart(String part)': (self: string, part: string | null) => withoutStart(self, part, false),
    'String removeStartIgnoreCase(String part)': (self: string, part: string | null) => withoutStart(self, part, true),
    'String repeat(Integer count)': (self: string, count: number | null) => repeat(self, count),
    'String repeat(String separator, Integer count)': (self: string, separator: string | null, count: number | null) =>
        repeat(self, count, separator ?? ''),
    'String replace(String target, String replacement)': (
        self: string,
        target: string | null,
        replacement: string | null
    ) => self.split(given(target)).join(given(replacement, 2)),
    'String replaceAll(String regex, String replacement)': (
        self: string,
        regex: string | null,
        replacement: string | null
    ) => replaceWith(self, given(regex), given(replacement, 2), true),
    'String replaceFirst(String regex, String replacement)': (
        self: string,
        regex: string | null,
        replacement: string | null
    ) => replaceWith(self, given(regex), given(replacement, 2), false),
    'String reverse()': (self: string) => [...self].reverse().join(''),
    'String rightPad(Integer length)': (self: string, length: number | null) => self.padEnd(given(length)),
    'String rightPad(Integer length, String padding)': (self: string, length: number | null, padding: string | null) =>
        self.padEnd(given(length), padding || ' '),
    'String stripHtmlTags()': (self: string) => self.replace(/<[^>]*>/g, ''),
    'String swapCase()': swapCase,
    'String toLowerCase()': (self: string) => self.toLowerCase(),
    'String toLowerCase(String locale)': (self: string, locale: string | null) =>
        self.toLocaleLowerCase(localeOf(locale)),
    'String toString()': (self: string) => self,
    'String toUpperCase()': (self: string) => self.toUpperCase(),
    'String toUpperCase(String locale)': (self: string, locale: string | null) =>
        self.toLocaleUpperCase(localeOf(locale)),
    'String trim()': trim,
    'String uncapitalize()': lowerFirst
};
