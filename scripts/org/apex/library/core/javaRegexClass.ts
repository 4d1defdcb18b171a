// Bracketed classes of java.util.regex: unions, negation and `&&` intersections, as JavaScript `v`-mode classes.
import { literal, RegexError, type Translator } from './javaRegexTranslate.ts';

export class ClassReader {
    private readonly from: Translator;
    constructor(from: Translator) {
        this.from = from;
    }

    /** Reads `[…]` at the translator's place. */
    read(): string {
        const { from } = this;
        from.at++;
        const negated = from.text[from.at] === '^';
        if (negated) from.at++;
        const operands: string[] = [];
        let union = '';
        for (let first = true; ; first = false) {
            const char = from.text[from.at];
            if (char === undefined) throw new RegexError('Unclosed character class', from.text.length - 1);
            if (char === ']' && !first) break;
            if (from.text.startsWith('&&', from.at)) {
                while (from.text[from.at] === '&') from.at++;
                if (union !== '') operands.push(union);
                union = '';
                continue;
            }
            if (from.comments && /\s/.test(char)) {
                from.at++;
                continue;
            }
            union += this.item();
        }
        from.at++;
        if (union !== '') operands.push(union);
        const body = operands.length > 1 ? operands.map((operand) => `[${operand}]`).join('&&') : (operands[0] ?? '');
        return `[${negated ? '^' : ''}${body}]`;
    }

    private item(): string {
        const { from } = this;
        if (from.text[from.at] === '[') return this.read();
        if (from.text[from.at] === '\\') {
            if (from.text[from.at + 1] === undefined)
                throw new RegexError('Unclosed character class', from.text.length - 1);
            if (from.text[from.at + 1] === 'Q') return this.quoted();
            const set = from.setText();
            if (set) return set.negated ? `[^${set.text}]` : set.text;
        }
        const start = this.single();
        const next = from.text[from.at + 1];
        if (from.text[from.at] !== '-' || next === undefined || next === ']' || next === '[') return start;
        if (next === '\\' && /[dDwWsShHvVpPQ]/.test(from.text[from.at + 2] ?? '')) return start;
        from.at++;
        const end = this.single();
        if (codeOf(end) < codeOf(start)) throw new RegexError('Illegal character range', from.at - 1);
        return `${start}-${end}`;
    }

    private single(): string {
        const { from } = this;
        if (from.text[from.at] === '\\') return from.escapedChar();
        const char = String.fromCodePoint(from.text.codePointAt(from.at)!);
        from.at += char.length;
        return literal(char);
    }

    private quoted(): string {
        const { from } = this;
        const end = from.text.indexOf('\\E', from.at + 2);
        const body = from.text.slice(from.at + 2, end < 0 ? undefined : end);
        from.at = end < 0 ? from.text.length : end + 2;
        return [...body].map(literal).join('');
    }
}

const NAMED: Record<string, number> = { '\\t': 9, '\\n': 10, '\\r': 13, '\\f': 12 };

function codeOf(text: string): number {
    if (Object.hasOwn(NAMED, text)) return NAMED[text]!;
    const hex = /^\\(?:x|u\{)([0-9a-f]+)\}?$/i.exec(text);
    return hex ? parseInt(hex[1]!, 16) : text.codePointAt(0)!;
}
