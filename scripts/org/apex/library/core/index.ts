// The language core: strings, numbers, dates, collections, exceptions, assertions. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';
import { assert } from './assert.ts';
import { asyncInfo, asyncOptions, duplicateSignature, signatureBuilder } from './asyncOptions.ts';
import { collator } from './collator.ts';
import { comparable, comparator } from './comparable.ts';
import { databaseError } from './databaseError.ts';
import { date } from './date.ts';
import { datetime } from './datetime.ts';
import { decimal, double, roundingMode } from './decimal.ts';
import { exceptionClasses } from './exceptions.ts';
import { id } from './id.ts';
import { boolean, integer, long } from './integer.ts';
import { iterable, iterator } from './iterator.ts';
import { json, jsonToken } from './json.ts';
import { jsonGenerator } from './jsonGenerator.ts';
import { jsonParser } from './jsonParser.ts';
import { list } from './list.ts';
import { map } from './map.ts';
import { math } from './math.ts';
import { object } from './object.ts';
import { quiddity, request } from './request.ts';
import { set } from './set.ts';
import { sobject } from './sobject.ts';
import { string } from './string.ts';
import { loggingLevel, readWriteMode, system } from './system.ts';
import { time } from './time.ts';
import { timeZone } from './timeZone.ts';
import { type } from './type.ts';
import { version } from './version.ts';

export const coreClasses: readonly NativeClass[] = [
    assert,
    asyncInfo,
    asyncOptions,
    boolean,
    collator,
    comparable,
    comparator,
    databaseError,
    date,
    datetime,
    decimal,
    double,
    duplicateSignature,
    ...exceptionClasses,
    id,
    integer,
    iterable,
    iterator,
    json,
    jsonGenerator,
    jsonParser,
    jsonToken,
    list,
    loggingLevel,
    long,
    map,
    math,
    object,
    quiddity,
    readWriteMode,
    request,
    roundingMode,
    set,
    signatureBuilder,
    sobject,
    string,
    system,
    time,
    timeZone,
    type,
    version
];
