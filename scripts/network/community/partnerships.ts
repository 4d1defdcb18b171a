// ASSUMED. The partner directory as something to write to: a partnership is requested, is pending, and is approved or
// rejected later. Only reading the directory is public; the states are those of Trading Grid Online's help.

import { randomUUID } from 'node:crypto';
import { iso, type Clock } from '../clock.ts';
import { Refusal, readObject, type Reply, type Request } from '../http.ts';
import type { Scenario } from '../scenario.ts';

interface Partnership extends Record<string, unknown> {
    partnershipId: string;
    ediAddress: string;
    status: string;
}

const REQUIRED = ['partnerCompanyName', 'ediAddress', 'role'];
const ROLES = ['Sender', 'Receiver', 'Both'];
const DECISIONS = ['Approved', 'Rejected', 'Terminated'];

export interface Partnerships {
    list(): Partnership[];
    /** Answers a write to the directory, or a read of one partnership. */
    answer(request: Request, id: string | undefined): Reply | undefined;
}

export function createPartnerships(scenario: Scenario, clock: Clock): Partnerships {
    const decisions = new Map<string, { at: number; status: string; reason: string | null }>();
    const partnerships: Partnership[] = scenario.partners.map((partner) => ({
        partnershipId: randomUUID(),
        partnerCompanyId: partner.companyId,
        partnerCompanyName: partner.companyName,
        mailbox: partner.mailbox,
        van: partner.van,
        ediAddress: partner.address,
        role: 'Sender',
        status: 'Approved',
        contact: partner.contact,
        reason: null,
        requestedDate: iso(clock.now()),
        statusDate: iso(clock.now())
    }));

    function settle(): Partnership[] {
        for (const partnership of partnerships) {
            const decision = decisions.get(partnership.partnershipId);
            if (decision === undefined || decision.at > clock.now()) continue;
            Object.assign(partnership, {
                status: decision.status,
                reason: decision.reason,
                statusDate: iso(decision.at)
            });
            decisions.delete(partnership.partnershipId);
        }
        return partnerships;
    }

    function request(body: Record<string, unknown>): Reply {
        const missing = REQUIRED.filter((name) => typeof body[name] !== 'string' || body[name] === '');
        if (missing.length > 0) throw new Refusal(400, 'partnership-incomplete', `Missing: ${missing.join(', ')}.`);
        const ediAddress = String(body['ediAddress']);
        if (!/^[A-Z0-9]{1,4}:\S{1,35}$/i.test(ediAddress)) {
            throw new Refusal(
                400,
                'edi-address-malformed',
                `${ediAddress} is not qualifier:id, such as ZZ:DEMORETAILER.`
            );
        }
        if (!ROLES.includes(String(body['role']))) {
            throw new Refusal(400, 'role-unknown', `role must be one of ${ROLES.join(', ')}.`);
        }
        const open = settle().find(
            (each) => each.ediAddress === ediAddress && !['Rejected', 'Terminated'].includes(each.status)
        );
        if (open !== undefined) {
            throw new Refusal(409, 'partnership-exists', `${ediAddress} has the partnership ${open.partnershipId}.`);
        }
        const now = clock.now();
        const partnership: Partnership = {
            partnerCompanyId: null,
            mailbox: null,
            van: null,
            ...body,
            partnershipId: randomUUID(),
            ediAddress,
            status: 'Pending Partner Approval',
            reason: null,
            requestedDate: iso(now),
            statusDate: iso(now)
        };
        partnerships.push(partnership);
        const rejected = scenario.approvals.rejectAddresses.includes(ediAddress);
        decisions.set(partnership.partnershipId, {
            at: now + scenario.approvals.afterSeconds * 1000,
            status: rejected ? 'Rejected' : 'Approved',
            reason: rejected ? 'The partner does not know the requesting company.' : null
        });
        return { status: 201, body: partnership };
    }

    function update(partnership: Partnership, body: Record<string, unknown>): Reply {
        const status = body['status'];
        if (status !== undefined && !DECISIONS.includes(String(status))) {
            throw new Refusal(400, 'status-unknown', `status must be one of ${DECISIONS.join(', ')}.`);
        }
        const { partnershipId, requestedDate } = partnership;
        Object.assign(partnership, body, { partnershipId, requestedDate, statusDate: iso(clock.now()) });
        if (status !== undefined) decisions.delete(partnershipId);
        return { status: 200, body: partnership };
    }

    return {
        list: settle,
        answer(incoming, id) {
            if (id === undefined) return incoming.method === 'POST' ? request(readObject(incoming)) : undefined;
            const found = settle().find((each) => each.partnershipId === id);
            if (found === undefined) throw new Refusal(404, 'partnership-not-found', `There is no partnership ${id}.`);
            if (incoming.method === 'GET') return { status: 200, body: found };
            return incoming.method === 'PUT' ? update(found, readObject(incoming)) : undefined;
        }
    };
}
