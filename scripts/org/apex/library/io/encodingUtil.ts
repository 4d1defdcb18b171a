// System.EncodingUtil and System.UUID.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_encodingUtil.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_UUID.htm
import { randomUUID } from 'node:crypto';
import { Blob } from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { hashCode } from '../../runtime/equality.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';

/** `application/x-www-form-urlencoded`, as java.net.URLEncoder writes it. */
function urlEncode(text: string, charset: string): string {
    let out = '';
    for (const char of text) {
        if (/[A-Za-z0-9.\-*_]/.test(char)) out += char;
        else if (char === ' ') out += '+';
        else for (const byte of encoded(char, charset)) out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return out;
}

function urlDecode(text: string, charset: string): string {
    let out = '';
    let bytes: number[] = [];
    const flush = (): void => {
        if (bytes.length > 0) out += decoded(Uint8Array.from(bytes), charset);
        bytes = [];
    };
    for (let at = 0; at < text.length; at++) {
        const char = text.charAt(at);
        if (char !== '%') {
            flush();
            out += char === '+' ? ' ' : char;
            continue;
        }
        const code = text.slice(at + 1, at + 3);
        if (!/^[0-9A-Fa-f]{2}$/.test(code)) {
            throwApex(
                'System.IllegalArgumentException',
                `URLDecoder: Illegal hex characters in escape (%) pattern - For input string: "${code}"`
            );
        }
        bytes.push(parseInt(code, 16));
        at += 2;
    }
    flush();
    return out;
}

const unsupportedCharset = (name: string): never =>
    throwApex('System.IllegalArgumentException', `Unsupported encoding: ${name}`);

/** Charsets by their IANA names, as java.nio.charset knows them; a WHATWG decoder has the same ones but for Latin 1. */
function decoded(bytes: Uint8Array, charset: string): string {
    if (/^(iso-8859-1|latin1|us-ascii|ascii)$/i.test(charset)) return Buffer.from(bytes).toString('latin1');
    try {
        return new TextDecoder(charset).decode(bytes);
    } catch {
        return unsupportedCharset(charset);
    }
}

function encoded(text: string, charset: string): Uint8Array {
    switch (charset.toLowerCase()) {
        case 'utf-8':
        case 'utf8':
            return Buffer.from(text, 'utf8');
        case 'iso-8859-1':
        case 'latin1':
        case 'us-ascii':
        case 'ascii':
            return Buffer.from(text, 'latin1');
        case 'utf-16le':
            return Buffer.from(text, 'utf16le');
        case 'utf-16be':
            return Buffer.from(text, 'utf16le').swap16();
        default:
            return unsupportedCharset(charset);
    }
}

export const encodingUtil = nativeClass({
    name: 'System.EncodingUtil',
    statics: {
        'Blob base64Decode(String inputString)': (text: string | null) =>
            new Blob(Buffer.from(notNull(text), 'base64')),
        'String base64Encode(Blob inputBlob)': (blob: Blob | null) =>
            Buffer.from(notNull(blob).bytes).toString('base64'),
        'Blob convertFromHex(String inputString)': (text: string | null) => {
            const hex = notNull(text);
            if (!/^([0-9A-Fa-f]{2})*$/.test(hex))
                throwApex('System.InvalidParameterValueException', 'The input string is no hexadecimal text');
            return new Blob(Buffer.from(hex, 'hex'));
        },
        'String convertToHex(Blob inputBlob)': (blob: Blob | null) => Buffer.from(notNull(blob).bytes).toString('hex'),
        'String urlDecode(String inputString, String encodingScheme)': (text: string | null, charset: string | null) =>
            urlDecode(notNull(text), notNull(charset)),
        'String urlEncode(String inputString, String encodingScheme)': (text: string | null, charset: string | null) =>
            urlEncode(notNull(text), notNull(charset))
    }
});

export class Uuid {
    static $native = 'System.UUID';
    readonly text: string;
    constructor(text: string) {
        this.text = text;
    }
    toString(): string {
        return this.text;
    }
    apexEquals(other: unknown): boolean {
        return other instanceof Uuid && other.text === this.text;
    }
    apexKey(): string {
        return this.text;
    }
}

export const uuid = nativeClass({
    name: 'System.UUID',
    statics: {
        'System.UUID randomUUID()': () => new Uuid(randomUUID()),
        'System.UUID fromString(String uuidString)': (text: string | null) => {
            const lower = notNull(text).toLowerCase();
            if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(lower))
                throwApex('System.InvalidParameterValueException', `Invalid UUID string: ${String(text)}`);
            return new Uuid(lower);
        }
    },
    methods: {
        'Boolean equals(Object obj)': (self: Uuid, other: unknown) => other instanceof Uuid && other.text === self.text,
        'Integer hashCode()': (self: Uuid) => hashCode(self.text),
        'String toString()': (self: Uuid) => self.text
    },
    isInstance: (value) => value instanceof Uuid
});
