// Static resources of a project at /resource/NAME: files as they are, and what lies inside archives, which source format
// keeps as folders or packed. https://developer.salesforce.com/docs/platform/lwc/guide/create-resources
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import JSZip from 'jszip';
import type { XmlElement } from '../../metadata/xml.ts';
import { textOf } from '../../metadata/xml.ts';

export interface StaticResource {
    name: string;
    contentType: string;
    /** The file; the folder of an archive that is kept unpacked. */
    path: string;
}

export interface ServedFile {
    /** Null = as the ending of the name says. */
    contentType: string | null;
    name: string;
    body: Uint8Array;
}

const ENDING = '.resource-meta.xml';

export function readStaticResources(files: readonly string[], xmlOf: (path: string) => XmlElement): StaticResource[] {
    return files
        .filter((file) => file.endsWith(ENDING))
        .flatMap((meta) => {
            const name = basename(meta, ENDING);
            const folder = join(dirname(meta), name);
            const isFolder = existsSync(folder) && statSync(folder).isDirectory();
            const path = isFolder ? folder : files.find((file) => isContent(file, meta, name));
            const contentType = textOf(xmlOf(meta), 'contentType') ?? 'application/octet-stream';
            return path === undefined ? [] : { name, contentType, path };
        });
}

/** `NAME.js`, `NAME.resource`, `NAME` alone. */
function isContent(file: string, meta: string, name: string): boolean {
    return dirname(file) === dirname(meta) && file !== meta && basename(file).replace(/\.[^.]*$/, '') === name;
}

/** What /resource/NAME or /resource/NAME/inner/path names; null without it. A number before the name is a version. */
export async function staticResource(resources: readonly StaticResource[], url: string): Promise<ServedFile | null> {
    const match = /^\/resource\/(?:\d+\/)?(\w+)(?:\/(.+))?$/.exec(url);
    const found = match && resources.find(({ name }) => name === match[1]);
    if (!found) return null;
    const inner = match[2] === undefined ? null : decodeURIComponent(match[2]);
    if (statSync(found.path).isDirectory()) return inner === null ? null : await inFolder(found.path, inner);
    const body = new Uint8Array(await readFile(found.path));
    return inner === null ? { contentType: found.contentType, name: found.name, body } : await inArchive(body, inner);
}

async function inFolder(folder: string, inner: string): Promise<ServedFile | null> {
    const file = join(folder, inner);
    if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) return null;
    return { contentType: null, name: inner, body: new Uint8Array(await readFile(file)) };
}

async function inArchive(archive: Uint8Array, inner: string): Promise<ServedFile | null> {
    const zip = await JSZip.loadAsync(archive).catch(() => null);
    const body = await zip?.file(inner)?.async('uint8array');
    return body ? { contentType: null, name: inner, body } : null;
}
