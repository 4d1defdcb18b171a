// Login: the token endpoint, userinfo and the identity URL. Any client credentials are taken and give the
// administrator's session: the org listens on 127.0.0.1 for whoever runs it.
import type { ApiState } from './context.ts';
import type { ApiRequest, ApiResponse } from './http.ts';
import { json, textOf } from './http.ts';

export function token(state: ApiState, request: ApiRequest): ApiResponse {
    const form = new URLSearchParams(textOf(request));
    const grant = form.get('grant_type') ?? request.query.get('grant_type');
    if (!grant) return json(400, { error: 'unsupported_grant_type', error_description: 'grant type not supported' });
    const { admin } = state.sessions;
    return json(200, {
        access_token: state.sessions.issue(admin.userId),
        instance_url: request.origin,
        id: `${request.origin}/id/${admin.organizationId}/${admin.userId}`,
        token_type: 'Bearer',
        issued_at: String(Date.now()),
        signature: '',
        scope: 'api refresh_token',
        ...(grant === 'authorization_code' ? { refresh_token: state.sessions.issue(admin.userId) } : {})
    });
}

export function userInfo(state: ApiState, request: ApiRequest): ApiResponse {
    state.sessions.authenticate(request);
    const { admin } = state.sessions;
    return json(200, {
        sub: `${request.origin}/id/${admin.organizationId}/${admin.userId}`,
        user_id: admin.userId,
        organization_id: admin.organizationId,
        preferred_username: admin.username,
        nickname: admin.name,
        name: admin.name,
        email: admin.email,
        zoneinfo: 'GMT',
        user_type: 'STANDARD',
        language: 'en_US',
        locale: 'en_US'
    });
}

export function identity(state: ApiState, request: ApiRequest): ApiResponse {
    state.sessions.authenticate(request);
    const { admin } = state.sessions;
    return json(200, {
        user_id: admin.userId,
        organization_id: admin.organizationId,
        username: admin.username,
        email: admin.email
    });
}
