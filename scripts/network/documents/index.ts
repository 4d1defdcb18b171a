// A business document as the network carries it: its text and what Lens shows of it.

import type { Company, DocumentTemplate, Scenario } from '../scenario.ts';
import type { Random } from '../random.ts';
import { writeEdifactTrade } from './edifactTrade.ts';
import { amountOf, type TradeOrder } from './order.ts';
import { createTradeBook, type Trade } from './trade.ts';
import { writeX12Trade } from './x12Trade.ts';

export type { TradeOrder } from './order.ts';

export interface BusinessDocument {
    /** The order it is about, with the type, partner and control number of this document. */
    order: TradeOrder;
    /** The number the sender gave it. */
    number: string;
    content: string;
    contentType: string;
    amount: number;
}

export interface DocumentSource {
    next(now: number, template?: DocumentTemplate): BusinessDocument;
}

export function createDocumentSource(scenario: Scenario, random: Random): DocumentSource {
    const book = createTradeBook(scenario, random);
    return { next: (now, template) => writeDocument(book.next(now, template), scenario.company) };
}

export function writeDocument(trade: Trade, company: Company): BusinessDocument {
    const x12 = trade.order.partner.standard === 'X12';
    return {
        order: trade.order,
        number: numberOf(trade),
        content: x12 ? writeX12Trade(trade, company) : writeEdifactTrade(trade, company),
        contentType: x12 ? 'application/edi-x12' : 'application/edifact',
        amount: trade.what === 'order' ? amountOf(trade.order) : (trade.deal.invoice?.total ?? amountOf(trade.order))
    };
}

function numberOf({ what, order, deal }: Trade): string {
    if (what === 'order') return order.number;
    return (what === 'shipNotice' || what === 'status' ? deal.shipment?.number : deal.invoice?.number) ?? order.number;
}
