// Text functions ("Formula Operators and Functions by Context", Salesforce Help; blanks as in github.com/salesforce/formula-engine).
import { ApexDate, ApexDatetime, ApexTime, Decimal, idTo18 } from '../../../values/index.ts';
import type { Value } from '../../../values/index.ts';
import { FormulaEvaluationError } from '../errors.ts';
import { plainText, whole } from '../numbers.ts';
import type { FunctionSpec, FunctionTable } from './spec.ts';
import { blank, strict } from './spec.ts';

/** Texts to a text; blank when the first is. */
const convert = (compute: (text: string, locale: string) => string): FunctionSpec => ({
    params: ['Text', 'Text'],
    optional: 1,
    returns: 'Text',
    run: ([text, locale]) =>
        blank(text)
            ? null
            : compute(text as string, (locale as string | null | undefined)?.replaceAll('_', '-') ?? 'en-US') || null
});

/** `BEGINS` and `CONTAINS`: everything holds the blank text, the blank text holds nothing else. */
const search = (test: (text: string, part: string) => boolean): FunctionSpec => ({
    params: [['Text', 'Picklist'], 'Text'],
    returns: 'Boolean',
    run: ([text, part]) => (blank(part) ? true : blank(text) ? false : test(text as string, part as string))
});

const cut = (compute: (text: string, count: number) => string): FunctionSpec => ({
    params: ['Text', 'Number'],
    returns: 'Text',
    run: ([text, count]) =>
        blank(text) || count === null || whole(count as Decimal) <= 0
            ? null
            : compute(text as string, whole(count as Decimal))
});

const pad = (compute: (text: string, size: number, filler: string) => string): FunctionSpec => ({
    params: ['Text', 'Number', 'Text'],
    optional: 1,
    returns: 'Text',
    run: ([text, count, filler]) => {
        if (blank(text) || count === null || whole(count as Decimal) <= 0) return null;
        const size = whole(count as Decimal);
        const value = text as string;
        return size <= value.length
            ? value.slice(0, size)
            : compute(value, size, filler === undefined ? ' ' : ((filler as string | null) ?? ''));
    }
});

export function textOfValue(value: Value): string | null {
    if (value === null || value === undefined) return null;
    if (value instanceof Decimal) return plainText(value);
    if (value instanceof ApexDate) return value.toString();
    if (value instanceof ApexDatetime) return `${value.toString().slice(0, 19).replace('T', ' ')}Z`;
    if (value instanceof ApexTime) return value.toString().slice(0, 12);
    return typeof value === 'boolean' ? String(value) : (value as string) || null;
}

function middle([text, start, count]: readonly Value[]): Value {
    if (blank(text) || start === null || count === null) return null;
    const from = Math.max(whole(start as Decimal), 1) - 1;
    return (text as string).slice(from, from + Math.max(whole(count as Decimal), 0)) || null;
}

function find([part, text, start]: readonly Value[]): Value {
    if (blank(part) || blank(text)) return new Decimal(0n, 0);
    const from = start === undefined ? 0 : start === null ? 0 : Math.max(whole(start as Decimal) - 1, 0);
    return Decimal.from((text as string).indexOf(part as string, from) + 1);
}

const regexes = new Map<string, RegExp>();

/** Java's `matches`: the whole text. */
function regex([text, pattern]: readonly Value[]): Value {
    const written = (pattern as string | null) ?? '';
    let known = regexes.get(written);
    if (!known) {
        const flags = /^\(\?([is]+)\)/.exec(written);
        try {
            known = new RegExp(
                `^(?:${written.slice(flags?.[0].length ?? 0).replace(/([*+?}])\+/g, '$1')})$`,
                `u${flags?.[1] ?? ''}`
            );
        } catch {
            try {
                known = new RegExp(`^(?:${written.slice(flags?.[0].length ?? 0)})$`, flags?.[1] ?? '');
            } catch {
                throw new FormulaEvaluationError(`Invalid regular expression: ${written}`);
            }
        }
        regexes.set(written, known);
    }
    return known.test((text as string | null) ?? '');
}

function numberOf([text]: readonly Value[]): Value {
    if (blank(text)) return null;
    try {
        return Decimal.parse(text as string);
    } catch {
        throw new FormulaEvaluationError(`The value '${text as string}' is not a valid number.`);
    }
}

const character = (code: number): Value => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null);
const isNumber = ([text]: readonly Value[]): Value =>
    !blank(text) && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text as string);
