// destructiveChanges: what is named is taken out, with the parts of an object that goes. What is not there is a warning, as in an org
// ("No ApexClass named: X found"; "Deleting Components from an Organization", Metadata API Developer Guide).
import type { ComponentMessage, Deletion } from '../api.ts';
import type { Component } from '../source/components.ts';
import { componentKey } from '../source/components.ts';

export function checkDeletions(components: Map<string, Component>, deletions: readonly Deletion[]): ComponentMessage[] {
    return deletions.map(({ type, name }) => {
        const found = components.delete(componentKey(type, name));
        if (found && type === 'CustomObject')
            for (const [key, one] of components)
                if (one.fullName.toLowerCase().startsWith(`${name.toLowerCase()}.`)) components.delete(key);
        const problem = found ? null : `No ${type} named: ${name} found`;
        return {
            fullName: name,
            componentType: type,
            fileName: 'destructiveChanges.xml',
            success: true,
            created: false,
            changed: found,
            deleted: found,
            problem,
            problemType: found ? null : 'Warning',
            line: null,
            column: null
        };
    });
}
