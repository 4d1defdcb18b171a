import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml, XmlError } from '../xml.ts';
import { checkShape, toRecord } from './index.ts';

const field = (inside: string) =>
    parseXml(
        `<?xml version="1.0"?>\n<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">\n<fullName>A__c</fullName>\n${inside}\n</CustomField>`
    );

test('an unknown element is refused with its line', () => {
    assert.deepEqual(checkShape(field('<colour>red</colour>'), 'CustomField'), [
        {
            message:
                'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}colour invalid at this location in type CustomField',
            line: 4,
            column: 1
        }
    ]);
});

test('a value outside an enumeration is refused', () => {
    assert.deepEqual(
        checkShape(field('<type>Texte</type>'), 'CustomField').map((one) => one.message),
        ["'Texte' is not a valid value for the enum 'FieldType'"]
    );
});

test('a required element that is missing is named', () => {
    const set = parseXml('<PermissionSet><description>x</description></PermissionSet>');
    assert.deepEqual(
        checkShape(set, 'PermissionSet').map((one) => one.message),
        ['Required field is missing: label']
    );
});

test('elements of a list must stand together', () => {
    const set = parseXml(
        '<PermissionSet><label>a</label><userPermissions><enabled>true</enabled><name>A</name></userPermissions><description>x</description><userPermissions><enabled>true</enabled><name>B</name></userPermissions></PermissionSet>'
    );
    assert.deepEqual(
        checkShape(set, 'PermissionSet').map((one) => one.message),
        ['Error parsing file: Element userPermissions is duplicated at this location in type PermissionSet']
    );
});

test('XML becomes an object with the types of its shape', () => {
    const record = toRecord(
        field('<label>A &amp; B</label><length>80</length><required>false</required>'),
        'CustomField'
    );
    assert.deepEqual(
        [record.label, record.length, record.required, record.summaryFilterItems],
        ['A & B', 80, false, []]
    );
});

test('broken XML is refused with its position', () => {
    assert.throws(
        () => parseXml('<a>\n  <b></a>'),
        (error) =>
            error instanceof XmlError &&
            error.line === 2 &&
            error.message.includes('must be terminated by the matching end-tag "</b>"')
    );
});
