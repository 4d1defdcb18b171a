// Files → components. An object in one file (metadata format) is taken apart into the object and its fields, rules, record types …,
// labels into single labels, so that both formats give the same components.
import type { SourceFile } from '../api.ts';
import { checkShape, shapeFields } from '../shapes/index.ts';
import type { ShapeProblem } from '../shapes/index.ts';
import { childrenOf, parseXml, textOf, XmlError } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { fileKind, OBJECT_PARTS } from './files.ts';

export interface Component {
    type: string;
    /** Unprefixed, `Object__c.Field__c` for parts of objects. */
    fullName: string;
    /** File that defines it. */
    file: string;
    xml: XmlElement | null;
    /** Class body, resource bytes …; null when the component is XML alone. */
    content: Uint8Array | null;
    contentFile: string | null;
    /** Files of a bundle or of a static resource that is a folder, by their path inside it. */
    bundle: ReadonlyMap<string, Uint8Array> | null;
    problems: readonly (ShapeProblem & { file: string })[];
}

export interface ReadSource {
    components: Component[];
    deletions: { type: string; name: string }[];
}

const PART_TYPES: ReadonlySet<string> = new Set(Object.values(OBJECT_PARTS));

interface Draft {
    type: string;
    fullName: string;
    xmlFile: string | null;
    xmlText: string | null;
    content: Uint8Array | null;
    contentFile: string | null;
    bundle: Map<string, Uint8Array>;
}

export function componentKey(type: string, fullName: string): string {
    return `${type}:${fullName}`.toLowerCase();
}

const decoder = new TextDecoder();

