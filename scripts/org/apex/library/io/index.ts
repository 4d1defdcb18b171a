// Data formats and the outside: JSON, regular expressions, HTTP, XML, cryptography, types, records. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';
import { blob } from './blob.ts';
import { cacheClasses } from './cache.ts';
import { crypto } from './crypto.ts';
import { encodingUtil, uuid } from './encodingUtil.ts';
import { flowClasses } from './flows.ts';
import { address, location } from './geography.ts';
import { http, httpCalloutMock, httpRequest, httpResponse } from './http.ts';
import { inboundEmailClasses } from './inboundEmail.ts';
import { callable, stubProvider } from './interfaces.ts';
import { messagingClasses } from './messaging.ts';
import { matcher, pattern } from './pattern.ts';
import { restContext, restRequest, restResponse } from './rest.ts';
import { staticMockClasses } from './staticMocks.ts';
import { xmlStreamReader, xmlTag } from './xmlStreamReader.ts';
import { xmlStreamWriter } from './xmlStreamWriter.ts';

export const ioClasses: readonly NativeClass[] = [
    address,
    blob,
    ...cacheClasses,
    crypto,
    encodingUtil,
    ...flowClasses,
    http,
    httpCalloutMock,
    httpRequest,
    httpResponse,
    ...inboundEmailClasses,
    location,
    matcher,
    ...messagingClasses,
    pattern,
    callable,
    restContext,
    restRequest,
    restResponse,
    ...staticMockClasses,
    stubProvider,
    uuid,
    xmlStreamReader,
    xmlStreamWriter,
    xmlTag
];
