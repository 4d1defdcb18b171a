// Character classes of java.util.regex.Pattern as JavaScript `v`-mode class text (without the brackets).
// https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html
export const SPACE = ' \\t\\n\\x0B\\f\\r';
export const HORIZONTAL = ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
export const VERTICAL = '\\n\\x0B\\f\\r\\x85\\u2028\\u2029';
export const LINE_END = '\\n\\r\\x85\\u2028\\u2029';

const PUNCTUATION = '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E';

const POSIX: Record<string, string> = {
    Lower: 'a-z',
    Upper: 'A-Z',
    ASCII: '\\x00-\\x7F',
    Alpha: 'a-zA-Z',
    Digit: '0-9',
    Alnum: 'a-zA-Z0-9',
    Punct: PUNCTUATION,
    Graph: `a-zA-Z0-9${PUNCTUATION}`,
    Print: '\\x20-\\x7E',
    Blank: ' \\t',
    Cntrl: '\\x00-\\x1F\\x7F',
    XDigit: '0-9a-fA-F',
    Space: SPACE,
    javaLowerCase: '\\p{Lowercase}',
    javaUpperCase: '\\p{Uppercase}',
    javaWhitespace: '\\t\\n\\x0B\\f\\r\\x1C-\\x1F \\u1680\\u2000-\\u2006\\u2008-\\u200A\\u2028\\u2029\\u205F\\u3000',
    javaLetter: '\\p{L}',
    javaDigit: '\\p{Nd}',
    javaLetterOrDigit: '\\p{L}\\p{Nd}',
    javaAlphabetic: '\\p{Alphabetic}',
    javaMirrored: '\\p{Bidi_Mirrored}',
    LC: '\\p{Lu}\\p{Ll}\\p{Lt}',
    LD: '\\p{L}\\p{Nd}',
    L1: '\\x00-\\xFF',
    all: '\\u{0}-\\u{10FFFF}'
};

const BINARY: Record<string, string> = {
    alphabetic: 'Alphabetic',
    ideographic: 'Ideographic',
    letter: 'L',
    lowercase: 'Lowercase',
    uppercase: 'Uppercase',
    titlecase: 'Lt',
    control: 'Cc',
    white_space: 'White_Space',
    whitespace: 'White_Space',
    hex_digit: 'Hex_Digit',
    hexdigit: 'Hex_Digit',
    digit: 'Nd',
    punctuation: 'P'
};

const BLOCKS: Record<string, string> = {
    basiclatin: '\\x00-\\x7F',
    'latin-1supplement': '\\x80-\\xFF',
    latin1supplement: '\\x80-\\xFF',
    'latinextended-a': '\\u0100-\\u017F',
    latinextendeda: '\\u0100-\\u017F',
    combiningdiacriticalmarks: '\\u0300-\\u036F',
    greek: '\\u0370-\\u03FF',
    greekandcoptic: '\\u0370-\\u03FF',
    cyrillic: '\\u0400-\\u04FF',
    hebrew: '\\u0590-\\u05FF',
    arabic: '\\u0600-\\u06FF',
    thai: '\\u0E00-\\u0E7F',
    generalpunctuation: '\\u2000-\\u206F',
    hiragana: '\\u3040-\\u309F',
    katakana: '\\u30A0-\\u30FF',
    cjkunifiedideographs: '\\u4E00-\\u9FFF',
    hangulsyllables: '\\uAC00-\\uD7AF'
};

/** Class text of `\p{name}`; undefined for a property that Java does not know (or a block that is not listed here). */
export function propertyClass(name: string): string | undefined {
    if (Object.hasOwn(POSIX, name)) return POSIX[name];
    const [key, value] = name.includes('=') ? (name.split('=', 2) as [string, string]) : ['', name];
    const kind = key.toLowerCase();
    if (kind === 'script' || kind === 'sc') return unicode(`Script=${title(value)}`);
    if (kind === 'block' || kind === 'blk') return block(value);
    if (kind === 'general_category' || kind === 'gc') return unicode(value);
    if (kind !== '') return undefined;
    if (/^In/.test(value)) return block(value.slice(2));
    if (/^Is/.test(value)) {
        const bare = value.slice(2);
        const binary = BINARY[bare.toLowerCase()];
        return binary ? `\\p{${binary}}` : (unicode(`Script=${title(bare)}`) ?? unicode(bare));
    }
    return /^[A-Z][a-z]?$/.test(value) ? unicode(value) : undefined;
}

const title = (name: string): string => name.toLowerCase().replace(/(^|_)[a-z]/g, (letter) => letter.toUpperCase());

function block(name: string): string | undefined {
    return BLOCKS[name.toLowerCase().replace(/[ _]/g, '')];
}

function unicode(property: string): string | undefined {
    const text = `\\p{${property}}`;
    try {
        new RegExp(text, 'v');
        return text;
    } catch {
        return undefined;
    }
}
