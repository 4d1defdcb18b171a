// A class file as mutations see it: its text, tokens, symbol, and where its methods begin.
import type { ClassSymbol } from '../../org/apex/bind/symbols.ts';
import type { Block, Expr, Pos, Stmt } from '../../org/apex/parse/ast.ts';
import { tokenize, type Token } from '../../org/apex/parse/lexer.ts';

export interface BodyOf {
    cls: ClassSymbol;
    name: string;
    isStatic: boolean;
    isConstructor: boolean;
    /** As declared; null for void. */
    returns: string | null;
    block: Block;
}

export class SourceFile {
    readonly path: string;
    readonly text: string;
    readonly top: ClassSymbol;
    readonly tokens: Token[];
    readonly #at = new Map<string, number>();

    constructor(path: string, text: string, top: ClassSymbol) {
        this.path = path;
        this.text = text;
        this.top = top;
        this.tokens = tokenize(text);
        this.tokens.forEach((token, index) => this.#at.set(`${token.line}:${token.column}`, index));
    }

    /** Index of the token that starts at a node's place. */
    index(pos: Pos): number {
        return this.#at.get(`${pos.line}:${pos.column}`) ?? -1;
    }
    token(pos: Pos): Token | null {
        return this.tokens[this.index(pos)] ?? null;
    }
    /** Index of the bracket that closes the one at `open`. */
    closing(open: number): number {
        const pairs: Record<string, string> = { '(': ')', '{': '}', '[': ']' };
        let depth = 0;
        for (let at = open; at < this.tokens.length; at++) {
            const token = this.tokens[at]!;
            if (token.type !== 'op') continue;
            if (token.text in pairs) depth++;
            else if (Object.values(pairs).includes(token.text) && --depth === 0) return at;
        }
        return -1;
    }
    /** Index of the semicolon that ends the statement. */
    semicolon(from: number): number {
        for (let at = from; at >= 0 && at < this.tokens.length; at++) {
            const token = this.tokens[at]!;
            if (token.type !== 'op') continue;
            if (token.text === ';') return at;
            if ('({['.includes(token.text)) at = this.closing(at);
        }
        return -1;
    }
    /** Every class of the file that is no enum or interface. */
    classes(): ClassSymbol[] {
        return [this.top, ...this.top.inner.values()].filter((cls) => cls.kind === 'class');
    }
    bodies(): BodyOf[] {
        return this.classes().flatMap((cls) =>
            cls.decl.members.flatMap((member): BodyOf[] => {
                if (member.k !== 'Method' && member.k !== 'Ctor') return [];
                if (!member.body) return [];
                const isMethod = member.k === 'Method';
                return [
                    {
                        cls,
                        name: member.name,
                        isStatic: member.mods.words.some((word) => word === 'static' || word === 'testmethod'),
                        isConstructor: !isMethod,
                        returns: isMethod ? (member.type?.parts.join('.') ?? null) : null,
                        block: member.body
                    }
                ];
            })
        );
    }
}

/** Every statement and expression below. */
export function* nodes(root: unknown): Generator<Stmt | Expr> {
    if (typeof root !== 'object' || root === null) return;
    if (Array.isArray(root)) {
        for (const item of root) yield* nodes(item);
        return;
    }
    if ('k' in root && 'line' in root && typeof root.k === 'string' && /^[A-Z]/.test(root.k)) yield root as Stmt;
    for (const value of Object.values(root)) yield* nodes(value);
}
