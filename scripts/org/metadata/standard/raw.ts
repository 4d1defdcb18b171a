// Names and types of the standard objects, generated from the platform's own types (generate.ts).
import { readFileSync } from 'node:fs';
import type { RawObject } from './generate.ts';

export const RAW = JSON.parse(readFileSync(new URL('./objects.json', import.meta.url), 'utf8')) as Record<
    string,
    RawObject
>;
