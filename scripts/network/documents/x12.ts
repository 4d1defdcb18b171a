// Writes an order as an X12 interchange: 850 for an order, 860 for a change, with the hash totals of CTT.

import type { Company } from '../scenario.ts';
import { amountOf, quantityOf, type OrderLine, type TradeOrder } from './order.ts';
import { clean, date, x12Interchange } from './x12Envelope.ts';

const CHANGE_CODES: Record<OrderLine['change'], string> = { none: 'NC', added: 'AI', quantity: 'QI', deleted: 'DI' };

export function writeX12(order: TradeOrder, company: Company): string {
    return x12Interchange(order, company, [
        ...heading(order),
        ...order.lines.flatMap((each) => item(order, each)),
        `CTT*${order.lines.length}*${quantityOf(order)}`,
        `AMT*TT*${amountOf(order).toFixed(2)}`
    ]);
}

function heading(order: TradeOrder): string[] {
    const { partner } = order;
    const day = date(order.orderedAt);
    const begin =
        order.type === '850'
            ? `BEG*00*SA*${clean(order.number)}**${day}`
            : `BCH*04*SA*${clean(order.number)}**${order.revision}*${day}*****${date(order.writtenAt)}`;
    return [
        begin,
        `CUR*BY*${partner.currency}`,
        `REF*DP*${partner.buyer.code.slice(-3)}`,
        `PER*BD*${clean(partner.contact.name)}*TE*${clean(partner.contact.phone)}`,
        `DTM*002*${date(order.deliverAt)}`,
        ...address('BY', partner.buyer),
        ...address('ST', partner.shipTo)
    ];
}

export function address(role: string, place: TradeOrder['partner']['buyer']): string[] {
    return [
        `N1*${role}*${clean(place.name)}*92*${place.code}`,
        `N3*${clean(place.street)}`,
        `N4*${clean(place.city)}*${place.region}*${clean(place.postalCode)}*${place.country}`
    ];
}

/** The article as every X12 document names it: the seller's number, the buyer's, the UPC. */
export function articleOf(product: OrderLine['product']): string {
    return `VP*${product.sku}*IN*${product.buyerNumber}*UP*${product.upc}`;
}

function item(order: TradeOrder, line: OrderLine): string[] {
    const { product } = line;
    const ids = articleOf(product);
    const description = `PID*F****${clean(product.description)}`;
    const price = line.price.toFixed(2);
    if (order.type === '850') {
        return [`PO1*${line.number}*${line.quantity}*${product.unitOfMeasure}*${price}*PE*${ids}`, description];
    }
    const difference = line.quantity - line.previousQuantity;
    const toReceive = line.change === 'none' ? '' : String(Math.abs(difference));
    return [
        `POC*${line.number}*${CHANGE_CODES[line.change]}*${line.quantity}*${toReceive}*${product.unitOfMeasure}*${price}*PE*${ids}`,
        description
    ];
}
