// A Salesforce org over HTTP, as far as commands need it: the local org that runs, or one that the Salesforce CLI knows.
import { runningOrg } from './project.ts';

/** Where the package is set up after an installation. */
export const SETUP = '/services/apexrest/tgrid/v1/setup';

export interface Target {
    url: string;
    accessToken: string;
}

/** The org to talk to: a Salesforce CLI user name or alias, or the local org that runs. Throws with the next step. */
export async function targetOrg(usernameOrAlias: string | undefined): Promise<Target> {
    if (usernameOrAlias !== undefined) {
        const { Org } = await import('@salesforce/core');
        const connection = (await Org.create({ aliasOrUsername: usernameOrAlias })).getConnection();
        return { url: connection.instanceUrl, accessToken: connection.accessToken ?? '' };
    }
    const running = runningOrg();
    if (!running) throw new Error('No local org runs. Start one with `npm start`, or name an org with --target-org.');
    return { url: running.url, accessToken: running.accessToken };
}

export interface Answer {
    status: number;
    body: unknown;
}

export async function request(
    target: Target,
    method: string,
    path: string,
    body?: Uint8Array | string,
    contentType = 'application/json'
): Promise<Answer> {
    const response = await fetch(new URL(path, target.url), {
        method,
        headers: {
            authorization: `Bearer ${target.accessToken}`,
            ...(body === undefined ? {} : { 'content-type': contentType })
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) })
    });
    const text = await response.text();
    try {
        return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    } catch {
        return { status: response.status, body: text };
    }
}
