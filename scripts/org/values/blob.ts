/** Apex Blob. */
export class Blob {
    readonly bytes: Uint8Array;
    constructor(bytes: Uint8Array) {
        this.bytes = bytes;
    }
    static of(text: string): Blob {
        return new Blob(new Uint8Array(Buffer.from(text, 'utf8')));
    }
    /** The text, or null when the bytes are no UTF-8. */
    text(): string | null {
        try {
            return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes);
        } catch {
            return null;
        }
    }
}
