// Writes JSON text as the platform lays it out: compact, or pretty in the manner of Jackson's default pretty printer
// (`"name" : value`, arrays on one line, two spaces of indentation).
import { throwApex } from '../../runtime/exceptions.ts';

const ESCAPES: Record<string, string> = {
    '"': '\\"',
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t'
};

export function quoted(text: string): string {
    return `"${text.replace(/["\\\u0000-\u001f]/g, (letter) => ESCAPES[letter] ?? `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}"`;
}

function misuse(message: string): never {
    return throwApex('System.JSONException', message);
}

export class JsonWriter {
    private readonly parts: string[] = [];
    private readonly open: { kind: 'object' | 'array'; count: number; named: boolean }[] = [];
    private readonly pretty: boolean;
    closed = false;

    constructor(pretty: boolean) {
        this.pretty = pretty;
    }

    get text(): string {
        return this.parts.join('');
    }

    start(kind: 'object' | 'array'): void {
        this.before();
        this.parts.push(kind === 'object' ? '{' : '[');
        this.open.push({ kind, count: 0, named: false });
    }

    end(kind: 'object' | 'array'): void {
        const level = this.open.pop();
        if (level?.kind !== kind)
            return misuse(
                `Current context not an ${kind === 'object' ? 'object' : 'array'} but ${level ? level.kind.toUpperCase() : 'root'}`
            );
        if (this.pretty) this.parts.push(kind === 'object' && level.count > 0 ? this.indent() : ' ');
        this.parts.push(kind === 'object' ? '}' : ']');
    }

    name(name: string): void {
        const level = this.open[this.open.length - 1];
        if (level?.kind !== 'object' || level.named) return misuse('Can not write a field name, expecting a value');
        if (level.count++ > 0) this.parts.push(',');
        if (this.pretty) this.parts.push(this.indent());
        this.parts.push(quoted(name), this.pretty ? ' : ' : ':');
        level.named = true;
    }

    /** A value that is JSON text already. */
    raw(text: string): void {
        this.before();
        this.parts.push(text);
    }

    private before(): void {
        if (this.closed) return misuse('The JSON generator is closed');
        const level = this.open[this.open.length - 1];
        if (!level) return;
        if (level.kind === 'object') {
            if (!level.named) return misuse('Can not start an object, expecting field name');
            level.named = false;
            return;
        }
        if (level.count++ > 0) this.parts.push(',');
        if (this.pretty) this.parts.push(' ');
    }

    private indent(): string {
        return `\n${'  '.repeat(this.open.filter((level) => level.kind === 'object').length)}`;
    }
}
