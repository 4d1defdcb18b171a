// Writes an order as an EDIFACT interchange: ORDERS D.96A for an order, ORDCHG for a change, with UNB/UNZ and UNH/UNT
// numbers and counts that agree, and texts released with "?" where they hold a separator.

import type { Company } from '../scenario.ts';
import { amountOf, quantityOf, type OrderLine, type TradeOrder } from './order.ts';

const UNITS: Record<string, string> = { EA: 'PCE', CA: 'CT', BX: 'BX', LB: 'LBR' };
const ACTIONS: Record<OrderLine['change'], string> = { none: '5', added: '1', quantity: '3', deleted: '2' };

export function writeEdifact(order: TradeOrder, receiver: Company): string {
    const { partner } = order;
    const control = String(order.controlNumber);
    const stamp = new Date(order.writtenAt).toISOString();
    const reference = `ME${control.padStart(6, '0')}`;
    const message = [
        `UNH+${reference}+${order.type}:${partner.version.replace('.', ':')}:UN:EAN008`,
        order.type === 'ORDERS'
            ? `BGM+220+${text(order.number)}+9`
            : `BGM+230+${text(order.number)}C${order.revision}+4`,
        `DTM+137:${date(order.type === 'ORDERS' ? order.orderedAt : order.writtenAt)}:102`,
        `DTM+2:${date(order.deliverAt)}:102`,
        ...(order.type === 'ORDCHG' ? [`RFF+ON:${text(order.number)}`, `DTM+171:${date(order.orderedAt)}:102`] : []),
        ...party('BY', partner.buyer),
        `CTA+OC+:${text(partner.contact.name)}`,
        `COM+${text(partner.contact.email)}:EM`,
        `NAD+SU+${id(receiver.address)}::9++${text(receiver.companyName)}`,
        ...party('DP', partner.shipTo),
        `CUX+2:${partner.currency}:9`,
        ...order.lines.flatMap((line) => item(order, line)),
        'UNS+S',
        `MOA+86:${amountOf(order).toFixed(2)}`,
        `CNT+1:${quantityOf(order)}`,
        `CNT+2:${order.lines.length}`
    ];
    message.push(`UNT+${message.length + 1}+${reference}`);
    const from = `${id(partner.address)}:${qualifier(partner.address)}`;
    const to = `${id(receiver.address)}:${qualifier(receiver.address)}`;
    const head = `UNB+UNOC:3+${from}+${to}+${stamp.slice(2, 10).replaceAll('-', '')}:${stamp.slice(11, 16).replace(':', '')}+${control}`;
    return ["UNA:+.? '", [head, ...message, `UNZ+1+${control}`].map((segment) => `${segment}'`).join('\n')].join('');
}

function party(role: string, place: TradeOrder['partner']['buyer']): string[] {
    const fields = [place.name, place.street, place.city, place.region, place.postalCode, place.country].map(text);
    return [`NAD+${role}+${place.code}::92++${fields.join('+')}`];
}

function item(order: TradeOrder, line: OrderLine): string[] {
    const { product } = line;
    const unit = UNITS[product.unitOfMeasure] ?? product.unitOfMeasure;
    const action = order.type === 'ORDCHG' ? ACTIONS[line.change] : '';
    return [
        `LIN+${line.number}+${action}+${product.gtin}:EN`,
        `PIA+1+${text(product.sku)}:SA+${text(product.buyerNumber)}:IN`,
        `IMD+F++:::${text(product.description)}`,
        `QTY+21:${line.quantity}:${unit}`,
        `PRI+AAA:${line.price.toFixed(2)}:::1:${unit}`
    ];
}

function date(at: number): string {
    return new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
}

function qualifier(address: string): string {
    return address.slice(0, address.indexOf(':'));
}

function id(address: string): string {
    return address.slice(address.indexOf(':') + 1);
}

function text(value: string): string {
    return value.replaceAll(/[?':+]/g, '?$&').replaceAll(/[\r\n]+/g, ' ');
}
