// Record ids: 15 case-sensitive characters, and the 18-character form whose last three encode the case.
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

export function isId(text: string): boolean {
    return /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(text);
}

/** The 18-character form of a 15- or 18-character id; anything else is returned as it is. */
export function idTo18(id: string): string {
    // `Invoice_Item__c` has 15 characters too.
    if (id.length !== 15 || !isId(id)) return id;
    let suffix = '';
    for (let block = 0; block < 3; block++) {
        let bits = 0;
        for (let at = 0; at < 5; at++) {
            const code = id.charCodeAt(block * 5 + at);
            if (code >= 65 && code <= 90) bits |= 1 << at;
        }
        suffix += SUFFIX[bits];
    }
    return id + suffix;
}

/** The id number `serial` of the object with this key prefix. */
export function makeId(keyPrefix: string, serial: number): string {
    return idTo18(keyPrefix + serial.toString(36).toUpperCase().padStart(12, '0'));
}
