// Methods of String that escape and unescape, as org.apache.commons.lang3.StringEscapeUtils does.
import type { NativeFunction } from '../native.ts';
import { entityCharacters, entityNames } from './htmlEntities.ts';

const unicode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const SHORT: Readonly<Record<string, string>> = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r' };

function javaEscape(self: string, more: string): string {
    return self.replace(/["\\'/\u0000-\u001F\u007F-\uFFFF]/g, (char) => {
        if (char === '"' || char === '\\' || more.includes(char)) return `\\${char}`;
        if (char === "'" || char === '/') return char;
        return SHORT[char] ?? unicode(char);
    });
}

function javaUnescape(self: string): string {
    const plain: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };
    return self.replace(
        /\\(?:u+([0-9A-Fa-f]{4})|([0-7]{1,3})|([\s\S]))/g,
        (_, hex?: string, octal?: string, char?: string) => {
            if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
            if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
            return plain[char ?? ''] ?? char ?? '';
        }
    );
}

function escapeMarkup(self: string, names: ReadonlyMap<string, string>): string {
    return [...self].map((char) => names.get(char) ?? char).join('');
}

function unescapeMarkup(self: string, characters: ReadonlyMap<string, string>): string {
    return self.replace(
        /&(?:#[xX]([0-9A-Fa-f]+)|#(\d+)|(\w+));/g,
        (all, hex?: string, decimal?: string, name?: string) => {
            if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
            if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
            return characters.get(name ?? '') ?? all;
        }
    );
}

const XML_NAMES: ReadonlyMap<string, string> = new Map([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '&quot;'],
    ["'", '&apos;']
]);
const XML_CHARACTERS: ReadonlyMap<string, string> = new Map(
    [...XML_NAMES].map(([char, entity]) => [entity.slice(1, -1), char])
);

const escapeCsv = (self: string): string => (/[",\r\n]/.test(self) ? `"${self.replaceAll('"', '""')}"` : self);

function unescapeCsv(self: string): string {
    const inner = /^"([\s\S]*)"$/.exec(self)?.[1];
    return inner !== undefined && /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : self;
}

const escapeUnicode = (self: string): string => self.replace(/[^\u0000-\u007F]/g, unicode);

export const stringEscapes: Record<string, NativeFunction> = {
    'String escapeCsv()': escapeCsv,
    'String escapeEcmaScript()': (self: string) => javaEscape(self, "'/"),
    'String escapeHtml3()': (self: string) => escapeMarkup(self, entityNames(3)),
    'String escapeHtml4()': (self: string) => escapeMarkup(self, entityNames(4)),
    'String escapeJava()': (self: string) => javaEscape(self, ''),
    'String escapeUnicode()': escapeUnicode,
    'String escapeXml()': (self: string) => escapeMarkup(self, XML_NAMES),
    'String unescapeCsv()': unescapeCsv,
    'String unescapeEcmaScript()': javaUnescape,
    'String unescapeHtml3()': (self: string) => unescapeMarkup(self, entityCharacters(3)),
    'String unescapeHtml4()': (self: string) => unescapeMarkup(self, entityCharacters(4)),
    'String unescapeJava()': javaUnescape,
    'String unescapeUnicode()': (self: string) =>
        self.replace(/\\u+([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'String unescapeXml()': (self: string) => unescapeMarkup(self, XML_CHARACTERS)
};
