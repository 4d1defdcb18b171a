// The Apex methods that components call, with what they give. A test holds the members against the classes.
declare module '@salesforce/apex/AccountDocumentsController.getDocuments' {
    import type { DocumentRow } from 'trading-grid/apex';
    const getDocuments: SfApexMethod<{ accountId: string }, DocumentRow[]>;
    export default getDocuments;
}
declare module '@salesforce/apex/AccountDocumentsController.getDocument' {
    import type { DocumentView } from 'trading-grid/apex';
    const getDocument: SfApexMethod<{ documentId: string }, DocumentView>;
    export default getDocument;
}
declare module 'trading-grid/apex' {
    export interface RecordLink {
        id: string;
        objectName: string;
        name: string;
    }
    export interface DocumentRow {
        id: string;
        name: string;
        state: string;
        standard: string | null;
        type: string | null;
        kind: string | null;
        direction: string | null;
        documentNumber: string | null;
        purchaseOrderNumber: string | null;
        documentDate: string | null;
        amount: number | null;
        currencyCode: string | null;
        lineCount: number | null;
        totalQuantity: number | null;
        problemCount: number | null;
        errorCode: string | null;
        errorText: string | null;
        sender: string | null;
        receiver: string | null;
        receivedAt: string | null;
        processedAt: string | null;
        records: RecordLink[];
    }
    export interface NamedValue {
        name: string;
        value: string;
    }
    export interface LineView {
        lineNumber: string | null;
        changeCode: string | null;
        description: string | null;
        quantity: number | null;
        unitOfMeasure: string | null;
        unitPrice: number | null;
        amount: number | null;
        identifiers: NamedValue[];
    }
    export interface PartyView {
        role: string | null;
        id: string | null;
        name: string | null;
        address: string | null;
    }
    export interface StepView {
        id: string;
        state: string | null;
        level: string | null;
        code: string | null;
        text: string | null;
        position: string | null;
        source: string | null;
        occurredAt: string;
    }
    export interface ParsedDocument {
        documentNumber: string | null;
        documentDate: string | null;
        purpose: string | null;
        version: string | null;
        currencyCode: string | null;
        totalAmount: number | null;
        totalQuantity: number | null;
        lineCount: number | null;
        lines: LineView[];
        parties: PartyView[];
        references: NamedValue[];
        dates: NamedValue[];
        notes: string[] | null;
    }
    export interface DocumentView {
        row: DocumentRow;
        rawText: string | null;
        isRawTextCut: boolean;
        payloadVersionId: string | null;
        parsed: ParsedDocument | null;
        steps: StepView[];
    }
}
