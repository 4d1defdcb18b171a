let calledWith;
const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

export const NavigationMixin = (Base) =>
    class extends Base {
        [Navigate](pageReference, replace) {
            calledWith = { pageReference, replace };
        }
        [GenerateUrl]({ attributes }) {
            return Promise.resolve(`/lightning/r/${attributes.objectApiName}/${attributes.recordId}/view`);
        }
    };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

export const getNavigateCalledWith = () => calledWith;
