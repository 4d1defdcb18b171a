// Regular expressions of java.util.regex, which Apex uses, as JavaScript's. What has no equivalent is refused.
// https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
import { throwApex, unsupported } from '../../runtime/exceptions.ts';

const SPACE = ' \\t\\n\\x0B\\f\\r';
const BREAK = '\\n\\r\\u0085\\u2028\\u2029';
const END = '(?![\\s\\S])';

/** POSIX and java.lang.Character classes of `\p{…}`, as the inside of a character class. */
const CLASSES: Readonly<Record<string, string>> = {
    Lower: 'a-z',
    Upper: 'A-Z',
    ASCII: '\\x00-\\x7F',
    Alpha: 'A-Za-z',
    Digit: '0-9',
    Alnum: 'A-Za-z0-9',
    Punct: '!-\\/:-@\\[-`{-~',
    Graph: '!-~',
    Print: ' -~',
    Blank: ' \\t',
    Cntrl: '\\x00-\\x1F\\x7F',
    XDigit: '0-9A-Fa-f',
    Space: SPACE,
    javaLowerCase: '\\p{Ll}',
    javaUpperCase: '\\p{Lu}',
    javaWhitespace: '\\s'
};

interface Reader {
    readonly text: string;
    at: number;
    /** The v flag is needed: classes inside classes, or Unicode properties. */
    sets: boolean;
    flags: Set<string>;
}

const cache = new Map<string, RegExp>();

/** A JavaScript expression for a Java pattern; `flags` are added (`g`, `y`, `i`, `m`, `s`). Throws System.StringException. */
export function javaRegex(pattern: string, flags = ''): RegExp {
    const key = `${flags}/${pattern}`;
    const known = cache.get(key);
    if (known) return known;
    const reader: Reader = { text: pattern, at: 0, sets: needsSets(pattern), flags: new Set(flags) };
    let made: RegExp;
    try {
        const source = sequence(reader);
        if (reader.at < pattern.length) throw new SyntaxError('Unmatched closing )');
        if (reader.sets) reader.flags.add('v');
        made = new RegExp(source, [...reader.flags].join(''));
    } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return throwApex(
            'System.StringException',
            `Invalid regex: ${error.message.replace(/^Invalid regular expression: /, '')}`
        );
    }
    if (cache.size > 2000) cache.clear();
    cache.set(key, made);
    return made;
}

