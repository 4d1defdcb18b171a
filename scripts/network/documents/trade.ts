// Decides which document comes next and what it is about. One that has nothing to be about yet gives way to the one it
// waits for: a payment to an invoice, an invoice to a ship notice, a ship notice or a change to an order.

import type { Random } from '../random.ts';
import type { DocumentTemplate, DocumentType, Partner, Scenario } from '../scenario.ts';
import { bill, ship, type Deal, type ShipmentEvent } from './deal.ts';
import { createOrderBook, type TradeOrder } from './order.ts';

export type Answer = 'accepted' | 'rejected';

/** What a document is about besides the order; the order carries its type, sender and control number. */
export type Trade = { order: TradeOrder; deal: Deal } & (
    | { what: 'order' | 'shipNotice' | 'invoice' }
    | { what: 'status'; event: ShipmentEvent }
    | { what: 'remittance'; paid: number }
    | { what: 'advice' | 'acknowledgement'; answer: Answer }
);

type Followed = Exclude<Trade['what'], 'order'>;

const ORDERS = { X12: '850', EDIFACT: 'ORDERS' } as const;
const NOTICES = { X12: '856', EDIFACT: 'DESADV' } as const;
const INVOICES = { X12: '810', EDIFACT: 'INVOIC' } as const;
const CHANGES: DocumentType[] = ['860', 'ORDCHG'];
const FOLLOWING: Partial<Record<DocumentType, Followed>> = {
    '856': 'shipNotice',
    DESADV: 'shipNotice',
    '214': 'status',
    IFTSTA: 'status',
    '810': 'invoice',
    INVOIC: 'invoice',
    '820': 'remittance',
    REMADV: 'remittance',
    '824': 'advice',
    APERAK: 'advice',
    '997': 'acknowledgement',
    CONTRL: 'acknowledgement'
};
const FROM_SELLER: Followed[] = ['shipNotice', 'status', 'invoice'];
const DEALS = 60;
const SHARE = { rejected: 0.15, shortPaid: 0.2 };
const FALLBACK_LINES: [number, number] = [2, 5];

export function createTradeBook(
    scenario: Scenario,
    random: Random
): { next(now: number, template?: DocumentTemplate): Trade } {
    const orders = createOrderBook(scenario, random);
    let deals: Deal[] = [];

    const sends = (partner: Partner, type: DocumentType): boolean =>
        scenario.documents.some((each) => each.partner === partner.address && each.type === type);

    function choose(): DocumentTemplate {
        const total = scenario.documents.reduce((sum, each) => sum + each.weight, 0);
        if (total <= 0) throw new Error('The scenario has no document template with a weight above 0.');
        let point = random.next() * total;
        for (const template of scenario.documents) {
            point -= template.weight;
            if (point < 0) return template;
        }
        return scenario.documents.at(-1)!;
    }

    function placed(partner: Partner, lines: [number, number], now: number): Trade {
        const order = orders.place(partner, ORDERS[partner.standard], lines, now);
        return { what: 'order', order, deal: { order } };
    }

    function changed(partner: Partner, type: DocumentType, now: number): Trade {
        const order = orders.change(partner, type, now);
        return order === undefined ? placed(partner, FALLBACK_LINES, now) : { what: 'order', order, deal: { order } };
    }

    /** The order as the carrier of a document: its type, its sender, its number in the sender's sequence. */
    function carried(deal: Deal, by: Partner, type: DocumentType, now: number): TradeOrder {
        const isFromSeller = FROM_SELLER.includes(FOLLOWING[type]!);
        const sentByUs = by.role !== 'carrier' && isFromSeller === (by.role !== 'supplier');
        const controlNumber = orders.controlNumber(by, sentByUs);
        return { ...deal.order, partner: by, type, sentByUs, controlNumber, writtenAt: now };
    }

    function open(partner: Partner): Deal | undefined {
        const order = orders.take(partner);
        if (order === undefined) return undefined;
        const deal: Deal = { order };
        deals = [...deals, deal].slice(-DEALS);
        return deal;
    }

    function notice(partner: Partner, now: number): Trade {
        const deal = open(partner);
        if (deal === undefined) return placed(partner, FALLBACK_LINES, now);
        deal.shipment = ship(deal.order, random, now);
        return { what: 'shipNotice', deal, order: carried(deal, partner, NOTICES[partner.standard], now) };
    }

    function invoice(partner: Partner, now: number): Trade {
        const isShippedFirst = sends(partner, NOTICES[partner.standard]);
        const deal = isShippedFirst
            ? deals.find((each) => each.order.partner === partner && each.invoice === undefined)
            : open(partner);
        if (deal === undefined) return isShippedFirst ? notice(partner, now) : placed(partner, FALLBACK_LINES, now);
        const order = carried(deal, partner, INVOICES[partner.standard], now);
        deal.invoice = bill(deal, random, order.controlNumber, now);
        return { what: 'invoice', deal, order };
    }

    /** A carrier reports on what any partner of its standard ships or is sent, a supplier on its own. */
    function status(partner: Partner, type: DocumentType, now: number): Trade {
        const isReported = (each: Deal): boolean =>
            partner.role === 'carrier'
                ? each.order.partner.standard === partner.standard
                : each.order.partner === partner;
        const deal = deals.find((each) => isReported(each) && (each.shipment?.toReport.length ?? 0) > 0);
        if (deal === undefined) {
            const noticed = scenario.partners.filter(
                (each) => (each === partner || partner.role === 'carrier') && sends(each, NOTICES[partner.standard])
            );
            if (noticed.length === 0) throw new Error(`Nobody ships what ${partner.companyName} could report on.`);
            return notice(random.pick(noticed), now);
        }
        return {
            what: 'status',
            deal,
            event: deal.shipment!.toReport.shift()!,
            order: carried(deal, partner, type, now)
        };
    }

    function unanswered(partner: Partner, done: 'acknowledged' | 'advised' | 'paid'): Deal | undefined {
        const isOpen = (each: Deal): boolean => each.order.partner === partner && each.invoice?.[done] === false;
        return deals.find(isOpen);
    }

    function remittance(partner: Partner, type: DocumentType, now: number): Trade {
        const deal = unanswered(partner, 'paid');
        if (deal?.invoice === undefined) return invoice(partner, now);
        deal.invoice.paid = true;
        const share = random.next() < SHARE.shortPaid ? 90 : 100;
        const paid = Math.round(deal.invoice.total * share) / 100;
        return { what: 'remittance', deal, paid, order: carried(deal, partner, type, now) };
    }

    function answer(partner: Partner, type: DocumentType, what: 'advice' | 'acknowledgement', now: number): Trade {
        const done = what === 'advice' ? 'advised' : 'acknowledged';
        const deal = unanswered(partner, done);
        if (deal?.invoice === undefined) return invoice(partner, now);
        deal.invoice[done] = true;
        const isRejected = random.next() < SHARE.rejected;
        return { what, deal, answer: isRejected ? 'rejected' : 'accepted', order: carried(deal, partner, type, now) };
    }

    return {
        next(now, { partner: address, type, lines } = choose()) {
            const partner = scenario.partners.find((each) => each.address === address)!;
            const what = FOLLOWING[type];
            switch (what) {
                case undefined:
                    return CHANGES.includes(type) ? changed(partner, type, now) : placed(partner, lines, now);
                case 'shipNotice':
                    return notice(partner, now);
                case 'invoice':
                    return invoice(partner, now);
                case 'status':
                    return status(partner, type, now);
                case 'remittance':
                    return remittance(partner, type, now);
                default:
                    return answer(partner, type, what, now);
            }
        }
    };
}
