// Which fields lists and highlights show: the project's first list view and its compact layout of an object.
// https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm and meta_compactlayout.htm
import { basename, dirname } from 'node:path';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf } from '../../metadata/xml.ts';

/** Field names without the name field; null = the project does not say. */
export interface ShownFields {
    list: string[] | null;
    highlights: string[] | null;
}

const NAMES = new Set(['NAME', 'Name']);

/** By object, from files `objects/<Object>/{listViews,compactLayouts}/…`. */
export function readShownFields(
    files: readonly string[],
    xmlOf: (path: string) => XmlElement
): Record<string, ShownFields> {
    const shown: Record<string, ShownFields> = {};
    const fill = (ending: string, kind: keyof ShownFields, element: string): void => {
        for (const path of files.filter((one) => one.endsWith(ending))) {
            const object = basename(dirname(dirname(path)));
            const entry = (shown[object] ??= { list: null, highlights: null });
            entry[kind] ??= childrenOf(xmlOf(path), element)
                .map(({ text }) => text.trim())
                .filter((name) => !NAMES.has(name));
        }
    };
    fill('.listView-meta.xml', 'list', 'columns');
    fill('.compactLayout-meta.xml', 'highlights', 'fields');
    return shown;
}
