// WebServiceCallout and WebServiceMock: SOAP callouts of stubs that WSDL2Apex wrote. Without a mock the local org makes none.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_interface_webservicemock.htm
import type { ApexList, ApexMap } from '../../runtime/collections.ts';
import { unsupported } from '../../runtime/exceptions.ts';
import { invokeMethod } from '../../runtime/invoke.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';

/** `info`: endpoint, SOAP action, namespace and name of the request, namespace and name of the response, type of the response. */
function invoke(stub: object, request: object, response: ApexMap<string, unknown>, info: ApexList<string>): void {
    const mock = platform().mock('WebServiceMock');
    if (!mock) return unsupported('WebServiceCallout.invoke: SOAP callouts without a mock');
    const [endpoint, action, , name, responseNamespace, responseName, responseType] = notNull(info).items;
    invokeMethod(mock, 'doInvoke', [
        stub,
        request,
        response,
        endpoint ?? null,
        action ?? null,
        name ?? null,
        responseNamespace ?? null,
        responseName ?? null,
        responseType ?? null
    ]);
}

export const webServiceCallout = nativeClass({
    name: 'System.WebServiceCallout',
    statics: { 'void invoke(Object stub, Object request, Map<String,Object> response, List<String> info)': invoke }
});

export const webServiceMock = nativeClass({
    name: 'System.WebServiceMock',
    kind: 'interface',
    methods: {
        'void doInvoke(Object stub, Object request, Map<String,Object> response, String endpoint, String soapAction, String requestName, String responseNS, String responseName, String responseType)':
            (self: object, ...args: unknown[]) => invokeMethod(self, 'doInvoke', args) as null
    }
});
