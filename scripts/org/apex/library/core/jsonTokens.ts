// Reads JSON token by token, as System.JSONParser hands them out. Messages of malformed text are those of the Jackson parser behind
// the platform's JSON class.
import { throwApex } from '../../runtime/exceptions.ts';

export const JSON_TOKENS = [
    'END_ARRAY',
    'END_OBJECT',
    'FIELD_NAME',
    'NOT_AVAILABLE',
    'START_ARRAY',
    'START_OBJECT',
    'VALUE_EMBEDDED_OBJECT',
    'VALUE_FALSE',
    'VALUE_NULL',
    'VALUE_NUMBER_FLOAT',
    'VALUE_NUMBER_INT',
    'VALUE_STRING',
    'VALUE_TRUE'
] as const;
export type TokenKind = (typeof JSON_TOKENS)[number];

export interface Token {
    kind: TokenKind;
    /** Text of names, strings and numbers; the characters of the others. */
    text: string;
    at: number;
}

const VALID_VALUE = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";
const WORDS: Record<string, TokenKind> = { true: 'VALUE_TRUE', false: 'VALUE_FALSE', null: 'VALUE_NULL' };
const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' };
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;

export class JsonTokens {
    readonly text: string;
    private at = 0;
    private readonly open: ('object' | 'array')[] = [];
    /** What may come next: a value, a name or the end of an object, a comma or an end. */
    private state: 'value' | 'firstValue' | 'firstName' | 'name' | 'after' = 'value';

    constructor(text: string) {
        this.text = text;
    }

    /** The next token; null at the end of the text. */
    next(): Token | null {
        this.skipSpace();
        if (this.at >= this.text.length) {
            if (this.open.length === 0) return null;
            return this.fail(
                `Unexpected end-of-input: expected close marker for ${this.open[this.open.length - 1] === 'object' ? 'OBJECT' : 'ARRAY'}`
            );
        }
        if (this.state === 'after') {
            if (this.open.length === 0) return null;
            if (this.isEnd()) return this.close();
            this.expect(
                ',',
                `was expecting comma to separate ${this.open[this.open.length - 1] === 'object' ? 'OBJECT' : 'ARRAY'} entries`
            );
            this.state = this.open[this.open.length - 1] === 'object' ? 'name' : 'value';
            this.skipSpace();
        }
        if (this.state === 'firstName' || this.state === 'name')
            return this.state === 'firstName' && this.text[this.at] === '}' ? this.close() : this.name();
        if (this.state === 'firstValue' && this.text[this.at] === ']') return this.close();
        return this.value();
    }

    /** Line and column, both from 1, of a place in the text. */
    location(at: number): { line: number; column: number } {
        const before = this.text.slice(0, at);
        return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
    }

    private skipSpace(): void {
        while (this.at < this.text.length && ' \t\r\n'.includes(this.text[this.at] as string)) this.at++;
    }

    private isEnd(): boolean {
        return this.text[this.at] === (this.open[this.open.length - 1] === 'object' ? '}' : ']');
    }

    private close(): Token {
        const kind = this.open.pop() === 'object' ? 'END_OBJECT' : 'END_ARRAY';
        this.state = 'after';
        return { kind, text: this.text[this.at] as string, at: this.at++ };
    }

    private name(): Token {
        const at = this.at;
        if (this.text[this.at] !== '"') return this.unexpected('was expecting double-quote to start field name');
        const text = this.string();
        this.skipSpace();
        this.expect(':', 'was expecting a colon to separate field name and value');
        this.state = 'value';
        return { kind: 'FIELD_NAME', text, at };
    }

    private value(): Token {
        const at = this.at;
        const letter = this.text[at] as string;
        if (letter === '{' || letter === '[') {
            this.open.push(letter === '{' ? 'object' : 'array');
            this.state = letter === '{' ? 'firstName' : 'firstValue';
            this.at++;
            return { kind: letter === '{' ? 'START_OBJECT' : 'START_ARRAY', text: letter, at };
        }
        const token = letter === '"' ? ({ kind: 'VALUE_STRING', text: this.string(), at } as const) : this.plain(at);
        this.state = 'after';
        return token;
    }

    private plain(at: number): Token {
        NUMBER.lastIndex = at;
        const number = NUMBER.exec(this.text);
        if (number) {
            this.at += number[0].length;
            return { kind: (number[1] ?? number[2]) ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT', text: number[0], at };
        }
        const word = /[A-Za-z_$][\w$]*/y;
        word.lastIndex = at;
        const text = word.exec(this.text)?.[0];
        if (text === undefined || !'tfn'.includes(text[0] as string)) return this.unexpected(VALID_VALUE);
        const kind = WORDS[text];
        this.at += text.length;
        return kind
            ? { kind, text, at }
            : this.fail(`Unrecognized token '${text}': was expecting 'null', 'true', 'false' or NaN`);
    }

    private string(): string {
        let out = '';
        this.at++;
        for (;;) {
            const letter = this.text[this.at++];
            if (letter === undefined)
                return this.fail('Unexpected end-of-input: was expecting closing quote for a string value');
            if (letter === '"') return out;
            if (letter === '\\') out += this.escape();
            else if (letter < ' ')
                return this.fail(
                    `Illegal unquoted character ((CTRL-CHAR, code ${letter.charCodeAt(0)})): has to be escaped using backslash to be included in string value`
                );
            else out += letter;
        }
    }

    private escape(): string {
        const letter = this.text[this.at++] ?? '';
        if (letter === 'u') {
            const digits = this.text.slice(this.at, this.at + 4);
            if (!/^[0-9a-fA-F]{4}$/.test(digits))
                return this.unexpected('expected a hex-digit for character escape sequence');
            this.at += 4;
            return String.fromCharCode(parseInt(digits, 16));
        }
        return ESCAPES[letter] ?? this.fail(`Unrecognized character escape '${letter}' (code ${letter.charCodeAt(0)})`);
    }

    private expect(letter: string, message: string): void {
        if (this.text[this.at] !== letter) this.unexpected(message);
        this.at++;
    }

    private unexpected(message: string): never {
        const letter = this.text[this.at];
        if (letter === undefined) return this.fail('Unexpected end-of-input');
        this.at++;
        return this.fail(`Unexpected character ('${letter}' (code ${letter.charCodeAt(0)})): ${message}`);
    }

    private fail(message: string): never {
        const { line, column } = this.location(this.at);
        return throwApex('System.JSONException', `${message} at input location [${line},${column}]`);
    }
}
