// System.XmlStreamReader and XmlTag: XML read event by event.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_xml_XmlStream_reader.htm
import { enumConstant } from '../../runtime/enums.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import type { RtType } from '../../runtime/types.ts';
import { nativeClass } from '../native.ts';
import { type XmlAttribute, type XmlEvent, XmlEvents, XmlFault } from './xmlEvents.ts';

/** The numbers that next() gives: those of javax.xml.stream.XMLStreamConstants, which the class stands on. */
const NUMBERS: Readonly<Record<string, number>> = {
    START_ELEMENT: 1,
    END_ELEMENT: 2,
    PROCESSING_INSTRUCTION: 3,
    CHARACTERS: 4,
    COMMENT: 5,
    SPACE: 6,
    START_DOCUMENT: 7,
    END_DOCUMENT: 8,
    DTD: 11,
    CDATA: 12
};

export class StreamReader {
    static $native = 'System.XmlStreamReader';
    readonly events: XmlEvents;
    event: XmlEvent;

    constructor(text: string) {
        this.events = new XmlEvents(text);
        this.event = this.events.next();
    }

    next(): number {
        if (this.event.kind === 'END_DOCUMENT')
            throwApex('System.NoSuchElementException', 'No more elements: the end of the document was reached');
        try {
            this.event = this.events.next();
        } catch (error) {
            if (error instanceof XmlFault) throwApex('System.XmlException', error.message);
            throw error;
        }
        return NUMBERS[this.event.kind] ?? 0;
    }

    /** To the next start or end tag, past white space, comments and instructions. */
    nextTag(): number {
        for (;;) {
            const number = this.next();
            const { kind, text } = this.event;
            if (kind === 'START_ELEMENT' || kind === 'END_ELEMENT') return number;
            const passes =
                kind === 'COMMENT' ||
                kind === 'PROCESSING_INSTRUCTION' ||
                kind === 'SPACE' ||
                (isText(kind) && (text ?? '').trim() === '');
            if (!passes) throwApex('System.XmlException', 'expected start or end tag');
        }
    }

    attribute(index: number | null): XmlAttribute {
        if (this.event.kind !== 'START_ELEMENT')
            throwApex(
                'System.XmlException',
                'Current state is not among the states START_ELEMENT, ATTRIBUTE valid for attributes'
            );
        return (
            this.event.attributes[index ?? -1] ??
            throwApex('System.XmlException', `No attribute has the index ${String(index)}`)
        );
    }
}

const isText = (kind: XmlEvent['kind']): boolean => kind === 'CHARACTERS' || kind === 'CDATA' || kind === 'SPACE';

export const xmlTag = nativeClass({
    name: 'System.XmlTag',
    kind: 'enum',
    enumValues: [
        'ATTRIBUTE',
        'CDATA',
        'CHARACTERS',
        'COMMENT',
        'DTD',
        'END_DOCUMENT',
        'END_ELEMENT',
        'ENTITY_DECLARATION',
        'ENTITY_REFERENCE',
        'NAMESPACE',
        'NOTATION_DECLARATION',
        'PROCESSING_INSTRUCTION',
        'SPACE',
        'START_DOCUMENT',
        'START_ELEMENT'
    ]
});

export const xmlStreamReader = nativeClass({
    name: 'System.XmlStreamReader',
    constructors: {
        '(String xmlInput)': (_type: RtType, text: string | null) =>
            new StreamReader(text ?? throwApex('System.NullPointerException', 'Argument cannot be null.'))
    },
    methods: {
        'Integer getAttributeCount()': (self: StreamReader) => self.event.attributes.length,
        'String getAttributeLocalName(Integer index)': (self: StreamReader, index: number | null) =>
            self.attribute(index).local,
        'String getAttributeNamespace(Integer index)': (self: StreamReader, index: number | null) =>
            self.attribute(index).uri,
        'String getAttributePrefix(Integer index)': (self: StreamReader, index: number | null) =>
            self.attribute(index).prefix,
        'String getAttributeType(Integer index)': (self: StreamReader, index: number | null) =>
            self.attribute(index) ? 'CDATA' : null,
        'String getAttributeValue(String namespaceUri, String localName)': (
            self: StreamReader,
            uri: string | null,
            local: string | null
        ) => self.event.attributes.find((one) => one.local === local && (!uri || one.uri === uri))?.value ?? null,
        'String getAttributeValueAt(Integer index)': (self: StreamReader, index: number | null) =>
            self.attribute(index).value,
        'System.XmlTag getEventType()': (self: StreamReader) => enumConstant('System.XmlTag', self.event.kind),
        'String getLocalName()': (self: StreamReader) => self.event.name?.local ?? null,
        'String getLocation()': (self: StreamReader) => {
            const lines = self.events.text.slice(0, self.events.at).split('\n');
            return `Location is : row=${String(lines.length)} column=${String((lines.at(-1) ?? '').length + 1)}`;
        },
        'String getNamespace()': (self: StreamReader) => self.event.name?.uri ?? null,
        'Integer getNamespaceCount()': (self: StreamReader) => self.event.namespaces.length,
        'String getNamespacePrefix(Integer index)': (self: StreamReader, index: number | null) =>
            self.event.namespaces[index ?? -1]?.[0] ?? null,
        'String getNamespaceURI(String prefix)': (self: StreamReader, prefix: string | null) =>
            self.events.scope.get(prefix ?? '') ?? null,
        'String getNamespaceURIAt(Integer index)': (self: StreamReader, index: number | null) =>
            self.event.namespaces[index ?? -1]?.[1] ?? null,
        'String getPIData()': (self: StreamReader) =>
            self.event.kind === 'PROCESSING_INSTRUCTION' ? self.event.text : null,
        'String getPITarget()': (self: StreamReader) => self.event.target,
        'String getPrefix()': (self: StreamReader) => self.event.name?.prefix ?? null,
        'String getText()': (self: StreamReader) =>
            self.event.kind === 'PROCESSING_INSTRUCTION' ? null : self.event.text,
        'String getVersion()': (self: StreamReader) => self.events.version,
        'Boolean hasName()': (self: StreamReader) => self.event.name !== null,
        'Boolean hasNext()': (self: StreamReader) => self.event.kind !== 'END_DOCUMENT',
        'Boolean hasText()': (self: StreamReader) =>
            isText(self.event.kind) || self.event.kind === 'COMMENT' || self.event.kind === 'DTD',
        'Boolean isCharacters()': (self: StreamReader) => isText(self.event.kind),
        'Boolean isEndElement()': (self: StreamReader) => self.event.kind === 'END_ELEMENT',
        'Boolean isStartElement()': (self: StreamReader) => self.event.kind === 'START_ELEMENT',
        'Boolean isWhiteSpace()': (self: StreamReader) =>
            isText(self.event.kind) && (self.event.text ?? '').trim() === '',
        'Integer next()': (self: StreamReader) => self.next(),
        'Integer nextTag()': (self: StreamReader) => self.nextTag(),
        'void setCoalescing(Boolean returnAsSingleBlock)': (self: StreamReader, on: boolean | null) => {
            self.events.coalescing = on === true;
        },
        'void setNamespaceAware(Boolean isNamespaceAware)': (self: StreamReader, on: boolean | null) => {
            self.events.namespaceAware = on !== false;
        },
        'String toString()': (self: StreamReader) => `XmlStreamReader[${self.event.kind}]`
    },
    isInstance: (value) => value instanceof StreamReader
});
