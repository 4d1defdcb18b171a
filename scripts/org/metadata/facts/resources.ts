// Bytes of static resources. A resource that is a folder in source format becomes a zip, as source-deploy-retrieve makes it.
import { crc32, deflateRawSync } from 'node:zlib';
import type { Component } from '../source/components.ts';

export function resourceBytes(component: Component): Uint8Array {
    return component.content ?? zip(component.bundle ?? new Map());
}

/** A zip archive of these files (PKWARE APPNOTE 4.3): local headers, central directory, end record. */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
    const parts: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const [path, content] of files) {
        const name = Buffer.from(path);
        const packed = deflateRawSync(content);
        const fixed = Buffer.alloc(26);
        fixed.writeUInt16LE(20, 0);
        fixed.writeUInt16LE(0x0800, 2);
        fixed.writeUInt16LE(8, 4);
        fixed.writeUInt16LE(0x21, 8);
        fixed.writeUInt32LE(crc32(content), 10);
        fixed.writeUInt32LE(packed.length, 14);
        fixed.writeUInt32LE(content.length, 18);
        fixed.writeUInt16LE(name.length, 22);
        const local = [Buffer.from('PK\x03\x04', 'latin1'), fixed, name, packed];
        const central = Buffer.alloc(14);
        central.writeUInt32LE(offset, 10);
        directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fixed, central, name);
        parts.push(...local);
        offset += 4 + 26 + name.length + packed.length;
    }
    const index = Buffer.concat(directory);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 0, 'latin1');
    end.writeUInt16LE(files.size, 8);
    end.writeUInt16LE(files.size, 10);
    end.writeUInt32LE(index.length, 12);
    end.writeUInt32LE(offset, 16);
    return new Uint8Array(Buffer.concat([...parts, index, end]));
}
