// Tooling API: anonymous Apex.
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { ApiError, json } from './http.ts';

export function executeAnonymous(context: ApiContext): ApiResponse {
    const code = context.request.query.get('anonymousBody');
    if (!code) throw new ApiError(400, 'MISSING_ARGUMENT', 'The query parameter anonymousBody is required');
    const { log: _log, ...result } = context.org.executeAnonymous(code, context.userId);
    return json(200, result);
}
