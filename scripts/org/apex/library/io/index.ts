// Data formats and the outside: JSON, regular expressions, HTTP, XML, cryptography, types, records. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';
import { apexPages, pageMessage, severity } from './apexPages.ts';
import { blob } from './blob.ts';
import { cacheClasses } from './cache.ts';
import { connectApiClasses } from './connectApi.ts';
import { crypto } from './crypto.ts';
import { domDocument, xmlNode, xmlNodeType } from './dom.ts';
import { encodingUtil, uuid } from './encodingUtil.ts';
import { flowClasses } from './flows.ts';
import { address, location } from './geography.ts';
import { http, httpCalloutMock, httpRequest, httpResponse } from './http.ts';
import { inboundEmailClasses } from './inboundEmail.ts';
import { installContext, installHandler, uninstallContext, uninstallHandler } from './install.ts';
import { callable, stubProvider } from './interfaces.ts';
import { messagingClasses } from './messaging.ts';
import { network } from './network.ts';
import { cookie, pageReference } from './pageReference.ts';
import { matcher, pattern } from './pattern.ts';
import { restContext, restRequest, restResponse } from './rest.ts';
import { selectOption } from './selectOption.ts';
import { standardController, standardSetController } from './standardControllers.ts';
import { staticMockClasses } from './staticMocks.ts';
import { site } from './site.ts';
import { url } from './url.ts';
import { visualEditorClasses } from './visualEditor.ts';
import { webServiceCallout, webServiceMock } from './webService.ts';
import { xmlStreamReader, xmlTag } from './xmlStreamReader.ts';
import { xmlStreamWriter } from './xmlStreamWriter.ts';

export const ioClasses: readonly NativeClass[] = [
    address,
    apexPages,
    blob,
    ...cacheClasses,
    cookie,
    ...connectApiClasses,
    crypto,
    domDocument,
    encodingUtil,
    ...flowClasses,
    http,
    httpCalloutMock,
    httpRequest,
    httpResponse,
    ...inboundEmailClasses,
    installContext,
    installHandler,
    location,
    matcher,
    ...messagingClasses,
    network,
    pageMessage,
    pageReference,
    pattern,
    callable,
    restContext,
    restRequest,
    restResponse,
    selectOption,
    severity,
    site,
    standardController,
    standardSetController,
    ...staticMockClasses,
    stubProvider,
    uninstallContext,
    uninstallHandler,
    url,
    uuid,
    ...visualEditorClasses,
    webServiceCallout,
    webServiceMock,
    xmlNode,
    xmlNodeType,
    xmlStreamReader,
    xmlStreamWriter,
    xmlTag
];
