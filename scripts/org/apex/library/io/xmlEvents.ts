// XML as a stream of events, each found when it is asked for, so that a fault far in the text is met only there.
// Well-formedness as XML 1.0 has it, without DTDs: a document type is an event, its entities are not known.

export type XmlEventKind =
    | 'START_DOCUMENT'
    | 'END_DOCUMENT'
    | 'START_ELEMENT'
    | 'END_ELEMENT'
    | 'CHARACTERS'
    | 'CDATA'
    | 'SPACE'
    | 'COMMENT'
    | 'PROCESSING_INSTRUCTION'
    | 'DTD';

export interface XmlName {
    prefix: string;
    local: string;
    uri: string | null;
}

export interface XmlAttribute extends XmlName {
    value: string;
}

export interface XmlEvent {
    kind: XmlEventKind;
    name: XmlName | null;
    attributes: XmlAttribute[];
    /** Declared on this element: prefix (empty for the default) → URI. */
    namespaces: [string, string][];
    text: string | null;
    target: string | null;
}

export class XmlFault extends Error {
    constructor(message: string, text: string, at: number) {
        const before = text.slice(0, at).split('\n');
        super(
            `ParseError at [row,col]:[${String(before.length)},${String((before.at(-1) ?? '').length + 1)}]\nMessage: ${message}`
        );
    }
}

const NAME = /[\p{L}_:][\p{L}\p{N}_:.\-·]*/uy;
const SPACES = /\s*/y;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

export class XmlEvents {
    readonly text: string;
    at = 0;
    /** Open elements, with the namespaces in force inside each. */
    readonly #open: { raw: string; name: XmlName; scope: ReadonlyMap<string, string> }[] = [];
    #pendingEnd = false;
    #rooted = false;
    #started = false;
    coalescing = false;
    namespaceAware = true;
    version: string | null = null;

    constructor(text: string) {
        this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
    }

    /** Namespaces in force where the reader stands. */
    get scope(): ReadonlyMap<string, string> {
        return this.#open.at(-1)?.scope ?? new Map([['xml', XML_NAMESPACE]]);
    }

    next(): XmlEvent {
        if (!this.#started) return this.#start();
        if (this.#pendingEnd) {
            this.#pendingEnd = false;
            return this.#close();
        }
        if (this.at >= this.text.length) return this.#end();
        if (this.text[this.at] !== '<') return this.#characters();
        return this.#markup();
    }

    #fault(message: string): never {
        throw new XmlFault(message, this.text, this.at);
    }

