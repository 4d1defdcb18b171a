import { LightningElement, api } from 'lwc';

export default class LightningModal extends LightningElement {
    @api size = 'medium';
    @api label = '';
    @api description = '';
    @api disableClose = false;
    static open = jest.fn().mockResolvedValue(undefined);
    close = jest.fn();
}
