// The SOAP calls that Salesforce's own clients make: Metadata API deploy and status, Apex API executeAnonymous, login.
import type { AnonymousResult } from '../execution/api.ts';
import type { ApiState } from './context.ts';
import type { ApiRequest, ApiResponse } from './http.ts';
import { ApiError, textOf, xml } from './http.ts';

const METADATA = 'http://soap.sforce.com/2006/04/metadata';
const APEX = 'http://soap.sforce.com/2006/08/apex';
const PARTNER = 'urn:partner.soap.sforce.com';

export async function soap(state: ApiState, request: ApiRequest, api: string, version: string): Promise<ApiResponse> {
    const text = textOf(request);
    const operation = /<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)/.exec(text)?.[1] ?? '';
    try {
        if (operation === 'login') return login(state, request, version);
        const userId = authenticate(state, text);
        if (api === 'm') return await metadata(state, text, operation);
        if (api === 's' && operation === 'executeAnonymous') {
            const code = unescape(element(text, 'String') ?? element(text, 'apexcode') ?? '');
            return anonymous(state.org.executeAnonymous(code, userId));
        }
        return fault('sf:UNKNOWN_EXCEPTION', `unsupported: the SOAP call ${operation} of ${request.path}`);
    } catch (error) {
        if (error instanceof ApiError) return fault(`sf:${error.code}`, error.message);
        throw error;
    }
}

function authenticate(state: ApiState, text: string): string {
    const session = element(text, 'sessionId');
    const user = session ? state.sessions.userOf(unescape(session)) : null;
    if (!user)
        throw new ApiError(
            401,
            'INVALID_SESSION_ID',
            'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session'
        );
    return user;
}

async function metadata(state: ApiState, text: string, operation: string): Promise<ApiResponse> {
    switch (operation) {
        case 'deploy': {
            const options = element(text, 'DeployOptions') ?? '';
            const id = await state.deploys.deploy(
                state.org,
                Buffer.from(element(text, 'ZipFile') ?? '', 'base64'),
                {
                    checkOnly: element(options, 'checkOnly') === 'true',
                    rollbackOnError: element(options, 'rollbackOnError') !== 'false',
                    testLevel: element(options, 'testLevel') ?? '',
                    runTests: [...options.matchAll(/<runTests>([^<]*)<\/runTests>/g)].map((match) => match[1] ?? '')
                },
                state.sessions.admin
            );
            return envelope(
                METADATA,
                `<deployResponse><result><done>false</done><id>${id}</id><state>Queued</state></result></deployResponse>`
            );
        }
        case 'checkDeployStatus': {
            const status = state.deploys.find(element(text, 'asyncProcessId') ?? '');
            return envelope(
                METADATA,
                `<checkDeployStatusResponse><result>${toXml(status)}</result></checkDeployStatusResponse>`
            );
        }
        case 'cancelDeploy':
            return envelope(
                METADATA,
                `<cancelDeployResponse><result><done>true</done><id>${element(text, 'String') ?? ''}</id></result></cancelDeployResponse>`
            );
        case 'describeMetadata':
            return envelope(
                METADATA,
                `<describeMetadataResponse><result>${toXml({
                    metadataObjects: [
                        {
                            directoryName: 'classes',
                            inFolder: false,
                            metaFile: true,
                            suffix: 'cls',
                            xmlName: 'ApexClass'
                        },
                        {
                            directoryName: 'objects',
                            inFolder: false,
                            metaFile: false,
                            suffix: 'object',
                            xmlName: 'CustomObject'
                        }
                    ],
                    organizationNamespace: '',
                    partialSaveAllowed: true,
                    testRequired: false
                })}</result></describeMetadataResponse>`
            );
        default:
            return fault('sf:UNKNOWN_EXCEPTION', `unsupported: the Metadata API call ${operation}`);
    }
}

function anonymous(result: AnonymousResult): ApiResponse {
    const nil = (name: string, value: string | null): string =>
        value === null ? `<${name} xsi:nil="true"/>` : `<${name}>${escape(value)}</${name}>`;
    const body = `<executeAnonymousResponse><result><column>${String(result.column)}</column>${nil('compileProblem', result.compileProblem)}<compiled>${String(result.compiled)}</compiled>${nil('exceptionMessage', result.exceptionMessage)}${nil('exceptionStackTrace', result.exceptionStackTrace)}<line>${String(result.line)}</line><success>${String(result.success)}</success></result></executeAnonymousResponse>`;
    const header = `<soapenv:Header><DebuggingInfo><debugLog>${escape(result.log)}</debugLog></DebuggingInfo></soapenv:Header>`;
    return envelope(APEX, body, header);
}

function login(state: ApiState, request: ApiRequest, version: string): ApiResponse {
    const { admin } = state.sessions;
    const org = admin.organizationId.slice(0, 15);
    const result = {
        metadataServerUrl: `${request.origin}/services/Soap/m/${version}/${org}`,
        passwordExpired: false,
        sandbox: false,
        serverUrl: `${request.origin}/services/Soap/u/${version}/${org}`,
        sessionId: state.sessions.issue(admin.userId),
        userId: admin.userId,
        userInfo: { organizationId: admin.organizationId, userId: admin.userId, userName: admin.username }
    };
    return envelope(PARTNER, `<loginResponse><result>${toXml(result)}</result></loginResponse>`);
}

function envelope(namespace: string, inner: string, header = ''): ApiResponse {
    return xml(
        200,
        `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${header}<soapenv:Body>${inner}</soapenv:Body></soapenv:Envelope>`
    );
}

function fault(code: string, message: string): ApiResponse {
    const body = `<soapenv:Fault><faultcode>${escape(code)}</faultcode><faultstring>${escape(message)}</faultstring></soapenv:Fault>`;
    return { ...envelope(PARTNER, body), status: 500 };
}

/** Text of the first element of this local name; requests are machine-made and flat. */
function element(text: string, name: string): string | null {
    return new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(text)?.[1] ?? null;
}

function toXml(value: Record<string, unknown>): string {
    return Object.entries(value)
        .map(([key, entry]) => elementXml(key, entry))
        .join('');
}

function elementXml(key: string, value: unknown): string {
    if (value === undefined || value === null) return '';
    if (Array.isArray(value)) return value.map((entry) => elementXml(key, entry)).join('');
    if (typeof value === 'object') return `<${key}>${toXml(value as Record<string, unknown>)}</${key}>`;
    return `<${key}>${escape(String(value as string | number | boolean))}</${key}>`;
}

function escape(text: string): string {
    return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);
}

function unescape(text: string): string {
    return text.replace(/&(lt|gt|quot|apos|amp|#x?[0-9a-fA-F]+);/g, (whole, name: string) => {
        if (name.startsWith('#x')) return String.fromCodePoint(parseInt(name.slice(2), 16));
        if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
        return { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name] ?? whole;
    });
}
