// What the reference checks ask: the components as they will be after the deploy, and the describes made of them.
import { fieldOf, referenceByRelationship } from '../describe.ts';
import type { FieldDescribe, FieldType, ObjectDescribe } from '../describe.ts';
import type { Components } from '../objects/build.ts';
import type { Component } from '../source/components.ts';
import { componentKey } from '../source/components.ts';
import { isFeatureField } from '../standard/selection.ts';
import type { XmlElement } from '../xml.ts';

export interface CheckContext {
    components: Components;
    localName: (name: string) => string;
    object: (name: string) => ObjectDescribe | undefined;
    /** Throws FormulaError. */
    checkFormula: (text: string, describe: ObjectDescribe, returnType: FieldType) => void;
}

export interface Problem {
    message: string;
    line: number;
    column: number;
}

/** Finds the first thing wrong with a component; null when all is good. */
export type Check = (component: Component, xml: XmlElement, context: CheckContext) => Problem | null;

export function at(element: XmlElement, message: string): Problem {
    return { message, line: element.line, column: element.column };
}

export function has(context: CheckContext, type: string, name: string): boolean {
    return context.components.has(componentKey(type, context.localName(name)));
}

/** The Metadata API's words for a reference to something that is not there. */
export function missing(element: XmlElement, type: string, name: string, field = element.name): Problem {
    return at(element, `In field: ${field} - no ${type} named ${name} found`);
}

/** Custom fields for tasks and events are those of Activity. */
export function objectExists(context: CheckContext, name: string): boolean {
    return name.toLowerCase() === 'activity' || context.object(context.localName(name)) !== undefined;
}

/** A field of an object by its metadata name (`Account`, `AccountId`, `Name`), through parents if the path has dots. */
export function fieldAt(context: CheckContext, objectName: string, path: string): FieldDescribe | undefined {
    let object = context.object(objectName.toLowerCase() === 'activity' ? 'Task' : context.localName(objectName));
    const parts = context.localName(path).split('.');
    for (const step of parts.slice(0, -1)) {
        const reference =
            object &&
            (referenceByRelationship(object, step) ?? referenceByRelationship(object, step.replace(/Id$/, '')));
        object =
            reference &&
            context.object(reference.referenceTo.includes('User') ? 'User' : (reference.referenceTo[0] ?? ''));
    }
    const name = parts.at(-1) ?? '';
    return object && (fieldOf(object, name) ?? fieldOf(object, `${name}Id`));
}

/** Is there such a field? Of standard objects, fields of features that are off here count as known. */
export function fieldExists(context: CheckContext, object: string, path: string): boolean {
    if (fieldAt(context, object, path)) return true;
    return !/__[a-z]+$/i.test(path) && !path.includes('.') && isFeatureField(context.localName(object), path);
}
