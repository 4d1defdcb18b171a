// A business document as the network carries it: its text and what Lens shows of it.

import type { Company, DocumentTemplate, Scenario } from '../scenario.ts';
import type { Random } from '../random.ts';
import { writeEdifact } from './edifact.ts';
import { amountOf, createOrderBook, type TradeOrder } from './order.ts';
import { writeX12 } from './x12.ts';

export type { TradeOrder } from './order.ts';

export interface BusinessDocument {
    order: TradeOrder;
    content: string;
    contentType: string;
    amount: number;
}

export interface DocumentSource {
    next(now: number, template?: DocumentTemplate): BusinessDocument;
}

export function createDocumentSource(scenario: Scenario, random: Random): DocumentSource {
    const book = createOrderBook(scenario, random);
    return { next: (now, template) => writeDocument(book.next(now, template), scenario.company) };
}

export function writeDocument(order: TradeOrder, receiver: Company): BusinessDocument {
    const x12 = order.partner.standard === 'X12';
    return {
        order,
        content: x12 ? writeX12(order, receiver) : writeEdifact(order, receiver),
        contentType: x12 ? 'application/edi-x12' : 'application/edifact',
        amount: amountOf(order)
    };
}
