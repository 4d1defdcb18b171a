// Metadata that has records of its own in an org: classes, resources, permissions, queues, groups, roles, templates.
import type { PermissionSetFacts, SetupFacts } from '../api.ts';
import type { Components } from '../objects/build.ts';
import type { Component } from '../source/components.ts';
import { child, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { apexTexts } from './apex.ts';
import { resourceBytes } from './resources.ts';

type Localizer = (name: string) => string;

export function setupFacts(components: Components, localName: Localizer, apiVersion: number): SetupFacts {
    const of = (type: string): Component[] =>
        [...components.values()].filter((one) => one.type === type && one.xml !== null);
    const apex = apexTexts(components, apiVersion);
    const nameOf = (path: string): string => /([^/]+)\.\w+$/.exec(path)?.[1] ?? path;
    return {
        classes: apex
            .filter((one) => one.kind === 'class')
            .map((one) => ({ name: nameOf(one.path), apiVersion: one.apiVersion, body: one.text })),
        triggers: apex
            .filter((one) => one.kind === 'trigger')
            .map((one) => ({
                name: nameOf(one.path),
                object: triggerObject(one.text),
                apiVersion: one.apiVersion,
                body: one.text
            })),
        staticResources: of('StaticResource').map((one) => ({
            name: one.fullName,
            contentType: text(one, 'contentType'),
            body: resourceBytes(one)
        })),
        customPermissions: of('CustomPermission').map((one) => ({
            name: one.fullName,
            label: text(one, 'label') || one.fullName
        })),
        permissionSets: [
            ...of('PermissionSet').map((one) => permissions(one, localName, null)),
            ...of('Profile').map((one) => permissions(one, localName, decodeURIComponent(one.fullName)))
        ],
        permissionSetGroups: of('PermissionSetGroup').map((one) => ({
            name: one.fullName,
            label: text(one, 'label'),
            permissionSets: texts(one.xml, 'permissionSets').map(localName)
        })),
        queues: of('Queue').map((one) => ({
            name: one.fullName,
            label: text(one, 'name'),
            objects: childrenOf(one.xml as XmlElement, 'queueSobject').map((item) =>
                localName(textOf(item, 'sobjectType') ?? '')
            ),
            email: textOf(one.xml as XmlElement, 'email')
        })),
        groups: of('Group').map((one) => ({ name: one.fullName, label: text(one, 'name') })),
        roles: rolesInOrder(of('Role')),
        emailTemplates: of('EmailTemplate').map((one) => ({
            name: one.fullName.split('/').at(-1) ?? one.fullName,
            label: text(one, 'name'),
            subject: text(one, 'subject'),
            body: new TextDecoder().decode(one.content ?? new Uint8Array())
        }))
    };
}

const text = (component: Component, name: string): string => (component.xml && textOf(component.xml, name)) ?? '';
const texts = (xml: XmlElement | null, name: string): string[] =>
    (xml ? childrenOf(xml, name) : []).map((one) => one.text.trim());
const isTrue = (xml: XmlElement, name: string): boolean => textOf(xml, name) === 'true';

function triggerObject(source: string): string {
    return /\btrigger\s+\w+\s+on\s+(\w+)/i.exec(source)?.[1] ?? '';
}

/** Parents before their children. */
function rolesInOrder(roles: readonly Component[]): SetupFacts['roles'] {
    const facts = roles.map((one) => ({
        name: one.fullName,
        label: text(one, 'name'),
        parent: one.xml ? textOf(one.xml, 'parentRole') : null
    }));
    const depth = (role: (typeof facts)[number], left = 50): number => {
        const parent = facts.find((one) => one.name === role.parent);
        return parent && left > 0 ? 1 + depth(parent, left - 1) : 0;
    };
    return facts.sort((a, b) => depth(a) - depth(b));
}

/** Permission sets and profiles say the same things in the same words. */
function permissions(component: Component, localName: Localizer, profile: string | null): PermissionSetFacts {
    const xml = component.xml as XmlElement;
    const named = (element: string, name: string): string[] =>
        childrenOf(xml, element)
            .filter((one) => isTrue(one, 'enabled'))
            .map((one) => localName(textOf(one, name) ?? ''));
    return {
        name: component.fullName,
        label: textOf(xml, 'label') ?? component.fullName,
        profile,
        objects: childrenOf(xml, 'objectPermissions').map((one) => ({
            object: localName(textOf(one, 'object') ?? ''),
            create: isTrue(one, 'allowCreate'),
            read: isTrue(one, 'allowRead'),
            edit: isTrue(one, 'allowEdit'),
            delete: isTrue(one, 'allowDelete'),
            viewAll: isTrue(one, 'viewAllRecords'),
            modifyAll: isTrue(one, 'modifyAllRecords')
        })),
        fields: childrenOf(xml, 'fieldPermissions').map((one) => ({
            field: localName(textOf(one, 'field') ?? ''),
            readable: isTrue(one, 'readable') || isTrue(one, 'editable'),
            editable: isTrue(one, 'editable')
        })),
        customPermissions: named('customPermissions', 'name'),
        classes: named('classAccesses', 'apexClass'),
        userPermissions: named('userPermissions', 'name')
    };
}

/** Batch size and user of an Apex trigger that subscribes to events ("PlatformEventSubscriberConfig"). */
export function subscriberConfig(
    components: Components,
    localName: Localizer,
    trigger: string
): { batchSize: number | null; userName: string | null } | null {
    for (const one of components.values()) {
        if (one.type !== 'PlatformEventSubscriberConfig' || !one.xml) continue;
        if (localName(textOf(one.xml, 'platformEventConsumer') ?? '').toLowerCase() !== trigger.toLowerCase()) continue;
        const size = child(one.xml, 'batchSize');
        return { batchSize: size ? Number(size.text) : null, userName: textOf(one.xml, 'user') };
    }
    return null;
}
