// System.Crypto.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_crypto.htm
import {
    createCipheriv,
    createDecipheriv,
    createHash,
    createHmac,
    createPrivateKey,
    createPublicKey,
    createSign,
    createVerify,
    randomBytes,
    timingSafeEqual
} from 'node:crypto';
import { Blob } from '../../../values/index.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';

const DIGESTS: Readonly<Record<string, string>> = {
    md5: 'md5',
    sha1: 'sha1',
    'sha-1': 'sha1',
    'sha-256': 'sha256',
    sha256: 'sha256',
    'sha-512': 'sha512',
    sha512: 'sha512',
    'sha3-256': 'sha3-256',
    'sha3-384': 'sha3-384',
    'sha3-512': 'sha3-512'
};
const MACS: Readonly<Record<string, string>> = {
    hmacmd5: 'md5',
    hmacsha1: 'sha1',
    hmacsha256: 'sha256',
    hmacsha512: 'sha512'
};
const SIGNATURES: Readonly<Record<string, string>> = {
    rsa: 'RSA-SHA1',
    'rsa-sha1': 'RSA-SHA1',
    'rsa-sha256': 'RSA-SHA256',
    'rsa-sha384': 'RSA-SHA384',
    'rsa-sha512': 'RSA-SHA512'
};
const KEY_BYTES: Readonly<Record<string, number>> = { aes128: 16, aes192: 24, aes256: 32 };

const invalid = (message: string): never => throwApex('System.InvalidParameterValueException', message);
const securityFault = (message: string): never => throwApex('System.SecurityException', message);

function named(table: Readonly<Record<string, string>>, name: string | null): string {
    return table[notNull(name).toLowerCase()] ?? invalid(`Invalid algorithm name: ${String(name)}`);
}

function digest(algorithm: string | null, input: Blob | null): Blob {
    return new Blob(createHash(named(DIGESTS, algorithm)).update(notNull(input).bytes).digest());
}

function mac(algorithm: string | null, input: Blob | null, key: Blob | null): Blob {
    return new Blob(createHmac(named(MACS, algorithm), notNull(key).bytes).update(notNull(input).bytes).digest());
}

/** AES in CBC mode with PKCS#5 padding. */
function cipherOf(
    algorithm: string | null,
    key: Blob,
    iv: Uint8Array
): { name: string; key: Uint8Array; iv: Uint8Array } {
    const length =
        KEY_BYTES[notNull(algorithm).toLowerCase()] ?? invalid(`Invalid algorithm name: ${String(algorithm)}`);
    if (key.bytes.length !== length) invalid(`Invalid private key. Must be ${String(length)} bytes.`);
    if (iv.length !== 16) invalid('Invalid initialization vector. Must be 16 bytes.');
    return { name: `aes-${String(length * 8)}-cbc`, key: key.bytes, iv };
}

function encrypt(algorithm: string | null, key: Blob | null, iv: Uint8Array, clear: Blob | null): Buffer {
    const { name, key: bytes } = cipherOf(algorithm, notNull(key), iv);
    const cipher = createCipheriv(name, bytes, iv);
    return Buffer.concat([cipher.update(notNull(clear).bytes), cipher.final()]);
}

function decrypt(algorithm: string | null, key: Blob | null, iv: Uint8Array, data: Uint8Array): Blob {
    const { name, key: bytes } = cipherOf(algorithm, notNull(key), iv);
    try {
        const decipher = createDecipheriv(name, bytes, iv);
        return new Blob(Buffer.concat([decipher.update(data), decipher.final()]));
    } catch {
        return securityFault(
            data.length % 16 === 0
                ? 'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.'
                : 'Input length must be multiple of 16 when decrypting with padded cipher'
        );
    }
}

function sign(algorithm: string | null, input: Blob | null, privateKey: Blob | null): Blob {
    try {
        const key = createPrivateKey({ key: Buffer.from(notNull(privateKey).bytes), format: 'der', type: 'pkcs8' });
        return new Blob(createSign(named(SIGNATURES, algorithm)).update(notNull(input).bytes).sign(key));
    } catch (error) {
        return securityFault(error instanceof Error ? error.message : String(error));
    }
}

function verify(algorithm: string | null, data: Blob | null, signature: Blob | null, publicKey: Blob | null): boolean {
    try {
        const key = createPublicKey({ key: Buffer.from(notNull(publicKey).bytes), format: 'der', type: 'spki' });
        return createVerify(named(SIGNATURES, algorithm))
            .update(notNull(data).bytes)
            .verify(key, notNull(signature).bytes);
    } catch (error) {
        return securityFault(error instanceof Error ? error.message : String(error));
    }
}

export const crypto = nativeClass({
    name: 'System.Crypto',
    statics: {
        'Blob decrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob cipherText)': (
            name: string | null,
            key: Blob | null,
            iv: Blob | null,
            data: Blob | null
        ) => decrypt(name, key, notNull(iv).bytes, notNull(data).bytes),
        'Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob IVAndCipherText)': (
            name: string | null,
            key: Blob | null,
            data: Blob | null
        ) => decrypt(name, key, notNull(data).bytes.subarray(0, 16), notNull(data).bytes.subarray(16)),
        'Blob encrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob clearText)': (
            name: string | null,
            key: Blob | null,
            iv: Blob | null,
            clear: Blob | null
        ) => new Blob(encrypt(name, key, notNull(iv).bytes, clear)),
        'Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText)': (
            name: string | null,
            key: Blob | null,
            clear: Blob | null
        ) => {
            const iv = randomBytes(16);
            return new Blob(Buffer.concat([iv, encrypt(name, key, iv, clear)]));
        },
        'Blob generateAesKey(Integer size)': (size: number | null) => {
            if (size !== 128 && size !== 192 && size !== 256) return invalid(`Invalid key size: ${String(size)}`);
            return new Blob(randomBytes(size / 8));
        },
        'Blob generateDigest(String algorithmName, Blob input)': digest,
        'Blob generateMac(String algorithmName, Blob input, Blob privateKey)': mac,
        'Integer getRandomInteger()': () => randomBytes(4).readInt32BE(),
        'Long getRandomLong()': () => randomBytes(8).readBigInt64BE(),
        'Blob sign(String algorithmName, Blob input, Blob privateKey)': sign,
        'Blob signWithCertificate(String algorithmName, Blob input, String certDevName)': () =>
            unsupported('Crypto.signWithCertificate'),
        'Boolean verify(String algorithmName, Blob data, Blob signature, Blob publicKey)': verify,
        'Boolean verifyHMac(String algorithmName, Blob input, Blob privateKey, Blob macToVerify)': (
            name: string | null,
            input: Blob | null,
            key: Blob | null,
            given: Blob | null
        ) => {
            const [own, other] = [mac(name, input, key).bytes, notNull(given).bytes];
            return own.length === other.length && timingSafeEqual(own, other);
        }
    }
});
