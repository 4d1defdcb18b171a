// The door of the APIs: one function from request to answer, over an org.
import type { Org } from '../execution/api.ts';
import { apexRest } from './apexRest.ts';
import { batch, composite } from './composite.ts';
import type { ApiContext, ApiState, Handler } from './context.ts';
import { deployStatus, startDeploy } from './deployRest.ts';
import { DeployJobs } from './deployJobs.ts';
import { describeBasic, describeGlobal, describeObject } from './describe.ts';
import { publish } from './events.ts';
import type { ApiRequest, ApiResponse } from './http.ts';
import { ApiError, errorResponse, json } from './http.ts';
import { identity, token, userInfo } from './oauth.ts';
import { QueryCursors, nextPage, query } from './query.ts';
import { removeMany, retrieveMany, saveMany } from './collections.ts';
import { create, read, readPart, remove, removeByKey, update, upsert } from './records.ts';
import type { Identity } from './sessions.ts';
import { Sessions } from './sessions.ts';
import { soap } from './soap.ts';
import { TestJobs, runAsynchronous, runSynchronous } from './testJobs.ts';
import { executeAnonymous } from './tooling.ts';
import { tree } from './tree.ts';
import { callApex, objectInfo, uiRecord } from './uiApi.ts';

export type { ApiRequest, ApiResponse, Identity };
export type Api = (request: ApiRequest) => Promise<ApiResponse>;

/** Newest first is what clients choose from; older ones answer in the same way. */
const VERSIONS = ['51.0', '58.0', '59.0', '60.0', '61.0', '62.0', '63.0', '64.0', '65.0', '66.0', '67.0'];

/** Method, path below /services/data/vXX.0, handler. The first that fits answers. */
const ROUTES: readonly [string, RegExp, Handler][] = [
    ['GET', /^\/query$/, (context) => query(context, false, false)],
    ['GET', /^\/queryAll$/, (context) => query(context, true, false)],
    ['GET', /^\/query(?:All)?\/([\w-]+)$/, (context, locator = '') => nextPage(context, locator, false)],
    ['GET', /^\/tooling\/query$/, (context) => query(context, false, true)],
    ['GET', /^\/tooling\/query\/([\w-]+)$/, (context, locator = '') => nextPage(context, locator, true)],
    ['POST', /^\/tooling\/runTestsAsynchronous$/i, runAsynchronous],
    ['POST', /^\/tooling\/runTestsSynchronous$/i, runSynchronous],
    ['GET', /^\/tooling\/executeAnonymous$/i, executeAnonymous],
    ['POST', /^\/metadata\/deployRequest$/, startDeploy],
    ['GET', /^\/metadata\/deployRequest\/(\w+)$/, deployStatus],
    ['GET', /^(?:\/tooling)?\/sobjects$/, describeGlobal],
    ['GET', /^(?:\/tooling)?\/sobjects\/(\w+)$/, describeBasic],
    ['GET', /^(?:\/tooling)?\/sobjects\/(\w+)\/describe$/, describeObject],
    ['POST', /^\/sobjects\/(\w+__e)$/, publish],
    ['POST', /^\/sobjects\/(\w+)$/, create],
    ['GET', /^\/sobjects\/(\w+)\/(\w{15,18})$/, read],
    ['PATCH', /^\/sobjects\/(\w+)\/(\w{15}|\w{18})$/, update],
    ['DELETE', /^\/sobjects\/(\w+)\/(\w{15,18})$/, remove],
    ['GET', /^\/sobjects\/(\w+)\/(\w+)\/(.+)$/, readPart],
    ['DELETE', /^\/sobjects\/(\w+)\/(\w+)\/(.+)$/, removeByKey],
    ['PATCH', /^\/sobjects\/(\w+)\/(\w+)\/(.+)$/, upsert],
    ['GET', /^\/composite\/sobjects\/(\w+)$/, retrieveMany],
    ['POST', /^\/composite\/sobjects\/(\w+)$/, retrieveMany],
    ['POST', /^\/composite\/sobjects$/, (context) => saveMany(context, 'insert', null, null)],
    ['PATCH', /^\/composite\/sobjects$/, (context) => saveMany(context, 'update', null, null)],
    [
        'PATCH',
        /^\/composite\/sobjects\/(\w+)\/(\w+)$/,
        (context, object = '', field = '') => saveMany(context, 'upsert', object, field)
    ],
    ['DELETE', /^\/composite\/sobjects$/, removeMany],
    ['POST', /^\/composite\/tree\/(\w+)$/, tree],
    ['GET', /^\/ui-api\/records\/(\w{15,18})$/, uiRecord],
    ['GET', /^\/ui-api\/object-info\/(\w+)$/, objectInfo],
    ['GET', /^\/limits$/, () => json(200, limits())]
];

