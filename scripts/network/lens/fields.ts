// The fields of a Lens entry and the codes of its states, from OpenText's public Lens cheat sheet and collections.
// Assumed, because the public text shows only part: the spelling of status names other than ReadyForPickup,
// Completed, Delivered and Failed, and that sizes are whole numbers and amounts decimal ones.

export const TIME_FIELDS = [
    'arrivaltime',
    'statusdate',
    'fastatusdate',
    'firstbytetimestamp',
    'lastbytetimestamp'
] as const;

const TEXT_FIELDS = [
    'transactionid sendertransactionid parenttransactionid correlationid transactionlevel type editype category',
    'status processingsubstatus deliverystatus deliveryackstatus deliveryacktimestamp deliverycompletedtimestamp',
    'readyforpickuptimestamp receiveackstatus fastatus errorcode errortype externalerrormessage',
    'sendername senderaddress sendermailbox senderip receivername receiveraddress receivermailbox receiverip',
    'senderreference standardversion envelopetype informat outformat inagent outagent receivefilename',
    'senderfilename deliveryfilename deliveryreceipt arrivaltimefacetdaily itinerarycompletedtimestamp',
    'inboundpipelineid outboundpipelineid processorid processingtime servicetype solutionid platform',
    'processingregion processingcell processingcomputezone clientsource clientstatus purgedate'
].flatMap((line) => line.split(' '));

export const FIELD_TYPES: Readonly<Record<string, string>> = Object.fromEntries([
    ...[...TIME_FIELDS, ...TEXT_FIELDS].map((name) => [name, 'String']),
    ['insize', 'Int'],
    ['outsize', 'Int'],
    ['invoicetotalamount', 'Float'],
    ['pototalamount', 'Float'],
    ['labels', '[String]']
]);

export type FieldValue = string | number | string[] | null;

/** One entry: its fields, its content keys, and what changes when (states move on by themselves). */
export interface LensEntry {
    fields: Record<string, FieldValue>;
    keys: Record<string, string>;
    /** Milliseconds from which a search finds it: Lens is eventually consistent. */
    visibleFrom: number;
    changes: { at: number; fields: Record<string, FieldValue> }[];
}

export const STATUS_NAMES: Readonly<Record<string, string>> = {
    B: 'Batched',
    C: 'Completed',
    S: 'Delivered',
    N: 'DeliveryDisabled',
    D: 'DeliveryInProgress',
    U: 'Duplicate',
    P: 'Processing',
    H: 'OnHold',
    R: 'ReadyForPickup',
    V: 'ValidationError',
    F: 'Failed',
    Unknown: 'Unknown'
};

export const ACKNOWLEDGEMENT_NAMES: Readonly<Record<string, string | null>> = {
    A: 'Accepted/Received',
    C: null,
    E: 'Accepted with errors',
    M: 'Manually accepted',
    N: 'No FA expected',
    P: 'Partially accepted',
    R: 'Rejected',
    S: 'Suppressed',
    T: 'Timed out',
    W: 'Waiting for FA'
};

/** Names that the search box uses for a field where they differ from the field's own. */
export const SEARCH_BOX_NAMES: Readonly<Record<string, string>> = { messagelevel: 'transactionlevel' };

/** Every text a search may match in a field: the stored value, and a code's name. */
export function searchTexts(field: string, value: FieldValue | undefined): string[] {
    if (value === null || value === undefined || value === '') return [];
    if (Array.isArray(value)) return value;
    const text = String(value);
    if (field === 'status') return [text, STATUS_NAMES[text] ?? text];
    if (field === 'fastatus') return [text, ACKNOWLEDGEMENT_NAMES[text] ?? text];
    return [text];
}

/** What comes back for a field: names for codes, the rest as stored. */
export function shownValue(field: string, value: FieldValue | undefined): FieldValue {
    if (value === undefined) return null;
    if (field === 'status' && typeof value === 'string') return STATUS_NAMES[value] ?? value;
    if (field === 'fastatus' && typeof value === 'string') return ACKNOWLEDGEMENT_NAMES[value] ?? null;
    return value;
}
