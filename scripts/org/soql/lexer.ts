// Query text → tokens. Dates, datetimes and times are recognised here because their punctuation means other things elsewhere.
import { malformed, SoqlError } from './messages.ts';

export interface Token {
    type: 'id' | 'number' | 'string' | 'date' | 'datetime' | 'time' | 'op' | 'eof';
    text: string;
    /** Upper case of names, as written otherwise. */
    up: string;
    /** Numbers: days or milliseconds of dates and times. */
    value: number;
    pos: number;
    end: number;
}

const SPACE = /[\s\u00a0]+/y;
const NAME = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*/y;
const DATETIME = /(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})/iy;
const DATE = /(\d{4})-(\d{2})-(\d{2})(?![\dT])/y;
const TIME = /(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?/iy;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const OPERATOR = /<=|>=|!=|<>|[(),.:=<>{}&|!?*"\][;/+-]/y;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(text);
}

const ESCAPES: Record<string, string> = {
    n: '\n',
    N: '\n',
    r: '\r',
    R: '\r',
    t: '\t',
    T: '\t',
    b: '\b',
    B: '\b',
    f: '\f',
    F: '\f',
    '"': '"',
    "'": "'",
    '\\': '\\',
    _: '\\_',
    '%': '\\%'
};

/** The text of a string literal. `\_` and `\%` mean something to LIKE alone; elsewhere they stand for the character. */
export function unescape(raw: string, position: number, like: boolean): string {
    return raw.replace(
        /\\(?:u([0-9A-Fa-f]{4})|([\s\S]))/g,
        (whole, code: string | undefined, char: string | undefined) => {
            if (code) return String.fromCharCode(parseInt(code, 16));
            if (like && char === '\\') return '\\\\';
            const text = ESCAPES[char ?? ''];
            if (text === undefined)
                throw malformed(
                    `Invalid string literal '${raw}'. Illegal character sequence '${whole}' in string literal.`,
                    position
                );
            return !like && (char === '_' || char === '%') ? char : text;
        }
    );
}

export function tokenize(text: string): Token[] {
    const tokens: Token[] = [];
    let at = 0;
    const push = (type: Token['type'], end: number, body: string, value = 0): void => {
        tokens.push({ type, text: body, up: type === 'id' ? body.toUpperCase() : body, value, pos: at, end });
        at = end;
    };
    while (at < text.length) {
        const space = match(SPACE, text, at);
        if (space) {
            at += space[0].length;
            continue;
        }
        const char = text[at] as string;
        if (char === "'") {
            const end = stringEnd(text, at);
            push('string', end, text.slice(at + 1, end - 1));
            continue;
        }
        let found: RegExpExecArray | null;
        if ((found = match(NAME, text, at))) push('id', at + found[0].length, found[0]);
        else if ((found = match(DATETIME, text, at)))
            push('datetime', at + found[0].length, found[0], datetimeMs(found, at));
        else if ((found = match(DATE, text, at))) push('date', at + found[0].length, found[0], dateDays(found, at));
        else if ((found = match(TIME, text, at))) push('time', at + found[0].length, found[0], timeMs(found));
        else if ((found = match(NUMBER, text, at))) push('number', at + found[0].length, found[0]);
        else if ((found = match(OPERATOR, text, at))) push('op', at + found[0].length, found[0]);
        else throw malformed(`unexpected character: '${char}'`, at);
    }
    tokens.push({ type: 'eof', text: '<EOF>', up: '<EOF>', value: 0, pos: text.length, end: text.length });
    return tokens;
}

function stringEnd(text: string, start: number): number {
    for (let at = start + 1; at < text.length; at++) {
        if (text[at] === '\\') at++;
        else if (text[at] === "'") return at + 1;
    }
    throw malformed(`Bind variables or quoted strings must be closed: unclosed string literal`, start);
}

function dateDays(found: RegExpExecArray, at: number): number {
    const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
    const ms = Date.UTC(year, month - 1, day);
    const back = new Date(ms);
    if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day)
        throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `Invalid date: ${found[0]}`, at);
    return ms / 86_400_000;
}

function datetimeMs(found: RegExpExecArray, at: number): number {
    const days = dateDays(found, at);
    const zone = found[8] as string;
    let offset = 0;
    if (zone.toUpperCase() !== 'Z') {
        const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
        offset = (zone.startsWith('-') ? -minutes : minutes) * 60_000;
    }
    const fraction = Number((found[7] ?? '0').padEnd(3, '0').slice(0, 3));
    return (
        days * 86_400_000 +
        Number(found[4]) * 3_600_000 +
        Number(found[5]) * 60_000 +
        Number(found[6] ?? 0) * 1000 +
        fraction -
        offset
    );
}

function timeMs(found: RegExpExecArray): number {
    const fraction = Number((found[4] ?? '0').padEnd(3, '0'));
    return Number(found[1]) * 3_600_000 + Number(found[2]) * 60_000 + Number(found[3]) * 1000 + fraction;
}
