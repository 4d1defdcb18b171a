// What is done to a good document to see that its reader bears it: damage that senders, transports and people do. The
// list is the table; each mutation changes bytes and never fails. The same random sequence does the same damage.
import type { Random } from '../../network/random.ts';

export type Mutation = (bytes: Buffer, random: Random) => Buffer;

const SEPARATORS = '*~+:\'^|><{}",=?\r\n';
const STRANGE = ['\u0000', '\u001d', '\ufeff', '\ud83d', '😀', 'é', '\u2028', '\u00a0', "''", '?', '}}', ']]>', '&#0;'];
const LONG_FIELD = 200_000;
const MOST_REPEATS = 400;
const NESTING = 2_000;

/** Changes the document as text; latin1 keeps every byte as it is. */
const textual =
    (change: (text: string, random: Random) => string): Mutation =>
    (bytes, random) =>
        Buffer.from(change(bytes.toString('latin1'), random), 'latin1');

function span(text: string, random: Random, longest: number): [number, number] {
    const from = random.between(0, Math.max(0, text.length - 1));
    return [from, Math.min(text.length, from + random.between(1, longest))];
}

/** Pieces with their terminator: segments of X12 and EDIFACT, elements of XML, members of JSON. */
function pieces(text: string): string[] {
    return text.match(/[^~'>\n,]*[~'>\n,]|[^~'>\n,]+$/g) ?? [text];
}

const swapPieces = textual((text, random) => {
    const parts = pieces(text);
    const [first, second] = [random.between(0, parts.length - 1), random.between(0, parts.length - 1)];
    [parts[first], parts[second]] = [parts[second] ?? '', parts[first] ?? ''];
    return parts.join('');
});

const repeatPiece = textual((text, random) => {
    const parts = pieces(text);
    const at = random.between(0, parts.length - 1);
    parts[at] = (parts[at] ?? '').repeat(random.between(2, MOST_REPEATS));
    return parts.join('');
});

const shuffle = textual((text, random) =>
    pieces(text)
        .map((piece) => ({ piece, rank: random.next() }))
        .sort((left, right) => left.rank - right.rank)
        .map(({ piece }) => piece)
        .join('')
);

const replaceNumber = (value: string): Mutation =>
    textual((text, random) => {
        const numbers = [...text.matchAll(/\d+/g)];
        if (numbers.length === 0) return text;
        const { index, 0: digits } = random.pick(numbers);
        return text.slice(0, index) + value + text.slice(index + digits.length);
    });

const insert = (value: (random: Random) => string): Mutation =>
    textual((text, random) => {
        const at = random.between(0, text.length);
        return text.slice(0, at) + value(random) + text.slice(at);
    });

const withMark =
    (mark: number[], convert: (text: string) => Buffer): Mutation =>
    (bytes) =>
        Buffer.concat([Buffer.from(mark), convert(bytes.toString('utf8'))]);

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const evenSwap = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
    truncate: (bytes, random) => bytes.subarray(0, random.between(0, bytes.length)),
    beheaded: (bytes, random) => bytes.subarray(random.between(0, bytes.length)),
    cut: textual((text, random) => {
        const [from, to] = span(text, random, 120);
        return text.slice(0, from) + text.slice(to);
    }),
    duplicate: textual((text, random) => {
        const [from, to] = span(text, random, 600);
        return text.slice(0, to) + text.slice(from, to) + text.slice(to);
    }),
    twice: textual((text) => text + text),
    swapPieces,
    repeatPiece,
    shuffle,
    swapSeparator: textual((text, random) => {
        const present = [...SEPARATORS].filter((each) => text.includes(each));
        return present.length === 0 ? text : text.replaceAll(random.pick(present), random.pick([...SEPARATORS]));
    }),
    loseSeparator: textual((text, random) => {
        const places = [...text].flatMap((each, at) => (SEPARATORS.includes(each) ? [at] : []));
        if (places.length === 0) return text;
        const at = random.pick(places);
        return text.slice(0, at) + text.slice(at + 1);
    }),
    addSeparator: insert((random) => random.pick([...SEPARATORS]).repeat(random.between(1, 5))),
    flipBytes: (bytes, random) => {
        const copy = Buffer.from(bytes);
        for (let count = random.between(1, 8); count > 0 && copy.length > 0; count--) {
            copy[random.between(0, copy.length - 1)] = random.between(0, 255);
        }
        return copy;
    },
    strangeCharacter: (bytes, random) => {
        const text = bytes.toString('utf8');
        const at = random.between(0, text.length);
        return Buffer.from(text.slice(0, at) + random.pick(STRANGE) + text.slice(at), 'utf8');
    },
    hugeField: insert((random) => random.pick(['A', '9', ' ']).repeat(random.between(300, LONG_FIELD))),
    hugeNumber: replaceNumber('9'.repeat(60)),
    manyDecimals: replaceNumber(`0.${'3'.repeat(80)}`),
    badDate: replaceNumber('20269931'),
    negative: replaceNumber('-0'),
    exponent: replaceNumber('1e999'),
    empty: replaceNumber(''),
    lowerCase: textual((text) => text.toLowerCase()),
    noLineBreaks: textual((text) => text.replaceAll(/[\r\n]/g, '')),
    windowsLineBreaks: textual((text) => text.replaceAll(/\r?\n/g, '\r\n')),
    paddedLines: textual((text) => text.replaceAll(/([~'])/g, '$1   \n')),
    leadingText: textual((text) => `Content-Type: application/EDI-X12\nX-Mailer: none\n\n${text}`),
    trailingText: textual((text) => `${text}\n-- \nsent from a phone`),
    nestedXml: insert(() => '<a>'.repeat(NESTING)),
    nestedJson: insert(() => '[{"a":'.repeat(NESTING)),
    entities: insert(() => '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>'),
    utf8Mark: withMark([0xef, 0xbb, 0xbf], (text) => Buffer.from(text, 'utf8')),
    utf16Little: withMark([0xff, 0xfe], utf16),
    utf16Big: withMark([0xfe, 0xff], (text) => evenSwap(utf16(text))),
    utf16Unmarked: (bytes) => utf16(bytes.toString('utf8')),
    latin1: (bytes) => Buffer.from(`${bytes.toString('latin1')}Ã\u00fc`, 'latin1'),
    zeroBytes: (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random.between(1, 64))])
};

export interface Damaged {
    bytes: Buffer;
    /** Names of the mutations, in order. */
    how: string[];
}

/** One to three mutations, one after another. */
export function damage(bytes: Buffer, random: Random): Damaged {
    const names = Object.keys(MUTATIONS);
    const how = Array.from({ length: random.between(1, 3) }, () => random.pick(names));
    let damaged = bytes;
    for (const name of how) damaged = MUTATIONS[name]?.(damaged, random) ?? damaged;
    return { bytes: damaged, how };
}
