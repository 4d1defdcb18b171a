// /services/apexrest: the org's own Apex resources.
import type { ApiState } from './context.ts';
import type { ApiRequest, ApiResponse } from './http.ts';

export function apexRest(state: ApiState, request: ApiRequest, path: string): ApiResponse {
    const userId = state.sessions.authenticate(request);
    const reply = state.org.apexRest(
        {
            method: request.method,
            path,
            query: Object.fromEntries(request.query),
            headers: request.headers,
            body: request.body,
            remoteAddress: request.remoteAddress
        },
        userId
    );
    return { status: reply.status, headers: reply.headers, body: reply.body };
}
