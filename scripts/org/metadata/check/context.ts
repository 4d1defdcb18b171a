// What the reference checks ask: the components as they will be after the deploy, and the describes made of them.
import type { ObjectDescribe } from '../describe.ts';
import type { Components } from '../objects/build.ts';
import type { Component } from '../source/components.ts';
import { componentKey } from '../source/components.ts';
import type { XmlElement } from '../xml.ts';

export interface CheckContext {
    components: Components;
    localName: (name: string) => string;
    object: (name: string) => ObjectDescribe | undefined;
}

export interface Problem {
    message: string;
    line: number;
    column: number;
}

/** Finds the first thing wrong with a component's references; null when all are good. */
export type Check = (component: Component, xml: XmlElement, context: CheckContext) => Problem | null;

export function at(element: XmlElement, message: string): Problem {
    return { message, line: element.line, column: element.column };
}

export function has(context: CheckContext, type: string, name: string): boolean {
    return context.components.has(componentKey(type, context.localName(name)));
}
