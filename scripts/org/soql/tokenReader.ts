// Tokens of a query taken one after another; what does not fit is refused where it stands.
import type { Token } from './lexer.ts';
import { malformed, unexpected } from './messages.ts';

export class TokenReader {
    protected readonly tokens: Token[];
    protected at = 0;

    constructor(tokens: Token[]) {
        this.tokens = tokens;
    }

    end(): void {
        if (this.peek().type !== 'eof') this.fail();
    }

    protected peek(ahead = 0): Token {
        return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
    }

    protected next(): Token {
        const token = this.peek();
        if (this.at < this.tokens.length - 1) this.at++;
        else this.fail();
        return token;
    }

    protected isOp(text: string): boolean {
        const token = this.peek();
        return token.type === 'op' && token.text === text;
    }

    protected isWord(word: string): boolean {
        const token = this.peek();
        return token.type === 'id' && token.up === word;
    }

    protected skip(text: string): boolean {
        if (!this.isOp(text)) return false;
        this.at++;
        return true;
    }

    protected skipWord(word: string): boolean {
        if (!this.isWord(word)) return false;
        this.at++;
        return true;
    }

    protected expect(text: string): void {
        if (!this.skip(text)) this.fail();
    }

    protected keyword(word: string): void {
        if (!this.skipWord(word)) this.fail();
    }

    protected name(): string {
        const token = this.peek();
        if (token.type !== 'id') this.fail();
        this.at++;
        return token.text;
    }

    protected fail(ahead = 0): never {
        const token = this.tokens[Math.max(0, this.at + ahead)] as Token;
        if (token.type === 'eof') throw malformed(`unexpected token: '<EOF>'`, token.pos);
        throw unexpected(token.type === 'string' ? `'${token.text}'` : token.text, token.pos);
    }
}