const needsSets = (pattern: string): boolean => /\\[pP]|&&|\[[^\]\\]*(?:\\.[^\]\\]*)*\[/.test(pattern);

/** Up to the end or to an unmatched `)`. `(?i)` applies to the rest of its group. */
function sequence(reader: Reader): string {
    let out = '';
    let open = 0;
    while (reader.at < reader.text.length && reader.text[reader.at] !== ')') {
        const flags = /^\(\?([imsxu]+)\)/.exec(reader.text.slice(reader.at, reader.at + 12));
        if (flags) {
            reader.at += flags[0].length;
            if (flags[1]?.includes('x')) unsupported('regular expressions with comments (?x)');
            const js = (flags[1] ?? '').replace(/u/g, '');
            if (out === '' && open === 0 && reader.at === flags[0].length)
                for (const flag of js) reader.flags.add(flag);
            else if (js !== '') {
                out += `(?${js}:`;
                open++;
            }
            continue;
        }
        out += item(reader);
    }
    return out + ')'.repeat(open);
}

function item(reader: Reader): string {
    const { text } = reader;
    const char = text.charAt(reader.at);
    if (char === '\\') return escape(reader, false);
    if (char === '[') return charClass(reader);
    if (char === '(') return group(reader);
    reader.at++;
    if (char === '$' && !reader.flags.has('m')) return `(?=(?:\\r\\n|[${BREAK}])?${END})`;
    if ((char === '*' || char === '+' || char === '?' || char === '}') && text.charAt(reader.at) === '+') {
        unsupported('possessive quantifiers in regular expressions');
    }
    return char === '/' ? '\\/' : char === ']' || (char === '}' && !quantifierBefore(reader)) ? `\\${char}` : char;
}

function quantifierBefore(reader: Reader): boolean {
    return /\{\d+(,\d*)?\}$/.test(reader.text.slice(Math.max(0, reader.at - 14), reader.at));
}

function group(reader: Reader): string {
    const rest = reader.text.slice(reader.at);
    if (rest.startsWith('(?>')) unsupported('atomic groups in regular expressions');
    const head = /^\((\?(?:[:=!]|<[=!]|<[A-Za-z][A-Za-z0-9]*>|[imsu]*-?[imsu]*:))?/.exec(rest)?.[0] ?? '(';
    reader.at += head.length;
    const inner = sequence(reader);
    if (reader.text[reader.at] !== ')') throw new SyntaxError('Unclosed group');
    reader.at++;
    return `${head}${inner})`;
}

/** Escapes outside (`inside` false) and inside a character class. */
function escape(reader: Reader, inside: boolean): string {
    const { text } = reader;
    const next = text.charAt(reader.at + 1);
    if (next === '') throw new SyntaxError('Unexpected internal error');
    if (next === 'Q') return quoted(reader);
    reader.at += 2;
    switch (next) {
        case 's':
            return inside ? SPACE : `[${SPACE}]`;
        case 'S':
            return inside ? '\\S' : `[^${SPACE}]`;
        case 'h':
            return inside ? ' \\t\\xA0\\u2000-\\u200A\\u3000' : '[ \\t\\xA0\\u2000-\\u200A\\u3000]';
        case 'R':
            return `(?:\\r\\n|[\\x0B\\f${BREAK}])`;
        case 'A':
            return '(?<![\\s\\S])';
        case 'z':
            return END;
        case 'Z':
            return `(?=(?:\\r\\n|[${BREAK}])?${END})`;
        case 'e':
            return '\\x1B';
        case 'a':
            return '\\x07';
        case 'G':
            return unsupported('\\G in regular expressions');
        case 'p':
        case 'P':
            return property(reader, next === 'P', inside);
        case 'x':
            return hexadecimal(reader);
        default:
            return other(reader, next);
    }
}

function other(reader: Reader, next: string): string {
    if (/[dDwWbBnrtfvukc0-9]/.test(next)) return `\\${next}`;
    if (/[A-Za-z]/.test(next)) throw new SyntaxError('Illegal/unsupported escape sequence');
    // With the v flag only syntax characters may be escaped.
    return !reader.sets || /[$()*+./?[\\\]^{|}\-&!#%,:;<=>@`~]/.test(next) ? `\\${next}` : next;
}

function hexadecimal(reader: Reader): string {
    const long = /^\{([0-9A-Fa-f]+)\}/.exec(reader.text.slice(reader.at));
    if (!long) return '\\x';
    reader.at += long[0].length;
    return [...String.fromCodePoint(parseInt(long[1] ?? '0', 16))].map((char) => escapeText(char)).join('');
}

function quoted(reader: Reader): string {
    const end = reader.text.indexOf('\\E', reader.at + 2);
    const literal = reader.text.slice(reader.at + 2, end < 0 ? undefined : end);
    reader.at = end < 0 ? reader.text.length : end + 2;
    return escapeText(literal);
}

export function escapeText(literal: string): string {
    return literal.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&');
}

function property(reader: Reader, negative: boolean, inside: boolean): string {
    const found = /^(?:\{\^?(?:Is|In|general_category=|gc=|script=|sc=)?([A-Za-z_]+)\}|([A-Z]))/.exec(
        reader.text.slice(reader.at)
    );
    if (!found) throw new SyntaxError('Unknown character property');
    reader.at += found[0].length;
    const name = found[1] ?? found[2] ?? '';
    const posix = CLASSES[name];
    if (posix !== undefined) return inside ? (negative ? `[^${posix}]` : posix) : `[${negative ? '^' : ''}${posix}]`;
    const value = /^[A-Z][a-z]?$/.test(name)
        ? name
        : /^(Alphabetic|Ideographic|Lowercase|Uppercase|White_Space)$/i.test(name)
          ? title(name)
          : `Script=${title(name)}`;
    return `\\${negative ? 'P' : 'p'}{${value}}`;
}

const title = (name: string): string =>
    name.replace(/(^|_)([a-z])/g, (_, start: string, letter: string) => start + letter.toUpperCase());

function charClass(reader: Reader): string {
    reader.at++;
    let out = '[';
    if (reader.text[reader.at] === '^') {
        out += '^';
        reader.at++;
    }
    const parts: string[] = [''];
    let first = true;
    while (reader.at < reader.text.length) {
        const char = reader.text.charAt(reader.at);
        if (char === ']' && !first) {
            reader.at++;
            const joined =
                parts.length > 1
                    ? parts.map((part) => (/^\[.*\]$/.test(part) ? part : `[${part}]`)).join('&&')
                    : (parts[0] ?? '');
            return `${out}${joined}]`;
        }
        first = false;
        if (char === '[') parts[parts.length - 1] += charClass(reader);
        else if (reader.text.startsWith('&&', reader.at)) {
            reader.at += 2;
            parts.push('');
        } else if (char === '\\') parts[parts.length - 1] += escape(reader, true);
        else {
            reader.at++;
            parts[parts.length - 1] += inClass(reader, char);
        }
    }
    throw new SyntaxError('Unclosed character class');
}

function inClass(reader: Reader, char: string): string {
    if (char === ']') return '\\]';
    if (!reader.sets) return char;
    return /[(){}/|]/.test(char) || (/[&!#$%*+,.:;<=>?@^`~]/.test(char) && reader.text.charAt(reader.at) === char)
        ? `\\${char}`
        : char;
}

/** A replacement of Matcher and replaceAll: `$1`, `${name}`, backslash escapes. */
export function expandReplacement(replacement: string, match: RegExpExecArray): string {
    let out = '';
    for (let at = 0; at < replacement.length; at++) {
        const char = replacement.charAt(at);
        if (char === '\\') {
            at++;
            if (at >= replacement.length) throwApex('System.StringException', 'character to be escaped is missing');
            out += replacement.charAt(at);
        } else if (char === '$') {
            const [text, length] = groupText(replacement.slice(at + 1), match);
            out += text;
            at += length;
        } else out += char;
    }
    return out;
}

function groupText(rest: string, match: RegExpExecArray): [string, number] {
    const named = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(rest);
    if (named) {
        const groups = match.groups ?? {};
        if (!((named[1] as string) in groups))
            throwApex('System.StringException', `No group with name {${String(named[1])}}`);
        return [groups[named[1] as string] ?? '', named[0].length];
    }
    const digits = /^\d+/.exec(rest)?.[0];
    if (digits === undefined) return throwApex('System.StringException', 'Illegal group reference');
    let length = 1;
    if (Number(digits[0]) >= match.length) throwApex('System.StringException', `No group ${digits.charAt(0)}`);
    while (length < digits.length && Number(digits.slice(0, length + 1)) < match.length) length++;
    return [match[Number(digits.slice(0, length))] ?? '', length];
}

/** String.split and Pattern.split: a limit of 0 drops trailing empty texts, a negative one keeps all. */
export function javaSplit(text: string, pattern: string | RegExp, limit: number): string[] {
    const regex = typeof pattern === 'string' ? javaRegex(pattern, 'g') : pattern;
    const parts: string[] = [];
    let from = 0;
    if (text !== '') {
        for (const match of text.matchAll(regex)) {
            if (limit > 0 && parts.length === limit - 1) break;
            const end = match.index + match[0].length;
            if (end === 0 || (match[0] === '' && match.index >= text.length)) continue;
            parts.push(text.slice(from, match.index));
            from = end;
        }
    }
    if (parts.length === 0) return [text];
    parts.push(text.slice(from));
    if (limit === 0) while (parts.length > 0 && parts.at(-1) === '') parts.pop();
    return parts;
}

export function replaceWith(text: string, pattern: string, replacement: string, all: boolean): string {
    const regex = javaRegex(pattern, all ? 'g' : '');
    return text.replace(regex, (...args: unknown[]) => {
        const groups = typeof args.at(-1) === 'object' ? (args.pop() as Record<string, string>) : undefined;
        args.splice(-2);
        return expandReplacement(replacement, Object.assign(args, { groups }) as unknown as RegExpExecArray);
    });
}
