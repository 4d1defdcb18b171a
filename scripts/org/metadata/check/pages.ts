// Tabs, apps, layouts, Lightning pages, quick actions: the objects, fields and components they show must be there ("CustomTab",
// "CustomApplication", "Layout", "FlexiPage", "QuickAction", Metadata API Developer Guide).
import { child, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { Check, CheckContext, Problem } from './context.ts';
import { at, fieldExists, has, missing, objectExists } from './context.ts';

export const customTab: Check = (component, xml, context) => {
    const object = child(xml, 'customObject');
    if (object?.text.trim() === 'true' && !objectExists(context, component.fullName))
        return missing(object, 'CustomObject', component.fullName);
    const references: [string, string][] = [
        ['flexiPage', 'FlexiPage'],
        ['page', 'ApexPage'],
        ['lwcComponent', 'LightningComponentBundle'],
        ['auraComponent', 'AuraDefinitionBundle']
    ];
    for (const [name, type] of references) {
        const element = child(xml, name);
        if (element && element.text.trim() !== '' && !has(context, type, element.text.trim()))
            return missing(element, type, element.text.trim());
    }
    return null;
};

export const customApplication: Check = (_component, xml, context) => {
    for (const tab of childrenOf(xml, 'tabs')) {
        const name = tab.text.trim();
        if (!/^standard-/.test(name) && !has(context, 'CustomTab', name)) return missing(tab, 'CustomTab', name);
    }
    const bar = child(xml, 'utilityBar');
    if (bar && !has(context, 'FlexiPage', bar.text.trim())) return missing(bar, 'FlexiPage', bar.text.trim());
    for (const override of [...childrenOf(xml, 'actionOverrides'), ...childrenOf(xml, 'profileActionOverrides')]) {
        const content = child(override, 'content');
        if (content && textOf(override, 'type') === 'Flexipage' && !has(context, 'FlexiPage', content.text.trim()))
            return missing(content, 'FlexiPage', content.text.trim());
    }
    return null;
};

/** Layouts that are named after no object. */
const SPECIAL_LAYOUTS: Readonly<Record<string, string>> = {
    CaseClose: 'Case',
    PersonAccount: 'Account',
    CaseInteraction: 'Case',
    TaskTemplate: 'Task',
    Global: 'Task'
};

/** `Object-Name of the layout`, percent-encoded in file names. */
export const layout: Check = (component, xml, context) => {
    const object = component.fullName.slice(0, component.fullName.indexOf('-'));
    const of = SPECIAL_LAYOUTS[object] ?? object;
    if (!objectExists(context, of)) return missing(xml, 'CustomObject', object, 'fullName');
    const items = childrenOf(xml, 'layoutSections')
        .flatMap((one) => childrenOf(one, 'layoutColumns'))
        .flatMap((one) => childrenOf(one, 'layoutItems'));
    for (const element of items.flatMap((one) => childrenOf(one, 'field')))
        if (custom(element) && !fieldExists(context, of, element.text.trim()))
            return missing(element, 'CustomField', `${of}.${element.text.trim()}`);
    for (const list of childrenOf(xml, 'relatedLists')) {
        const element = child(list, 'relatedList') as XmlElement;
        const [childName = '', field = ''] = element.text.trim().split('.');
        if (/__c$/.test(field) && !fieldExists(context, childName, field))
            return at(element, `Cannot find related list:${element.text.trim()}`);
    }
    return null;
};

/** Layouts name standard fields in their own way; custom ones by name. */
const custom = (element: XmlElement): boolean => /__c$/.test(element.text.trim());

export const flexiPage: Check = (_component, xml, context) => {
    const object = child(xml, 'sobjectType');
    const name = object?.text.trim() ?? '';
    if (object && !objectExists(context, name)) return missing(object, 'CustomObject', name);
    const items = childrenOf(xml, 'flexiPageRegions').flatMap((one) => childrenOf(one, 'itemInstances'));
    for (const one of items) {
        const component = child(one, 'componentInstance');
        const problem =
            (component && shown(component, context)) ?? recordField(child(one, 'fieldInstance'), name, context);
        if (problem) return problem;
    }
    return null;
};

function shown(component: XmlElement, context: CheckContext): Problem | null {
    const element = child(component, 'componentName') as XmlElement;
    const written = element.text.trim();
    const name = written.replace(/^c:/, '');
    if (
        name.includes(':') ||
        has(context, 'LightningComponentBundle', name) ||
        has(context, 'AuraDefinitionBundle', name)
    )
        return null;
    return at(
        element,
        `We couldn't retrieve the design time component information for component ${written.includes(':') ? written : `c:${written}`}.`
    );
}

function recordField(instance: XmlElement | undefined, object: string, context: CheckContext): Problem | null {
    const element = instance && child(instance, 'fieldItem');
    const path = element?.text.trim().replace(/^Record\./, '') ?? '';
    return element && object !== '' && /__c$/.test(path) && !fieldExists(context, object, path)
        ? at(element, `We couldn't retrieve or load the information on the field: ${element.text.trim()}.`)
        : null;
}

export const quickAction: Check = (component, xml, context) => {
    const [object = ''] = component.fullName.split('.');
    if (component.fullName.includes('.') && !objectExists(context, object))
        return missing(xml, 'CustomObject', object, 'fullName');
    const target = child(xml, 'targetObject');
    if (target && !objectExists(context, target.text.trim()))
        return missing(target, 'CustomObject', target.text.trim());
    const component2 = child(xml, 'lightningWebComponent');
    return component2 && !has(context, 'LightningComponentBundle', component2.text.trim())
        ? missing(component2, 'LightningComponentBundle', component2.text.trim())
        : null;
};
