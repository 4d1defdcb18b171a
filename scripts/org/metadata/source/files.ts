// Which component a file belongs to, in source format (`x.field-meta.xml`, decomposed objects, bundles) and in metadata format
// (`objects/X.object`, `classes/X.cls` + `X.cls-meta.xml`). The table of suffixes and folders is source-deploy-retrieve's.
import { metadataTypes } from '../shapes/index.ts';

export interface FileRole {
    type: string;
    fullName: string;
    /** `xml`: the component's definition; `content`: the text or bytes beside it, or a file of its bundle. */
    role: 'xml' | 'content';
    /** Path inside a bundle or a static resource folder; '' otherwise. */
    inner: string;
}

export type FileKind = FileRole | { ignored: true } | { unknown: true };

/** Types whose definition stands beside a content file of the same name. */
const WITH_CONTENT = new Set([
    'ApexClass',
    'ApexTrigger',
    'ApexPage',
    'ApexComponent',
    'EmailTemplate',
    'Document',
    'StaticResource',
    'ContentAsset',
    'DataWeaveResource',
    'Certificate',
    'Scontrol'
]);
const BUNDLES: Readonly<Record<string, string>> = {
    lwc: 'LightningComponentBundle',
    aura: 'AuraDefinitionBundle',
    experiences: 'ExperienceBundle',
    digitalExperiences: 'DigitalExperienceBundle',
    waveTemplates: 'WaveTemplateBundle'
};
/** Parts of an object by their folder in source format and their element in metadata format. */
export const OBJECT_PARTS: Readonly<Record<string, string>> = {
    fields: 'CustomField',
    validationRules: 'ValidationRule',
    recordTypes: 'RecordType',
    fieldSets: 'FieldSet',
    listViews: 'ListView',
    compactLayouts: 'CompactLayout',
    indexes: 'Index',
    webLinks: 'WebLink',
    businessProcesses: 'BusinessProcess',
    sharingReasons: 'SharingReason'
};
const IGNORED =
    /(^|\/)(\.[^/]*|package\.xml|jsconfig\.json|tsconfig\.json|__tests__\/.*|__mocks__\/.*|README\.md|\.eslintrc.*)$|\/\.|(^|\/)node_modules\//;

let bySuffix: Map<string, string[]> | null = null;

function typesOfSuffix(suffix: string): string[] {
    if (!bySuffix) {
        bySuffix = new Map();
        for (const [type, { suffix: own }] of Object.entries(metadataTypes()))
            if (own) bySuffix.set(own, [...(bySuffix.get(own) ?? []), type]);
    }
    return bySuffix.get(suffix) ?? [];
}

export function fileKind(path: string): FileKind {
    if (IGNORED.test(path) || /(^|\/)__(tests|mocks|utam)__\//.test(path)) return { ignored: true };
    const parts = path.split('/');
    return bundleFile(parts) ?? staticResourceFile(parts) ?? objectPart(parts) ?? plainFile(parts);
}

function bundleFile(parts: readonly string[]): FileKind | null {
    for (const [folder, type] of Object.entries(BUNDLES)) {
        const at = parts.indexOf(folder);
        if (at < 0) continue;
        if (parts.length <= at + 2) return { ignored: true };
        const name = parts[at + 1] ?? '';
        const inner = parts.slice(at + 2).join('/');
        return {
            type,
            fullName: name,
            role:
                inner === `${name}.js-meta.xml` || /^\w+\.(cmp|app|evt|intf|design|tokens)-meta\.xml$/.test(inner)
                    ? 'xml'
                    : 'content',
            inner
        };
    }
    return null;
}

function staticResourceFile(parts: readonly string[]): FileKind | null {
    const at = parts.indexOf('staticresources');
    const first = parts[at + 1];
    if (at < 0 || first === undefined) return null;
    const last = parts.length === at + 2;
    const definition = /^(.*)\.resource-meta\.xml$/.exec(first);
    if (last && definition) return { type: 'StaticResource', fullName: definition[1] ?? '', role: 'xml', inner: '' };
    return {
        type: 'StaticResource',
        fullName: last ? first.replace(/\.[^.]+$/, '') : first,
        role: 'content',
        inner: last ? '' : parts.slice(at + 2).join('/')
    };
}

function objectPart(parts: readonly string[]): FileKind | null {
    const [object, folder, file] = parts.slice(-3);
    const type = folder === undefined ? undefined : OBJECT_PARTS[folder];
    const match = /^(.*)\.\w+-meta\.xml$/.exec(file ?? '');
    if (!type || !match || object === undefined) return null;
    return { type, fullName: `${object}.${match[1] ?? ''}`, role: 'xml', inner: '' };
}

function plainFile(parts: readonly string[]): FileKind {
    const file = parts.at(-1) ?? '';
    const isMeta = file.endsWith('-meta.xml');
    const bare = isMeta ? file.slice(0, -'-meta.xml'.length) : file;
    const dot = bare.lastIndexOf('.');
    const folders = parts.slice(0, -1);
    const candidates = typesOfSuffix(bare.slice(dot + 1));
    // A suffix of one type alone tells it in any folder: classes may lie in `tests`.
    const type = candidates.find((one) =>
        candidates.length === 1 && (isMeta || WITH_CONTENT.has(one))
            ? true
            : folders.includes(metadataTypes()[one]?.folder ?? '')
    );
    if (dot <= 0 || !type) return isMeta ? { unknown: true } : (documentFile(parts) ?? { ignored: true });
    const { folder, inFolder } = metadataTypes()[type] ?? { folder: '', inFolder: false };
    if (!isMeta && !WITH_CONTENT.has(type) && !folders.includes(folder)) return { ignored: true };
    const at = folders.indexOf(folder);
    const name = inFolder && at >= 0 ? [...folders.slice(at + 1), bare.slice(0, dot)].join('/') : bare.slice(0, dot);
    return { type, fullName: name, role: isMeta || !WITH_CONTENT.has(type) ? 'xml' : 'content', inner: '' };
}

function documentFile(parts: readonly string[]): FileKind | null {
    const at = parts.indexOf('documents');
    if (at < 0 || parts.length < at + 3) return null;
    return {
        type: 'Document',
        fullName: parts
            .slice(at + 1)
            .join('/')
            .replace(/\.[^.]+$/, ''),
        role: 'content',
        inner: ''
    };
}
