// Patterns as java.util.regex.Pattern documents them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { javaRegex, javaRegexWhole, javaSplit, replaceWith } from './javaRegex.ts';

const matches = (pattern: string, text: string): boolean => javaRegexWhole(pattern).test(text);

const MATCHES: readonly [pattern: string, text: string, matches: boolean][] = [
    ['a*b', 'aaab', true],
    ['.', '\n', false],
    ['(?s).', '\n', true],
    ['.', '\u{1F600}', true],
    ['\\Qa.b\\E', 'a.b', true],
    ['\\Qa.b\\E', 'axb', false],
    ['(?i)abc', 'aBC', true],
    ['a(?i)b|c', 'C', true],
    ['a(?i)b|c', 'AB', false],
    ['(?i:a)b', 'AB', false],
    ['a++a', 'aaa', false],
    ['a*+b', 'aab', true],
    ['(?>a+)a', 'aa', false],
    ['(a)++(b)\\2', 'aabb', true],
    ['(\\w)\\1', 'aa', true],
    ['(?<c>\\w)\\k<c>', 'ab', false],
    ['\\p{Alpha}+', 'abZ', true],
    ['\\p{Alpha}', 'é', false],
    ['\\p{L}', 'é', true],
    ['\\p{IsAlphabetic}', 'é', true],
    ['\\pL', 'a', true],
    ['\\P{L}', 'a', false],
    ['\\p{Punct}', '^', true],
    ['\\p{InCombiningDiacriticalMarks}', '\u0301', true],
    ['[a-z&&[^aeiou]]', 'b', true],
    ['[a-z&&[^aeiou]]', 'e', false],
    ['[a-d[m-p]]', 'n', true],
    ['[a-z&&[def]]', 'd', true],
    ['[^\\w\\s-]', '!', true],
    ['[\\w.%-]+@[a-z]+', 'a-b%c@d', true],
    ['[]a]', ']', true],
    ['\\h', '\u00A0', true],
    ['\\s', '\u00A0', false],
    ['\\R', '\r\n', true],
    ['\\x41\\u0042\\x{43}\\0104', 'ABCD', true],
    ['a{2,3}', 'aaaa', false],
    ['(?x) a b # comment', 'ab', true],
    ['[(){}|/&]+', '(){}|/&', true],
    ['a\\z', 'a', true],
    ['\\$\\{x\\}', '${x}', true],
    ["[^']*", 'ab', true],
    ['(?:(?:\\+|00)\\d{1,3})?', '+49', true]
];

for (const [pattern, text, expected] of MATCHES) {
    test(`/${pattern}/ ${expected ? 'matches' : 'does not match'} ${JSON.stringify(text)}`, () =>
        assert.equal(matches(pattern, text), expected));
}

const REPLACED: readonly [text: string, pattern: string, replacement: string, result: string][] = [
    ['aaab', 'a*', 'X', 'XXbX'],
    ['first last', '(\\w+) (\\w+)', '$2, $1', 'last, first'],
    ['a1', '(?<n>\\d)', '<${n}>', 'a<1>'],
    ['a.b', '\\.', '\\$', 'a$b'],
    ['line\n', 'e$', '!', 'lin!\n'],
    ['a\nb', '(?m)^', '>', '>a\n>b'],
    ['aXbX', '(?i)x', '$0$0', 'aXXbXX'],
    ['ab', '(a)?(c)?b', '[$1$2]', '[a]']
];

for (const [text, pattern, replacement, result] of REPLACED) {
    test(`${JSON.stringify(text)} with /${pattern}/ replaced by ${replacement}`, () =>
        assert.equal(replaceWith(text, pattern, replacement, true), result));
}

// https://docs.oracle.com/javase/8/docs/api/java/lang/String.html#split-java.lang.String-int-
const SPLITS: readonly [pattern: string, limit: number, parts: string[]][] = [
    [':', 2, ['boo', 'and:foo']],
    [':', 5, ['boo', 'and', 'foo']],
    [':', -2, ['boo', 'and', 'foo']],
    ['o', 5, ['b', '', ':and:f', '', '']],
    ['o', -2, ['b', '', ':and:f', '', '']],
    ['o', 0, ['b', '', ':and:f']]
];

for (const [pattern, limit, parts] of SPLITS) {
    test(`boo:and:foo split by ${pattern} at most ${limit}`, () =>
        assert.deepEqual(javaSplit('boo:and:foo', pattern, limit), parts));
}

test('splitting by nothing gives the letters', () => assert.deepEqual(javaSplit('abc', '', 0), ['a', 'b', 'c']));

for (const pattern of ['[', '(', '*a', 'a**', 'a)', '\\y', 'a{', '[b-a]', '\\p{Nope}', '(?<a>x)(?<a>y)']) {
    test(`/${pattern}/ is refused`, () => assert.throws(() => javaRegex(pattern), /Invalid regex/));
}
