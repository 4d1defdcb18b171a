import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { DocumentRow, RecordLink } from 'trading-grid/apex';
import { kindWord } from 'c/documentWords';
import amountLabel from '@salesforce/label/c.ColumnAmount';
import becameLabel from '@salesforce/label/c.ColumnBecame';
import captionLabel from '@salesforce/label/c.DocumentTableCaption';
import dateLabel from '@salesforce/label/c.ColumnDate';
import linesLabel from '@salesforce/label/c.ColumnLines';
import newLabel from '@salesforce/label/c.DocumentNew';
import numberLabel from '@salesforce/label/c.ColumnNumber';
import receivedLabel from '@salesforce/label/c.ColumnReceived';
import stateLabel from '@salesforce/label/c.ColumnState';
import typeLabel from '@salesforce/label/c.ColumnType';
import unnumberedLabel from '@salesforce/label/c.DocumentUnnumbered';

interface Shown extends DocumentRow {
    kindText: string;
    numberText: string;
    hasAmount: boolean;
    isNew: boolean;
    rowClass: string;
    links: RecordLink[];
    hasLinks: boolean;
}

export default class DocumentTable extends NavigationMixin(LightningElement) {
    /** Rows as AccountDocumentsController gives them. */
    @api rows: DocumentRow[] = [];
    /** Ids of rows that arrived while the page was open. */
    @api newIds: string[] = [];

    readonly labels = {
        amount: amountLabel,
        became: becameLabel,
        caption: captionLabel,
        date: dateLabel,
        isNew: newLabel,
        lines: linesLabel,
        number: numberLabel,
        received: receivedLabel,
        state: stateLabel,
        type: typeLabel
    };

    get shown(): Shown[] {
        return this.rows.map((row) => ({
            ...row,
            kindText: kindWord(row.kind),
            numberText: row.documentNumber ?? unnumberedLabel,
            hasAmount: row.amount !== null && row.currencyCode !== null,
            isNew: this.newIds.includes(row.id),
            rowClass: this.newIds.includes(row.id) ? 'slds-hint-parent is-new' : 'slds-hint-parent',
            links: row.records,
            hasLinks: row.records.length > 0
        }));
    }

    handleOpen(event: Event): void {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('open', { detail: { id } }));
    }

    handleRecord(event: Event): void {
        const { id, object } = (event.currentTarget as HTMLElement).dataset;
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: id, objectApiName: object, actionName: 'view' }
        });
    }
}
