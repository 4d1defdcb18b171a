// Translates java.util.regex syntax, which Apex patterns use, to a JavaScript `v`-mode pattern.
// https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html
import { ClassReader } from './javaRegexClass.ts';
import { HORIZONTAL, LINE_END, propertyClass, SPACE, VERTICAL } from './javaRegexClasses.ts';

export class RegexError extends Error {
    readonly index: number;
    constructor(message: string, index: number) {
        super(message);
        this.index = index;
    }
}

export interface Translation {
    source: string;
    /** JavaScript group of each group of the Java pattern, when helper groups lie between; `groups[0]` is 0. */
    groups: number[] | null;
}

interface Flags {
    i: boolean;
    m: boolean;
    s: boolean;
    x: boolean;
    d: boolean;
}

const SIMPLE: Record<string, string> = { t: '\\t', n: '\\n', r: '\\r', f: '\\f', a: '\\x07', e: '\\x1B' };
const AT_END = '(?![\\s\\S])';
/** Stands for a group's number until all are known: mark, kind (`o` opens, `r` refers), group, mark. */
const MARK = '\u0001';

/** One literal character, safe inside and outside of classes. */
export function literal(char: string): string {
    return /^[A-Za-z0-9]$/.test(char) ? char : `\\u{${char.codePointAt(0)!.toString(16)}}`;
}

export class Translator {
    readonly text: string;
    at = 0;
    private flags: Flags = { i: false, m: false, s: false, x: false, d: false };
    private captures = 0;
    private helpers = 0;
    private readonly names = new Map<string, number>();
    private readonly total: number;

    constructor(text: string) {
        this.text = text;
        this.total = countGroups(text);
    }

    translate(): Translation {
        const source = this.alternatives();
        if (this.at < this.text.length) throw new RegexError("Unmatched closing ')'", Math.max(0, this.at - 1));
        return this.number(source);
    }

    /** Puts numbers in the place of marks. */
    private number(source: string): Translation {
        const numbers = new Map<string, number>();
        for (const match of source.matchAll(/\u0001o(\w+)\u0001/g)) numbers.set(match[1]!, numbers.size + 1);
        const text = source.replace(/\u0001([or])(\w+)\u0001/g, (_, kind: string, group: string) =>
            kind === 'o' ? '' : `(?:\\${String(numbers.get(group))})`
        );
        const groups = [0, ...Array.from({ length: this.captures }, (_, at) => numbers.get(`c${String(at + 1)}`)!)];
        return { source: text, groups: this.helpers > 0 ? groups : null };
    }

    // Alternatives up to `)` or the end. A flag set in the middle holds to the end of the group, across alternatives.
    private alternatives(): string {
        const saved = { ...this.flags };
        let out = '';
        let open = '';
        for (;;) {
            if (this.at >= this.text.length || this.text[this.at] === ')') break;
            if (this.text[this.at] === '|') {
                this.at++;
                out += open ? ')|' + open : '|';
                continue;
            }
            if (this.skipComment()) continue;
            if (this.flagSetting()) {
                out += open ? ')' : '';
                open = this.flags.i !== saved.i ? `(?${this.flags.i ? 'i' : '-i'}:` : '';
                out += open;
                continue;
            }
            out += this.quantified();
        }
        this.flags = saved;
        return out + (open ? ')' : '');
    }

    private skipComment(): boolean {
        if (!this.flags.x) return false;
        if (/\s/.test(this.text[this.at]!)) {
            this.at++;
            return true;
        }
        if (this.text[this.at] !== '#') return false;
        while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++;
        return true;
    }

    /** `(?i-s)`: takes the flags and returns true. */
    private flagSetting(): boolean {
        const match = /^\(\?([idmsuxU]*)(?:-([idmsuxU]*))?\)/.exec(this.text.slice(this.at));
        if (!match) return false;
        this.at += match[0].length;
        this.setFlags(match[1] ?? '', match[2] ?? '');
        return true;
    }

    private setFlags(on: string, off: string): void {
        this.flags = { ...this.flags };
        for (const flag of on) if (flag in this.flags) this.flags[flag as keyof Flags] = true;
        for (const flag of off) if (flag in this.flags) this.flags[flag as keyof Flags] = false;
    }

