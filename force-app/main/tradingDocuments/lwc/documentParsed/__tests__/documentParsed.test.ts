import { createElement } from 'lwc';
import DocumentParsed from 'c/documentParsed';
import type { ParsedDocument } from 'trading-grid/apex';
import { row } from '../../documentTable/__tests__/rows';

const PARSED: ParsedDocument = {
    documentNumber: '4500017',
    documentDate: '2026-11-04',
    purpose: '00',
    version: '004010',
    currencyCode: 'USD',
    totalAmount: 1250.5,
    totalQuantity: 40,
    lineCount: 1,
    lines: [
        {
            lineNumber: '1',
            changeCode: 'None',
            description: 'Rain poncho',
            quantity: 40,
            unitOfMeasure: 'EA',
            unitPrice: 31.2625,
            amount: 1250.5,
            identifiers: [{ name: 'vendor', value: 'TG-1011' }]
        }
    ],
    parties: [{ role: 'ST', id: '0017', name: 'Demo Retailer DC 17', address: 'Columbus, OH' }],
    references: [{ name: 'purchaseOrder', value: '4500017' }],
    dates: [{ name: 'requestedDelivery', value: '2026-12-05' }],
    notes: ['Call before delivery']
};

function mount(parsed: ParsedDocument | null, errorText: string | null = null): HTMLElement {
    const element = createElement('c-document-parsed', { is: DocumentParsed });
    Object.assign(element, { parsed, row: row({ errorText }) });
    document.body.appendChild(element);
    return element;
}

describe('c-document-parsed', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it('shows parties, references, lines and notes in words', async () => {
        const element = mount(PARSED);
        const text = element.shadowRoot!.textContent;
        for (const part of [
            'c.RoleShipTo',
            'Demo Retailer DC 17 (0017)',
            'Purchase order',
            'Requested delivery',
            'Vendor TG-1011',
            'Call before delivery'
        ]) {
            expect(text).toContain(part);
        }
        expect(element.shadowRoot!.querySelector('tbody td')!.textContent).toBe('Rain poncho');
        await expect(element).toBeAccessible();
    });

    it('tells why nothing was read', () => {
        expect(mount(null, 'This is no EDI.').shadowRoot!.textContent).toContain('This is no EDI.');
        expect(mount(null).shadowRoot!.textContent).toContain('c.DocumentUnread');
    });
});
