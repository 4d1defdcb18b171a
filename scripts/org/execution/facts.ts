// What execution asks of the metadata room beyond describes.
import type { Metadata } from '../metadata/index.ts';
import type { OrgContext, OrgFacts } from './context.ts';
import { formulaWorld } from './formulaWorld.ts';

export function orgFacts(org: OrgContext, schema: Metadata): OrgFacts {
    return {
        customMetadata: (object) => schema.customMetadata(object),
        label: (namespace, name, language) => schema.label(namespace, name, language),
        staticResource: (name) => schema.staticResource(name),
        subscriberConfig: (trigger) => schema.subscriberConfig(trigger),
        checkFormula: (formula, object, returnType) => {
            schema.checkFormula(formula, object, returnType);
        },
        evaluate: (formula, record, prior, isNew, returnType, blanksAsZero = false) =>
            schema.evaluate(formula, formulaWorld(org, record, prior, isNew), returnType, blanksAsZero)
    };
}
