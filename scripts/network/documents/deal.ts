// What follows an order: its shipment, the carrier's reports, its invoice, the answers and the payment. Whatever one
// document says, the later ones repeat; now and then one differs from the order, is late or is refused.

import type { Random } from '../random.ts';
import type { TradeOrder, OrderLine } from './order.ts';

export type ShipmentEvent = 'departed' | 'delayed' | 'delivered';

export interface Shipment {
    number: string;
    trackingNumber: string;
    billOfLading: string;
    shippedAt: number;
    promisedAt: number;
    lines: OrderLine[];
    /** What the carrier has yet to report, in turn. */
    toReport: ShipmentEvent[];
}

export interface Invoice {
    number: string;
    issuedAt: number;
    dueAt: number;
    lines: OrderLine[];
    /** Billed on top of the lines without being itemised: the total differs from the lines by it. */
    unexplained: number;
    total: number;
    controlNumber: number;
    acknowledged: boolean;
    advised: boolean;
    paid: boolean;
}

export interface Deal {
    order: TradeOrder;
    shipment?: Shipment;
    invoice?: Invoice;
}

const DAY = 24 * 60 * 60 * 1000;
const SHARE = { short: 0.2, late: 0.25, dearer: 0.15, more: 0.1, unexplained: 0.1 };
const UNITEMISED_FREIGHT = 12.5;

export function ship(order: TradeOrder, random: Random, now: number): Shipment {
    const number = `${order.number}-1`;
    const lines = ordered(order);
    if (random.next() < SHARE.short) {
        const first = lines[0]!;
        lines[0] = { ...first, quantity: Math.max(1, Math.floor(first.quantity / 2)) };
    }
    return {
        number: `S${number}`,
        trackingNumber: `1Z${String(random.between(10_000_000, 99_999_999))}`,
        billOfLading: `B${number}`,
        shippedAt: now,
        promisedAt: now + random.between(2, 5) * DAY,
        lines,
        toReport: random.next() < SHARE.late ? ['departed', 'delayed', 'delivered'] : ['departed', 'delivered']
    };
}

export function bill(deal: Deal, random: Random, controlNumber: number, now: number): Invoice {
    const lines = [...(deal.shipment?.lines ?? ordered(deal.order))];
    const last = lines.length - 1;
    if (random.next() < SHARE.dearer) {
        lines[last] = { ...lines[last]!, price: Math.round(lines[last]!.price * 108) / 100 };
    }
    if (random.next() < SHARE.more) lines[0] = { ...lines[0]!, quantity: lines[0]!.quantity + 6 };
    const unexplained = random.next() < SHARE.unexplained ? UNITEMISED_FREIGHT : 0;
    const cents = lines.reduce((sum, each) => sum + Math.round(each.price * 100) * each.quantity, 0);
    return {
        number: `I${deal.order.number}`,
        issuedAt: now,
        dueAt: now + 30 * DAY,
        lines,
        unexplained,
        total: cents / 100 + unexplained,
        controlNumber,
        acknowledged: false,
        advised: false,
        paid: false
    };
}

function ordered(order: TradeOrder): OrderLine[] {
    return order.lines.filter((each) => each.change !== 'deleted');
}
