// Blobs, encodings, cryptography and regular expressions, against published vectors (RFC 1321, 2202, 4231, 4648, FIPS 180, NIST SP 800-38A)
// and the examples of the Apex Reference and the Apex Developer Guide.
import assert from 'node:assert/strict';
import { generateKeyPairSync, verify } from 'node:crypto';
import { test } from 'node:test';
import { ApexException } from '../../runtime/exceptions.ts';
import { runApex } from '../../testing.ts';
import { nativeClasses } from '../index.ts';

function outcome(body: string): unknown {
    try {
        const result = runApex(`public class P { public static Object run() { ${body} } }`, null, {
            natives: nativeClasses
        });
        assert.deepEqual(
            result.diagnostics.map((one) => one.message),
            []
        );
        return result.value;
    } catch (error) {
        if (error instanceof ApexException) return `${error.apexType}: ${error.message}`;
        throw error;
    }
}

const hex = (expression: string): string => `return EncodingUtil.convertToHex(${expression});`;
const JEFE = "Blob.valueOf('what do ya want for nothing?'), Blob.valueOf('Jefe')";
const AES =
    "Blob key = EncodingUtil.convertFromHex('2b7e151628aed2a6abf7158809cf4f3c'); Blob iv = EncodingUtil.convertFromHex('000102030405060708090a0b0c0d0e0f');";

