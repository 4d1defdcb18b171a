// Key prefixes of custom objects. Salesforce gives the next free one; here it follows from the name, so that an org on disk finds its
// rows again whatever the order of deploys. The first letter says the kind: a custom object or setting, m metadata type, e event.
import { createHash } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function customPrefix(name: string, taken: Set<string>): string {
    const first = name.endsWith('__mdt')
        ? 'm'
        : name.endsWith('__e')
          ? 'e'
          : name.endsWith('__x')
            ? 'x'
            : name.endsWith('__Share')
              ? '02c'
              : 'a';
    let slot = createHash('sha256').update(name.toLowerCase()).digest().readUInt16BE(0);
    for (;;) {
        slot %= DIGITS.length * DIGITS.length;
        const prefix =
            (first === '02c' ? 's' : first) +
            (DIGITS[Math.floor(slot / DIGITS.length)] ?? '') +
            (DIGITS[slot % DIGITS.length] ?? '');
        if (!taken.has(prefix)) {
            taken.add(prefix);
            return prefix;
        }
        slot++;
    }
}

/** A number that follows from a text, for ids of metadata records: 40 bits. */
export function stableSerial(text: string): number {
    const bytes = createHash('sha256').update(text.toLowerCase()).digest();
    return bytes.readUInt32BE(0) * 256 + (bytes[4] ?? 0);
}
