// References of the smaller types: queues, event subscribers, credentials, labels, test suites.
import { child, childrenOf, textOf } from '../xml.ts';
import type { Check } from './context.ts';
import { at, has, missing, objectExists } from './context.ts';

export const queue: Check = (_component, xml, context) => {
    for (const one of childrenOf(xml, 'queueSobject').flatMap((item) => childrenOf(item, 'sobjectType')))
        if (!objectExists(context, one.text.trim())) return missing(one, 'CustomObject', one.text.trim());
    return null;
};

export const subscriber: Check = (_component, xml, context) => {
    const consumer = child(xml, 'platformEventConsumer');
    if (consumer && !has(context, 'ApexTrigger', consumer.text.trim()) && !has(context, 'Flow', consumer.text.trim()))
        return missing(consumer, 'ApexTrigger', consumer.text.trim());
    const size = child(xml, 'batchSize');
    return size && (Number(size.text) < 1 || Number(size.text) > 2000)
        ? at(size, 'The batch size must be between 1 and 2,000')
        : null;
};

export const namedCredential: Check = (_component, xml, context) => {
    for (const one of childrenOf(xml, 'namedCredentialParameters').flatMap((item) =>
        childrenOf(item, 'externalCredential')
    ))
        if (!has(context, 'ExternalCredential', one.text.trim()))
            return missing(one, 'ExternalCredential', one.text.trim());
    return null;
};

export const externalCredential: Check = (_component, xml, context) => {
    for (const one of childrenOf(xml, 'externalCredentialParameters').flatMap((item) =>
        childrenOf(item, 'externalAuthIdentityProvider')
    ))
        if (!has(context, 'ExternalAuthIdentityProvider', one.text.trim()))
            return missing(one, 'ExternalAuthIdentityProvider', one.text.trim());
    return null;
};

export const customLabel: Check = (component, xml) => {
    if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(component.fullName))
        return at(xml, `The label name ${component.fullName} can only contain underscores and alphanumeric characters`);
    const value = child(xml, 'value');
    return value && value.text.length > 1000 ? at(value, 'Value: data value too large (max length=1000)') : null;
};

export const testSuite: Check = (_component, xml, context) => {
    const absent = childrenOf(xml, 'testClassName').find((one) => !has(context, 'ApexClass', one.text.trim()));
    return absent ? missing(absent, 'ApexClass', absent.text.trim()) : null;
};

export const role: Check = (_component, xml, context) => {
    const parent = child(xml, 'parentRole');
    return parent && textOf(xml, 'parentRole') !== null && !has(context, 'Role', parent.text.trim())
        ? missing(parent, 'Role', parent.text.trim())
        : null;
};
