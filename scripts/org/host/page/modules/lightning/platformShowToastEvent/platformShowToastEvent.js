// lightning/platformShowToastEvent: the page shows the toast.
export const ShowToastEventName = 'lightning__showtoast';
export class ShowToastEvent extends CustomEvent {
    constructor(toast) {
        super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail: toast });
    }
}
