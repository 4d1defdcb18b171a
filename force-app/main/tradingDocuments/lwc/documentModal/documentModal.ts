import { api, wire } from 'lwc';
import LightningModal from 'lightning/modal';
import getDocument from '@salesforce/apex/AccountDocumentsController.getDocument';
import type { DocumentView } from 'trading-grid/apex';
import { errorText } from 'c/errorText';
import closeLabel from '@salesforce/label/c.Close';
import historyLabel from '@salesforce/label/c.DocumentHistory';
import loadingLabel from '@salesforce/label/c.Loading';
import parsedLabel from '@salesforce/label/c.DocumentParsed';
import rawLabel from '@salesforce/label/c.DocumentRaw';

/** One document in full. Opened with its id and a label. */
export default class DocumentModal extends LightningModal {
    @api documentId = '';

    view: DocumentView | null = null;
    errorMessage = '';

    readonly labels = {
        close: closeLabel,
        history: historyLabel,
        loading: loadingLabel,
        parsed: parsedLabel,
        raw: rawLabel
    };

    @wire(getDocument, { documentId: '$documentId' })
    handleDocument({ data, error }: SfWireResult<DocumentView>): void {
        this.view = data ?? null;
        this.errorMessage = error ? errorText(error) : '';
    }

    get isWaiting(): boolean {
        return this.view === null && this.errorMessage === '';
    }

    handleClose(): void {
        this.close();
    }
}
