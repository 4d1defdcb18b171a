// Names and types of the standard objects, generated from the platform's own types (generate.ts).
import { readFileSync } from 'node:fs';
import type { RawObject } from './generate.ts';

export const RAW = JSON.parse(readFileSync(new URL('./objects.json', import.meta.url), 'utf8')) as Record<
    string,
    RawObject
>;

/** References that the generated types leave as texts. */
const REFERENCES: readonly [string, string, string][] = [
    ['FlowDefinitionView', 'TriggerObjectOrEventId', '>EntityDefinition']
];
for (const [object, field, type] of REFERENCES) {
    const raw = RAW[object];
    if (raw) raw.fields[field] = type;
}
