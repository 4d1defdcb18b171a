// POST /v1/oauth2/tokens: OAuth 2 client credentials with HTTP Basic, tokens that last ten hours.
// Public: the path, `grant_type` in the query string, Basic authentication, `access_token` in the answer.
// The other members of the answer follow RFC 6749 section 5.

import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Reply, Request } from './http.ts';

const LIFETIME_SECONDS = 10 * 60 * 60;

export interface Tokens {
    grant(request: Request): Reply;
    /** The consumer key of a live token in an Authorization header, or undefined. */
    clientOf(authorization: string | undefined): string | undefined;
    expireAll(): number;
    issued(): number;
}

export function createTokens(clock: Clock, clients: Record<string, string>): Tokens {
    const live = new Map<string, { client: string; until: number }>();
    let issued = 0;

    const refuse = (status: number, error: string, description: string): Reply => ({
        status,
        headers: status === 401 ? { 'www-authenticate': 'Basic realm="Trading Grid"' } : {},
        body: { error, error_description: description }
    });

    return {
        grant(request) {
            const client = basicClient(request.headers.authorization, clients);
            if (client === undefined) {
                return refuse(
                    401,
                    'invalid_client',
                    'Send the consumer key and secret with HTTP Basic authentication.'
                );
            }
            const grantType = request.query.get('grant_type') ?? new URLSearchParams(request.body).get('grant_type');
            if (grantType === null) return refuse(400, 'invalid_request', 'grant_type is missing.');
            if (grantType !== 'client_credentials') {
                return refuse(
                    400,
                    'unsupported_grant_type',
                    `grant_type must be client_credentials, not ${grantType}.`
                );
            }
            const token = randomBytes(24).toString('base64url');
            live.set(token, { client, until: clock.now() + LIFETIME_SECONDS * 1000 });
            issued++;
            return {
                status: 200,
                headers: { 'cache-control': 'no-store' },
                body: { access_token: token, token_type: 'Bearer', expires_in: LIFETIME_SECONDS }
            };
        },
        clientOf(authorization) {
            const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
            const found = token === undefined ? undefined : live.get(token);
            return found !== undefined && found.until > clock.now() ? found.client : undefined;
        },
        expireAll() {
            const count = live.size;
            live.clear();
            return count;
        },
        issued: () => issued
    };
}

function basicClient(authorization: string | undefined, clients: Record<string, string>): string | undefined {
    const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
    if (encoded === undefined) return undefined;
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    const key = text.slice(0, colon);
    return colon > 0 && Object.hasOwn(clients, key) && clients[key] === text.slice(colon + 1) ? key : undefined;
}
