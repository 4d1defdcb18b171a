// Tokens of a formula, after the lexer of github.com/salesforce/formula-engine (FormulaGrammar.g): comments, strings in either quote,
// names that may hold dots, dollars, colons and hashes.
import { FormulaError } from './errors.ts';

export interface Token {
    kind: 'number' | 'text' | 'name' | 'operator' | 'end';
    text: string;
    position: number;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };
const OPERATOR = /^(?:==|<>|!=|>=|<=|\|\||&&|[()[\],=!/+\-*<>&^])/;

export function tokens(text: string): Token[] {
    const found: Token[] = [];
    let at = 0;
    while (at < text.length) {
        const rest = text.slice(at);
        const blank = /^(?:\s+|\/\*[\s\S]*?\*\/)/.exec(rest);
        if (blank) {
            at += blank[0].length;
            continue;
        }
        const token = readToken(text, at, rest);
        found.push(token.token);
        at = token.end;
    }
    found.push({ kind: 'end', text: 'end of formula', position: text.length });
    return found;
}

function readToken(text: string, at: number, rest: string): { token: Token; end: number } {
    const plain = (kind: Token['kind'], match: RegExpExecArray): { token: Token; end: number } => ({
        token: { kind, text: match[0], position: at },
        end: at + match[0].length
    });
    const number = /^\d+(?:\.\d+)?|^\.\d+/.exec(rest);
    if (number) return plain('number', number);
    const name = /^[A-Za-z$][\w$:.#]*/.exec(rest);
    if (name) return plain('name', name);
    if (rest.startsWith('"') || rest.startsWith("'")) return readText(text, at);
    const operator = OPERATOR.exec(rest);
    if (operator) return plain('operator', operator);
    throw new FormulaError(`Syntax error.  Found '${rest[0] ?? ''}'`, at);
}

function readText(text: string, start: number): { token: Token; end: number } {
    const quote = text[start];
    let value = '';
    for (let at = start + 1; at < text.length; at++) {
        const letter = text[at] ?? '';
        if (letter === quote) return { token: { kind: 'text', text: value, position: start }, end: at + 1 };
        if (letter === '\n' || letter === '\r') break;
        if (letter !== '\\') {
            value += letter;
            continue;
        }
        const escaped = ESCAPES[text[++at] ?? ''];
        if (escaped === undefined) throw new FormulaError(`Syntax error.  Found '\\${text[at] ?? ''}'`, at);
        value += escaped;
    }
    throw new FormulaError(`Syntax error.  Missing '${quote ?? ''}'`, start);
}
