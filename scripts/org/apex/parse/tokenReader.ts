// Tokens taken one after another, and the types among them. Messages are those of Salesforce's parser.
import type { TypeRef } from './ast.ts';
import { ApexSyntaxError } from './lexer.ts';
import type { Token } from './lexer.ts';

export const RESERVED = new Set(
    (
        'abstract break catch class continue do else enum extends final finally for global if implements import instanceof interface new null override ' +
        'package private protected public return static super switch testmethod this throw try virtual void webservice while ' +
        'insert update upsert delete undelete merge'
    ).split(' ')
);

export class TokenReader {
    tokens: Token[];
    at = 0;
    readonly source: string;

    constructor(source: string, tokens: Token[]) {
        this.source = source;
        this.tokens = tokens;
    }

    // ── tokens ──────────────────────────────────────────────────────────────────────────────────────────────────────
    get token(): Token {
        return this.tokens[this.at]!;
    }
    peek(ahead = 1): Token {
        return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!;
    }
    isOp(text: string, ahead = 0): boolean {
        const token = this.peek(ahead);
        return token.type === 'op' && token.text === text;
    }
    isWord(word: string, ahead = 0): boolean {
        const token = this.peek(ahead);
        return token.type === 'id' && token.low === word;
    }
    isName(ahead = 0): boolean {
        const token = this.peek(ahead);
        return token.type === 'id' && !RESERVED.has(token.low);
    }
    takeOp(text: string): boolean {
        if (!this.isOp(text)) return false;
        this.at++;
        return true;
    }
    takeWord(word: string): boolean {
        if (!this.isWord(word)) return false;
        this.at++;
        return true;
    }
    expectOp(text: string): Token {
        const token = this.token;
        if (!this.isOp(text))
            throw this.error(
                token.type === 'eof' ? `Missing '${text}' at '<EOF>'` : `Missing '${text}' at '${token.text}'`
            );
        this.at++;
        return token;
    }
    expectWord(word: string): Token {
        const token = this.token;
        if (!this.isWord(word)) throw this.error(`Missing '${word}' at '${token.text}'`);
        this.at++;
        return token;
    }
    expectName(): Token {
        const token = this.token;
        if (token.type !== 'id') throw this.error(`Unexpected token '${token.text}'.`);
        if (RESERVED.has(token.low)) throw this.error(`Unexpected token '${token.text}'.`);
        this.at++;
        return token;
    }
    error(message: string, token: Token = this.token): ApexSyntaxError {
        return new ApexSyntaxError(message, token);
    }
    unexpected(): ApexSyntaxError {
        return this.error(`Unexpected token '${this.token.text}'.`);
    }

    // ── types ───────────────────────────────────────────────────────────────────────────────────────────────────────
    parseType(): TypeRef {
        const type = this.tryType();
        if (!type) throw this.unexpected();
        return type;
    }

    /** A type at the cursor, or null with the cursor where it was. */
    tryType(): TypeRef | null {
        const start = this.at;
        const first = this.token;
        const parts: string[] = [];
        const args: TypeRef[] = [];
        for (;;) {
            if (!this.isName() && !(parts.length === 0 && this.isWord('void'))) {
                this.at = start;
                return null;
            }
            parts.push(this.token.text);
            this.at++;
            if (this.isOp('<')) {
                this.at++;
                for (;;) {
                    const arg = this.tryType();
                    if (!arg) {
                        this.at = start;
                        return null;
                    }
                    args.push(arg);
                    if (!this.takeOp(',')) break;
                }
                if (!this.takeOp('>')) {
                    this.at = start;
                    return null;
                }
            }
            if (this.isOp('.') && this.isName(1) && !this.isWord('class', 1)) this.at++;
            else break;
        }
        let arrays = 0;
        while (this.isOp('[') && this.isOp(']', 1)) {
            arrays++;
            this.at += 2;
        }
        return { parts, args, arrays, line: first.line, column: first.column };
    }
}
