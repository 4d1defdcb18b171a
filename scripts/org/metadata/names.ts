// Names with and without the org's own namespace prefix: the room keeps them without.

/** Takes `ns__` off every part of a name: `ns__Order__c.ns__Code__c` → `Order__c.Code__c`. */
export function localNames(namespace: string | null): (name: string) => string {
    if (!namespace) return (name) => name;
    const prefix = new RegExp(`(^|[^A-Za-z0-9_])${namespace}__(?=[A-Za-z])`, 'gi');
    return (name) => name.replace(prefix, '$1');
}
