import { kindWord, nameWords, roleWord, stateWord } from 'c/documentWords';

describe('c/documentWords', () => {
    it('names kinds, and calls what is not known other', () => {
        expect(kindWord('ShipNotice')).toBe('c.KindShipNotice');
        expect(kindWord(null)).toBe('c.KindUnknown');
    });

    it('names states', () => {
        expect(stateWord('Blocked')).toEqual({ label: 'c.StateBlocked', icon: 'utility:ban', variant: 'error' });
    });

    it('names the parties of X12 and EDIFACT', () => {
        expect(['ST', 'DP', 'XX', null].map(roleWord)).toEqual(['c.RoleShipTo', 'c.RoleShipTo', 'XX', '']);
    });

    it('makes words of names', () => {
        expect(nameWords('requestedDelivery')).toBe('Requested delivery');
        expect(nameWords('upc')).toBe('Upc');
    });
});
