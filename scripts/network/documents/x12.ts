// Writes an order as an X12 interchange: 850 for an order, 860 for a change. One group and one set each, with the
// counts and control numbers that a receiver checks (ISA13/IEA02, GS06/GE02, ST02/SE02, SE01, CTT01, CTT02).

import type { Company } from '../scenario.ts';
import { amountOf, quantityOf, type OrderLine, type TradeOrder } from './order.ts';

const SEGMENT = '~';
const CHANGE_CODES: Record<OrderLine['change'], string> = { none: 'NC', added: 'AI', quantity: 'QI', deleted: 'DI' };

export function writeX12(order: TradeOrder, receiver: Company): string {
    const { partner } = order;
    const control = String(order.controlNumber).padStart(9, '0');
    const group = String(order.controlNumber);
    const set = '0001';
    const stamp = new Date(order.writtenAt).toISOString();
    const day = stamp.slice(0, 10).replaceAll('-', '');
    const time = stamp.slice(11, 16).replace(':', '');
    const body = [`ST*${order.type}*${set}`, ...heading(order), ...order.lines.flatMap((each) => item(order, each))];
    body.push(`CTT*${order.lines.length}*${quantityOf(order)}`, `AMT*TT*${amountOf(order).toFixed(2)}`);
    body.push(`SE*${body.length + 1}*${set}`);
    return [
        header(partner.address, receiver.address, day.slice(2), time, control, partner.version),
        `GS*${order.type === '850' ? 'PO' : 'PC'}*${id(partner.address)}*${id(receiver.address)}*${day}*${time}*${group}*X*${partner.version}`,
        ...body,
        `GE*1*${group}`,
        `IEA*1*${control}`
    ]
        .map((segment) => `${segment}${SEGMENT}`)
        .join('\n');
}

/** The ISA is the one segment of fixed width: 106 characters with its terminator. */
function header(from: string, to: string, day: string, time: string, control: string, version: string): string {
    const party = (address: string): string => `${qualifier(address)}*${id(address).padEnd(15)}`;
    const versionNumber = `${version.slice(0, 5)}`;
    return `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*${party(from)}*${party(to)}*${day}*${time}*U*${versionNumber}*${control}*0*P*>`;
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

function address(role: string, place: TradeOrder['partner']['buyer']): string[] {
    return [
        `N1*${role}*${clean(place.name)}*92*${place.code}`,
        `N3*${clean(place.street)}`,
        `N4*${clean(place.city)}*${place.region}*${clean(place.postalCode)}*${place.country}`
    ];
}

function item(order: TradeOrder, line: OrderLine): string[] {
    const { product } = line;
    const ids = `VP*${product.sku}*IN*${product.buyerNumber}*UP*${product.upc}`;
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

function date(at: number): string {
    return new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
}

function qualifier(address: string): string {
    return address.slice(0, address.indexOf(':'));
}

function id(address: string): string {
    return address.slice(address.indexOf(':') + 1);
}

/** X12 has no escape: a separator inside a text becomes a space. */
function clean(text: string): string {
    return text.replaceAll(/[*~>\n\r]/g, ' ').trim();
}