const CASES: readonly [string, string, unknown][] = [
    ['a blob counts bytes', "return Blob.valueOf('é').size();", 2],
    ['a blob is text again', "return Blob.valueOf('é').toString();", 'é'],
    ['base 64 has its padding', "return EncodingUtil.base64Encode(Blob.valueOf('foob'));", 'Zm9vYg=='],
    [
        'the vectors of RFC 4648 come out',
        "String all = ''; for (String text : new List<String>{ 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar' }) all += EncodingUtil.base64Encode(Blob.valueOf(text)) + ' '; return all.trim();",
        'Zg== Zm8= Zm9v Zm9vYg== Zm9vYmE= Zm9vYmFy'
    ],
    ['hexadecimal is read in either case', "return EncodingUtil.convertFromHex('4A6f').toString();", 'Jo'],
    [
        'a blob that is no UTF-8 is no string',
        "return EncodingUtil.convertFromHex('61ff').toString();",
        'System.StringException: BLOB is not a valid UTF-8 string'
    ],
    ['base 64 is decoded', "return EncodingUtil.base64Decode('Zm9vYmFy').toString();", 'foobar'],
    ['hexadecimal is lower case', hex("Blob.valueOf('Jo')"), '4a6f'],
    [
        'an odd number of digits is no hexadecimal',
        "try { EncodingUtil.convertFromHex('abc'); return 'read'; } catch (Exception e) { return 'refused'; }",
        'refused'
    ],
    ['URL encoding writes a blank as plus', "return EncodingUtil.urlEncode('a b&c=é', 'UTF-8');", 'a+b%26c%3D%C3%A9'],
    ['URL encoding is undone', "return EncodingUtil.urlDecode('a+b%26c', 'UTF-8');", 'a b&c'],
    ['MD5', hex("Crypto.generateDigest('MD5', Blob.valueOf('abc'))"), '900150983cd24fb0d6963f7d28e17f72'],
    ['SHA1', hex("Crypto.generateDigest('SHA1', Blob.valueOf('abc'))"), 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    [
        'SHA-256',
        hex("Crypto.generateDigest('SHA-256', Blob.valueOf('abc'))"),
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    ],
    [
        'SHA-512',
        hex("Crypto.generateDigest('SHA-512', Blob.valueOf('abc'))"),
        'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f'
    ],
    ['HMAC-MD5', hex(`Crypto.generateMac('hmacMD5', ${JEFE})`), '750c783e6ab0b503eaa86e310a5db738'],
    ['HMAC-SHA1', hex(`Crypto.generateMac('hmacSHA1', ${JEFE})`), 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79'],
    [
        'HMAC-SHA256',
        hex(`Crypto.generateMac('HmacSHA256', ${JEFE})`),
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    ],
    [
        'HMAC-SHA512',
        hex(`Crypto.generateMac('hmacSHA512', ${JEFE})`),
        '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737'
    ],
    [
        'a MAC is checked by verifyHMac',
        `Blob mac = Crypto.generateMac('HmacSHA256', ${JEFE}); return '' + Crypto.verifyHMac('hmacSHA256', ${JEFE}, mac) + Crypto.verifyHMac('hmacSHA256', Blob.valueOf('other'), Blob.valueOf('Jefe'), mac);`,
        'truefalse'
    ],
    [
        'AES with a given vector',
        `${AES} return EncodingUtil.convertToHex(Crypto.encrypt('AES128', key, iv, EncodingUtil.convertFromHex('6bc1bee22e409f96e93d7e117393172a'))).left(32);`,
        '7649abac8119b246cee98e9b12e9197d'
    ],
    [
        'AES is undone',
        `${AES} return Crypto.decrypt('AES128', key, iv, Crypto.encrypt('AES128', key, iv, Blob.valueOf('plain'))).toString();`,
        'plain'
    ],
    [
        'a managed vector goes before the text',
        "Blob key = Crypto.generateAesKey(256); Blob sealed = Crypto.encryptWithManagedIV('AES256', key, Blob.valueOf('plain')); return sealed.size() + Crypto.decryptWithManagedIV('AES256', key, sealed).toString();",
        '32plain'
    ],
    [
        'a key of another length is refused',
        "try { Crypto.encryptWithManagedIV('AES256', Crypto.generateAesKey(128), Blob.valueOf('x')); return 'sealed'; } catch (SecurityException e) { return 'refused'; } catch (InvalidParameterValueException e) { return 'refused'; }",
        'refused'
    ],
    [
        'a UUID is of version 4',
        "return Pattern.matches('[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}', UUID.randomUUID().toString());",
        true
    ],
    [
        'UUIDs of the same text are equal',
        "return UUID.fromString('6b1f3ac0-0f1c-4cf6-9d3b-1b2c3d4e5f60') == UUID.fromString('6B1F3AC0-0F1C-4CF6-9D3B-1B2C3D4E5F60');",
        true
    ],
    // Apex Developer Guide, "Using Capturing Groups" and "Pattern and Matcher Example"
    [
        'groups are counted by their opening parentheses',
        "return Pattern.compile('(a(b)?)+').matcher('aba').groupCount();",
        2
    ],
    [
        'a group keeps what it matched last',
        "Matcher m = Pattern.compile('(a(b)?)').matcher('xxabaxx'); m.find(); String first = m.group() + m.group(1) + m.group(2); m.find(); return first + m.group() + m.group(1) + m.group(2);",
        'ababbaanull'
    ],
    [
        'start and end are places in the text',
        "Matcher m = Pattern.compile('b+').matcher('abbc'); m.find(); return m.start() + '-' + m.end();",
        '1-3'
    ],
    [
        'matches needs the whole text, lookingAt its beginning',
        "Pattern p = Pattern.compile('ab'); return '' + p.matcher('abc').matches() + p.matcher('abc').lookingAt() + p.matcher('xab').lookingAt();",
        'falsetruefalse'
    ],
    [
        'replaceAll knows groups',
        "return Pattern.compile('(\\\\w+)@(\\\\w+)').matcher('a@b c@d').replaceAll('$2-$1');",
        'b-a d-c'
    ],
    [
        'a quoted replacement is taken as it is',
        "return Pattern.compile('a').matcher('a').replaceAll(Matcher.quoteReplacement('$1'));",
        '$1'
    ],
    ['split drops empty texts at the end', "return Pattern.compile(',').split('a,,b,,').size();", 3],
    ['a quoted pattern is literal', "return Pattern.matches(Pattern.quote('a.c'), 'abc');", false],
    [
        'group without a match is refused',
        "Matcher m = Pattern.compile('a').matcher('b'); return m.group();",
        'System.StringException: No match found'
    ],
    [
        'a broken pattern is refused',
        "try { Pattern.compile('('); return 'read'; } catch (StringException e) { return e.getMessage().startsWith('Invalid regex'); }",
        true
    ]
];

for (const [name, body, expected] of CASES) test(name, () => assert.equal(outcome(body), expected));

test('a signature is one that the public key confirms, and Crypto.verify tells another', () => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const sign = `Blob signature = Crypto.sign('RSA-SHA256', Blob.valueOf('order'), EncodingUtil.base64Decode('${privateKey}'));`;
    const signature = outcome(`${sign} return EncodingUtil.base64Encode(signature);`) as string;
    assert.equal(verify('RSA-SHA256', Buffer.from('order'), keys.publicKey, Buffer.from(signature, 'base64')), true);
    const check = (text: string): string =>
        `Crypto.verify('RSA-SHA256', Blob.valueOf('${text}'), signature, EncodingUtil.base64Decode('${publicKey}'))`;
    assert.equal(outcome(`${sign} return '' + ${check('order')} + ${check('other')};`), 'truefalse');
});
