import { createElement } from 'lwc';
import DocumentHistory from 'c/documentHistory';
import type { StepView } from 'trading-grid/apex';

const STEP: StepView = {
    id: 'a03000000000001AAA',
    state: 'Received',
    level: 'info',
    code: 'received',
    text: 'Received over REST and stored.',
    position: null,
    source: 'intake',
    occurredAt: '2026-11-04T10:00:00.000Z'
};

function mount(steps: StepView[]): HTMLElement {
    const element = createElement('c-document-history', { is: DocumentHistory });
    Object.assign(element, { steps });
    document.body.appendChild(element);
    return element;
}

describe('c-document-history', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it('tells steps in order, with where a problem lies', async () => {
        const problem = {
            ...STEP,
            id: 'a03000000000002AAA',
            level: 'warning',
            code: 'count-mismatch',
            text: 'CTT says 4, 3 lines.',
            position: 'CTT01'
        };
        const element = mount([STEP, problem]);
        const steps = [...element.shadowRoot!.querySelectorAll('.step')].map((node) => node.textContent);
        expect(steps).toHaveLength(2);
        expect(steps[1]).toContain('CTT says 4, 3 lines.');
        expect(steps[1]).toContain('count-mismatch · CTT01');
        const icons = [
            ...element.shadowRoot!.querySelectorAll<HTMLElement & { iconName: string }>('lightning-icon')
        ].map((icon) => icon.iconName);
        expect(icons).toEqual(['utility:clock', 'utility:warning']);
        await expect(element).toBeAccessible();
    });

    it('says that nothing has happened', () => {
        expect(mount([]).shadowRoot!.textContent).toContain('c.HistoryEmpty');
    });
});
