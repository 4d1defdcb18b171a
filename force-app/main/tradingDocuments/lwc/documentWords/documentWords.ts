import acknowledgement from '@salesforce/label/c.KindAcknowledgement';
import applicationAdvice from '@salesforce/label/c.KindApplicationAdvice';
import creditNote from '@salesforce/label/c.KindCreditNote';
import invoice from '@salesforce/label/c.KindInvoice';
import order from '@salesforce/label/c.KindOrder';
import orderChange from '@salesforce/label/c.KindOrderChange';
import orderResponse from '@salesforce/label/c.KindOrderResponse';
import receivingAdvice from '@salesforce/label/c.KindReceivingAdvice';
import remittance from '@salesforce/label/c.KindRemittance';
import shipNotice from '@salesforce/label/c.KindShipNotice';
import transportStatus from '@salesforce/label/c.KindTransportStatus';
import unknownKind from '@salesforce/label/c.KindUnknown';
import warehouseOrder from '@salesforce/label/c.KindWarehouseOrder';
import billTo from '@salesforce/label/c.RoleBillTo';
import buyer from '@salesforce/label/c.RoleBuyer';
import shipFrom from '@salesforce/label/c.RoleShipFrom';
import shipTo from '@salesforce/label/c.RoleShipTo';
import supplier from '@salesforce/label/c.RoleSupplier';
import blocked from '@salesforce/label/c.StateBlocked';
import duplicate from '@salesforce/label/c.StateDuplicate';
import failed from '@salesforce/label/c.StateFailed';
import ignored from '@salesforce/label/c.StateIgnored';
import processed from '@salesforce/label/c.StateProcessed';
import received from '@salesforce/label/c.StateReceived';
import staged from '@salesforce/label/c.StateStaged';

const KINDS: Record<string, string> = {
    Acknowledgement: acknowledgement,
    ApplicationAdvice: applicationAdvice,
    CreditNote: creditNote,
    Invoice: invoice,
    Order: order,
    OrderChange: orderChange,
    OrderResponse: orderResponse,
    ReceivingAdvice: receivingAdvice,
    Remittance: remittance,
    ShipNotice: shipNotice,
    TransportStatus: transportStatus,
    WarehouseOrder: warehouseOrder
};

/** A kind of document in the user's words. */
export function kindWord(kind: string | null): string {
    return KINDS[kind ?? ''] ?? unknownKind;
}

export interface StateWord {
    label: string;
    icon: string;
    /** Variant of the icon: success, warning, error, or nothing. */
    variant: string;
}

const STATES: Record<string, StateWord> = {
    Received: { label: received, icon: 'utility:clock', variant: '' },
    Staged: { label: staged, icon: 'utility:pause_alt', variant: 'warning' },
    Processed: { label: processed, icon: 'utility:success', variant: 'success' },
    Failed: { label: failed, icon: 'utility:error', variant: 'error' },
    Ignored: { label: ignored, icon: 'utility:skip', variant: '' },
    Blocked: { label: blocked, icon: 'utility:ban', variant: 'error' },
    Duplicate: { label: duplicate, icon: 'utility:copy', variant: '' }
};

/** A processing state in words, with an icon; a state that is not known shows its own name. */
export function stateWord(state: string | null): StateWord {
    return STATES[state ?? ''] ?? { label: state ?? '', icon: 'utility:info', variant: '' };
}

/** Party codes of X12 element 98 and EDIFACT 3035 that orders, invoices and shipments use most. */
const ROLES: Record<string, string> = {
    BT: billTo,
    IV: billTo,
    BY: buyer,
    SF: shipFrom,
    ST: shipTo,
    DP: shipTo,
    SE: supplier,
    SU: supplier,
    VN: supplier
};

/** What a party is, in words; a code that is not known shows itself. */
export function roleWord(role: string | null): string {
    const code = role ?? '';
    return ROLES[code] ?? code;
}

/** `requestedDelivery` → `Requested delivery`. */
export function nameWords(name: string): string {
    const words = name.replace(
        /([a-z0-9])([A-Z])/g,
        (_, end: string, start: string) => `${end} ${start.toLowerCase()}`
    );
    return words.charAt(0).toUpperCase() + words.slice(1);
}
