// HTTP from Apex: the rule of uncommitted work, mocks in tests, Named Credentials.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_callouts_named_credentials.htm
import { throwApex } from '../apex/runtime/exceptions.ts';
import type { HttpRequestData, HttpResponseData } from '../apex/runtime/platform.ts';
import type { CredentialFacts } from '../metadata/index.ts';
import type { OrgContext } from './context.ts';

const MAX_TIMEOUT = 120_000;

export interface Secret {
    clientId: string;
    clientSecret: string;
    endpointUrl?: string;
    tokenUrl?: string;
}

interface Token {
    value: string;
    expires: number;
}

export class Callouts {
    readonly #org: OrgContext;
    readonly #credential: (name: string) => CredentialFacts | null;
    readonly #secrets = new Map<string, Secret>();
    readonly #tokens = new Map<string, Token>();

    constructor(org: OrgContext, credential: (name: string) => CredentialFacts | null) {
        this.#org = org;
        this.#credential = credential;
    }

    setSecret(name: string, secret: Secret): void {
        this.#secrets.set(name.toLowerCase(), secret);
        this.#tokens.clear();
    }

    /** Called before a mock or the network answers: counts, and refuses after uncommitted work. */
    admit(request: HttpRequestData): void {
        const { tx } = this.#org;
        if (tx.job?.kind === 'future' && !tx.job.callout)
            throwApex(
                'System.CalloutException',
                'Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)'
            );
        if (tx.uncommittedWork)
            throwApex(
                'System.CalloutException',
                'You have uncommitted work pending. Please commit or rollback before calling out'
            );
        if (request.timeout > MAX_TIMEOUT || request.timeout < 1)
            throwApex('System.CalloutException', 'timeout must be between 1 and 120000 milliseconds');
        tx.limits.count('callouts', 1);
    }

    send(request: HttpRequestData): HttpResponseData {
        this.admit(request);
        const { options, tx } = this.#org;
        if (tx.isTest)
            throwApex('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
        if (!options.send) throwApex('System.CalloutException', 'unsupported: the org was started without a network');
        const target = request.endpoint.startsWith('callout:') ? this.#named(request) : request;
        if (!/^https?:\/\//i.test(target.endpoint))
            throwApex('System.CalloutException', `no protocol: ${target.endpoint}`);
        let response = this.#transmit(target);
        if (response.statusCode === 401 && request.endpoint.startsWith('callout:')) {
            // An expired token is asked for anew once, as the platform does.
            this.#tokens.clear();
            response = this.#transmit(this.#named(request));
        }
        return response;
    }

    #transmit(request: HttpRequestData): HttpResponseData {
        try {
            return (this.#org.options.send as (request: HttpRequestData) => HttpResponseData)(request);
        } catch (error) {
            throwApex('System.CalloutException', error instanceof Error ? error.message : String(error));
        }
    }

    #named(request: HttpRequestData): HttpRequestData {
        const match = /^callout:([A-Za-z0-9_]+)(.*)$/s.exec(request.endpoint);
        const name = match?.[1] ?? '';
        const facts = this.#credential(name);
        if (!facts)
            throwApex(
                'System.CalloutException',
                `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`
            );
        const secret = facts.secretNames
            .map((item) => this.#secrets.get(item.toLowerCase()))
            .find((item) => item !== undefined);
        const override = facts.secretNames
            .map((item) => this.#secrets.get(item.toLowerCase())?.endpointUrl)
            .find((item) => item !== undefined);
        const base = (override ?? facts.url).replace(/\/$/, '');
        const headers = { ...request.headers };
        for (const header of facts.headers) headers[header.name] ??= header.value;
        if (facts.generateAuthorizationHeader && facts.protocol !== 'none' && facts.protocol !== 'custom') {
            if (!secret)
                throwApex(
                    'System.CalloutException',
                    `The callout couldn't access the endpoint. The external credential of "${name}" has no credentials: set them first.`
                );
            headers.Authorization = facts.protocol === 'basic' ? basic(secret) : `Bearer ${this.#token(facts, secret)}`;
        }
        return { ...request, endpoint: base + (match?.[2] ?? ''), headers };
    }

    #token(facts: CredentialFacts, secret: Secret): string {
        const url = secret.tokenUrl ?? facts.tokenUrl;
        if (!url) throwApex('System.CalloutException', 'The external credential has no token endpoint');
        const key = `${url} ${secret.clientId} ${facts.scope ?? ''}`;
        const known = this.#tokens.get(key);
        if (known && known.expires > this.#org.now() + 5000) return known.value;
        const form = new URLSearchParams(facts.tokenQuery.grant_type ? {} : { grant_type: 'client_credentials' });
        if (facts.scope) form.set('scope', facts.scope);
        const headers: Record<string, string> = {
            'Content-Type': 'application/x-www-form-urlencoded',
            Accept: 'application/json'
        };
        if (facts.clientAuthentication === 'basic') headers.Authorization = basic(secret);
        else {
            form.set('client_id', secret.clientId);
            form.set('client_secret', secret.clientSecret);
        }
        const query = new URLSearchParams(facts.tokenQuery).toString();
        const response = this.#transmit({
            method: 'POST',
            endpoint: query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url,
            headers,
            body: Buffer.from(form.toString()),
            timeout: 30_000,
            compressed: false,
            clientCertificateName: null
        });
        const text = Buffer.from(response.body).toString('utf8');
        const answer = parse(text);
        if (response.statusCode !== 200 || typeof answer.access_token !== 'string') {
            throwApex(
                'System.CalloutException',
                `Unable to fetch the OAuth token. Error: ${String(answer.error ?? response.statusCode)}. Error description: ${String(answer.error_description ?? text.slice(0, 200))}`
            );
        }
        const seconds = Number(answer.expires_in ?? 3600);
        this.#tokens.set(key, { value: answer.access_token, expires: this.#org.now() + seconds * 1000 });
        return answer.access_token;
    }
}

function basic(secret: Secret): string {
    return `Basic ${Buffer.from(`${secret.clientId}:${secret.clientSecret}`).toString('base64')}`;
}

function parse(text: string): Record<string, unknown> {
    try {
        return JSON.parse(text) as Record<string, unknown>;
    } catch {
        return {};
    }
}
