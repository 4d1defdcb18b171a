import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getDocuments from '@salesforce/apex/AccountDocumentsController.getDocuments';
import { onError, subscribe, unsubscribe } from 'lightning/empApi';
import type { EmpMessage, EmpSubscription } from 'lightning/empApi';
import type { DocumentRow } from 'trading-grid/apex';
import DocumentModal from 'c/documentModal';
import { kindWord } from 'c/documentWords';
import { errorText } from 'c/errorText';
import allKindsLabel from '@salesforce/label/c.FilterAllKinds';
import emptyHint from '@salesforce/label/c.DocumentsEmptyHint';
import emptyTitle from '@salesforce/label/c.DocumentsEmptyTitle';
import filterLabel from '@salesforce/label/c.FilterKind';
import loadingLabel from '@salesforce/label/c.Loading';
import problemsLabel from '@salesforce/label/c.FilterProblems';
import titleLabel from '@salesforce/label/c.DocumentsTitle';

const CHANNEL = '/event/tgrid__DocumentChanged__e';
const FROM_NOW = -1;
const ALL = '';
const PROBLEMS = 'problems';
/** States that somebody should look at. */
const PROBLEM_STATES = new Set(['Failed', 'Staged', 'Blocked']);
/** A burst of events costs one refresh. */
const GATHER_MILLISECONDS = 300;

interface Option {
    label: string;
    value: string;
}

/** Documents and purchase orders of an account, newest first, as they arrive. */
export default class AccountDocuments extends LightningElement {
    /** Set by the record page. */
    @api recordId?: string;

    rows: DocumentRow[] | null = null;
    newIds: string[] = [];
    filter = ALL;
    errorMessage = '';

    readonly labels = {
        emptyHint,
        emptyTitle,
        filter: filterLabel,
        loading: loadingLabel,
        title: titleLabel
    };

    private wired: SfWireResult<DocumentRow[]> = {};
    private subscription: EmpSubscription | null = null;
    private timer: number | null = null;

    @wire(getDocuments, { accountId: '$recordId' })
    handleDocuments(result: SfWireResult<DocumentRow[]>): void {
        this.wired = result;
        if (result.error) {
            this.errorMessage = errorText(result.error);
        } else if (result.data) {
            this.errorMessage = '';
            this.show(result.data);
        }
    }

    connectedCallback(): void {
        onError((error) => {
            // Live updates are a convenience: the list stays as it was read.
            console.warn(errorText(error));
        });
        void this.listen();
    }

    disconnectedCallback(): void {
        if (this.timer !== null) window.clearTimeout(this.timer);
        if (this.subscription) void unsubscribe(this.subscription);
        this.subscription = null;
    }

    get isWaiting(): boolean {
        return this.rows === null && this.errorMessage === '';
    }

    get isEmpty(): boolean {
        return this.rows !== null && this.rows.length === 0;
    }

    get hasRows(): boolean {
        return this.rows !== null && this.rows.length > 0;
    }

    get title(): string {
        return this.rows === null ? titleLabel : `${titleLabel} (${this.rows.length})`;
    }

    get shown(): DocumentRow[] {
        const rows = this.rows ?? [];
        if (this.filter === ALL) return rows;
        return rows.filter((row) =>
            this.filter === PROBLEMS ? PROBLEM_STATES.has(row.state) : row.kind === this.filter
        );
    }

    get options(): Option[] {
        const kinds = [...new Set((this.rows ?? []).flatMap(({ kind }) => kind ?? []))].sort();
        return [
            { label: allKindsLabel, value: ALL },
            { label: problemsLabel, value: PROBLEMS },
            ...kinds.map((kind) => ({ label: kindWord(kind), value: kind }))
        ];
    }

    handleFilter(event: CustomEvent<{ value: string }>): void {
        this.filter = event.detail.value;
    }

    async handleOpen(event: CustomEvent<{ id: string }>): Promise<void> {
        const row = (this.rows ?? []).find(({ id }) => id === event.detail.id);
        const label = `${kindWord(row?.kind ?? null)} ${row?.documentNumber ?? ''}`.trim();
        await DocumentModal.open({ label, size: 'large', documentId: event.detail.id });
    }

    private show(rows: DocumentRow[]): void {
        if (this.rows !== null) {
            const known = new Set(this.rows.map(({ id }) => id));
            const arrived = rows.filter(({ id }) => !known.has(id)).map(({ id }) => id);
            if (arrived.length > 0) this.newIds = arrived;
        }
        this.rows = rows;
    }

    private async listen(): Promise<void> {
        const subscription = await subscribe(
            CHANNEL,
            FROM_NOW,
            (message: EmpMessage<Record<string, string | null>>) => {
                this.handleChange(message.data.payload);
            }
        );
        if (this.isConnected) this.subscription = subscription;
        else void unsubscribe(subscription);
    }

    private handleChange(payload: Record<string, string | null>): void {
        const account = payload.tgrid__AccountId__c ?? payload.AccountId__c ?? null;
        if (account !== null && account !== this.recordId) return;
        if (this.timer !== null) return;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = window.setTimeout(() => {
            this.timer = null;
            void refreshApex(this.wired);
        }, GATHER_MILLISECONDS);
    }
}
