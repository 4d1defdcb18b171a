// StaticResourceCalloutMock and MultiStaticResourceCalloutMock: answers read from static resources.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_StaticResourceCalloutMock.htm
import { Blob } from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { invokeMethod } from '../../runtime/invoke.ts';
import { platform } from '../../runtime/platform.ts';
import { type NativeClass, nativeClass, type NativeFunction } from '../native.ts';
import { notNull } from './bean.ts';
import { Response } from './http.ts';

class ResourceMock {
    static $native = 'System.StaticResourceCalloutMock';
    statusCode = 0;
    status: string | null = null;
    readonly headers = new Map<string, string>();
    /** Resource by endpoint; the empty key answers every endpoint. */
    readonly resources = new Map<string, string>();

    respond(endpoint: string): Response {
        const resource = this.resources.get(endpoint) ?? this.resources.get('');
        if (resource === undefined)
            throwApex('System.CalloutException', `No static resource is set for the endpoint ${endpoint}`);
        const bytes = platform().staticResource(resource);
        if (!bytes) throwApex('System.CalloutException', `Static resource not found: ${resource}`);
        const response = new Response();
        response.statusCode = this.statusCode;
        response.status = this.status;
        response.body = new Blob(bytes);
        for (const [name, value] of this.headers) response.headers.set(name, value);
        return response;
    }
}
class MultiResourceMock extends ResourceMock {
    static override $native = 'System.MultiStaticResourceCalloutMock';
}

const shared: Record<string, NativeFunction> = {
    'void setHeader(String headerName, String headerValue)': (
        self: ResourceMock,
        name: string | null,
        value: string | null
    ) => {
        self.headers.set(notNull(name), value ?? '');
    },
    'void setStatus(String httpStatus)': (self: ResourceMock, status: string | null) => {
        self.status = status;
    },
    'void setStatusCode(Integer httpStatusCode)': (self: ResourceMock, code: number | null) => {
        self.statusCode = notNull(code);
    },
    'System.HttpResponse respond(System.HttpRequest request)': (self: ResourceMock, request: object | null) =>
        self.respond(String(invokeMethod(notNull(request), 'getEndpoint', [])))
};

export const staticMockClasses: readonly NativeClass[] = [
    nativeClass({
        name: 'System.StaticResourceCalloutMock',
        interfaces: ['System.HttpCalloutMock'],
        constructors: { '()': () => new ResourceMock() },
        methods: {
            ...shared,
            'void setStaticResource(String resourceName)': (self: ResourceMock, name: string | null) => {
                self.resources.set('', notNull(name));
            }
        },
        isInstance: (value) => value instanceof ResourceMock && !(value instanceof MultiResourceMock)
    }),
    nativeClass({
        name: 'System.MultiStaticResourceCalloutMock',
        interfaces: ['System.HttpCalloutMock'],
        constructors: { '()': () => new MultiResourceMock() },
        methods: {
            ...shared,
            'void setStaticResource(String endpoint, String resourceName)': (
                self: ResourceMock,
                endpoint: string | null,
                name: string | null
            ) => {
                self.resources.set(notNull(endpoint), notNull(name));
            }
        },
        isInstance: (value) => value instanceof MultiResourceMock
    })
];
