import { LightningElement, api } from 'lwc';
import type { StepView } from 'trading-grid/apex';
import { stateWord } from 'c/documentWords';
import emptyLabel from '@salesforce/label/c.HistoryEmpty';

const LEVEL_ICONS: Record<string, { icon: string; variant: string }> = {
    error: { icon: 'utility:error', variant: 'error' },
    warning: { icon: 'utility:warning', variant: 'warning' }
};

interface Shown extends StepView {
    icon: string;
    variant: string;
    title: string;
    detail: string;
}

/** Steps of a document, oldest first. */
export default class DocumentHistory extends LightningElement {
    @api steps: StepView[] = [];

    readonly labels = { empty: emptyLabel };

    get shown(): Shown[] {
        return this.steps.map((step) => {
            const state = stateWord(step.state);
            const level = LEVEL_ICONS[step.level ?? ''] ?? { icon: state.icon, variant: state.variant };
            return {
                ...step,
                ...level,
                title: state.label || (step.source ?? ''),
                detail: [step.code, step.position].filter(Boolean).join(' · ')
            };
        });
    }

    get isEmpty(): boolean {
        return this.steps.length === 0;
    }
}
