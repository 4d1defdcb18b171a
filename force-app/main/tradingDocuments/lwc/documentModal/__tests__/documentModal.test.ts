import { createElement } from 'lwc';
import DocumentModal from 'c/documentModal';
import getDocument from '@salesforce/apex/AccountDocumentsController.getDocument';
import { row } from '../../documentTable/__tests__/rows';

jest.mock(
    '@salesforce/apex/AccountDocumentsController.getDocument',
    () => {
        const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);

const wire = getDocument as unknown as { emit: (data: unknown) => void; error: (body: unknown) => void };
const settle = (): Promise<void> => Promise.resolve();

function mount(): HTMLElement {
    const element = createElement('c-document-modal', { is: DocumentModal });
    Object.assign(element, { documentId: 'a01000000000001AAA', label: 'Purchase order 4500017' });
    document.body.appendChild(element);
    return element;
}

describe('c-document-modal', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it('waits, then shows the three views', async () => {
        const element = mount();
        expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
        wire.emit({ row: row(), rawText: 'ISA', isRawTextCut: false, payloadVersionId: null, parsed: null, steps: [] });
        await settle();
        expect(element.shadowRoot!.querySelector('lightning-spinner')).toBeNull();
        for (const tag of ['c-document-parsed', 'c-document-raw', 'c-document-history']) {
            expect(element.shadowRoot!.querySelector(tag)).not.toBeNull();
        }
    });

    it('shows an error', async () => {
        const element = mount();
        wire.error({ message: 'No access to this document' });
        await settle();
        expect(element.shadowRoot!.querySelector('.error')!.textContent).toBe('No access to this document');
        await expect(element).toBeAccessible();
    });
});
