// What the tests of this room share: files out of texts, and formulas over plain values.
import { createMetadata } from './index.ts';
import type { ComponentMessage, FormulaWorld, Metadata, SourceFile } from './api.ts';
import { SObject } from '../values/index.ts';
import type { Value } from '../values/index.ts';

const encoder = new TextEncoder();

/** Paths with their texts; `Type| …` is written as an XML file of that type. */
export function files(texts: Record<string, string>): SourceFile[] {
    return Object.entries(texts).map(([path, text]) => {
        const typed = /^(\w+)\|([\s\S]*)$/.exec(text);
        const content = typed
            ? `<?xml version="1.0" encoding="UTF-8"?>\n<${typed[1] ?? ''} xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">\n${typed[2] ?? ''}\n</${typed[1] ?? ''}>\n`
            : text;
        return { path, content: encoder.encode(content) };
    });
}

export function deployed(
    texts: Record<string, string>,
    namespace: string | null = null
): { org: Metadata; messages: ComponentMessage[] } {
    const org = createMetadata({ namespace, apiVersion: 67 });
    return { org, messages: org.apply(files(texts), []) };
}

export const problems = (messages: readonly ComponentMessage[]): string[] =>
    messages.filter((one) => !one.success).map((one) => one.problem ?? '');

export function worldOf(
    org: Metadata,
    object: string,
    values: Record<string, Value>,
    more: Partial<FormulaWorld> = {}
): FormulaWorld {
    const describe = org.object(object);
    if (!describe) throw new Error(`No object ${object}`);
    const record = new SObject(describe);
    Object.assign(record.values, values);
    const read = (path: string[], prior: boolean): Value =>
        (prior ? more.prior : record)?.values[path.join('.')] ?? null;
    return {
        record,
        prior: null,
        isNew: false,
        now: Date.UTC(2026, 2, 15, 6, 30),
        timeZone: 'America/Los_Angeles',
        read,
        global: () => null,
        lookup: () => null,
        ...more
    };
}
