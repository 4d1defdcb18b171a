// lightning/navigation: pages of this host.
import { tellHost } from 'host/platform';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

export function urlOf({ type, attributes = {} }) {
    switch (type) {
        case 'standard__webPage':
            return attributes.url;
        case 'standard__recordPage':
        case 'standard__recordRelationshipPage':
            return `/lightning/r/${attributes.objectApiName ?? 'record'}/${attributes.recordId}/${attributes.actionName ?? 'view'}`;
        case 'standard__objectPage':
            return `/lightning/o/${attributes.objectApiName}/list`;
        case 'standard__navItemPage':
            return `/lightning/o/${attributes.apiName}/list`;
        default:
            return '/';
    }
}

export const NavigationMixin = (Base) =>
    class extends Base {
        [Navigate](reference, replace) {
            tellHost('navigate', {
                url: urlOf(reference),
                replace: replace === true,
                newTab: reference.type === 'standard__webPage'
            });
        }
        [GenerateUrl](reference) {
            return Promise.resolve(urlOf(reference));
        }
    };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

export class CurrentPageReference {
    constructor(callback) {
        this.callback = callback;
    }
    connect() {
        const [, , kind, objectApiName, recordId] = window.location.pathname.split('/');
        const attributes = kind === 'r' ? { objectApiName, recordId, actionName: 'view' } : { objectApiName };
        this.callback({ type: kind === 'r' ? 'standard__recordPage' : 'standard__objectPage', attributes, state: {} });
    }
    update() {}
    disconnect() {}
}
