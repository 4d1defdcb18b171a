// Writes what follows an order as X12 interchanges: 856 ship notice, 214 carrier's report, 810 invoice, 820 remittance,
// 824 application advice and 997 acknowledgement.

import type { Company } from '../scenario.ts';
import type { Invoice, Shipment, ShipmentEvent } from './deal.ts';
import { sellerOf, type OrderLine } from './order.ts';
import type { Trade } from './trade.ts';
import { address, articleOf, writeX12 } from './x12.ts';
import { clean, date, SET_NUMBER, time, x12Interchange } from './x12Envelope.ts';

const EVENTS: Record<ShipmentEvent, string> = { departed: 'AF', delayed: 'SD', delivered: 'D1' };

export function writeX12Trade(trade: Trade, company: Company): string {
    if (trade.what === 'order') return writeX12(trade.order, company);
    return x12Interchange(trade.order, company, bodyOf(trade, company));
}

function bodyOf(trade: Trade, company: Company): string[] {
    switch (trade.what) {
        case 'shipNotice':
            return shipNotice(trade, company);
        case 'status':
            return status(trade, trade.event);
        case 'invoice':
            return invoice(trade, company);
        case 'remittance':
            return remittance(trade, trade.paid, company);
        case 'advice':
            return advice(trade, trade.answer === 'rejected');
        case 'acknowledgement':
            return acknowledgement(trade, trade.answer === 'rejected');
        default:
            throw new Error(`An ${trade.what} is written elsewhere.`);
    }
}

function shipNotice({ deal }: Trade, company: Company): string[] {
    const shipment = deal.shipment!;
    const { order } = deal;
    return [
        `BSN*00*${shipment.number}*${date(shipment.shippedAt)}*${time(shipment.shippedAt)}*0001`,
        'HL*1**S',
        `TD1*CTN*${shipment.lines.length}`,
        'TD5**2*RIDG*M*Ridgeline Freight',
        `REF*BM*${shipment.billOfLading}`,
        `REF*CN*${shipment.trackingNumber}`,
        `DTM*011*${date(shipment.shippedAt)}`,
        `DTM*017*${date(shipment.promisedAt)}`,
        `N1*SF*${clean(sellerOf(order, company).companyName)}`,
        ...address('ST', order.partner.shipTo),
        'HL*2*1*O',
        `PRF*${clean(order.number)}***${date(order.orderedAt)}`,
        ...shipment.lines.flatMap((line, index) => shippedItem(line, index + 3)),
        `CTT*${shipment.lines.length + 2}`
    ];
}

function shippedItem(line: OrderLine, level: number): string[] {
    const { product } = line;
    const unit = product.unitOfMeasure;
    const ordered = `${line.previousQuantity}*${unit}`;
    return [
        `HL*${level}*2*I`,
        `LIN*${line.number}*${articleOf(product)}`,
        `SN1*${line.number}*${line.quantity}*${unit}**${ordered}`
    ];
}

function status({ deal, order }: Trade, event: ShipmentEvent): string[] {
    const shipment: Shipment = deal.shipment!;
    const { shipTo } = deal.order.partner;
    return [
        `B10*${shipment.trackingNumber}*${shipment.number}*RIDG`,
        `L11*${clean(deal.order.number)}*PO`,
        'LX*1',
        `AT7*${EVENTS[event]}*NS***${date(order.writtenAt)}*${time(order.writtenAt)}*UT`,
        `MS1*${clean(shipTo.city)}*${shipTo.region}*${shipTo.country}`
    ];
}

function invoice({ deal }: Trade, company: Company): string[] {
    const bill: Invoice = deal.invoice!;
    const { order } = deal;
    const { partner } = order;
    return [
        `BIG*${date(bill.issuedAt)}*${bill.number}*${date(order.orderedAt)}*${clean(order.number)}***DI*00`,
        `CUR*SE*${partner.currency}`,
        ...(deal.shipment === undefined ? [] : [`REF*BM*${deal.shipment.billOfLading}`]),
        `N1*SE*${clean(sellerOf(order, company).companyName)}`,
        ...address('BY', partner.buyer),
        ...address('ST', partner.shipTo),
        `ITD*01*3****${date(bill.dueAt)}*30`,
        ...bill.lines.flatMap(billedItem),
        `TDS*${Math.round(bill.total * 100)}`,
        `CTT*${bill.lines.length}*${bill.lines.reduce((sum, each) => sum + each.quantity, 0)}`
    ];
}

function billedItem({ number, product, quantity, price }: OrderLine): string[] {
    return [
        `IT1*${number}*${quantity}*${product.unitOfMeasure}*${price.toFixed(2)}*PE*${articleOf(product)}`,
        `PID*F****${clean(product.description)}`
    ];
}

function remittance({ deal, order }: Trade, paid: number, company: Company): string[] {
    const bill = deal.invoice!;
    const day = date(order.writtenAt);
    return [
        `BPR*I*${paid.toFixed(2)}*C*ACH************${day}`,
        `TRN*1*P${bill.number}`,
        `CUR*PR*${order.partner.currency}`,
        `N1*PR*${clean(order.partner.companyName)}`,
        `N1*PE*${clean(company.companyName)}`,
        'ENT*1',
        `RMR*IV*${bill.number}**${paid.toFixed(2)}*${bill.total.toFixed(2)}`,
        `DTM*003*${date(bill.issuedAt)}`
    ];
}

function advice({ deal, order }: Trade, isRejected: boolean): string[] {
    const bill = deal.invoice!;
    return [
        `BGN*11*A${bill.number}*${date(order.writtenAt)}`,
        `N1*BY*${clean(order.partner.companyName)}*92*${order.partner.buyer.code}`,
        `OTI*${isRejected ? 'TR' : 'TA'}*IV*${bill.number}*****${bill.controlNumber}*${SET_NUMBER}*810`,
        ...(isRejected ? ['TED*012*Price differs from the purchase order*IT1'] : [])
    ];
}

function acknowledgement({ deal }: Trade, isRejected: boolean): string[] {
    const bill = deal.invoice!;
    return [
        `AK1*IN*${bill.controlNumber}`,
        `AK2*810*${SET_NUMBER}`,
        ...(isRejected ? ['AK3*ITD*9**8', 'AK4*1*336*7*01', 'AK5*R*5', 'AK9*R*1*1*0'] : ['AK5*A', 'AK9*A*1*1*1'])
    ];
}
