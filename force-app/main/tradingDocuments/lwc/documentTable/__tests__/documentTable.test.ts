import { createElement } from 'lwc';
import { getNavigateCalledWith } from 'lightning/navigation';
import DocumentTable from 'c/documentTable';
import { row } from './rows';

function mount(rows: ReturnType<typeof row>[], newIds: string[] = []): HTMLElement {
    const element = createElement('c-document-table', { is: DocumentTable as never });
    Object.assign(element, { rows, newIds });
    document.body.appendChild(element);
    return element;
}

const texts = (element: HTMLElement, selector: string): string[] =>
    [...element.shadowRoot!.querySelectorAll(selector)].map((node) => node.textContent.trim());

describe('c-document-table', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it('shows what a document is and what it became', async () => {
        const element = mount([row()]);
        expect(texts(element, '.open')).toEqual(['4500017']);
        expect(texts(element, 'tbody td:nth-child(6)')).toEqual(['3']);
        expect(texts(element, '.record')).toEqual(['4500017']);
        await expect(element).toBeAccessible();
    });

    it('says why there is no record', () => {
        const element = mount([row({ state: 'Staged', records: [], errorText: 'Nobody is known as ZZ:NEW.' })]);
        expect(texts(element, '.reason')).toEqual(['Nobody is known as ZZ:NEW.']);
        expect(element.shadowRoot!.querySelector('.record')).toBeNull();
    });

    it('marks rows that arrived while one looked', () => {
        const element = mount([row(), row({ id: 'a01000000000002AAA' })], ['a01000000000002AAA']);
        expect(element.shadowRoot!.querySelectorAll('.is-new')).toHaveLength(1);
        expect(texts(element, '.slds-badge')).toEqual(['c.DocumentNew']);
    });

    it('asks for a document to be opened', () => {
        const element = mount([row()]);
        const opened = jest.fn();
        element.addEventListener('open', opened);
        element.shadowRoot!.querySelector<HTMLButtonElement>('.open')!.click();
        expect(opened.mock.calls[0][0].detail).toEqual({ id: 'a01000000000001AAA' });
    });

    it('goes to the record', () => {
        const element = mount([row()]);
        element.shadowRoot!.querySelector<HTMLButtonElement>('.record')!.click();
        expect(getNavigateCalledWith().pageReference.attributes).toEqual({
            recordId: 'a02000000000001AAA',
            objectApiName: 'tgrid__PurchaseOrder__c',
            actionName: 'view'
        });
    });
});
