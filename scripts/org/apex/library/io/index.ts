// Data formats and the outside: JSON, regular expressions, HTTP, XML, cryptography, types, records. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';
import { cacheClasses } from './cache.ts';
import { flowClasses } from './flows.ts';
import { address, location } from './geography.ts';
import { inboundEmailClasses } from './inboundEmail.ts';
import { callable, stubProvider } from './interfaces.ts';
import { messagingClasses } from './messaging.ts';
import { restContext, restRequest, restResponse } from './rest.ts';
import { xmlStreamReader, xmlTag } from './xmlStreamReader.ts';
import { xmlStreamWriter } from './xmlStreamWriter.ts';

export const ioClasses: readonly NativeClass[] = [
    address,
    ...cacheClasses,
    ...flowClasses,
    ...inboundEmailClasses,
    location,
    ...messagingClasses,
    callable,
    restContext,
    restRequest,
    restResponse,
    stubProvider,
    xmlStreamReader,
    xmlStreamWriter,
    xmlTag
];
