// Regular expressions of java.util.regex, which Apex uses, run by JavaScript's engine; Java's rules for replacement texts and split.
// https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
import { throwApex } from '../../runtime/exceptions.ts';
import { RegexError, type Translation, Translator } from './javaRegexTranslate.ts';

const cache = new Map<string, RegExp>();

/** A JavaScript expression for a Java pattern; `flags` are those of the search (`g`, `y`, `d`). Throws System.StringException. */
export function javaRegex(pattern: string, flags = ''): RegExp {
    return remembered(pattern, flags, (source) => source);
}

/** One that matches from `lastIndex` to the end of the text or not at all. */
export function javaRegexWhole(pattern: string): RegExp {
    return remembered(pattern, 'y', (source) => `(?:${source})(?![\\s\\S])`, '$');
}

function remembered(pattern: string, flags: string, wrap: (source: string) => string, kind = ''): RegExp {
    const key = `${flags}${kind}/${pattern}`;
    let made = cache.get(key);
    if (!made) {
        if (cache.size > 2000) cache.clear();
        cache.set(key, (made = compile(pattern, `${flags}v`, wrap)));
    }
    made.lastIndex = 0;
    return made;
}

function compile(pattern: string, flags: string, wrap: (source: string) => string): RegExp {
    try {
        const { source, groups } = new Translator(pattern).translate();
        return groups ? new GroupedRegExp(wrap(source), flags, groups) : new RegExp(wrap(source), flags);
    } catch (error) {
        if (!(error instanceof RegexError || error instanceof SyntaxError)) throw error;
        const index = error instanceof RegexError ? error.index : 0;
        return throwApex(
            'System.StringException',
            `Invalid regex: ${error.message} near index ${String(index)}\n${pattern}`
        );
    }
}

type Groups = NonNullable<Translation['groups']>;

/** Leaves the helper groups of atomic groups out of its matches. */
class GroupedRegExp extends RegExp {
    readonly #groups: Groups;
    constructor(source: string | RegExp, flags: string | undefined, groups?: Groups) {
        super(source, flags);
        this.#groups = groups ?? (source as GroupedRegExp).#groups;
    }
    override exec(text: string): RegExpExecArray | null {
        const match = super.exec(text);
        if (!match) return null;
        const own = this.#groups.map((group) => match[group]) as unknown as RegExpExecArray;
        Object.assign(own, { index: match.index, input: match.input, groups: match.groups });
        if (match.indices) Object.assign(own, { indices: this.#groups.map((group) => match.indices?.[group]) });
        return own;
    }
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
