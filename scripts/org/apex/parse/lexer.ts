// Apex source → tokens. `<` and `>` stay single so that `List<List<X>>` needs no second thought; the expression
// parser joins adjacent ones into shifts. Texts of strings are decoded here.

export type TokenType = 'id' | 'int' | 'long' | 'double' | 'decimal' | 'string' | 'op' | 'eof';

export interface Token {
    type: TokenType;
    /** As written for names and operators; decoded for strings; digits without suffix for numbers. */
    text: string;
    /** Lower case of names; the text otherwise. */
    low: string;
    start: number;
    end: number;
    line: number;
    column: number;
}

export class ApexSyntaxError extends Error {
    readonly line: number;
    readonly column: number;
    constructor(message: string, at: { line: number; column: number }) {
        super(message);
        this.line = at.line;
        this.column = at.column;
    }
}

const OPERATORS = [
    '===',
    '!==',
    '<<=',
    '==',
    '!=',
    '<>',
    '<=',
    '>=',
    '&&',
    '||',
    '??',
    '?.',
    '++',
    '--',
    '+=',
    '-=',
    '*=',
    '/=',
    '&=',
    '|=',
    '^=',
    '=>'
];
const SINGLE = new Set('(){}[];,.=<>!~?:+-*/&|^@%'.split(''));
const ESCAPES: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', "'": "'", '\\': '\\' };

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isNameStart = (code: number): boolean =>
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36 || code > 127;

export function tokenize(source: string): Token[] {
    const tokens: Token[] = [];
    const length = source.length;
    let at = 0;
    let line = 1;
    let lineStart = 0;

    const push = (type: TokenType, text: string, start: number, startLine: number, column: number): void => {
        tokens.push({
            type,
            text,
            low: type === 'id' ? text.toLowerCase() : text,
            start,
            end: at,
            line: startLine,
            column
        });
    };
    const fail = (message: string): never => {
        throw new ApexSyntaxError(message, { line, column: at - lineStart + 1 });
    };

    while (at < length) {
        const code = source.charCodeAt(at);
        if (code === 10) {
            at++;
            line++;
            lineStart = at;
            continue;
        }
        if (code === 32 || code === 9 || code === 13 || code === 12 || code === 0xfeff || code === 0xa0) {
            at++;
            continue;
        }
        const start = at;
        const column = at - lineStart + 1;
        if (code === 47 && source.charCodeAt(at + 1) === 47) {
            const end = source.indexOf('\n', at);
            at = end < 0 ? length : end;
            continue;
        }
        if (code === 47 && source.charCodeAt(at + 1) === 42) {
            const end = source.indexOf('*/', at + 2);
            if (end < 0) fail('Unterminated comment');
            for (let i = at; i < end; i++) {
                if (source.charCodeAt(i) === 10) {
                    line++;
                    lineStart = i + 1;
                }
            }
            at = end + 2;
            continue;
        }
        if (isNameStart(code)) {
            at++;
            while (at < length && (isNameStart(source.charCodeAt(at)) || isDigit(source.charCodeAt(at)))) at++;
            push('id', source.slice(start, at), start, line, column);
            continue;
        }
        if (isDigit(code) || (code === 46 && isDigit(source.charCodeAt(at + 1)) && !endsOperand(tokens, at))) {
            while (isDigit(source.charCodeAt(at))) at++;
            let fraction = false;
            if (source.charCodeAt(at) === 46 && isDigit(source.charCodeAt(at + 1))) {
                fraction = true;
                at++;
                while (isDigit(source.charCodeAt(at))) at++;
            }
            const text = source.slice(start, at);
            const suffix = source[at];
            if ((suffix === 'l' || suffix === 'L') && !fraction) {
                at++;
                push('long', text, start, line, column);
            } else if (suffix === 'd' || suffix === 'D') {
                at++;
                push('double', text, start, line, column);
            } else push(fraction ? 'decimal' : 'int', text, start, line, column);
            continue;
        }
        if (code === 39) {
            const startLine = line;
            if (source.startsWith("'''", at)) {
                const end = source.indexOf("'''", at + 3);
                if (end < 0) fail('Unterminated string literal');
                let text = source.slice(at + 3, end).replace(/\r\n/g, '\n');
                if (text.startsWith('\n')) text = text.slice(1);
                for (let i = at; i < end; i++) {
                    if (source.charCodeAt(i) === 10) {
                        line++;
                        lineStart = i + 1;
                    }
                }
                at = end + 3;
                push('string', unindent(text), start, startLine, column);
                continue;
            }
            at++;
            let text = '';
            for (;;) {
                const c = source[at];
                if (c === undefined || c === '\n') fail('Unterminated string literal');
                if (c === "'") break;
                if (c === '\\') {
                    const next = source[at + 1]!;
                    if (next === 'u' && /^[0-9a-fA-F]{4}$/.test(source.slice(at + 2, at + 6))) {
                        text += String.fromCharCode(parseInt(source.slice(at + 2, at + 6), 16));
                        at += 6;
                        continue;
                    }
                    const known = ESCAPES[next] ?? ESCAPES[next.toLowerCase()];
                    // SOQL in strings keeps its own escapes (\%, \_): Apex itself refuses them.
                    if (known === undefined)
                        fail(
                            `Invalid string literal '${source.slice(start + 1, at + 2)}'. Illegal character sequence '\\${next}' in string literal`
                        );
                    text += known;
                    at += 2;
                    continue;
                }
                text += c;
                at++;
            }
            at++;
            push('string', text, start, startLine, column);
            continue;
        }
        let op: string | undefined;
        for (const candidate of OPERATORS) {
            if (source.startsWith(candidate, at)) {
                op = candidate;
                break;
            }
        }
        // `a ? .5 : 1` is a ternary, not a safe navigation.
        if (op === '?.' && isDigit(source.charCodeAt(at + 2))) op = undefined;
        if (!op && SINGLE.has(source[at]!)) op = source[at];
        if (!op) fail(`Unrecognized symbol '${source[at]}', which is not a valid Apex identifier.`);
        at += op!.length;
        push('op', op!, start, line, column);
    }
    tokens.push({ type: 'eof', text: '<EOF>', low: '<EOF>', start: at, end: at, line, column: at - lineStart + 1 });
    return tokens;
}

/** `x.5` cannot occur, but `)` or a name before a dot means member access. */
function endsOperand(tokens: Token[], at: number): boolean {
    const last = tokens[tokens.length - 1];
    return !!last && last.end === at && (last.type === 'id' || last.text === ')' || last.text === ']');
}

/** Multi-line strings: the indentation common to all lines is dropped, as in a Java text block. */
function unindent(text: string): string {
    const lines = text.split('\n');
    let common = Infinity;
    lines.forEach((row, index) => {
        if (row.trim() === '' && index < lines.length - 1) return;
        common = Math.min(common, row.length - row.trimStart().length);
    });
    if (!Number.isFinite(common)) return text;
    return lines.map((row) => row.slice(common)).join('\n');
}
