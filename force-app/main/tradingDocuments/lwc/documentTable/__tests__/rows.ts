import type { DocumentRow } from 'trading-grid/apex';

/** A processed purchase order; `changes` make it another. */
export function row(changes: Partial<DocumentRow> = {}): DocumentRow {
    return {
        id: 'a01000000000001AAA',
        name: 'TD-00000001',
        state: 'Processed',
        standard: 'X12',
        type: '850',
        kind: 'Order',
        direction: 'Inbound',
        documentNumber: '4500017',
        purchaseOrderNumber: '4500017',
        documentDate: '2026-11-04',
        amount: 1250.5,
        currencyCode: 'USD',
        lineCount: 3,
        totalQuantity: 40,
        problemCount: 0,
        errorCode: null,
        errorText: null,
        sender: 'ZZ:DEMORETAILER',
        receiver: 'ZZ:SUMMITSUPPLY',
        receivedAt: '2026-11-04T10:00:00.000Z',
        processedAt: '2026-11-04T10:00:01.000Z',
        records: [{ id: 'a02000000000001AAA', objectName: 'tgrid__PurchaseOrder__c', name: '4500017' }],
        ...changes
    };
}
