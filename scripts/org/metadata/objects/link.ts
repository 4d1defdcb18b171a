// Child relationships of custom references, and the platform's objects that may point at custom ones.
import type { ChildRelationship, FieldDescribe, ObjectDescribe } from '../describe.ts';
import { newField } from '../make.ts';
import { textOf } from '../xml.ts';
import { childOf, standardChildren } from './companions.ts';
import type { Parts } from './parts.ts';

/** Child relationships of every reference, and the platform's objects that may point at custom ones. */
export function linkReferences(
    objects: Map<string, ObjectDescribe>,
    parts: Map<string, Parts>,
    localName: (name: string) => string
): void {
    const children = new Map<string, ChildRelationship[]>();
    const add = (parent: string, relationship: ChildRelationship): void =>
        void children.set(parent.toLowerCase(), [...(children.get(parent.toLowerCase()) ?? []), relationship]);
    for (const object of objects.values()) {
        for (const field of object.fields.values()) {
            if (field.type !== 'reference' || (!field.custom && !object.custom)) continue;
            for (const target of field.referenceTo)
                add(target, childOf(object.name, field, childName(object, field, parts, localName)));
        }
    }
    const extra = new Map<string, string[]>();
    for (const object of objects.values()) {
        if (object.kind !== 'custom') continue;
        const xml = parts.get(object.name.toLowerCase())?.shell?.xml;
        const traits = {
            activities: (xml && textOf(xml, 'enableActivities') === 'true') ?? false,
            feeds: (xml && textOf(xml, 'enableFeeds') === 'true') ?? false
        };
        for (const [relationshipName, childObject, fieldName] of standardChildren(traits)) {
            const field = objects.get(childObject.toLowerCase())?.fields.get(fieldName.toLowerCase());
            if (!field) continue;
            add(object.name, childOf(childObject, field, relationshipName));
            const key = `${childObject}.${fieldName}`.toLowerCase();
            extra.set(key, [...(extra.get(key) ?? []), object.name]);
        }
    }
    for (const [key, object] of objects) {
        const more = children.get(key);
        const fields = widened(object, extra);
        if (more || fields)
            objects.set(key, {
                ...object,
                childRelationships: [...object.childRelationships, ...(more ?? [])],
                fields: fields ?? object.fields
            });
    }
}

function widened(object: ObjectDescribe, extra: Map<string, string[]>): Map<string, FieldDescribe> | null {
    let fields: Map<string, FieldDescribe> | null = null;
    for (const [key, field] of object.fields) {
        const more = extra.get(`${object.name}.${field.name}`.toLowerCase());
        if (!more) continue;
        fields ??= new Map(object.fields);
        fields.set(key, newField({ ...field, referenceTo: [...field.referenceTo, ...more] }));
    }
    return fields;
}

function childName(
    object: ObjectDescribe,
    field: FieldDescribe,
    parts: Map<string, Parts>,
    localName: (name: string) => string
): string | null {
    if (!field.custom)
        return object.kind === 'share'
            ? 'Shares'
            : object.kind === 'history'
              ? 'Histories'
              : object.kind === 'feed'
                ? 'Feeds'
                : null;
    const component = parts
        .get(object.name.toLowerCase())
        ?.fields.find((one) => one.fullName.toLowerCase() === `${object.name}.${field.name}`.toLowerCase());
    const written = component?.xml ? textOf(component.xml, 'relationshipName') : null;
    return written ? `${localName(written)}__r` : null;
}
