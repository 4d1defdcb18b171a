// The describes of the standard objects: names and types from objects.json (generated from the platform's own types), everything
// else from the hand-written tables beside it. Built once, at first use.
import type { ChildRelationship, FieldDescribe, ObjectDescribe, ObjectKind } from '../describe.ts';
import { newObject, splitLabel } from '../make.ts';
import { cascades, standardField } from './fields.ts';
import { OBJECT_LABELS, OBJECT_PLURALS } from './overlay.ts';
import { standardPrefixes } from './prefixes.ts';
import { RAW } from './raw.ts';
import { CHILD_FIELDS, MORE_CHILDREN, POLYMORPHIC_CHILD_FIELDS } from './relationships.ts';
import { isReadOnlyObject, sharingModelOf, standardUndeletable, TRIGGERABLE } from './rules.ts';

export { picklistValue } from './fields.ts';

let built: ReadonlyMap<string, ObjectDescribe> | null = null;

/** By lower-cased name. */
export function standardObjects(): ReadonlyMap<string, ObjectDescribe> {
    built ??= build();
    return built;
}

function build(): ReadonlyMap<string, ObjectDescribe> {
    const prefixes = standardPrefixes(Object.keys(RAW));
    const parents = childRelations();
    const objects = new Map<string, ObjectDescribe>();
    for (const [name, raw] of Object.entries(RAW)) {
        const label = OBJECT_LABELS[name] ?? splitLabel(name);
        const readOnly = isReadOnlyObject(name);
        const fields = new Map<string, FieldDescribe>();
        for (const [field, type] of Object.entries(raw.fields)) {
            if (type === 'SObject' || ((type === 'Address' || type === 'Location') && raw.fields[`${field}Id`]))
                continue;
            fields.set(field.toLowerCase(), standardField(name, label, field, type, parents.targets));
        }
        objects.set(
            name.toLowerCase(),
            newObject({
                name,
                label,
                labelPlural: OBJECT_PLURALS[name] ?? plural(label),
                keyPrefix: prefixes.get(name) ?? null,
                kind: kindOf(name),
                custom: false,
                sharingModel: sharingModelOf(name),
                fields,
                createable: !readOnly,
                updateable:
                    !readOnly &&
                    !/^(AccountContactRole|ContentBody|Vote|TopicAssignment|EntitySubscription|FeedLike|GroupMember|QueueSobject)$/.test(
                        name
                    ),
                deletable: !readOnly && !/^(User|Organization|Profile|RecordType|BusinessHours|Period)$/.test(name),
                undeletable: !readOnly && fields.has('isdeleted') && standardUndeletable(name),
                searchable: !readOnly,
                triggerable: TRIGGERABLE.has(name) || name.endsWith('ChangeEvent') || kindOf(name) === 'platformEvent',
                mergeable: /^(Account|Contact|Lead|Case|Individual)$/.test(name),
                childRelationships: parents.children.get(name) ?? []
            })
        );
    }
    return objects;
}

function kindOf(name: string): ObjectKind {
    if (name === 'AggregateResult') return 'aggregate';
    if (name.endsWith('ChangeEvent')) return 'changeEvent';
    if (/^(BatchApexErrorEvent|FlowExecutionErrorEvent|PlatformStatusAlertEvent|LogoutEventStream)$/.test(name))
        return 'platformEvent';
    if (name.endsWith('Share') && RAW[name.slice(0, -5)]) return 'share';
    if (
        (name.endsWith('History') && RAW[name.slice(0, -7)] && name !== 'OpportunityHistory') ||
        name === 'OpportunityFieldHistory'
    )
        return 'history';
    if (name.endsWith('Feed') && RAW[name.slice(0, -4)]) return 'feed';
    return 'standard';
}

/** Child relationships by parent, and the parents each polymorphic field may point at. */
function childRelations(): { children: Map<string, ChildRelationship[]>; targets: Map<string, string[]> } {
    const children = new Map<string, ChildRelationship[]>();
    const targets = new Map<string, string[]>();
    for (const [parent, raw] of Object.entries(RAW)) {
        const list: ChildRelationship[] = [];
        children.set(parent, list);
        for (const [relationshipName, childObject] of Object.entries({ ...raw.children, ...MORE_CHILDREN[parent] })) {
            const field = childField(parent, relationshipName, childObject);
            if (!field) continue;
            list.push({
                childObject,
                field,
                relationshipName,
                cascadeDelete: cascades(childObject, field),
                restrictedDelete: false
            });
            const key = `${childObject}.${field}`;
            targets.set(key, [...(targets.get(key) ?? []), parent]);
        }
    }
    addUnnamed(children);
    return { children, targets };
}

/** References without a relationship name on the parent's side still lose their parent when it goes. */
function addUnnamed(children: Map<string, ChildRelationship[]>): void {
    for (const [childObject, raw] of Object.entries(RAW)) {
        for (const [field, type] of Object.entries(raw.fields)) {
            const list = type.startsWith('>') ? children.get(type.slice(1)) : undefined;
            if (!list || list.some((child) => child.childObject === childObject && child.field === field)) continue;
            list.push({
                childObject,
                field,
                relationshipName: null,
                cascadeDelete: cascades(childObject, field),
                restrictedDelete: false
            });
        }
    }
}

function childField(parent: string, relationship: string, child: string): string | null {
    const named = CHILD_FIELDS[`${parent}.${relationship}`];
    const fields = RAW[child]?.fields ?? {};
    if (named) return named in fields ? named : null;
    if (parent === 'Account' && relationship.startsWith('Person')) return null;
    const candidates = Object.keys(fields).filter((field) => fields[field] === `>${parent}`);
    if (candidates.length === 1) return candidates[0] ?? null;
    if (candidates.length > 1) return null;
    const polymorphic = POLYMORPHIC_CHILD_FIELDS[child];
    return polymorphic && polymorphic in fields ? polymorphic : null;
}

function plural(label: string): string {
    if (/[^aeiou]y$/.test(label)) return `${label.slice(0, -1)}ies`;
    return /(s|x|z|ch|sh)$/.test(label) ? `${label}es` : `${label}s`;
}
