// The Apex of the org: text and API version of every class and trigger.
import type { ApexText } from '../api.ts';
import type { Components } from '../objects/build.ts';
import { textOf } from '../xml.ts';

const decoder = new TextDecoder();

export function apexTexts(components: Components, apiVersion: number): ApexText[] {
    const found: ApexText[] = [];
    for (const one of components.values()) {
        if ((one.type !== 'ApexClass' && one.type !== 'ApexTrigger') || one.content === null) continue;
        found.push({
            path: one.contentFile ?? one.file,
            kind: one.type === 'ApexClass' ? 'class' : 'trigger',
            text: decoder.decode(one.content),
            apiVersion: Number((one.xml && textOf(one.xml, 'apiVersion')) ?? apiVersion)
        });
    }
    return found;
}
