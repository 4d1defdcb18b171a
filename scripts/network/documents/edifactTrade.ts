// Writes what follows an order as EDIFACT interchanges: DESADV, IFTSTA, INVOIC, REMADV, APERAK (D.96A) and CONTRL.

import type { Company } from '../scenario.ts';
import type { Invoice, ShipmentEvent } from './deal.ts';
import { article, party, writeEdifact } from './edifact.ts';
import { edifactInterchange, messageReference, text, unitOf } from './edifactEnvelope.ts';
import { sellerOf, type TradeOrder } from './order.ts';
import type { Trade } from './trade.ts';
import { date, id, qualifier, time } from './x12Envelope.ts';

const EVENTS: Record<ShipmentEvent, string> = { departed: '24', delayed: '23', delivered: '21' };

export function writeEdifactTrade(trade: Trade, company: Company): string {
    if (trade.what === 'order') return writeEdifact(trade.order, company);
    return edifactInterchange(trade.order, company, bodyOf(trade, company));
}

function bodyOf(trade: Trade, company: Company): string[] {
    switch (trade.what) {
        case 'shipNotice':
            return shipNotice(trade, company);
        case 'status':
            return status(trade, trade.event, company);
        case 'invoice':
            return invoice(trade, company);
        case 'remittance':
            return remittance(trade, trade.paid, company);
        case 'advice':
            return advice(trade, trade.answer === 'rejected');
        case 'acknowledgement':
            return acknowledgement(trade, trade.answer === 'rejected', company);
        default:
            throw new Error(`An ${trade.what} is written elsewhere.`);
    }
}

function seller(order: TradeOrder, company: Company): string {
    const { address, companyName } = sellerOf(order, company);
    return `NAD+SU+${id(address)}::9++${text(companyName)}`;
}

function shipNotice({ deal }: Trade, company: Company): string[] {
    const shipment = deal.shipment!;
    const { order } = deal;
    return [
        `BGM+351+${text(shipment.number)}+9`,
        `DTM+137:${date(shipment.shippedAt)}:102`,
        `DTM+11:${date(shipment.shippedAt)}:102`,
        `DTM+17:${date(shipment.promisedAt)}:102`,
        `RFF+ON:${text(order.number)}`,
        `RFF+CN:${shipment.trackingNumber}`,
        seller(order, company),
        ...party('DP', order.partner.shipTo),
        'TDT+20++30+31+RIDG:172:166:Ridgeline Freight',
        'CPS+1',
        `PAC+${shipment.lines.length}++CT`,
        ...shipment.lines.flatMap((line) => [
            ...article(line),
            `QTY+12:${line.quantity}:${unitOf(line.product.unitOfMeasure)}`,
            `RFF+ON:${text(order.number)}:${line.number}`
        ]),
        `CNT+2:${shipment.lines.length}`
    ];
}

function status({ deal, order }: Trade, event: ShipmentEvent, company: Company): string[] {
    const shipment = deal.shipment!;
    return [
        `BGM+77+${text(shipment.number)}${EVENTS[event]}+9`,
        `DTM+137:${date(order.writtenAt)}:102`,
        seller(deal.order, company),
        `CNI+1+${text(shipment.number)}`,
        `STS+1+${EVENTS[event]}`,
        `RFF+ON:${text(deal.order.number)}`,
        `RFF+CN:${shipment.trackingNumber}`,
        `DTM+334:${date(order.writtenAt)}${time(order.writtenAt)}:203`,
        `LOC+5+:::${text(deal.order.partner.shipTo.city)}`
    ];
}

function invoice({ deal }: Trade, company: Company): string[] {
    const bill: Invoice = deal.invoice!;
    const { order } = deal;
    return [
        `BGM+380+${text(bill.number)}+9`,
        `DTM+137:${date(bill.issuedAt)}:102`,
        `RFF+ON:${text(order.number)}`,
        seller(order, company),
        ...party('BY', order.partner.buyer),
        `CUX+2:${order.partner.currency}:4`,
        'PAT+3',
        `DTM+13:${date(bill.dueAt)}:102`,
        ...bill.lines.flatMap((line) => [
            ...article(line),
            `QTY+47:${line.quantity}:${unitOf(line.product.unitOfMeasure)}`,
            `MOA+203:${((Math.round(line.price * 100) * line.quantity) / 100).toFixed(2)}`,
            `PRI+AAA:${line.price.toFixed(2)}:::1:${unitOf(line.product.unitOfMeasure)}`
        ]),
        'UNS+S',
        `CNT+2:${bill.lines.length}`,
        `MOA+79:${(bill.total - bill.unexplained).toFixed(2)}`,
        `MOA+77:${bill.total.toFixed(2)}`
    ];
}

function remittance({ deal, order }: Trade, paid: number, company: Company): string[] {
    const bill = deal.invoice!;
    return [
        `BGM+481+P${text(bill.number)}+9`,
        `DTM+137:${date(order.writtenAt)}:102`,
        `DTM+203:${date(order.writtenAt)}:102`,
        ...party('PR', order.partner.buyer),
        `NAD+PE+${id(company.address)}::9++${text(company.companyName)}`,
        `CUX+2:${order.partner.currency}:11`,
        `DOC+380+${text(bill.number)}`,
        `MOA+9:${bill.total.toFixed(2)}`,
        `MOA+12:${paid.toFixed(2)}`,
        `DTM+137:${date(bill.issuedAt)}:102`,
        'UNS+S',
        `MOA+12:${paid.toFixed(2)}`
    ];
}

function advice({ deal, order }: Trade, isRejected: boolean): string[] {
    const bill = deal.invoice!;
    return [
        `BGM+${isRejected ? '313' : '312'}+A${text(bill.number)}+9`,
        `DTM+137:${date(order.writtenAt)}:102`,
        `RFF+IV:${text(bill.number)}`,
        ...(isRejected ? ['ERC+12::91', 'FTX+AAO+++Price differs from the purchase order'] : [])
    ];
}

/** 4 rejects and 7 acknowledges (data element 0083); 12 in 0085 is an invalid value. */
function acknowledgement({ deal, order }: Trade, isRejected: boolean, company: Company): string[] {
    const bill = deal.invoice!;
    const answeredParty = (address: string): string => `${id(address)}:${qualifier(address)}`;
    const parties = `${answeredParty(company.address)}+${answeredParty(order.partner.address)}`;
    const action = isRejected ? '4+12' : '7';
    return [
        `UCI+${bill.controlNumber}+${parties}+7`,
        `UCM+${messageReference(bill.controlNumber)}+INVOIC:D:96A:UN:EAN008+${action}`
    ];
}
