// System.XmlStreamWriter: XML written event by event.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_xml_XmlStream_writer.htm
import { throwApex } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const escapeValue = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

class StreamWriter {
    static $native = 'System.XmlStreamWriter';
    out = '';
    readonly open: string[] = [];
    /** Is a start tag still open for attributes? */
    inTag = false;
    isEmpty = false;

    closeTag(): void {
        if (!this.inTag) return;
        this.out += this.isEmpty ? '/>' : '>';
        this.inTag = false;
    }

    write(text: string): void {
        this.closeTag();
        this.out += text;
    }

    startTag(prefix: string | null, name: string | null, isEmpty: boolean): void {
        const qualified = prefix ? `${prefix}:${name ?? ''}` : (name ?? '');
        this.write(`<${qualified}`);
        this.inTag = true;
        this.isEmpty = isEmpty;
        if (!isEmpty) this.open.push(qualified);
    }

    inside(text: string): void {
        if (!this.inTag) throwApex('System.XmlException', 'Attribute not associated with any element');
        this.out += text;
    }

    end(): void {
        const name = this.open.pop();
        if (name === undefined) throwApex('System.XmlException', 'No element was found to write');
        this.write(`</${name}>`);
    }
}

type Text = string | null;

export const xmlStreamWriter = nativeClass({
    name: 'System.XmlStreamWriter',
    constructors: { '()': () => new StreamWriter() },
    methods: {
        'void close()': (self: StreamWriter) => {
            self.closeTag();
        },
        'String getXmlString()': (self: StreamWriter) => {
            self.closeTag();
            return self.out;
        },
        'void setDefaultNamespace(String uri)': () => undefined,
        'void writeAttribute(String prefix, String namespaceUri, String localName, String value)': (
            self: StreamWriter,
            prefix: Text,
            _uri: Text,
            name: Text,
            value: Text
        ) => {
            self.inside(` ${prefix ? `${prefix}:` : ''}${name ?? ''}="${escapeValue(value ?? '')}"`);
        },
        'void writeCData(String data)': (self: StreamWriter, data: Text) => {
            self.write(`<![CDATA[${data ?? ''}]]>`);
        },
        'void writeCharacters(String text)': (self: StreamWriter, text: Text) => {
            self.write(escapeText(text ?? ''));
        },
        'void writeComment(String comment)': (self: StreamWriter, comment: Text) => {
            self.write(`<!--${comment ?? ''}-->`);
        },
        'void writeDefaultNamespace(String namespaceUri)': (self: StreamWriter, uri: Text) => {
            self.inside(` xmlns="${escapeValue(uri ?? '')}"`);
        },
        'void writeEmptyElement(String prefix, String localName, String namespaceUri)': (
            self: StreamWriter,
            prefix: Text,
            name: Text
        ) => {
            self.startTag(prefix, name, true);
        },
        'void writeEndDocument()': (self: StreamWriter) => {
            self.closeTag();
            while (self.open.length > 0) self.end();
        },
        'void writeEndElement()': (self: StreamWriter) => {
            self.end();
        },
        'void writeNamespace(String prefix, String namespaceUri)': (self: StreamWriter, prefix: Text, uri: Text) => {
            self.inside(` xmlns${prefix ? `:${prefix}` : ''}="${escapeValue(uri ?? '')}"`);
        },
        'void writeProcessingInstruction(String target, String data)': (
            self: StreamWriter,
            target: Text,
            data: Text
        ) => {
            self.write(`<?${target ?? ''}${data ? ` ${data}` : ''}?>`);
        },
        'void writeStartDocument(String encoding, String version)': (
            self: StreamWriter,
            encoding: Text,
            version: Text
        ) => {
            self.write(`<?xml version="${version ?? '1.0'}"${encoding ? ` encoding="${encoding}"` : ''}?>`);
        },
        'void writeStartElement(String prefix, String localName, String namespaceUri)': (
            self: StreamWriter,
            prefix: Text,
            name: Text
        ) => {
            self.startTag(prefix, name, false);
        }
    },
    isInstance: (value) => value instanceof StreamWriter
});
