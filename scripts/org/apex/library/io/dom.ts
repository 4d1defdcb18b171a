// Dom.Document, Dom.XmlNode and Dom.XmlNodeType.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_xml_dom_document.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_xml_dom_xmlnode.htm
import { ApexList } from '../../runtime/collections.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';
import { DomNode, domText, parseDom } from './domTree.ts';

export class DomDocument {
    static $native = 'Dom.Document';
    root: DomNode | null = null;
    static of(xml: string): DomDocument {
        const document = new DomDocument();
        document.root = parseDom(xml);
        return document;
    }
    toXml(): string {
        return `<?xml version="1.0" encoding="UTF-8"?>${this.root ? domText(this.root) : ''}`;
    }
}

type Text = string | null;

function element(name: Text, namespace: Text, prefix: Text): DomNode {
    const node = DomNode.element(notNull(name), namespace);
    if (prefix !== null && namespace !== null) node.declared.set(prefix, namespace);
    return node;
}

function setAttribute(self: DomNode, key: Text, value: Text, namespace: Text = null): void {
    const known = self.attribute(notNull(key), namespace);
    if (known) known.value = value ?? '';
    else
        self.attributes.push({ key: notNull(key), namespace: namespace === '' ? null : namespace, value: value ?? '' });
}

function removeAttribute(self: DomNode, key: Text, namespace: Text): boolean {
    const known = self.attribute(notNull(key), namespace);
    if (known) self.attributes.splice(self.attributes.indexOf(known), 1);
    return known !== undefined;
}

function insertBefore(self: DomNode, child: DomNode | null, reference: DomNode | null): DomNode {
    const node = notNull(child);
    node.parent?.remove(node);
    const at = reference === null ? self.children.length : self.children.indexOf(reference);
    if (at < 0) throwApex('System.XmlException', 'The reference node is not a child of this node');
    node.parent = self;
    self.children.splice(at, 0, node);
    return node;
}

const elements = (self: DomNode): DomNode[] => self.children.filter((child) => child.type === 'ELEMENT');
const nodes = (found: DomNode[]): ApexList<DomNode> => ApexList.of('Dom.XmlNode', found);
const attributeValue = (self: DomNode, key: Text, namespace: Text): Text =>
    self.attribute(notNull(key), namespace)?.value ?? null;

function attributeAt(self: DomNode, index: number | null): DomNode['attributes'][number] {
    return (
        self.attributes[notNull(index)] ??
        throwApex('System.ListException', `List index out of bounds: ${String(index)}`)
    );
}

function childElement(self: DomNode, name: Text, namespace: Text): DomNode | null {
    const wanted = namespace === '' ? null : namespace;
    return elements(self).find((child) => child.name === name && child.namespace === wanted) ?? null;
}

export const domDocument = nativeClass({
    name: 'Dom.Document',
    constructors: { '()': () => new DomDocument() },
    methods: {
        'Dom.XmlNode createRootElement(String name, String namespace, String prefix)': (
            self: DomDocument,
            name: Text,
            namespace: Text,
            prefix: Text
        ) => (self.root = element(name, namespace, prefix)),
        'Dom.XmlNode getRootElement()': (self: DomDocument) => self.root,
        'void load(String xml)': (self: DomDocument, xml: Text) => {
            self.root = parseDom(notNull(xml));
        },
        'String toXmlString()': (self: DomDocument) => self.toXml()
    },
    isInstance: (value) => value instanceof DomDocument
});

export const xmlNode = nativeClass({
    name: 'Dom.XmlNode',
    methods: {
        'Dom.XmlNode addChildElement(String name, String namespace, String prefix)': (
            self: DomNode,
            name: Text,
            namespace: Text,
            prefix: Text
        ) => self.append(element(name, namespace, prefix)),
        'Dom.XmlNode addCommentNode(String text)': (self: DomNode, text: Text) =>
            self.append(new DomNode('COMMENT', notNull(text))),
        'Dom.XmlNode addTextNode(String text)': (self: DomNode, text: Text) =>
            self.append(new DomNode('TEXT', notNull(text))),
        'String getAttribute(String key, String keyNamespace)': attributeValue,
        'Integer getAttributeCount()': (self: DomNode) => self.attributes.length,
        'String getAttributeKeyAt(Integer index)': (self: DomNode, index: number | null) =>
            attributeAt(self, index).key,
        'String getAttributeKeyNsAt(Integer index)': (self: DomNode, index: number | null) =>
            attributeAt(self, index).namespace,
        'String getAttributeValue(String key, String keyNamespace)': attributeValue,
        'String getAttributeValueNs(String key, String keyNamespace)': (self: DomNode, key: Text, namespace: Text) =>
            self.attribute(notNull(key), namespace)?.namespace ?? null,
        'Dom.XmlNode getChildElement(String name, String namespace)': childElement,
        'List<Dom.XmlNode> getChildElements()': (self: DomNode) => nodes(elements(self)),
        'List<Dom.XmlNode> getChildren()': (self: DomNode) => nodes([...self.children]),
        'String getName()': (self: DomNode) => self.name,
        'String getNamespace()': (self: DomNode) => self.namespace,
        'String getNamespaceFor(String prefix)': (self: DomNode, prefix: Text) => self.namespaceFor(prefix ?? ''),
        'Dom.XmlNodeType getNodeType()': (self: DomNode) => enumConstant('Dom.XmlNodeType', self.type) ?? null,
        'Dom.XmlNode getParent()': (self: DomNode) => self.parent,
        'String getPrefixFor(String namespace)': (self: DomNode, namespace: Text) => self.prefixFor(notNull(namespace)),
        'String getText()': (self: DomNode) => self.ownText(),
        'Dom.XmlNode insertBefore(Dom.XmlNode newChild, Dom.XmlNode refChild)': insertBefore,
        'Boolean removeAttribute(String key, String keyNamespace)': removeAttribute,
        'Boolean removeChild(Dom.XmlNode childNode)': (self: DomNode, child: DomNode | null) =>
            self.remove(notNull(child)),
        'void setAttribute(String key, String value)': (self: DomNode, key: Text, value: Text) =>
            setAttribute(self, key, value),
        'void setAttributeNs(String key, String value, String keyNamespace, String valueNamespace)': (
            self: DomNode,
            key: Text,
            value: Text,
            namespace: Text
        ) => setAttribute(self, key, value, namespace),
        'void setNamespace(String prefix, String namespace)': (self: DomNode, prefix: Text, namespace: Text) => {
            self.declared.set(prefix ?? '', notNull(namespace));
        }
    },
    isInstance: (value) => value instanceof DomNode
});

export const xmlNodeType = nativeClass({
    name: 'Dom.XmlNodeType',
    kind: 'enum',
    enumValues: ['COMMENT', 'ELEMENT', 'TEXT']
});