export interface ApiOptions {
    admin: Identity;
    /** Session id of the administrator that is valid from the start. */
    adminToken: string;
}

export function createApi(org: Org, options: ApiOptions): Api {
    const state: ApiState = {
        org,
        sessions: new Sessions(options.admin, options.adminToken),
        cursors: new QueryCursors(),
        deploys: new DeployJobs(),
        testJobs: new TestJobs()
    };
    const api: Api = async (request) => {
        try {
            return await route(state, request, api);
        } catch (error) {
            if (error instanceof ApiError) return errorResponse(error);
            const message = error instanceof Error ? error.message : String(error);
            return errorResponse(new ApiError(500, codeOf(error) ?? 'UNKNOWN_EXCEPTION', message));
        }
    };
    return api;
}

async function route(state: ApiState, request: ApiRequest, api: Api): Promise<ApiResponse> {
    const path = request.path.length > 1 ? request.path.replace(/\/$/, '') : request.path;
    if (path === '/services/data')
        return json(
            200,
            VERSIONS.map((version) => ({ label: `v${version}`, url: `/services/data/v${version}`, version }))
        );
    if (path === '/services/oauth2/token') return token(state, request);
    if (path === '/services/oauth2/userinfo') return userInfo(state, request);
    if (/^\/id\/\w+\/\w+$/.test(path)) return identity(state, request);
    const soapPath = /^\/services\/Soap\/(\w)\/([\d.]+)/.exec(path);
    if (soapPath) return await soap(state, request, soapPath[1] ?? '', soapPath[2] ?? '');
    const rest = /^\/services\/apexrest(\/.*)$/.exec(path);
    if (rest) return apexRest(state, request, rest[1] ?? '/');
    const lightning = /^\/lightning\/apex\/([\w.]+)\/(\w+)$/.exec(path);
    if (lightning) {
        const context: ApiContext = {
            ...state,
            request,
            version: '67.0',
            userId: state.sessions.authenticate(request)
        };
        return callApex(context, lightning[1] ?? '', lightning[2] ?? '');
    }
    const data = /^\/services\/data\/v([\d.]+)(\/.*)?$/.exec(path);
    if (!data) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    const context: ApiContext = {
        ...state,
        request,
        version: data[1] ?? '',
        userId: state.sessions.authenticate(request)
    };
    return await dataRoute(context, data[2] ?? '/', api);
}

async function dataRoute(context: ApiContext, below: string, api: Api): Promise<ApiResponse> {
    const method =
        context.request.method === 'POST'
            ? (context.request.query.get('_HttpMethod') ?? 'POST')
            : context.request.method;
    if (below === '/') return json(200, resources(context));
    if (method === 'POST' && below === '/composite') return await composite(context, api);
    if (method === 'POST' && below === '/composite/batch') return await batch(context, api);
    for (const [verb, pattern, handler] of ROUTES) {
        const match = verb === method ? pattern.exec(below) : null;
        if (match) return await handler(context, ...match.slice(1));
    }
    throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

function resources(context: ApiContext): Record<string, string> {
    const base = `/services/data/v${context.version}`;
    const { admin } = context.sessions;
    return {
        ...Object.fromEntries(
            ['sobjects', 'query', 'queryAll', 'tooling', 'metadata', 'limits', 'composite', 'ui-api'].map((name) => [
                name,
                `${base}/${name}`
            ])
        ),
        identity: `${context.request.origin}/id/${admin.organizationId}/${admin.userId}`
    };
}

/** The local org meters no daily use: the whole allocation remains. */
function limits(): Record<string, unknown> {
    return { DailyApiRequests: { Max: 15000, Remaining: 15000 } };
}

function codeOf(error: unknown): string | null {
    const code = (error as { apexType?: string } | null)?.apexType;
    return code ? 'APEX_ERROR' : null;
}
