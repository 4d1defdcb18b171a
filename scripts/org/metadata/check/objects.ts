// Custom objects and their parts: rules, record types, field sets, compact layouts, list views ("CustomObject" and its subtypes,
// Metadata API Developer Guide).
import { child, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { Check, CheckContext, Problem } from './context.ts';
import { at, fieldAt, fieldExists, has, missing, objectExists } from './context.ts';
import { checkFormula } from './formulas.ts';

const objectOf = (fullName: string): string => fullName.split('.')[0] ?? '';

export const customObject: Check = (component, xml, context) => {
    const name = component.fullName;
    if (!/__(c|mdt|e|x|b|kav|xo)$/.test(name))
        return objectExists(context, name) ? null : missing(xml, 'CustomObject', name, 'fullName');
    if (textOf(xml, 'label') === null) return at(xml, 'Must specify a non-empty label for the CustomObject');
    const setting = child(xml, 'customSettingsType') !== undefined;
    if (setting) return null;
    if (textOf(xml, 'pluralLabel') === null)
        return at(xml, 'Must specify a non-empty pluralLabel for the CustomObject');
    if (!name.endsWith('__c')) return null;
    const field = child(xml, 'nameField');
    if (!field) return at(xml, 'Must specify a nameField of type Text or AutoNumber for the CustomObject');
    const kind = textOf(field, 'type');
    if (kind !== 'Text' && kind !== 'AutoNumber') return at(field, 'nameField must be of type Text or AutoNumber');
    if (child(xml, 'sharingModel') === undefined) return at(xml, 'Must specify a sharingModel for the CustomObject');
    return sharing(name, xml, context);
};

function sharing(name: string, xml: XmlElement, context: CheckContext): Problem | null {
    const model = child(xml, 'sharingModel') as XmlElement;
    const detail = [...(context.object(name)?.fields.values() ?? [])].some(
        (field) => field.custom && field.relationshipOrder !== null
    );
    const byParent = model.text.trim() === 'ControlledByParent';
    if (detail && !byParent)
        return at(
            model,
            `Cannot set sharingModel to ${model.text.trim()} on a CustomObject with a MasterDetail relationship field`
        );
    return byParent && !detail
        ? at(
              model,
              'Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field'
          )
        : null;
}

/** Parts are refused when their object is not there. */
const ofObject =
    (check: Check): Check =>
    (component, xml, context) =>
        objectExists(context, objectOf(component.fullName))
            ? check(component, xml, context)
            : missing(xml, 'CustomObject', objectOf(component.fullName), 'fullName');

export const validationRule = ofObject((component, xml, context) => {
    const object = context.object(objectOf(component.fullName));
    const formula = child(xml, 'errorConditionFormula');
    const shown = child(xml, 'errorDisplayField');
    if (!object || !formula) return null;
    if (formula.text.trim() === '') return at(formula, 'Required fields are missing: [ErrorConditionFormula]');
    const wrong = checkFormula(formula, object, 'boolean', context);
    if (wrong) return wrong;
    if (shown && !fieldAt(context, object.name, shown.text.trim()))
        return missing(shown, 'CustomField', `${object.name}.${shown.text.trim()}`);
    const message = child(xml, 'errorMessage');
    return message && message.text.length > 255
        ? at(message, 'Error Message: data value too large (max length=255)')
        : null;
});

export const recordType = ofObject((component, xml, context) => {
    for (const one of childrenOf(xml, 'picklistValues')) {
        const element = child(one, 'picklist') as XmlElement;
        const field = fieldAt(context, objectOf(component.fullName), element.text.trim());
        if (!field)
            return at(
                element,
                `Picklist ${element.text.trim()} not found for the ${objectOf(component.fullName)} object`
            );
        for (const value of childrenOf(one, 'values')) {
            const name = decodeURIComponent(textOf(value, 'fullName') ?? '');
            if (field.custom && !field.picklistValues.some((known) => known.value.toLowerCase() === name.toLowerCase()))
                return at(value, `Picklist value: ${name} in picklist: ${element.text.trim()} not found`);
        }
    }
    return null;
});

const fieldList = (list: (xml: XmlElement) => XmlElement[]): Check =>
    ofObject((component, xml, context) => {
        for (const element of list(xml))
            if (!fieldExists(context, objectOf(component.fullName), element.text.trim()))
                return missing(
                    element,
                    'CustomField',
                    `${objectOf(component.fullName)}.${element.text.trim()}`,
                    element.name
                );
        return null;
    });

export const fieldSet = fieldList((xml) =>
    [...childrenOf(xml, 'displayedFields'), ...childrenOf(xml, 'availableFields')].flatMap((one) =>
        childrenOf(one, 'field')
    )
);
export const compactLayout = fieldList((xml) => childrenOf(xml, 'fields'));
/** Standard columns have names of their own (`NAME`, `ACCOUNT.NAME`); custom ones are fields. */
export const listView = fieldList((xml) =>
    [...childrenOf(xml, 'columns'), ...childrenOf(xml, 'filters').flatMap((one) => childrenOf(one, 'field'))].filter(
        (one) => /^\w+__c$/.test(one.text.trim())
    )
);

export const webLink = ofObject((_component, xml, context) => {
    const page = child(xml, 'page');
    return page && !has(context, 'ApexPage', page.text.trim()) ? missing(page, 'ApexPage', page.text.trim()) : null;
});
