// Fits the metadata room's door to what execution asks.
import { standardObjects } from '../metadata/standard/index.ts';
import type { ApexSource } from '../apex/index.ts';
import type { ObjectDescribe } from '../metadata/describe.ts';
import type { DeployMessage, OrgOptions, SourceEntry } from './api.ts';
import type { MetadataRoom } from './metadataRoom.ts';

/** Standard objects and Apex only, until the metadata room takes whole projects. */
export function createMetadataRoom(options: OrgOptions): MetadataRoom {
    const objects = standardObjects();
    const prefixes = new Map([...objects.values()].flatMap((object) => (object.keyPrefix ? [[object.keyPrefix, object] as const] : [])));
    let sources: ApexSource[] = [];
    let kept: ApexSource[] = [];
    const room: MetadataRoom & { version: number } = {
        version: 0,
        object: (name: string): ObjectDescribe | undefined => objects.get(name.toLowerCase()),
        objects: () => objects.values(),
        objectByPrefix: (prefix: string) => prefixes.get(prefix),
        apply(files: SourceEntry[]): DeployMessage[] {
            const text = (path: string): string => Buffer.from(files.find((file) => file.path === path)?.content ?? []).toString('utf8');
            const messages: DeployMessage[] = [];
            for (const file of files) {
                const match = /([^/]+)\.(cls|trigger)$/.exec(file.path);
                if (!match) continue;
                const version = Number(/<apiVersion>([\d.]+)</.exec(text(`${file.path}-meta.xml`))?.[1] ?? options.apiVersion);
                sources = sources.filter((source) => source.path !== file.path);
                sources.push({ path: file.path, kind: match[2] === 'cls' ? 'class' : 'trigger', text: text(file.path), apiVersion: version });
                messages.push({ fullName: match[1] as string, componentType: match[2] === 'cls' ? 'ApexClass' : 'ApexTrigger', fileName: file.path, success: true, created: true, changed: true, deleted: false, problem: null, problemType: null, line: null, column: null });
            }
            return messages;
        },
        commit() {
            kept = sources;
            room.version++;
        },
        rollback() {
            sources = kept;
        },
        apexSources: () => sources,
        evaluate() {
            throw new Error('unsupported: formulas');
        },
        customMetadata: () => [],
        label: () => undefined,
        staticResource: () => undefined,
        pageExists: () => true,
        credential: () => null,
        subscriberConfig: () => null,
        setup: () => ({
            classes: sources.filter((source) => source.kind === 'class').map((source) => ({ name: nameOf(source), apiVersion: source.apiVersion, body: source.text })),
            triggers: [], staticResources: [], customPermissions: [], permissionSets: [], queues: [], groups: [], roles: [], emailTemplates: []
        })
    };
    return room;
}

function nameOf(source: ApexSource): string {
    return /([^/]+)\.\w+$/.exec(source.path)?.[1] ?? source.path;
}
