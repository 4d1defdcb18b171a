// Data formats and the outside: JSON, regular expressions, HTTP, XML, cryptography, types, records. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';
import { cacheClasses } from './cache.ts';
import { callable, stubProvider } from './interfaces.ts';
import { restContext, restRequest, restResponse } from './rest.ts';
import { xmlStreamReader, xmlTag } from './xmlStreamReader.ts';
import { xmlStreamWriter } from './xmlStreamWriter.ts';

export const ioClasses: readonly NativeClass[] = [
    ...cacheClasses,
    callable,
    restContext,
    restRequest,
    restResponse,
    stubProvider,
    xmlStreamReader,
    xmlStreamWriter,
    xmlTag
];
