// XmlStreamReader and XmlStreamWriter. The writer's text is the example of the Apex Developer Guide:
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_xml_XmlStream_writing.htm
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registerNatives } from '../../runtime/registry.ts';
import { XmlEvents, XmlFault } from './xmlEvents.ts';
import { xmlStreamReader, xmlTag } from './xmlStreamReader.ts';
import { xmlStreamWriter } from './xmlStreamWriter.ts';

registerNatives([xmlTag]);

type Call = (...args: unknown[]) => unknown;
const call = (
    native: { methods?: Record<string, unknown> },
    self: unknown,
    name: string,
    ...args: unknown[]
): unknown => {
    const found = Object.entries(native.methods ?? {}).find(([signature]) =>
        new RegExp(`\\s${name}\\(`).test(signature)
    );
    return (found?.[1] as Call)(self, ...args);
};
const make = (native: { constructors?: Record<string, unknown> }, ...args: unknown[]): unknown =>
    (Object.values(native.constructors ?? {})[0] as Call)(null, ...args);

void test('the writer makes the document of the guide', () => {
    const writer = make(xmlStreamWriter);
    const write = (name: string, ...args: unknown[]): unknown => call(xmlStreamWriter, writer, name, ...args);
    write('writeStartDocument', null, '1.0');
    write('writeProcessingInstruction', 'target', 'data');
    write('writeStartElement', 'm', 'Library', 'http://www.book.com');
    write('writeNamespace', 'm', 'http://www.book.com');
    write('writeComment', 'Book starts here');
    write('setDefaultNamespace', 'http://www.defns.com');
    write('writeCData', '<Cdata> I like CData </Cdata>');
    write('writeStartElement', null, 'book', null);
    write('writeDefaultNamespace', 'http://www.defns.com');
    write('writeAttribute', null, null, 'author', 'Manoj');
    write('writeCharacters', 'This is my book');
    write('writeEndElement');
    write('writeEmptyElement', null, 'ISBN', null);
    write('writeEndElement');
    write('writeEndDocument');
    assert.equal(
        write('getXmlString'),
        '<?xml version="1.0"?><?target data?><m:Library xmlns:m="http://www.book.com"><!--Book starts here--><![CDATA[<Cdata> I like CData </Cdata>]]><book xmlns="http://www.defns.com" author="Manoj">This is my book</book><ISBN/></m:Library>'
    );
});

void test('the reader gives the events of a document in order', () => {
    const reader = make(
        xmlStreamReader,
        '<?xml version="1.0"?><books a="1"><book author="Manoj">Foo &amp; bar</book><!-- end --></books>'
    );
    const read = (name: string, ...args: unknown[]): unknown => call(xmlStreamReader, reader, name, ...args);
    const seen = [String(read('getEventType'))];
    while (read('hasNext')) {
        read('next');
        seen.push(`${String(read('getEventType'))} ${String(read('getLocalName') ?? read('getText') ?? '')}`.trim());
    }
    assert.deepEqual(seen, [
        'START_DOCUMENT',
        'START_ELEMENT books',
        'START_ELEMENT book',
        'CHARACTERS Foo & bar',
        'END_ELEMENT book',
        'COMMENT  end',
        'END_ELEMENT books',
        'END_DOCUMENT'
    ]);
});

void test('attributes are read by index and by name', () => {
    const reader = make(xmlStreamReader, '<book author="Manoj" x:id="7" xmlns:x="urn:x"/>');
    call(xmlStreamReader, reader, 'next');
    assert.equal(call(xmlStreamReader, reader, 'getAttributeCount'), 2);
    assert.equal(call(xmlStreamReader, reader, 'getAttributeValue', null, 'author'), 'Manoj');
    assert.equal(call(xmlStreamReader, reader, 'getAttributeValue', 'urn:x', 'id'), '7');
    assert.equal(call(xmlStreamReader, reader, 'getAttributeLocalName', 1), 'id');
    assert.equal(call(xmlStreamReader, reader, 'getAttributeNamespace', 1), 'urn:x');
    assert.equal(call(xmlStreamReader, reader, 'getAttributeValueAt', 0), 'Manoj');
});

void test('coalescing joins text and CDATA', () => {
    const reader = make(xmlStreamReader, '<a>one<![CDATA[ & two]]></a>');
    call(xmlStreamReader, reader, 'setCoalescing', true);
    call(xmlStreamReader, reader, 'next');
    call(xmlStreamReader, reader, 'next');
    assert.equal(call(xmlStreamReader, reader, 'getText'), 'one & two');
});

for (const [what, text] of [
    ['an end tag of another name', '<a><b></a>'],
    ['an open element', '<a>'],
    ['an empty text', ''],
    ['two roots', '<a/><b/>'],
    ['text before the root', 'x<a/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an unknown entity', '<a>&foo;</a>'],
    ['an unbound prefix', '<x:a/>']
] as const) {
    void test(`the reader refuses ${what}`, () => {
        const events = new XmlEvents(text);
        assert.throws(() => {
            while (events.next().kind !== 'END_DOCUMENT');
        }, XmlFault);
    });
}