    #event(kind: XmlEventKind, more: Partial<XmlEvent> = {}): XmlEvent {
        return { kind, name: null, attributes: [], namespaces: [], text: null, target: null, ...more };
    }

    #start(): XmlEvent {
        this.#started = true;
        const declaration = /^<\?xml\s+version\s*=\s*["']([^"']*)["'][^?]*\?>/.exec(this.text);
        if (declaration) {
            this.version = declaration[1] ?? null;
            this.at = declaration[0].length;
        }
        return this.#event('START_DOCUMENT');
    }

    #end(): XmlEvent {
        const open = this.#open.at(-1);
        if (open) this.#fault(`XML document structures must start and end within the same entity.`);
        if (!this.#rooted) this.#fault('Premature end of file.');
        return this.#event('END_DOCUMENT');
    }

    #markup(): XmlEvent {
        const { text, at } = this;
        if (text.startsWith('<!--', at))
            return this.#event('COMMENT', { text: this.#between('<!--', '-->', 'The comment is not closed') });
        if (text.startsWith('<![CDATA[', at)) return this.#cdata();
        if (text.startsWith('<!DOCTYPE', at)) return this.#doctype();
        if (text.startsWith('<?', at)) return this.#instruction();
        if (text.startsWith('</', at)) return this.#endTag();
        return this.#startTag();
    }

    #between(open: string, close: string, unclosed: string): string {
        const from = this.at + open.length;
        const to = this.text.indexOf(close, from);
        if (to < 0) this.#fault(unclosed);
        this.at = to + close.length;
        return this.text.slice(from, to);
    }

    #instruction(): XmlEvent {
        const [, target = '', data = ''] =
            /^(\S+)\s*([\s\S]*)$/.exec(this.#between('<?', '?>', 'The processing instruction is not closed')) ?? [];
        if (target.toLowerCase() === 'xml')
            this.#fault('The processing instruction target matching "[xX][mM][lL]" is not allowed.');
        return this.#event('PROCESSING_INSTRUCTION', { target, text: data });
    }

    #doctype(): XmlEvent {
        if (this.#rooted) this.#fault('A document type must stand before the root element');
        const match = /<!DOCTYPE(?:[^[>"']|"[^"]*"|'[^']*')*(?:\[[\s\S]*?\]\s*)?>/y;
        match.lastIndex = this.at;
        const found = match.exec(this.text);
        if (!found) this.#fault('The document type declaration is not closed');
        this.at = match.lastIndex;
        return this.#event('DTD', { text: found[0] });
    }

    #cdata(): XmlEvent {
        if (this.#open.length === 0) this.#fault('Content is not allowed outside the root element.');
        if (this.coalescing) return this.#characters();
        return this.#event('CDATA', { text: this.#between('<![CDATA[', ']]>', 'The CDATA section is not closed') });
    }

    #characters(): XmlEvent {
        let value = '';
        for (;;) {
            if (this.coalescing && this.text.startsWith('<![CDATA[', this.at)) {
                value += this.#between('<![CDATA[', ']]>', 'The CDATA section is not closed');
                continue;
            }
            const next = this.text.indexOf('<', this.at);
            const to = next < 0 ? this.text.length : next;
            if (to === this.at) break;
            value += this.#decoded(this.text.slice(this.at, to));
            this.at = to;
            if (!this.coalescing) break;
        }
        const blank = /^\s*$/.test(value);
        if (this.#open.length > 0) return this.#event('CHARACTERS', { text: value.replace(/\r\n?/g, '\n') });
        if (!blank)
            this.#fault(
                this.#rooted ? 'Content is not allowed in trailing section.' : 'Content is not allowed in prolog.'
            );
        return this.next();
    }

    #decoded(raw: string): string {
        if (!raw.includes('&')) return raw;
        return raw.replace(/&(#x[0-9a-fA-F]+|#\d+|[\w.-]+)?(;?)/g, (_, name: string | undefined, end: string) => {
            if (name === undefined || end !== ';')
                this.#fault("The entity name must immediately follow the '&' in the entity reference.");
            if (name.startsWith('#'))
                return String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
            return ENTITIES[name] ?? this.#fault(`The entity "${name}" was referenced, but not declared.`);
        });
    }

    #name(): string {
        NAME.lastIndex = this.at;
        const found = NAME.exec(this.text);
        if (!found) this.#fault('The markup in the document preceding the root element must be well-formed.');
        this.at = NAME.lastIndex;
        return found[0];
    }

    #spaces(): boolean {
        SPACES.lastIndex = this.at;
        SPACES.exec(this.text);
        const moved = SPACES.lastIndex > this.at;
        this.at = SPACES.lastIndex;
        return moved;
    }

    #startTag(): XmlEvent {
        if (this.#open.length === 0 && this.#rooted)
            this.#fault('The markup in the document following the root element must be well-formed.');
        this.at++;
        const raw = this.#name();
        const written: [string, string][] = [];
        for (;;) {
            const spaced = this.#spaces();
            if (this.text[this.at] === '>' || this.text.startsWith('/>', this.at)) break;
            if (!spaced || this.at >= this.text.length)
                this.#fault(`Element type "${raw}" must be followed by either attribute specifications, ">" or "/>".`);
            written.push(this.#attribute(raw, written));
        }
        this.#pendingEnd = this.text[this.at] === '/';
        this.at += this.#pendingEnd ? 2 : 1;
        return this.#opened(raw, written);
    }

    #attribute(element: string, earlier: readonly [string, string][]): [string, string] {
        const name = this.#name();
        this.#spaces();
        if (this.text[this.at] !== '=')
            this.#fault(
                `Attribute name "${name}" associated with an element type "${element}" must be followed by the ' = ' character.`
            );
        this.at++;
        this.#spaces();
        const quote = this.text[this.at];
        if (quote !== '"' && quote !== "'")
            this.#fault(
                `Open quote is expected for attribute "${name}" associated with an  element type  "${element}".`
            );
        const value = this.#between(
            quote,
            quote,
            `The value of attribute "${name}" associated with an element type "${element}" must not contain the '<' character.`
        );
        if (earlier.some(([known]) => known === name))
            this.#fault(`Attribute "${name}" was already specified for element "${element}".`);
        return [name, this.#decoded(value).replace(/\s/g, ' ')];
    }

    #opened(raw: string, written: readonly [string, string][]): XmlEvent {
        const scope = new Map(this.scope);
        const namespaces: [string, string][] = [];
        const plain: [string, string][] = [];
        for (const [name, value] of written) {
            const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null;
            if (prefix === null || !this.namespaceAware) plain.push([name, value]);
            else {
                namespaces.push([prefix, value]);
                scope.set(prefix, value);
            }
        }
        const name = this.#qualified(raw, scope, true);
        const attributes = plain.map(([key, value]) => ({ ...this.#qualified(key, scope, false), value }));
        this.#open.push({ raw, name, scope });
        this.#rooted = true;
        return this.#event('START_ELEMENT', { name, attributes, namespaces });
    }

    #qualified(raw: string, scope: ReadonlyMap<string, string>, isElement: boolean): XmlName {
        const colon = this.namespaceAware ? raw.indexOf(':') : -1;
        if (colon < 0)
            return { prefix: '', local: raw, uri: isElement && this.namespaceAware ? (scope.get('') ?? null) : null };
        const prefix = raw.slice(0, colon);
        const uri = scope.get(prefix);
        if (uri === undefined)
            this.#fault(
                `The prefix "${prefix}" for ${isElement ? `element "${raw}"` : `attribute "${raw}"`} is not bound.`
            );
        return { prefix, local: raw.slice(colon + 1), uri };
    }

    #endTag(): XmlEvent {
        this.at += 2;
        const raw = this.#name();
        this.#spaces();
        if (this.text[this.at] !== '>')
            this.#fault(`The end-tag for element type "${raw}" must end with a '>' delimiter.`);
        this.at++;
        const open = this.#open.at(-1);
        if (open?.raw !== raw)
            this.#fault(
                open
                    ? `The element type "${open.raw}" must be terminated by the matching end-tag "</${open.raw}>".`
                    : 'The markup in the document following the root element must be well-formed.'
            );
        return this.#close();
    }

    #close(): XmlEvent {
        const { name } = this.#open.pop() ?? this.#fault('No element is open');
        return this.#event('END_ELEMENT', { name });
    }
}
