// ASSUMED. Nothing here is in OpenText's public documents: fetching a document's content, submitting a document,
// writing to the partner directory, agreements. Paths and shapes are this project's, to be confirmed per tenant.

import { iso, type Clock } from './clock.ts';
import type { Partnerships } from './community/partnerships.ts';
import { Refusal, readObject, type Reply, type Request } from './http.ts';
import type { NetworkState } from './state.ts';

export interface AssumedOptions {
    state: NetworkState;
    clock: Clock;
    partnerships: Partnerships;
    checkCompany(companyId: string): void;
    /** Seconds from accepting a document to its delivery, and again to its acknowledgement. */
    settleSeconds: number;
}

const ACKNOWLEDGEMENTS = ['997', '999', 'TA1', 'CONTRL', 'APERAK', '824'];
const COMPANY_PATH = /^\/TGCommunityServices\/v1\/companies\/([^/]+)\/(partnerDirectory|agreements)(?:\/([^/]+))?$/;

export function createAssumed(options: AssumedOptions): { answer(request: Request): Reply | undefined } {
    const { state, clock, partnerships } = options;
    const agreements = new Map(state.scenario.agreements.map((each) => [String(each['agreementId']), { ...each }]));

    function content(transactionId: string): Reply {
        const found = state.contents.get(transactionId);
        if (found === undefined) {
            throw new Refusal(404, 'content-not-found', `There is no content for transaction ${transactionId}.`);
        }
        return { status: 200, headers: { 'content-type': found.contentType }, body: found.text };
    }

    function submit(request: Request): Reply {
        const body = readObject(request);
        const missing = ['sender', 'receiver', 'type', 'content'].filter((name) => !isText(body[name]));
        if (missing.length > 0) throw new Refusal(400, 'document-incomplete', `Missing: ${missing.join(', ')}.`);
        const receiver = partnerships.list().find((each) => each.ediAddress === body['receiver']);
        if (receiver === undefined || receiver.status !== 'Approved') {
            throw new Refusal(
                422,
                'receiver-unknown',
                `There is no approved partnership with ${String(body['receiver'])}.`
            );
        }
        const text =
            body['encoding'] === 'base64'
                ? Buffer.from(String(body['content']), 'base64').toString('utf8')
                : String(body['content']);
        const type = String(body['type']);
        const entry = state.add({
            transactionlevel: 'Document',
            editype: type,
            type,
            status: 'P',
            fastatus: ACKNOWLEDGEMENTS.includes(type) ? 'N' : 'W',
            sendername: state.scenario.company.companyName,
            senderaddress: String(body['sender']),
            receivername: String(receiver['partnerCompanyName']),
            receiveraddress: String(body['receiver']),
            inagent: 'HTTP',
            insize: Buffer.byteLength(text),
            ...(isText(body['correlationId']) ? { correlationid: body['correlationId'] } : {})
        });
        const transactionId = String(entry.fields['transactionid']);
        state.contents.set(transactionId, { text, contentType: 'text/plain; charset=utf-8' });
        const delivered = clock.now() + options.settleSeconds * 1000;
        state.change([entry], { status: 'S', deliverystatus: 'Delivered' }, delivered);
        if (!ACKNOWLEDGEMENTS.includes(type)) {
            const at = delivered + options.settleSeconds * 1000;
            state.change([entry], { fastatus: 'A', fastatusdate: iso(at) }, at);
        }
        return {
            status: 202,
            body: { transactionId, correlationId: entry.fields['correlationid'], status: 'Processing' }
        };
    }

    function agreementRoute(request: Request, id: string | undefined): Reply | undefined {
        if (id === undefined) {
            if (request.method !== 'GET') return undefined;
            return { status: 200, body: { total: agreements.size, agreements: [...agreements.values()] } };
        }
        const found = agreements.get(id);
        if (request.method === 'GET') {
            if (found === undefined) throw new Refusal(404, 'agreement-not-found', `There is no agreement ${id}.`);
            return { status: 200, body: found };
        }
        if (request.method !== 'PUT') return undefined;
        const changed: Record<string, unknown> = {
            ...found,
            ...readObject(request),
            agreementId: id,
            revision: Number(found?.['revision'] ?? 0) + 1,
            lastModified: iso(clock.now())
        };
        agreements.set(id, changed);
        return { status: found === undefined ? 201 : 200, body: changed };
    }

    return {
        answer(request) {
            const transaction = /^\/visibility_transactions\/([^/]+)\/content$/.exec(request.path);
            if (transaction !== null && request.method === 'GET') return content(decodeURIComponent(transaction[1]!));
            if (request.path === '/v1/documents' && request.method === 'POST') return submit(request);
            const company = COMPANY_PATH.exec(request.path);
            if (company === null) return undefined;
            options.checkCompany(decodeURIComponent(company[1]!));
            const id = company[3] === undefined ? undefined : decodeURIComponent(company[3]);
            return company[2] === 'agreements' ? agreementRoute(request, id) : partnerships.answer(request, id);
        }
    };
}

function isText(value: unknown): value is string {
    return typeof value === 'string' && value !== '';
}
