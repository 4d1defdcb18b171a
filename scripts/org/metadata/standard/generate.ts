// Reads the platform's object types from a sobject-types jar (Java class files whose fields are the objects' fields) and writes
// the selected ones, one a line, to objects.json. Run by hand when the platform's version changes:
// node scripts/org/metadata/standard/generate.ts <sobject-types.jar>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { isFeatureField, STANDARD_OBJECTS } from './selection.ts';

const PACKAGE = 'com/nawforce/runforce/';

interface JavaField {
    name: string;
    /** `System/String`, `SObjects/User`. */
    type: string;
    list: boolean;
}

/** Fields of a Java class file (JVM specification, chapter 4). */
export function classFields(bytes: Uint8Array): JavaField[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const texts = new Map<number, string>();
    let at = 10;
    const count = view.getUint16(8);
    for (let index = 1; index < count; index++) {
        const tag = bytes[at];
        if (tag === 1) {
            const length = view.getUint16(at + 1);
            texts.set(index, new TextDecoder().decode(bytes.subarray(at + 3, at + 3 + length)));
            at += 3 + length;
        } else if (tag === 5 || tag === 6) {
            at += 9;
            index++;
        } else if (tag === 7 || tag === 8 || tag === 16 || tag === 19 || tag === 20) at += 3;
        else if (tag === 15) at += 4;
        else at += 5;
    }
    at += 6;
    at += 2 + 2 * view.getUint16(at);
    const fields: JavaField[] = [];
    let remaining = view.getUint16(at);
    at += 2;
    for (; remaining > 0; remaining--) {
        const isStatic = (view.getUint16(at) & 8) !== 0;
        const name = texts.get(view.getUint16(at + 2)) ?? '';
        const descriptor = texts.get(view.getUint16(at + 4)) ?? '';
        let attributes = view.getUint16(at + 6);
        at += 8;
        for (; attributes > 0; attributes--) at += 6 + view.getUint32(at + 2);
        if (isStatic) continue;
        const list = descriptor.startsWith('[');
        fields.push({ name, type: descriptor.replace(/^\[?L/, '').replace(/;$/, '').replace(PACKAGE, ''), list });
    }
    return fields;
}

/** What objects.json holds of an object. */
export interface RawObject {
    /** Field name → Java type without its package, or `>Object` for a reference to it. */
    fields: Record<string, string>;
    /** Child relationship name → child object. */
    children: Record<string, string>;
}

function reduce(object: string, fields: readonly JavaField[], selected: ReadonlySet<string>): RawObject {
    const raw: RawObject = { fields: {}, children: {} };
    const byName = new Map(fields.map((field) => [field.name, field]));
    for (const field of fields) {
        const simple = field.type.slice(field.type.indexOf('/') + 1);
        if (field.list) {
            if (selected.has(simple)) raw.children[field.name] = simple;
            continue;
        }
        if (field.type.startsWith('SObjects/') && simple !== 'Address' && simple !== 'Location') continue;
        if (isFeatureField(object, field.name)) continue;
        const parent = field.name.endsWith('Id') ? byName.get(field.name.slice(0, -2)) : undefined;
        const target = parent && !parent.list ? parent.type.slice(parent.type.indexOf('/') + 1) : null;
        // FieldDefinition.EntityDefinitionId and its like are texts that hold a durable id.
        const isKey =
            field.type === 'System/Id' ||
            (field.type === 'System/String' && target !== null && /^(Entity|Field)Definition$/.test(target));
        raw.fields[field.name] = target && isKey ? `>${target}` : simple;
    }
    return raw;
}

async function main(jar: string): Promise<void> {
    const zip = await JSZip.loadAsync(readFileSync(jar));
    const selected = new Set(STANDARD_OBJECTS);
    const lines: string[] = [];
    for (const object of [...STANDARD_OBJECTS].sort()) {
        const entry = zip.file(`${PACKAGE}SObjects/${object}.class`);
        if (!entry) {
            console.error(`not in the jar: ${object}`);
            continue;
        }
        const raw = reduce(object, classFields(await entry.async('uint8array')), selected);
        lines.push(
            `${JSON.stringify(object)}:${JSON.stringify({ fields: sorted(raw.fields), children: sorted(raw.children) })}`
        );
    }
    writeFileSync(join(import.meta.dirname, 'objects.json'), `{\n${lines.join(',\n')}\n}\n`);
}

function sorted(record: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

if (import.meta.main) await main(process.argv[2] ?? '');
