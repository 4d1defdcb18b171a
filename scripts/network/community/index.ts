// Community Management, /TGCommunityServices/v1: companies, partner directory, users, roles, entitlements.
// Public: the paths, methods, parameters and the members of a user. Assumed: the shape of every answer, and the
// refusals' codes, since the public collections hold requests only.

import { randomUUID } from 'node:crypto';
import { Refusal, readJson, readObject, type Reply, type Request } from '../http.ts';
import type { Scenario } from '../scenario.ts';

export interface CommunityUser extends Record<string, unknown> {
    userId: string;
    loginId: string;
}

const REQUIRED = ['loginId', 'firstName', 'lastName', 'contactInformation'];
const SECRETS = ['loginPassword', 'userPasswordHint'];
const COMPANY_ENTITLEMENTS = ['Lens', 'Community Manager', 'Partner Directory', 'EDI Integration'];

export interface Community {
    /** Answers a public route under a company, or undefined when the path is not one. */
    answer(request: Request): Reply | undefined;
    checkCompany(companyId: string): void;
}

export function createCommunity(scenario: Scenario, directory: () => Record<string, unknown>[]): Community {
    const { company } = scenario;
    const users: CommunityUser[] = scenario.users.map((user) => ({ ...user, userId: randomUUID() }) as CommunityUser);
    const roles = new Map<string, string[]>(users.map((user) => [user.loginId, ['Community Viewer']]));

    function checkCompany(companyId: string): void {
        if (companyId !== company.companyId) {
            throw new Refusal(404, 'company-not-found', `There is no company ${companyId}.`);
        }
    }

    const byId = (userId: string): CommunityUser => {
        const user = users.find((each) => each.userId === userId);
        if (user === undefined) throw new Refusal(404, 'user-not-found', `There is no user with the userId ${userId}.`);
        return user;
    };
    const byLogin = (loginId: string): CommunityUser => {
        const user = users.find((each) => each.loginId === loginId);
        if (user === undefined) throw new Refusal(404, 'user-not-found', `There is no user with loginId ${loginId}.`);
        return user;
    };

    function create(request: Request): Reply {
        const body = readObject(request);
        const missing = REQUIRED.filter((name) => body[name] === undefined || body[name] === '');
        if (missing.length > 0) {
            throw new Refusal(400, 'user-incomplete', `The user has no ${missing.join(', ')}.`);
        }
        checkFree(String(body['loginId']));
        const user = { ...without(body, SECRETS), userId: randomUUID() } as CommunityUser;
        users.push(user);
        roles.set(user.loginId, []);
        return { status: 201, body: user };
    }

    function checkFree(loginId: string): void {
        if (users.some((each) => each.loginId === loginId)) {
            throw new Refusal(409, 'login-id-taken', `The loginId ${loginId} belongs to another user.`);
        }
    }

    function update(user: CommunityUser, request: Request): Reply {
        const body = without(readObject(request), [...SECRETS, 'userId']);
        const loginId = body['loginId'];
        if (typeof loginId === 'string' && loginId !== user.loginId) {
            checkFree(loginId);
            roles.set(loginId, roles.get(user.loginId) ?? []);
            roles.delete(user.loginId);
        }
        Object.assign(user, body);
        return { status: 200, body: user };
    }

    function addRoles(loginId: string, request: Request): Reply {
        byLogin(loginId);
        if (request.query.get('action') !== 'Add') {
            throw new Refusal(400, 'action-unknown', 'The public API has action=Add; the simulator has no other.');
        }
        const body = readJson(request);
        if (!Array.isArray(body) || body.some((each) => typeof each?.roleName !== 'string')) {
            throw new Refusal(400, 'roles-malformed', 'The body must be a list of {"roleName": "…"}.');
        }
        const names = new Set([...(roles.get(loginId) ?? []), ...body.map((each) => String(each.roleName))]);
        roles.set(loginId, [...names]);
        return roleList(loginId);
    }

    const roleList = (loginId: string): Reply => {
        byLogin(loginId);
        return { status: 200, body: { loginId, roles: (roles.get(loginId) ?? []).map((roleName) => ({ roleName })) } };
    };

    function userRoute(request: Request, rest: string[]): Reply | undefined {
        const [key, part] = rest;
        if (key === undefined) {
            if (request.method === 'POST') return create(request);
            if (request.method !== 'GET') return undefined;
            const loginId = request.query.get('loginId');
            const found = loginId === null ? users : users.filter((each) => each.loginId === loginId);
            return { status: 200, body: { users: found } };
        }
        if (part === 'roles' && rest.length === 2) {
            if (request.method === 'GET') return roleList(key);
            return request.method === 'PUT' ? addRoles(key, request) : undefined;
        }
        if (rest.length !== 1) return undefined;
        if (request.method === 'GET') return { status: 200, body: byId(key) };
        if (request.method === 'PUT') return update(byId(key), request);
        if (request.method !== 'DELETE') return undefined;
        users.splice(users.indexOf(byId(key)), 1);
        return { status: 204 };
    }

    function companyRoute(request: Request, rest: string[]): Reply | undefined {
        const [resource] = rest;
        if (resource === 'users') return userRoute(request, rest.slice(1));
        if (request.method !== 'GET' || rest.length > 1) return undefined;
        switch (resource) {
            case undefined:
                return { status: 200, body: { ...company, status: 'Active' } };
            case 'partnerDirectory': {
                const name = request.query.get('partnerCompanyName')?.toLowerCase();
                const partners = directory().filter(
                    (each) => name === undefined || String(each['partnerCompanyName']).toLowerCase().includes(name)
                );
                return { status: 200, body: { companyId: company.companyId, total: partners.length, partners } };
            }
            case 'entitlements':
                return { status: 200, body: entitlements(company.companyId) };
            default:
                return undefined;
        }
    }

    return {
        checkCompany,
        answer(request) {
            const [, kind, key, ...rest] = /^\/TGCommunityServices\/v1\/(.+)$/.exec(request.path)
                ? ['', ...request.path.slice('/TGCommunityServices/v1/'.length).split('/').map(decodeURIComponent)]
                : [];
            if (
                kind === 'users' &&
                key !== undefined &&
                rest.join('/') === 'entitlements' &&
                request.method === 'GET'
            ) {
                byLogin(key);
                return { status: 200, body: entitlements(key) };
            }
            if (kind !== 'companies' || key === undefined) return undefined;
            checkCompany(key);
            return companyRoute(request, rest);
        }
    };
}

function entitlements(owner: string): Record<string, unknown> {
    return { owner, entitlements: COMPANY_ENTITLEMENTS.map((name) => ({ name, enabled: true })) };
}

function without(body: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}
