import { createElement } from 'lwc';
import AccountDocuments from 'c/accountDocuments';
import getDocuments from '@salesforce/apex/AccountDocumentsController.getDocuments';
import { refreshApex } from '@salesforce/apex';
import { subscribe, unsubscribe } from 'lightning/empApi';
import { row } from '../../documentTable/__tests__/rows';

jest.mock(
    '@salesforce/apex/AccountDocumentsController.getDocuments',
    () => {
        const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);
jest.mock(
    'lightning/empApi',
    () => ({
        subscribe: jest.fn().mockResolvedValue({ id: 1, channel: '/event/tgrid__DocumentChanged__e' }),
        unsubscribe: jest.fn().mockResolvedValue(undefined),
        onError: jest.fn()
    }),
    { virtual: true }
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), { virtual: true });

const ACCOUNT = '001000000000001AAA';
const wire = getDocuments as unknown as { emit: (data: unknown) => void; error: (body: unknown) => void };
const settle = (): Promise<void> => Promise.resolve();

function mount(): HTMLElement {
    const element = createElement('c-account-documents', { is: AccountDocuments });
    Object.assign(element, { recordId: ACCOUNT });
    document.body.appendChild(element);
    return element;
}

const table = (element: HTMLElement): { rows: { id: string }[]; newIds: string[] } | null =>
    element.shadowRoot!.querySelector<HTMLElement & { rows: { id: string }[]; newIds: string[] }>('c-document-table');

describe('c-account-documents', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('waits for the documents', async () => {
        const element = mount();
        expect(
            element.shadowRoot!.querySelector<HTMLElement & { alternativeText: string }>('lightning-spinner')!
                .alternativeText
        ).toBe('c.Loading');
        await expect(element).toBeAccessible();
    });

    it('shows them with their number', async () => {
        const element = mount();
        wire.emit([row()]);
        await settle();
        expect(table(element)!.rows).toHaveLength(1);
        expect((element.shadowRoot!.querySelector('lightning-card') as unknown as { title: string }).title).toBe(
            'c.DocumentsTitle (1)'
        );
        await expect(element).toBeAccessible();
    });

    it('says that there are none', async () => {
        const element = mount();
        wire.emit([]);
        await settle();
        expect(element.shadowRoot!.querySelector('.empty')!.textContent).toContain('c.DocumentsEmptyTitle');
        expect(table(element)).toBeNull();
    });

    it('shows what went wrong', async () => {
        const element = mount();
        wire.error({ message: 'No access to Account' });
        await settle();
        expect(element.shadowRoot!.querySelector('.error')!.textContent).toBe('No access to Account');
        await expect(element).toBeAccessible();
    });

    it('reads again once for a burst of changes of its account, and marks what arrived', async () => {
        jest.useFakeTimers();
        const element = mount();
        wire.emit([row()]);
        const tell = (subscribe as jest.Mock).mock.calls[0][2] as (message: unknown) => void;
        tell({ data: { payload: { AccountId__c: ACCOUNT } } });
        tell({ data: { payload: { tgrid__AccountId__c: ACCOUNT } } });
        tell({ data: { payload: { AccountId__c: '001000000000009AAA' } } });
        jest.runAllTimers();
        jest.useRealTimers();
        expect(refreshApex).toHaveBeenCalledTimes(1);
        wire.emit([row({ id: 'a01000000000002AAA' }), row()]);
        await settle();
        expect(table(element)!.newIds).toEqual(['a01000000000002AAA']);
    });

    it('leaves documents of other accounts alone', () => {
        jest.useFakeTimers();
        mount();
        const tell = (subscribe as jest.Mock).mock.calls[0][2] as (message: unknown) => void;
        tell({ data: { payload: { AccountId__c: '001000000000009AAA' } } });
        jest.runAllTimers();
        jest.useRealTimers();
        expect(refreshApex).not.toHaveBeenCalled();
    });

    it('filters by kind and by what needs a look', async () => {
        const element = mount();
        wire.emit([row(), row({ id: 'a01000000000002AAA', kind: 'Invoice', state: 'Failed' })]);
        await settle();
        const choose = async (value: string): Promise<string[]> => {
            element
                .shadowRoot!.querySelector('lightning-combobox')!
                .dispatchEvent(new CustomEvent('change', { detail: { value } }));
            await settle();
            return table(element)!.rows.map(({ id }) => id);
        };
        expect(await choose('Order')).toEqual(['a01000000000001AAA']);
        expect(await choose('problems')).toEqual(['a01000000000002AAA']);
    });

    it('stops listening when it goes', async () => {
        const element = mount();
        await settle();
        element.remove();
        expect(unsubscribe).toHaveBeenCalledTimes(1);
    });
});
