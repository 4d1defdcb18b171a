// Methods of String that take parts of it.
import { ApexList } from '../../runtime/collections.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import type { NativeFunction } from '../native.ts';
import { given } from './elements.ts';
import { javaSplit } from './javaRegex.ts';

const list = (items: string[]): ApexList<string> => ApexList.of('String', items);

function substring(self: string, start: number | null, end: number | null): string {
    const [from, to] = [given(start), given(end, 2)];
    if (from < 0 || from > self.length)
        throwApex('System.StringException', `Starting position out of bounds: ${String(from)}`);
    if (to > self.length || to < from)
        throwApex('System.StringException', `Ending position out of bounds: ${String(to)}`);
    return self.slice(from, to);
}

function charAt(self: string, index: number | null): number {
    const at = given(index);
    if (at < 0 || at >= self.length) throwApex('System.StringException', 'String index out of bounds');
    return self.charCodeAt(at);
}

function codePointAt(self: string, index: number | null): number {
    charAt(self, index);
    return self.codePointAt(given(index)) ?? 0;
}

function substringAfter(self: string, separator: string | null): string {
    const at = separator === null ? -1 : self.indexOf(separator);
    return at < 0 ? '' : self.slice(at + given(separator).length);
}

function substringAfterLast(self: string, separator: string | null): string {
    const at = !separator ? -1 : self.lastIndexOf(separator);
    return at < 0 ? '' : self.slice(at + given(separator).length);
}

function substringBefore(self: string, separator: string | null): string {
    const at = separator === null ? -1 : self.indexOf(separator);
    return at < 0 ? self : self.slice(0, at);
}

function substringBeforeLast(self: string, separator: string | null): string {
    const at = !separator ? -1 : self.lastIndexOf(separator);
    return at < 0 ? self : self.slice(0, at);
}

function substringBetween(self: string, open: string | null, close: string | null = open): string | null {
    if (open === null || close === null) return null;
    const start = self.indexOf(open);
    const end = start < 0 ? -1 : self.indexOf(close, start + open.length);
    return end < 0 ? null : self.slice(start + open.length, end);
}

function left(self: string, length: number | null): string {
    return self.slice(0, Math.max(0, given(length)));
}

function right(self: string, length: number | null): string {
    const size = given(length);
    return size <= 0 ? '' : self.slice(-size);
}

function mid(self: string, start: number | null, length: number | null): string {
    const from = Math.max(0, given(start));
    return given(length, 2) < 0 ? '' : self.slice(from, from + given(length, 2));
}

/** Runs of characters of one kind; in camel case an upper-case letter begins its word. */
function byCharacterType(self: string, camel: boolean): string[] {
    const kind = (char: string): string =>
        /\p{Lu}/u.test(char)
            ? 'upper'
            : /\p{Ll}/u.test(char)
              ? 'lower'
              : /\p{L}/u.test(char)
                ? 'letter'
                : /\p{Nd}/u.test(char)
                  ? 'digit'
                  : /\s/.test(char)
                    ? 'space'
                    : `other${char}`;
    const parts: string[] = [];
    let last = '';
    for (const char of self) {
        const now = kind(char);
        const previous = parts.at(-1);
        if (previous !== undefined && now === last) parts[parts.length - 1] = previous + char;
        else if (camel && last === 'upper' && now === 'lower' && previous !== undefined) {
            if (previous.length > 1) {
                parts[parts.length - 1] = previous.slice(0, -1);
                parts.push(previous.slice(-1) + char);
            } else parts[parts.length - 1] = previous + char;
        } else parts.push(char);
        last = now;
    }
    return parts;
}

const codes = (self: string): number[] => self.split('').map((char) => char.charCodeAt(0));

function offsetByCodePoints(self: string, index: number | null, offset: number | null): number {
    const points = [...self.slice(given(index))].slice(0, given(offset, 2));
    return given(index) + points.join('').length;
}

export const stringParts: Record<string, NativeFunction> = {
    'Integer charAt(Integer index)': charAt,
    'Integer codePointAt(Integer index)': codePointAt,
    'Integer codePointBefore(Integer index)': (self: string, index: number) => codePointAt(self, index - 1),
    'Integer codePointCount(Integer begin, Integer end)': (self: string, begin: number, end: number) =>
        [...substring(self, begin, end)].length,
    'List<Integer> getChars()': (self: string) => ApexList.of('Integer', codes(self)),
    'String left(Integer length)': left,
    'String mid(Integer start, Integer length)': mid,
    'Integer offsetByCodePoints(Integer index, Integer offset)': offsetByCodePoints,
    'String right(Integer length)': right,
    'List<String> split(String regex)': (self: string, regex: string | null) => list(javaSplit(self, given(regex), 0)),
    'List<String> split(String regex, Integer limit)': (self: string, regex: string | null, limit: number | null) =>
        list(javaSplit(self, given(regex), given(limit, 2))),
    'List<String> splitByCharacterType()': (self: string) => list(byCharacterType(self, false)),
    'List<String> splitByCharacterTypeCamelCase()': (self: string) => list(byCharacterType(self, true)),
    'String substring(Integer start)': (self: string, start: number | null) => substring(self, start, self.length),
    'String substring(Integer start, Integer end)': substring,
    'String substringAfter(String separator)': substringAfter,
    'String substringAfterLast(String separator)': substringAfterLast,
    'String substringBefore(String separator)': substringBefore,
    'String substringBeforeLast(String separator)': substringBeforeLast,
    'String substringBetween(String tag)': (self: string, tag: string | null) => substringBetween(self, tag),
    'String substringBetween(String open, String close)': substringBetween
};
