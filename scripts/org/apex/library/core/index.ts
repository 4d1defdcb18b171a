// The language core: strings, numbers, dates, collections, exceptions, assertions. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';
import { collator } from './collator.ts';
import { comparable, comparator } from './comparable.ts';
import { databaseError } from './databaseError.ts';
import { iterable, iterator } from './iterator.ts';
import { json, jsonToken } from './json.ts';
import { jsonGenerator } from './jsonGenerator.ts';
import { jsonParser } from './jsonParser.ts';
import { list } from './list.ts';
import { map } from './map.ts';
import { set } from './set.ts';
import { sobject } from './sobject.ts';
import { type } from './type.ts';

export const coreClasses: readonly NativeClass[] = [
    collator,
    comparable,
    comparator,
    databaseError,
    iterable,
    iterator,
    json,
    jsonGenerator,
    jsonParser,
    jsonToken,
    list,
    map,
    set,
    sobject,
    type
];
