// Permission sets, profiles and groups of permission sets: everything they name must be there ("PermissionSet", "Profile",
// "PermissionSetGroup", Metadata API Developer Guide).
import { standardObjects } from '../standard/index.ts';
import { child, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { Check, CheckContext, Problem } from './context.ts';
import { at, fieldAt, fieldExists, has, missing, objectExists } from './context.ts';

export const permissionSet: Check = (_component, xml, context) =>
    named(xml, context) ?? objects(xml, context) ?? fields(xml, context, true) ?? users(xml);

/** A profile's own org has everything a profile file names, but what is not there is refused alike. */
export const profile: Check = (_component, xml, context) =>
    named(xml, context) ?? objects(xml, context) ?? fields(xml, context, false);

export const permissionSetGroup: Check = (_component, xml, context) =>
    firstMissing(childrenOf(xml, 'permissionSets'), 'PermissionSet', context);

function firstMissing(elements: readonly XmlElement[], type: string, context: CheckContext): Problem | null {
    const found = elements.find((one) => !has(context, type, one.text.trim()));
    return found ? missing(found, type, found.text.trim()) : null;
}

/** Element of the file, its child that names something, and the type of what is named. */
const NAMED: readonly [element: string, name: string, type: string][] = [
    ['classAccesses', 'apexClass', 'ApexClass'],
    ['pageAccesses', 'apexPage', 'ApexPage'],
    ['customPermissions', 'name', 'CustomPermission'],
    ['flowAccesses', 'flow', 'Flow'],
    ['recordTypeVisibilities', 'recordType', 'RecordType'],
    ['applicationVisibilities', 'application', 'CustomApplication']
];

function named(xml: XmlElement, context: CheckContext): Problem | null {
    for (const [element, name, type] of NAMED) {
        const names = childrenOf(xml, element).flatMap((one) => childrenOf(one, name));
        const problem = firstMissing(
            names.filter((one) => !(type === 'CustomApplication' && /^standard__/.test(one.text.trim()))),
            type,
            context
        );
        if (problem) return problem;
    }
    for (const element of ['customMetadataTypeAccesses', 'customSettingAccesses']) {
        const absent = childrenOf(xml, element)
            .flatMap((one) => childrenOf(one, 'name'))
            .find((one) => !objectExists(context, one.text.trim()));
        if (absent) return missing(absent, 'CustomObject', absent.text.trim());
    }
    const tab = [...childrenOf(xml, 'tabSettings'), ...childrenOf(xml, 'tabVisibilities')]
        .flatMap((one) => childrenOf(one, 'tab'))
        .find((one) => !/^standard-/.test(one.text.trim()) && !has(context, 'CustomTab', one.text.trim()));
    if (tab) return missing(tab, 'CustomTab', tab.text.trim());
    for (const one of childrenOf(xml, 'externalCredentialPrincipalAccesses').flatMap((access) =>
        childrenOf(access, 'externalCredentialPrincipal')
    )) {
        const credential = one.text.trim().split('-')[0] ?? '';
        if (!has(context, 'ExternalCredential', credential)) return missing(one, 'ExternalCredential', credential);
    }
    return null;
}

const DEPENDS: readonly [what: string, on: string][] = [
    ['allowCreate', 'allowRead'],
    ['allowEdit', 'allowRead'],
    ['allowDelete', 'allowEdit'],
    ['viewAllRecords', 'allowRead'],
    ['modifyAllRecords', 'allowDelete']
];
const WORDS: Readonly<Record<string, string>> = {
    allowCreate: 'Create',
    allowRead: 'Read',
    allowEdit: 'Edit',
    allowDelete: 'Delete',
    viewAllRecords: 'View All',
    modifyAllRecords: 'Modify All'
};

function objects(xml: XmlElement, context: CheckContext): Problem | null {
    const all = childrenOf(xml, 'objectPermissions');
    for (const one of all) {
        // Big objects are not edited.
        const depends = DEPENDS.filter(([what]) => what !== 'allowDelete' || !/__b$/.test(textOf(one, 'object') ?? ''));
        const element = child(one, 'object') as XmlElement;
        const object = context.object(context.localName(element.text.trim()));
        if (!object) return missing(element, 'CustomObject', element.text.trim());
        for (const [what, on] of depends)
            if (textOf(one, what) === 'true' && textOf(one, on) !== 'true')
                return at(
                    one,
                    `Permission ${WORDS[what] ?? ''} ${object.name} depends on permission(s): ${WORDS[on] ?? ''} ${object.name}`
                );
        for (const field of object.fields.values()) {
            if (!field.custom || field.relationshipOrder === null || textOf(one, 'allowRead') !== 'true') continue;
            const parent = field.referenceTo[0] ?? '';
            if (
                !all.some(
                    (other) =>
                        context.localName(textOf(other, 'object') ?? '') === parent &&
                        textOf(other, 'allowRead') === 'true'
                )
            )
                return at(one, `Permission Read ${object.name} depends on permission(s): Read ${parent}`);
        }
    }
    return null;
}

function fields(xml: XmlElement, context: CheckContext, strict: boolean): Problem | null {
    for (const one of childrenOf(xml, 'fieldPermissions')) {
        const element = child(one, 'field') as XmlElement;
        const path = context.localName(element.text.trim());
        const [object = '', name = ''] = path.split('.');
        if (!fieldExists(context, object, name)) return missing(element, 'CustomField', element.text.trim());
        const field = fieldAt(context, object, name);
        if (strict && field?.custom && (field.required || field.relationshipOrder !== null))
            return at(element, `You cannot deploy to a required field: ${path}`);
    }
    return null;
}

function users(xml: XmlElement): Problem | null {
    const known = standardObjects().get('permissionset')?.fields;
    const wrong = childrenOf(xml, 'userPermissions')
        .flatMap((one) => childrenOf(one, 'name'))
        .find((one) => known && !known.has(`permissions${one.text.trim().toLowerCase()}`));
    return wrong ? at(wrong, `Unknown user permission: ${wrong.text.trim()}`) : null;
}
