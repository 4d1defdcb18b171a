import { createElement } from 'lwc';
import DocumentRaw from 'c/documentRaw';

function mount(properties: { text: string | null; isCut?: boolean }): HTMLElement {
    const element = createElement('c-document-raw', { is: DocumentRaw });
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

const ISA =
    'ISA*00*          *00*          *ZZ*DEMORETAILER   *ZZ*SUMMITSUPPLY   *261104*1200*U*00401*000000001*0*P*>~';

describe('c-document-raw', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it('puts each segment on its line', async () => {
        const element = mount({ text: `${ISA}GS*PO~IEA*1~` });
        expect(element.shadowRoot!.querySelector('pre')!.textContent).toBe(`${ISA}\nGS*PO~\nIEA*1~`);
        await expect(element).toBeAccessible();
    });

    it('leaves a text with lines as it is', () => {
        expect(mount({ text: "UNB+UNOC:3'\nUNH+1'" }).shadowRoot!.querySelector('pre')!.textContent).toBe(
            "UNB+UNOC:3'\nUNH+1'"
        );
    });

    it('says that it is cut', () => {
        expect(mount({ text: 'x', isCut: true }).shadowRoot!.textContent).toContain('c.DocumentCut');
    });

    it('says that there is no payload', () => {
        expect(mount({ text: null }).shadowRoot!.textContent).toContain('c.DocumentNoPayload');
    });
});
