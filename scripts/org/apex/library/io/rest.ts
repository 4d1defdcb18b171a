// System.RestContext, RestRequest and RestResponse.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_restcontext.htm
import { ApexMap } from '../../runtime/collections.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import { type Bean, beanClass } from './bean.ts';

const noTexts = (): ApexMap<string, string> => ApexMap.of('String', 'String', []);
const put = (self: Bean, property: string, name: string | null, value: string | null): void => {
    (self.read(property) as ApexMap<string | null, string | null>).put(name, value);
};

export const restRequest = beanClass(
    'System.RestRequest',
    [
        'Map<String,String> headers',
        'String httpMethod',
        'Map<String,String> params',
        'String remoteAddress',
        'Blob requestBody',
        'String requestURI',
        'String resourcePath'
    ],
    {
        start: (bean) => {
            bean.write('headers', noTexts());
            bean.write('params', noTexts());
        },
        methods: {
            'void addHeader(String name, String value)': (self: Bean, name: string | null, value: string | null) => {
                put(self, 'headers', name, value);
            },
            'void addParameter(String name, String value)': (self: Bean, name: string | null, value: string | null) => {
                put(self, 'params', name, value);
            }
        }
    }
);

export const restResponse = beanClass(
    'System.RestResponse',
    ['Map<String,String> headers', 'Blob responseBody', 'Integer statusCode'],
    {
        start: (bean) => {
            bean.write('headers', noTexts());
        },
        methods: {
            'void addHeader(String name, String value)': (self: Bean, name: string | null, value: string | null) => {
                put(self, 'headers', name, value);
            }
        }
    }
);

/** The request and the response of the transaction that runs. */
let context: { requestId: string; request: Bean | null; response: Bean | null } = {
    requestId: '',
    request: null,
    response: null
};

function current(): typeof context {
    const { requestId } = platform();
    if (context.requestId !== requestId) context = { requestId, request: null, response: null };
    return context;
}

export const restContext = nativeClass({
    name: 'System.RestContext',
    staticProperties: {
        'System.RestRequest request': {
            get: () => current().request,
            set: (value: Bean | null) => {
                current().request = value;
            }
        },
        'System.RestResponse response': {
            get: () => current().response,
            set: (value: Bean | null) => {
                current().response = value;
            }
        }
    }
});