    private quantified(): string {
        const [atom, assertion] = this.atom();
        while (this.flags.x && this.at < this.text.length && this.skipComment());
        const match = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/.exec(this.text.slice(this.at));
        if (!match) {
            if (this.text[this.at] === '{') throw new RegexError('Illegal repetition', this.at);
            return atom;
        }
        this.at += match[0].length;
        const item = assertion || atom === '' ? `(?:${atom})` : atom;
        if (this.text[this.at] === '?') {
            this.at++;
            return `${item}${match[0]}?`;
        }
        if (this.text[this.at] !== '+') return `${item}${match[0]}`;
        this.at++;
        return this.atomic(`${item}${match[0]}`);
    }

    /** What is matched once and never given back. */
    private atomic(inner: string): string {
        const name = `h${++this.helpers}`;
        return `(?=(${MARK}o${name}${MARK}${inner}))${MARK}r${name}${MARK}`;
    }

    private atom(): [text: string, isAssertion: boolean] {
        const char = String.fromCodePoint(this.text.codePointAt(this.at)!);
        switch (char) {
            case '(':
                return this.group();
            case '[':
                return [new ClassReader(this).read(), false];
            case '\\':
                return this.escape();
            case '.':
                this.at++;
                return [this.flags.s ? '[\\s\\S]' : `[^${this.flags.d ? '\\n' : LINE_END}]`, false];
            case '^':
                this.at++;
                return [this.flags.m ? `(?<![^${LINE_END}])(?=[\\s\\S]|(?<![\\s\\S]))` : '(?<![\\s\\S])', true];
            case '$':
                this.at++;
                return [this.flags.m ? `(?=[${LINE_END}]|${AT_END})` : `(?=(?:\\r\\n|[${LINE_END}])?${AT_END})`, true];
            case '*':
            case '+':
            case '?':
                throw new RegexError(`Dangling meta character '${char}'`, this.at);
            case '{':
                throw new RegexError('Illegal repetition', this.at);
            default:
                this.at += char.length;
                return [literal(char), false];
        }
    }

    private group(): [string, boolean] {
        const rest = this.text.slice(this.at);
        const saved = { ...this.flags };
        const [head, isAssertion, isAtomic] = this.groupHead(rest);
        const inner = this.alternatives();
        if (this.text[this.at] !== ')') throw new RegexError('Unclosed group', this.text.length);
        this.at++;
        this.flags = saved;
        if (isAtomic) return [this.atomic(inner), true];
        return [`${head}${inner})`, isAssertion];
    }

