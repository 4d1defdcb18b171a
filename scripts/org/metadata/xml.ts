// A small XML parser that keeps positions, because the Metadata API reports line and column of what it refuses. Namespaces are
// kept as attributes; processing instructions, comments and doctypes are skipped.

export interface XmlElement {
    name: string;
    attributes: Record<string, string>;
    /** Text of this element itself, entities resolved. */
    text: string;
    children: XmlElement[];
    line: number;
    column: number;
}

export class XmlError extends Error {
    readonly line: number;
    readonly column: number;
    constructor(message: string, line: number, column: number) {
        super(message);
        this.line = line;
        this.column = column;
    }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The root element; throws XmlError. */
export function parseXml(source: string): XmlElement {
    return new XmlParser(source.startsWith('\ufeff') ? source.slice(1) : source).parse();
}

class XmlParser {
    readonly #text: string;
    #at = 0;
    /** Line being read and the offset at which it begins. */
    #line = 1;
    #lineStart = 0;
    #counted = 0;

    constructor(text: string) {
        this.#text = text;
    }

    parse(): XmlElement {
        let root: XmlElement | null = null;
        const open: XmlElement[] = [];
        while (this.#at < this.#text.length) {
            const next = this.#text.indexOf('<', this.#at);
            const end = next < 0 ? this.#text.length : next;
            this.#characters(open.at(-1), end);
            if (next < 0) break;
            this.#at = next;
            if (this.#skip('<!--', '-->') || this.#skip('<?', '?>')) continue;
            if (this.#text.startsWith('<![CDATA[', this.#at)) {
                const close = this.#find(']]>');
                const owner = open.at(-1);
                if (!owner) throw this.#error('Content is not allowed in prolog.');
                owner.text += this.#text.slice(this.#at + 9, close);
                this.#at = close + 3;
            } else if (this.#skip('<!', '>')) continue;
            else if (this.#text[this.#at + 1] === '/') this.#close(open);
            else {
                if (root && open.length === 0)
                    throw this.#error('The markup in the document following the root element must be well-formed.');
                const { element, closed } = this.#open();
                open.at(-1)?.children.push(element);
                root ??= element;
                if (!closed) open.push(element);
            }
        }
        const unclosed = open.at(-1);
        if (unclosed)
            throw this.#error(
                `The element type "${unclosed.name}" must be terminated by the matching end-tag "</${unclosed.name}>".`
            );
        if (!root) throw this.#error('Premature end of file.');
        return root;
    }

    #characters(owner: XmlElement | undefined, end: number): void {
        if (end === this.#at) return;
        const raw = this.#text.slice(this.#at, end);
        if (owner) owner.text += this.#entities(raw);
        else if (raw.trim() !== '') throw this.#error('Content is not allowed in prolog.');
        this.#at = end;
    }

    #skip(begin: string, end: string): boolean {
        if (!this.#text.startsWith(begin, this.#at)) return false;
        this.#at = this.#find(end) + end.length;
        return true;
    }

    #find(what: string): number {
        const found = this.#text.indexOf(what, this.#at);
        if (found < 0) throw this.#error('XML document structures must start and end within the same entity.');
        return found;
    }

    #close(open: XmlElement[]): void {
        const end = this.#find('>');
        const name = this.#text.slice(this.#at + 2, end).trim();
        const element = open.pop();
        if (element?.name !== name)
            throw this.#error(
                element
                    ? `The element type "${element.name}" must be terminated by the matching end-tag "</${element.name}>".`
                    : 'The markup in the document preceding the root element must be well-formed.'
            );
        this.#at = end + 1;
    }

    #open(): { element: XmlElement; closed: boolean } {
        const { line, column } = this.#position();
        const name = /[^\s/>=]+/y;
        name.lastIndex = this.#at + 1;
        const tag = name.exec(this.#text)?.[0];
        if (!tag || !/^[A-Za-z_]/.test(tag))
            throw this.#error('The content of elements must consist of well-formed character data or markup.');
        this.#at += 1 + tag.length;
        const attributes: Record<string, string> = {};
        const attribute = /\s+([^\s=/>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
        for (;;) {
            attribute.lastIndex = this.#at;
            const match = attribute.exec(this.#text);
            if (!match) break;
            attributes[match[1] ?? ''] = this.#entities(match[2] ?? match[3] ?? '');
            this.#at = attribute.lastIndex;
        }
        const tail = /\s*(\/?)>/y;
        tail.lastIndex = this.#at;
        const end = tail.exec(this.#text);
        if (!end)
            throw this.#error(
                `Element type "${tag}" must be followed by either attribute specifications, ">" or "/>".`
            );
        this.#at = tail.lastIndex;
        return { element: { name: tag, attributes, text: '', children: [], line, column }, closed: end[1] === '/' };
    }

    #entities(text: string): string {
        if (!text.includes('&')) return text;
        return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+)?(;?)/g, (_, body: string | undefined, semicolon: string) => {
            if (body && semicolon) {
                if (body.startsWith('#'))
                    return String.fromCodePoint(
                        body[1] === 'x' ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10)
                    );
                const known = ENTITIES[body];
                if (known) return known;
                throw this.#error(`The entity "${body}" was referenced, but not declared.`);
            }
            throw this.#error("The entity name must immediately follow the '&' in the entity reference.");
        });
    }

    #position(): { line: number; column: number } {
        for (let at = this.#counted; at < this.#at; at++) {
            if (this.#text.charCodeAt(at) === 10) {
                this.#line++;
                this.#lineStart = at + 1;
            }
        }
        this.#counted = this.#at;
        return { line: this.#line, column: this.#at - this.#lineStart + 1 };
    }

    #error(message: string): XmlError {
        const { line, column } = this.#position();
        return new XmlError(message, line, column);
    }
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
    return element.children.find((one) => one.name === name);
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
    return element.children.filter((one) => one.name === name);
}

/** Trimmed text of a child; null when it is absent or empty. */
export function textOf(element: XmlElement, name: string): string | null {
    const text = child(element, name)?.text.trim();
    return text === undefined || text === '' ? null : text;
}
