// The orders that simulated partners place: who, what and how much, before they are written as X12 or EDIFACT.

import type { Random } from '../random.ts';
import type { Company, DocumentType, Partner, Product, Scenario } from '../scenario.ts';

export interface OrderLine {
    number: number;
    product: Product;
    quantity: number;
    price: number;
    /** What a change does to the line: nothing on an original order. */
    change: 'none' | 'added' | 'quantity' | 'deleted';
    previousQuantity: number;
}

export interface TradeOrder {
    type: DocumentType;
    number: string;
    /** 0 on the original, then counting up with each change. */
    revision: number;
    orderedAt: number;
    deliverAt: number;
    partner: Partner;
    lines: OrderLine[];
    /** True on what the company sends the partner: the network saw it go out. */
    sentByUs: boolean;
    /** Interchange, group and message number; each sender's own for each receiver, counting up. */
    controlNumber: number;
    writtenAt: number;
}

const DAY = 24 * 60 * 60 * 1000;
const FIRST_ORDER_NUMBER = 100001;
/** What a supplier charges us of what we charge. */
const SUPPLIER_PRICE = 0.55;

const OPEN_ORDERS = 20;

export interface OrderBook {
    place(partner: Partner, type: DocumentType, lines: [number, number], now: number): TradeOrder;
    /** Changes an order that nothing followed yet; undefined while there is none. */
    change(partner: Partner, type: DocumentType, now: number): TradeOrder | undefined;
    /** Takes out an order that something follows now: it is changed no more. */
    take(partner: Partner): TradeOrder | undefined;
    /** Next control number of what the partner sends us, or we the partner. */
    controlNumber(partner: Partner, sentByUs: boolean): number;
}

export function createOrderBook(scenario: Scenario, random: Random): OrderBook {
    const controlNumbers = new Map<string, number>();
    const orderNumbers = new Map<string, number>();
    const open = new Map<string, TradeOrder[]>();

    const count = (numbers: Map<string, number>, key: string, first: number): number => {
        const number = (numbers.get(key) ?? first - 1) + 1;
        numbers.set(key, number);
        return number;
    };
    const controlNumber = (partner: Partner, sentByUs: boolean): number =>
        count(controlNumbers, sentByUs ? `to ${partner.address}` : partner.address, 1);

    function place(partner: Partner, type: DocumentType, lines: [number, number], now: number): TradeOrder {
        const products = scenario.products.filter((each) => partner.products?.includes(each.sku) ?? true);
        const wanted = Math.min(random.between(lines[0], lines[1]), products.length);
        const sentByUs = partner.role === 'supplier';
        const order: TradeOrder = {
            type,
            number: `${partner.orderPrefix}${count(orderNumbers, partner.address, FIRST_ORDER_NUMBER)}`,
            revision: 0,
            orderedAt: now,
            deliverAt: now + random.between(7, 28) * DAY,
            partner,
            lines: Array.from({ length: wanted }, (_, index) => {
                const product = products.splice(random.between(0, products.length - 1), 1)[0]!;
                return line(index + 1, product, partner, random);
            }),
            sentByUs,
            controlNumber: controlNumber(partner, sentByUs),
            writtenAt: now
        };
        open.set(partner.address, [...(open.get(partner.address) ?? []), order].slice(-OPEN_ORDERS));
        return order;
    }

    function change(partner: Partner, type: DocumentType, now: number): TradeOrder | undefined {
        const orders = open.get(partner.address) ?? [];
        if (orders.length === 0) return undefined;
        const from = random.pick(orders);
        const changed: TradeOrder = {
            ...from,
            type,
            revision: from.revision + 1,
            lines: changedLines(from, random),
            controlNumber: controlNumber(partner, from.sentByUs),
            writtenAt: now
        };
        orders[orders.indexOf(from)] = changed;
        return changed;
    }

    return { place, change, controlNumber, take: (partner) => open.get(partner.address)?.shift() };
}

/** One line of the order changes: its quantity, or it goes. */
function changedLines(from: TradeOrder, random: Random): OrderLine[] {
    const kept = from.lines.filter((each) => each.change !== 'deleted');
    const touched = random.between(0, kept.length - 1);
    return kept.map((each, index): OrderLine => {
        const plain: OrderLine = { ...each, change: 'none', previousQuantity: each.quantity };
        if (index !== touched) return plain;
        if (kept.length > 2 && random.next() < 0.3) return { ...plain, change: 'deleted', quantity: 0 };
        return { ...plain, change: 'quantity', quantity: each.quantity + random.between(1, 6) * 2 };
    });
}

function line(number: number, product: Product, partner: Partner, random: Random): OrderLine {
    const quantity = random.between(1, 40) * (product.unitOfMeasure === 'CA' ? 1 : 6);
    const share = partner.role === 'supplier' ? SUPPLIER_PRICE : 1;
    const price = Math.round(product.price * share * 100) / 100;
    return { number, product, quantity, price, change: 'none', previousQuantity: quantity };
}

export function sellerOf(order: TradeOrder, company: Company): Partner | Company {
    return order.partner.role === 'supplier' ? order.partner : company;
}

export function senderOf(order: TradeOrder, company: Company): string {
    return order.sentByUs ? company.address : order.partner.address;
}

export function receiverOf(order: TradeOrder, company: Company): string {
    return order.sentByUs ? order.partner.address : company.address;
}

export function amountOf(order: TradeOrder): number {
    const cents = order.lines.reduce((sum, each) => sum + Math.round(each.price * 100) * each.quantity, 0);
    return cents / 100;
}

export function quantityOf(order: TradeOrder): number {
    return order.lines.reduce((sum, each) => sum + each.quantity, 0);
}