const initCap = (text: string): string =>
    text.toLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => word[0]?.toUpperCase() + word.slice(1));

export const TEXT: FunctionTable = {
    ASCII: {
        params: ['Text'],
        returns: 'Number',
        run: ([text]) => (blank(text) ? null : Decimal.from((text as string).codePointAt(0) ?? 0))
    },
    BEGINS: search((text, part) => text.startsWith(part)),
    BR: { params: [], returns: 'Text', run: () => '<br>' },
    CASESAFEID: { params: ['Text'], returns: 'Text', run: strict(([id]) => idTo18(id as string)) },
    CHR: { params: ['Number'], returns: 'Text', run: strict(([code]) => character(whole(code as Decimal))) },
    CONTAINS: search((text, part) => text.includes(part)),
    FIND: { params: ['Text', 'Text', 'Number'], optional: 1, returns: 'Number', run: find },
    HTMLENCODE: convert((text) =>
        text
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;')
            .replaceAll('"', '&quot;')
            .replaceAll("'", '&#39;')
    ),
    HYPERLINK: {
        params: ['Text', 'Text', 'Text'],
        optional: 1,
        returns: 'Text',
        run: ([url, label, target]) =>
            `<a href="${textOfValue(url) ?? ''}" target="${textOfValue(target) ?? '_blank'}">${textOfValue(label) ?? ''}</a>`
    },
    IMAGE: {
        params: ['Text', 'Text', 'Number', 'Number'],
        optional: 2,
        returns: 'Text',
        run: ([url, alt, height, width]) =>
            `<img src="${textOfValue(url) ?? ''}" alt="${textOfValue(alt) ?? ''}"${height ? ` style="height:${textOfValue(height)}px; width:${textOfValue(width ?? height)}px;"` : ''} border="0"/>`
    },
    INITCAP: convert(initCap),
    ISNUMBER: { params: ['Text'], returns: 'Boolean', run: isNumber },
    LEFT: cut((text, count) => text.slice(0, count)),
    LEN: { params: ['Text'], returns: 'Number', run: ([text]) => Decimal.from(((text as string | null) ?? '').length) },
    LOWER: convert((text, locale) => text.toLocaleLowerCase(locale)),
    LPAD: pad((text, size, filler) => (filler === '' ? text : text.padStart(size, filler))),
    MID: { params: ['Text', 'Number', 'Number'], returns: 'Text', run: middle },
    REGEX: { params: ['Text', 'Text'], returns: 'Boolean', run: regex },
    REVERSE: convert((text) => [...text].reverse().join('')),
    RIGHT: cut((text, count) => text.slice(-count)),
    RPAD: pad((text, size, filler) => (filler === '' ? text : text.padEnd(size, filler))),
    SUBSTITUTE: {
        params: ['Text', 'Text', 'Text'],
        returns: 'Text',
        run: ([text, old, fresh]) =>
            blank(text) || blank(old)
                ? ((text as string | null) ?? null)
                : (text as string).replaceAll(old as string, (fresh as string | null) ?? '') || null
    },
    TEXT: {
        params: [['Number', 'Date', 'DateTime', 'Time', 'Picklist']],
        returns: 'Text',
        run: ([value]) => textOfValue(value)
    },
    TRIM: convert((text) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')),
    UPPER: convert((text, locale) => text.toLocaleUpperCase(locale)),
    URLENCODE: convert((text) => encodeURIComponent(text).replaceAll('%20', '+')),
    VALUE: { params: ['Text'], returns: 'Number', run: numberOf },
    INCLUDES: {
        params: ['MultiPicklist', 'Text'],
        returns: 'Boolean',
        run: ([values, one]) => !blank(values) && !blank(one) && (values as string).split(';').includes(one as string),
        check: ([, literal], fail) =>
            literal?.node.kind === 'text'
                ? undefined
                : fail("Incorrect parameter type for function 'INCLUDES()'. Expected Text Literal, received Text")
    },
    ISPICKVAL: {
        params: ['Picklist', 'Text'],
        returns: 'Boolean',
        run: ([value, literal]) => (value ?? '') === (literal ?? ''),
        check: ([, literal], fail) =>
            literal?.node.kind === 'text'
                ? undefined
                : fail("Incorrect parameter type for function 'ISPICKVAL()'. Expected Text Literal, received Text")
    },
    PICKLISTCOUNT: {
        params: ['MultiPicklist'],
        returns: 'Number',
        run: ([values]) => Decimal.from(blank(values) ? 0 : (values as string).split(';').length)
    }
};