export function readSource(entries: readonly SourceFile[], localName: (name: string) => string): ReadSource {
    const drafts = new Map<string, Draft>();
    const components: Component[] = [];
    const deletions: ReadSource['deletions'] = [];
    for (const entry of entries) {
        const path = entry.path.replaceAll('\\', '/').replace(/^\.?\//, '');
        if (/(^|\/)destructiveChanges(Pre|Post)?\.xml$/.test(path)) {
            deletions.push(...readDeletions(decoder.decode(entry.content), localName));
            continue;
        }
        const kind = fileKind(path);
        if ('ignored' in kind) continue;
        if ('unknown' in kind) {
            components.push(unknownComponent(path));
            continue;
        }
        const fullName = localName(kind.fullName);
        // A project may keep its labels in several files of one name; source-deploy-retrieve sends them as one.
        const key = kind.type.startsWith('CustomLabel') ? path : componentKey(kind.type, fullName);
        const draft = drafts.get(key) ?? {
            type: kind.type,
            fullName,
            xmlFile: null,
            xmlText: null,
            content: null,
            contentFile: null,
            bundle: new Map<string, Uint8Array>()
        };
        drafts.set(key, draft);
        if (kind.inner !== '') draft.bundle.set(kind.inner, entry.content);
        if (kind.role === 'xml') {
            draft.xmlFile = path;
            draft.xmlText = decoder.decode(entry.content);
        } else {
            draft.contentFile ??= path;
            if (kind.inner === '') draft.content = entry.content;
        }
    }
    for (const draft of drafts.values()) components.push(...finish(draft, localName));
    return { components, deletions };
}

function readDeletions(text: string, localName: (name: string) => string): ReadSource['deletions'] {
    const found: ReadSource['deletions'] = [];
    for (const types of childrenOf(parseXml(text), 'types'))
        for (const member of childrenOf(types, 'members'))
            found.push({ type: textOf(types, 'name') ?? '', name: localName(member.text.trim()) });
    return found;
}

function unknownComponent(path: string): Component {
    const file = path.split('/').at(-1) ?? path;
    return {
        type: 'Unknown',
        fullName: file.replace(/-meta\.xml$/, ''),
        file: path,
        xml: null,
        content: null,
        contentFile: null,
        bundle: null,
        problems: [{ file: path, message: `Could not infer a metadata type: ${path}`, line: 1, column: 1 }]
    };
}

function finish(draft: Draft, localName: (name: string) => string): Component[] {
    const file = draft.xmlFile ?? draft.contentFile ?? '';
    const base: Component = {
        type: draft.type,
        fullName: draft.fullName,
        file,
        xml: null,
        content: draft.content,
        contentFile: draft.contentFile,
        bundle: draft.bundle.size > 0 ? draft.bundle : null,
        problems: []
    };
    if (draft.xmlText === null) {
        if (
            draft.type === 'LightningComponentBundle' ||
            draft.type === 'AuraDefinitionBundle' ||
            draft.type === 'ExperienceBundle' ||
            draft.type === 'DigitalExperienceBundle'
        )
            return [base];
        return [
            {
                ...base,
                problems: [
                    {
                        file,
                        message: `Error: no metadata file found for ${draft.type} ${draft.fullName}; expected ${draft.contentFile ?? draft.fullName}-meta.xml`,
                        line: 1,
                        column: 1
                    }
                ]
            }
        ];
    }
    let xml: XmlElement;
    try {
        xml = parseXml(draft.xmlText);
    } catch (error) {
        if (!(error instanceof XmlError)) throw error;
        return [
            {
                ...base,
                problems: [
                    { file, message: `Error parsing file: ${error.message}`, line: error.line, column: error.column }
                ]
            }
        ];
    }
    if (draft.type === 'CustomObject') return splitObject(base, xml, localName);
    if (draft.type === 'CustomLabels' || draft.type === 'CustomLabel')
        return splitList(base, xml, 'labels', 'CustomLabel', localName);
    const problems = rootProblems(xml, draft.type, file);
    return [
        {
            ...base,
            xml,
            problems: [
                ...problems,
                ...checkShape(xml, shapeFields(xml.name) && ROOTS[draft.type] === xml.name ? xml.name : draft.type).map(
                    (one) => ({ ...one, file })
                ),
                ...nameProblems(draft, xml, file, localName)
            ]
        }
    ];
}

/** Parts of objects carry their name twice: in the file name and in the file. */
function nameProblems(
    draft: Draft,
    xml: XmlElement,
    file: string,
    localName: (name: string) => string
): Component['problems'] {
    if (!PART_TYPES.has(draft.type)) return [];
    const inside = textOf(xml, 'fullName');
    const expected = draft.fullName.slice(draft.fullName.indexOf('.') + 1);
    if (inside === null)
        return [{ file, message: 'Required field is missing: fullName', line: xml.line, column: xml.column }];
    return localName(inside).toLowerCase() === expected.toLowerCase()
        ? []
        : [
              {
                  file,
                  message: `The fullName ${inside} does not match the file name ${expected}`,
                  line: xml.line,
                  column: xml.column
              }
          ];
}

/** Types whose files begin with another name than the type's. */
const ROOTS: Readonly<Record<string, string>> = {
    InvocableActionExtension: 'InvocableActionExt',
    MatchingRule: 'MatchingRules'
};

function rootProblems(xml: XmlElement, type: string, file: string): Component['problems'] {
    if (
        type === 'AuraDefinitionBundle' ||
        xml.name === type ||
        xml.name === ROOTS[type] ||
        !shapeFields(type) ||
        (type === 'EmailFolder' && xml.name.endsWith('Folder'))
    )
        return [];
    return [
        {
            file,
            message: `Error parsing file: expected root element ${type} but found ${xml.name}`,
            line: xml.line,
            column: xml.column
        }
    ];
}

function splitObject(base: Component, xml: XmlElement, localName: (name: string) => string): Component[] {
    const own = xml.children.filter((one) => OBJECT_PARTS[one.name] === undefined);
    const parts: Component[] = [];
    for (const one of xml.children) {
        const type = OBJECT_PARTS[one.name];
        if (!type) continue;
        const name = textOf(one, 'fullName');
        const problems = checkShape(one, type).map((problem) => ({ ...problem, file: base.file }));
        if (name === null)
            problems.push({
                file: base.file,
                message: 'Required field is missing: fullName',
                line: one.line,
                column: one.column
            });
        parts.push({ ...base, type, fullName: `${base.fullName}.${localName(name ?? '')}`, xml: one, problems });
    }
    const shell: XmlElement = { ...xml, children: own };
    const problems = [
        ...rootProblems(xml, 'CustomObject', base.file),
        ...checkShape(shell, 'CustomObject').map((problem) => ({ ...problem, file: base.file }))
    ];
    if (own.length === 0 && parts.length > 0 && problems.length === 0) return parts;
    return [{ ...base, xml: shell, problems }, ...parts];
}

function splitList(
    base: Component,
    xml: XmlElement,
    element: string,
    type: string,
    localName: (name: string) => string
): Component[] {
    const problems = [
        ...rootProblems(xml, 'CustomLabels', base.file),
        ...checkShape(xml, 'CustomLabels').map((one) => ({ ...one, file: base.file }))
    ];
    const parts = childrenOf(xml, element).map((one): Component => ({
        ...base,
        type,
        fullName: localName(textOf(one, 'fullName') ?? ''),
        xml: one
    }));
    return [
        { ...base, type: 'CustomLabels', fullName: 'CustomLabels', xml: { ...xml, children: [] }, problems },
        ...parts
    ];
}
