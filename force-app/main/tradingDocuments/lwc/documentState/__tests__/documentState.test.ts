import { createElement } from 'lwc';
import DocumentState from 'c/documentState';

function mount(state: string): HTMLElement {
    const element = createElement('c-document-state', { is: DocumentState });
    Object.assign(element, { state });
    document.body.appendChild(element);
    return element;
}

describe('c-document-state', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it.each([
        ['Processed', 'c.StateProcessed', 'utility:success'],
        ['Failed', 'c.StateFailed', 'utility:error'],
        ['Staged', 'c.StateStaged', 'utility:pause_alt'],
        ['Parked', 'Parked', 'utility:info']
    ])('says %s with a word and an icon', async (state, word, icon) => {
        const element = mount(state);
        expect(element.shadowRoot!.textContent).toContain(word);
        expect(element.shadowRoot!.querySelector<HTMLElement & { iconName: string }>('lightning-icon')!.iconName).toBe(
            icon
        );
        await expect(element).toBeAccessible();
    });
});
