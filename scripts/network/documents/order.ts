// The orders that simulated partners place: who, what and how much, before they are written as X12 or EDIFACT.

import type { Random } from '../random.ts';
import type { DocumentTemplate, Partner, Product, Scenario } from '../scenario.ts';

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
    type: DocumentTemplate['type'];
    number: string;
    /** 0 on the original, then counting up with each change. */
    revision: number;
    orderedAt: number;
    deliverAt: number;
    partner: Partner;
    lines: OrderLine[];
    /** Interchange, group and message number; each partner's own, counting up. */
    controlNumber: number;
    writtenAt: number;
}

const DAY = 24 * 60 * 60 * 1000;
const CHANGES: Record<string, string> = { '860': '850', ORDCHG: 'ORDERS' };
const FIRST_ORDER_NUMBER = 100001;

export interface OrderBook {
    /** The next document; a change falls back to an order while there is nothing to change. */
    next(now: number, template?: DocumentTemplate): TradeOrder;
}

export function createOrderBook(scenario: Scenario, random: Random): OrderBook {
    const controlNumbers = new Map<string, number>();
    const orderNumbers = new Map<string, number>();
    const open = new Map<string, TradeOrder[]>();

    const count = (numbers: Map<string, number>, address: string, first: number): number => {
        const number = (numbers.get(address) ?? first - 1) + 1;
        numbers.set(address, number);
        return number;
    };

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

    function original(partner: Partner, type: TradeOrder['type'], lines: [number, number], now: number): TradeOrder {
        const products = [...scenario.products];
        const wanted = Math.min(random.between(lines[0], lines[1]), products.length);
        const order: TradeOrder = {
            type,
            number: `${partner.orderPrefix}${count(orderNumbers, partner.address, FIRST_ORDER_NUMBER)}`,
            revision: 0,
            orderedAt: now,
            deliverAt: now + random.between(7, 28) * DAY,
            partner,
            lines: Array.from({ length: wanted }, (_, index) => {
                const product = products.splice(random.between(0, products.length - 1), 1)[0]!;
                return line(index + 1, product, random);
            }),
            controlNumber: count(controlNumbers, partner.address, 1),
            writtenAt: now
        };
        const orders = open.get(partner.address) ?? [];
        orders.push(order);
        open.set(partner.address, orders.slice(-20));
        return order;
    }

    function change(from: TradeOrder, type: TradeOrder['type'], now: number): TradeOrder {
        const kept = from.lines.filter((each) => each.change !== 'deleted');
        const touched = random.between(0, kept.length - 1);
        const lines = kept.map((each, index): OrderLine => {
            const plain: OrderLine = { ...each, change: 'none', previousQuantity: each.quantity };
            if (index !== touched) return plain;
            if (kept.length > 2 && random.next() < 0.3) return { ...plain, change: 'deleted', quantity: 0 };
            return { ...plain, change: 'quantity', quantity: each.quantity + random.between(1, 6) * 2 };
        });
        const changed: TradeOrder = {
            ...from,
            type,
            revision: from.revision + 1,
            lines,
            controlNumber: count(controlNumbers, from.partner.address, 1),
            writtenAt: now
        };
        const orders = open.get(from.partner.address)!;
        orders[orders.indexOf(from)] = changed;
        return changed;
    }

    return {
        next(now, template = choose()) {
            const partner = scenario.partners.find((each) => each.address === template.partner)!;
            const originalType = CHANGES[template.type] as TradeOrder['type'] | undefined;
            if (originalType === undefined) return original(partner, template.type, template.lines, now);
            const orders = open.get(partner.address) ?? [];
            if (orders.length === 0) return original(partner, originalType, [2, 5], now);
            return change(random.pick(orders), template.type, now);
        }
    };
}

function line(number: number, product: Product, random: Random): OrderLine {
    const quantity = random.between(1, 40) * (product.unitOfMeasure === 'CA' ? 1 : 6);
    return { number, product, quantity, price: product.price, change: 'none', previousQuantity: quantity };
}

export function amountOf(order: TradeOrder): number {
    const cents = order.lines.reduce((sum, each) => sum + Math.round(each.price * 100) * each.quantity, 0);
    return cents / 100;
}

export function quantityOf(order: TradeOrder): number {
    return order.lines.reduce((sum, each) => sum + each.quantity, 0);
}