    private groupHead(rest: string): [head: string, isAssertion: boolean, isAtomic: boolean] {
        const named = /^\(\?<([A-Za-z][A-Za-z0-9]*)>/.exec(rest);
        if (named) {
            this.at += named[0].length;
            const name = named[1]!;
            if (this.names.has(name))
                throw new RegexError(`Named capturing group <${name}> is already defined`, this.at - 1);
            this.names.set(name, this.captures + 1);
            return [this.capture(`?<${name}>`), false, false];
        }
        const look = /^\(\?(?:<?[=!])/.exec(rest);
        if (look) {
            this.at += look[0].length;
            return [look[0], true, false];
        }
        const plain = /^\(\?(>|([idmsuxU]*)(?:-([idmsuxU]*))?:)/.exec(rest);
        if (plain) {
            this.at += plain[0].length;
            if (plain[1] === '>') return ['', false, true];
            const before = this.flags.i;
            this.setFlags(plain[2] ?? '', plain[3] ?? '');
            return [before === this.flags.i ? '(?:' : `(?${this.flags.i ? 'i' : '-i'}:`, false, false];
        }
        if (rest.startsWith('(?')) throw new RegexError('Unknown inline modifier', this.at + 2);
        this.at++;
        return [this.capture(''), false, false];
    }

    private capture(name: string): string {
        return `(${name}${MARK}oc${++this.captures}${MARK}`;
    }

    private escape(): [string, boolean] {
        const start = this.at;
        const char = this.text[this.at + 1];
        if (char === undefined) throw new RegexError('Unexpected internal error', this.text.length);
        if (char === 'Q') return [this.quoted(), false];
        if (/[1-9]/.test(char)) return [this.backReference(), false];
        this.at += 2;
        switch (char) {
            case 'b':
            case 'B':
                return [`\\${char}`, true];
            case 'A':
                return ['(?<![\\s\\S])', true];
            case 'z':
                return [AT_END, true];
            case 'Z':
                return [`(?=(?:\\r\\n|[${LINE_END}])?${AT_END})`, true];
            case 'R':
                return [`(?:\\r\\n|[${VERTICAL}])`, false];
            case 'X':
                return ['(?:\\P{M}\\p{M}*)', false];
            case 'G':
                throw new RegexError('unsupported: \\G', start);
            case 'k': {
                const name = /^<([A-Za-z][A-Za-z0-9]*)>/.exec(this.text.slice(this.at));
                if (!name) throw new RegexError("\\k is not followed by '<' for named capturing group", start + 2);
                const number = this.names.get(name[1]!);
                if (number === undefined)
                    throw new RegexError(`(named capturing group <${name[1]!}> does not exit`, start + 2);
                this.at += name[0].length;
                return [`${MARK}rc${number}${MARK}`, false];
            }
            default:
                this.at = start;
                return [this.escapedSet() ?? this.escapedChar(), false];
        }
    }

    private quoted(): string {
        const end = this.text.indexOf('\\E', this.at + 2);
        const body = this.text.slice(this.at + 2, end < 0 ? undefined : end);
        this.at = end < 0 ? this.text.length : end + 2;
        // A quantifier after \E belongs to the last character only.
        const chars = [...body].map(literal);
        return chars.join('');
    }

    /** As many digits as there are groups for, as Java reads them. */
    private backReference(): string {
        let number = Number(this.text[this.at + 1]);
        this.at += 2;
        while (/[0-9]/.test(this.text[this.at] ?? '') && number * 10 + Number(this.text[this.at]) <= this.total)
            number = number * 10 + Number(this.text[this.at++]);
        return number <= this.captures ? `${MARK}rc${number}${MARK}` : '(?!)';
    }

    /** `\d`, `\p{L}` and the like as text of a class; undefined (and nothing read) for other escapes. */
    setText(): { text: string; negated: boolean } | undefined {
        const char = this.text[this.at + 1]!;
        const sets: Record<string, string> = { d: '0-9', w: 'a-zA-Z0-9_', s: SPACE, h: HORIZONTAL, v: VERTICAL };
        const set = Object.hasOwn(sets, char.toLowerCase()) ? sets[char.toLowerCase()] : undefined;
        if (set !== undefined) {
            this.at += 2;
            return { text: set, negated: char !== char.toLowerCase() };
        }
        if (char !== 'p' && char !== 'P') return undefined;
        const match = /^\\[pP](?:\{(\^?)([^}]*)\}|([A-Z]))/.exec(this.text.slice(this.at));
        if (!match) throw new RegexError('Unclosed character family', this.text.length - 1);
        const name = match[2] ?? match[3] ?? '';
        const text = propertyClass(name);
        if (text === undefined)
            throw new RegexError(`Unknown character property name {${name}}`, this.at + match[0].length - 1);
        this.at += match[0].length;
        return { text, negated: (char === 'P') !== (match[1] === '^') };
    }

    private escapedSet(): string | undefined {
        const set = this.setText();
        return set && `[${set.negated ? '^' : ''}${set.text}]`;
    }

    /** An escape that stands for one character, as a safe literal. */
    escapedChar(): string {
        const rest = this.text.slice(this.at);
        const code =
            /^\\(?:x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|0([0-3][0-7]{2}|[0-7]{1,2})|c(.))/s.exec(
                rest
            );
        if (code) {
            this.at += code[0].length;
            const hex = code[1] ?? code[2] ?? code[3];
            const value = hex ? parseInt(hex, 16) : code[4] ? parseInt(code[4], 8) : code[5]!.charCodeAt(0) ^ 64;
            return `\\u{${value.toString(16)}}`;
        }
        const char = String.fromCodePoint(this.text.codePointAt(this.at + 1) ?? 0);
        if (Object.hasOwn(SIMPLE, char)) {
            this.at += 2;
            return SIMPLE[char]!;
        }
        if (/[A-Za-z]/.test(char)) throw new RegexError('Illegal/unsupported escape sequence', this.at + 1);
        this.at += 1 + char.length;
        return literal(char);
    }

    get comments(): boolean {
        return this.flags.x;
    }
}

/** Number of capturing groups, for the digits of back references. */
function countGroups(text: string): number {
    const bare = text.replace(/\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]/g, '').replace(/\[\^?\]?[^\]]*\]/g, '');
    return (bare.match(/\((?!\?)|\(\?<[A-Za-z]/g) ?? []).length;
}
