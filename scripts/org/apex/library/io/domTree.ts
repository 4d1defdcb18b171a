// The tree behind Dom.Document and Dom.XmlNode: read from events, written as text.
import { throwApex } from '../../runtime/exceptions.ts';
import { type XmlEvent, XmlEvents, XmlFault } from './xmlEvents.ts';

export interface DomAttribute {
    key: string;
    namespace: string | null;
    value: string;
}

export class DomNode {
    static $native = 'Dom.XmlNode';
    readonly type: 'ELEMENT' | 'TEXT' | 'COMMENT';
    name: string | null = null;
    namespace: string | null = null;
    text = '';
    parent: DomNode | null = null;
    readonly children: DomNode[] = [];
    readonly attributes: DomAttribute[] = [];
    /** Prefix (empty for the default) → namespace, as declared on this element. */
    readonly declared = new Map<string, string>();

    constructor(type: DomNode['type'], text = '') {
        this.type = type;
        this.text = text;
    }
    static element(name: string, namespace: string | null): DomNode {
        const node = new DomNode('ELEMENT');
        node.name = name;
        node.namespace = namespace === '' ? null : namespace;
        return node;
    }
    append(child: DomNode): DomNode {
        child.parent?.remove(child);
        child.parent = this;
        this.children.push(child);
        return child;
    }
    remove(child: DomNode): boolean {
        const at = this.children.indexOf(child);
        if (at < 0) return false;
        this.children.splice(at, 1);
        child.parent = null;
        return true;
    }
    attribute(key: string, namespace: string | null): DomAttribute | undefined {
        return this.attributes.find(
            (one) => one.key === key && (one.namespace ?? null) === (namespace === '' ? null : namespace)
        );
    }
    namespaceFor(prefix: string): string | null {
        for (let at: DomNode | null = this as DomNode; at; at = at.parent)
            if (at.declared.has(prefix)) return at.declared.get(prefix) ?? null;
        return null;
    }
    /** The prefix in force for a namespace, the nearest first; null when there is none. */
    prefixFor(namespace: string): string | null {
        for (let at: DomNode | null = this as DomNode; at; at = at.parent) {
            for (const [prefix, uri] of at.declared)
                if (uri === namespace && this.namespaceFor(prefix) === namespace) return prefix;
        }
        return null;
    }
    /** Text of the node itself: of an element, its own text nodes. */
    ownText(): string {
        return this.type === 'ELEMENT'
            ? this.children
                  .filter((child) => child.type === 'TEXT')
                  .map((child) => child.text)
                  .join('')
            : this.text;
    }
}

export function parseDom(text: string): DomNode {
    try {
        return build(new XmlEvents(text));
    } catch (error) {
        if (error instanceof XmlFault) throwApex('System.XmlException', `Failed to parse XML due to: ${error.message}`);
        throw error;
    }
}

function build(events: XmlEvents): DomNode {
    let root = null as DomNode | null;
    let at = null as DomNode | null;
    events.coalescing = true;
    for (let event = events.next(); event.kind !== 'END_DOCUMENT'; event = events.next()) {
        if (event.kind === 'START_ELEMENT') {
            const node: DomNode = elementOf(event);
            at = at ? at.append(node) : node;
            root ??= node;
        } else if (event.kind === 'END_ELEMENT') at = at?.parent ?? null;
        else if (event.kind === 'CHARACTERS' || event.kind === 'CDATA' || event.kind === 'SPACE')
            at?.append(new DomNode('TEXT', event.text ?? ''));
        else if (event.kind === 'COMMENT') at?.append(new DomNode('COMMENT', event.text ?? ''));
    }
    return root ?? throwApex('System.XmlException', 'Failed to parse XML due to: no root element');
}

function elementOf(event: XmlEvent): DomNode {
    const node = DomNode.element(event.name?.local ?? '', event.name?.uri ?? null);
    for (const [prefix, uri] of event.namespaces) node.declared.set(prefix, uri);
    for (const attribute of event.attributes)
        node.attributes.push({
            key: attribute.local,
            namespace: attribute.uri === '' ? null : attribute.uri,
            value: attribute.value
        });
    return node;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function domText(node: DomNode): string {
    if (node.type === 'TEXT') return escaped(node.text);
    if (node.type === 'COMMENT') return `<!--${node.text}-->`;
    const name = qualified(node, node.name ?? '', node.namespace, true);
    const attributes = node.attributes
        .map(
            (one) =>
                ` ${qualified(node, one.key, one.namespace, false)}="${escaped(one.value).replaceAll('"', '&quot;')}"`
        )
        .join('');
    const declared = [...node.declared]
        .map(
            ([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escaped(uri).replaceAll('"', '&quot;')}"`
        )
        .join('');
    const inner = node.children.map(domText).join('');
    return node.children.length === 0
        ? `<${name}${declared}${attributes} />`
        : `<${name}${declared}${attributes}>${inner}</${name}>`;
}

/** Name with its prefix; a namespace that is not in force is declared here. The default namespace serves elements only. */
function qualified(node: DomNode, name: string, namespace: string | null, isElement: boolean): string {
    if (namespace === null) return name;
    if (namespace === 'http://www.w3.org/XML/1998/namespace') return `xml:${name}`;
    let prefix = node.prefixFor(namespace);
    if (prefix === null || (prefix === '' && !isElement)) {
        if (isElement && node.namespaceFor('') === null) prefix = '';
        else
            for (let count = 0; prefix === null || prefix === '' || node.namespaceFor(prefix) !== null; count++)
                prefix = `ns${count}`;
        node.declared.set(prefix, namespace);
    }
    return prefix === '' ? name : `${prefix}:${name}`;
}
