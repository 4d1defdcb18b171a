// lightning/flowSupport: the events that a screen flow would hear.
const flowEvent = (name) =>
    class extends CustomEvent {
        constructor() {
            super(name, { bubbles: true, composed: true, cancelable: true });
        }
    };
export class FlowAttributeChangeEvent extends CustomEvent {
    constructor(attributeName, value) {
        super('_attributeChange', {
            bubbles: true,
            composed: true,
            cancelable: true,
            detail: { attributeName, attributeValue: value }
        });
    }
}
export const FlowNavigationNextEvent = flowEvent('_nextFlow');
export const FlowNavigationBackEvent = flowEvent('_backFlow');
export const FlowNavigationFinishEvent = flowEvent('_finishFlow');
export const FlowNavigationPauseEvent = flowEvent('_pauseFlow');
