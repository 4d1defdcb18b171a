// Who may call. A session id is `<organization id>!<secret>`, as Salesforce's are. The org starts with one for its
// administrator; the token endpoint gives more for the same user. Nothing leaves 127.0.0.1.
import { randomBytes } from 'node:crypto';
import type { ApiRequest } from './http.ts';
import { ApiError } from './http.ts';

export interface Identity {
    organizationId: string;
    userId: string;
    username: string;
    name: string;
    email: string;
}

export class Sessions {
    readonly admin: Identity;
    readonly #tokens = new Map<string, string>();

    constructor(admin: Identity, adminToken: string) {
        this.admin = admin;
        this.#tokens.set(adminToken, admin.userId);
    }

    issue(userId: string): string {
        const token = `${this.admin.organizationId}!${randomBytes(24).toString('hex')}`;
        this.#tokens.set(token, userId);
        return token;
    }

    userOf(token: string): string | null {
        return this.#tokens.get(token) ?? null;
    }

    /** The user behind the Authorization header, or the API's 401. */
    authenticate(request: ApiRequest): string {
        const match = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.authorization ?? '');
        const user = match?.[1] ? this.userOf(match[1]) : null;
        if (!user) throw new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
        return user;
    }
}
