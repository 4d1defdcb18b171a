// Writes an order as an EDIFACT interchange: ORDERS D.96A for an order, ORDCHG for a change.

import type { Company } from '../scenario.ts';
import { edifactInterchange, text, unitOf } from './edifactEnvelope.ts';
import { amountOf, quantityOf, sellerOf, type OrderLine, type TradeOrder } from './order.ts';
import { date, id } from './x12Envelope.ts';

const ACTIONS: Record<OrderLine['change'], string> = { none: '5', added: '1', quantity: '3', deleted: '2' };

export function writeEdifact(order: TradeOrder, company: Company): string {
    const { partner } = order;
    const seller = sellerOf(order, company);
    return edifactInterchange(order, company, [
        order.type === 'ORDERS'
            ? `BGM+220+${text(order.number)}+9`
            : `BGM+230+${text(order.number)}C${order.revision}+4`,
        `DTM+137:${date(order.type === 'ORDERS' ? order.orderedAt : order.writtenAt)}:102`,
        `DTM+2:${date(order.deliverAt)}:102`,
        ...(order.type === 'ORDCHG' ? [`RFF+ON:${text(order.number)}`, `DTM+171:${date(order.orderedAt)}:102`] : []),
        ...party('BY', partner.buyer),
        `CTA+OC+:${text(partner.contact.name)}`,
        `COM+${text(partner.contact.email)}:EM`,
        `NAD+SU+${id(seller.address)}::9++${text(seller.companyName)}`,
        ...party('DP', partner.shipTo),
        `CUX+2:${partner.currency}:9`,
        ...order.lines.flatMap((line) => item(order, line)),
        'UNS+S',
        `MOA+86:${amountOf(order).toFixed(2)}`,
        `CNT+1:${quantityOf(order)}`,
        `CNT+2:${order.lines.length}`
    ]);
}

export function party(role: string, place: TradeOrder['partner']['buyer']): string[] {
    const fields = [place.name, place.street, place.city, place.region, place.postalCode, place.country].map(text);
    return [`NAD+${role}+${place.code}::92++${fields.join('+')}`];
}

/** The line and the article as every EDIFACT document names them: the GTIN, the seller's number, the buyer's. */
export function article({ number, product }: OrderLine, action = ''): string[] {
    return [
        `LIN+${number}+${action}+${product.gtin}:EN`,
        `PIA+1+${text(product.sku)}:SA+${text(product.buyerNumber)}:IN`
    ];
}

function item(order: TradeOrder, line: OrderLine): string[] {
    const { product } = line;
    const unit = unitOf(product.unitOfMeasure);
    const action = order.type === 'ORDCHG' ? ACTIONS[line.change] : '';
    return [
        ...article(line, action),
        `IMD+F++:::${text(product.description)}`,
        `QTY+21:${line.quantity}:${unit}`,
        `PRI+AAA:${line.price.toFixed(2)}:::1:${unit}`
    ];
}
