// Reference checks by metadata type: what the Metadata API refuses although the file itself is well-formed.
import type { Component } from '../source/components.ts';
import type { Check, CheckContext, Problem } from './context.ts';

const CHECKS: Readonly<Record<string, readonly Check[]>> = {};

export function checkComponents(components: readonly Component[], context: CheckContext): Map<Component, Problem> {
    const problems = new Map<Component, Problem>();
    for (const component of components) {
        if (component.problems.length > 0 || component.xml === null) continue;
        for (const check of CHECKS[component.type] ?? []) {
            const found = check(component, component.xml, context);
            if (!found) continue;
            problems.set(component, found);
            break;
        }
    }
    return problems;
}
