// Custom labels and their translations ("CustomLabels", "Translations", Metadata API Developer Guide).
import type { Components } from '../objects/build.ts';
import { childrenOf, textOf } from '../xml.ts';

export type Labels = ReadonlyMap<string, { value: string; translations: ReadonlyMap<string, string> }>;

/** By lower-cased name. */
export function readLabels(components: Components, localName: (name: string) => string): Labels {
    const labels = new Map<string, { value: string; translations: Map<string, string> }>();
    for (const one of components.values()) {
        if (one.type === 'CustomLabel' && one.xml)
            labels.set(one.fullName.toLowerCase(), {
                value: one.xml.children.find((part) => part.name === 'value')?.text ?? '',
                translations: new Map()
            });
    }
    for (const one of components.values()) {
        if (one.type !== 'Translations' || !one.xml) continue;
        for (const part of childrenOf(one.xml, 'customLabels')) {
            const text = textOf(part, 'label');
            if (text !== null)
                labels
                    .get(localName(textOf(part, 'name') ?? '').toLowerCase())
                    ?.translations.set(one.fullName.toLowerCase(), text);
        }
    }
    return labels;
}

/** The label in this language, or in its parent language (`fr_CA` → `fr`), or as it was written. */
export function labelIn(labels: Labels, name: string, language: string | null): string | undefined {
    const label = labels.get(name.toLowerCase());
    if (!label || language === null) return label?.value;
    const wanted = language.toLowerCase();
    return label.translations.get(wanted) ?? label.translations.get(wanted.split('_')[0] ?? '') ?? label.value;
}
