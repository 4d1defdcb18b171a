// Compares what the package reads from a document with an independent parser's findings (EXPECTED.jsonl: one object a
// line, `origin: computed`). Only fields that both sides state are compared; every difference is returned in words.
export interface ReadDocument {
    type: string | null;
    number: string | null;
    date: string | null;
    currency: string | null;
    lineCount: number;
    totalQuantity: string | null;
    totalAmount: string | null;
    references: Record<string, string>;
    parties: { role: string | null; id: string | null; name: string | null }[];
}

export interface ReadProblem {
    code: string;
    level: string;
    message: string;
    position: string | null;
}

export interface ReadAnswer {
    standard: string | null;
    envelope: { sender: string | null; receiver: string | null; controlNumber: string | null };
    documents: ReadDocument[];
    problems: ReadProblem[];
}

export interface Expectation {
    path: string;
    standard: string;
    type: string;
    index: number;
    fields: Record<string, unknown>;
}

/** Fields that hold the document's number, the first that is present counts. */
const NUMBERS: Record<string, string[]> = {
    '850': ['po_number'],
    '860': ['po_number'],
    '855': ['po_number'],
    '865': ['po_number'],
    '875': ['po_number'],
    '810': ['invoice_number'],
    '880': ['invoice_number'],
    '210': ['invoice_number'],
    '856': ['shipment_id'],
    '214': ['reference'],
    '820': ['trace_number'],
    '940': ['order_number'],
    '945': ['order_number'],
    '943': ['order_number'],
    '944': ['receipt_number'],
    '830': ['reference'],
    '846': ['reference'],
    '862': ['reference'],
    '824': ['reference'],
    '832': ['catalog_number'],
    '204': ['shipment_id']
};
const OTHER_NUMBERS = ['doc_number', 'id', 'order_id', 'shipment_id'];

/** Fields of the expectation that name a canonical reference. */
const REFERENCES: Record<string, string> = {
    order_ref: 'purchaseOrder',
    bol: 'billOfLading',
    release: 'release',
    po_number: 'purchaseOrder'
};

export function differences(expected: Expectation, found: ReadDocument | undefined): string[] {
    if (!found) return ['document: expected but not read'];
    const result: string[] = [];
    const check = (name: string, want: string | null | undefined, got: string | null) => {
        if (want !== undefined && want !== null && want !== '' && want !== got) {
            result.push(`${name}: expected ${want}, read ${got}`);
        }
    };
    const { fields } = expected;
    check('type', expected.type, found.type);
    check('number', numberOf(expected), found.number);
    if (typeof fields.date === 'string') check('date', isoDate(fields.date), found.date);
    if (typeof fields.order_date === 'string') check('date', isoDate(fields.order_date), found.date);
    if (typeof fields.currency === 'string') check('currency', fields.currency, found.currency);
    if (typeof fields.lines === 'number') check('lines', String(fields.lines), String(found.lineCount));
    checkAmount(result, 'total quantity', quantityOf(fields), found.totalQuantity);
    checkAmount(result, 'total amount', amountOf(expected), found.totalAmount);
    for (const [field, name] of Object.entries(REFERENCES)) {
        const want = fields[field];
        if (typeof want === 'string' && want !== '') check(`reference ${name}`, want, found.references[name] ?? null);
    }
    for (const [qualifier, value] of Object.entries((fields.refs ?? {}) as Record<string, string>)) {
        if (!Object.values(found.references).includes(value)) result.push(`reference ${qualifier}: expected ${value}`);
    }
    result.push(...partyDifferences(fields, found));
    return result;
}

function numberOf(expected: Expectation): string | undefined {
    for (const field of NUMBERS[expected.type] ?? OTHER_NUMBERS) {
        const value = expected.fields[field];
        if (typeof value === 'string') return value;
    }
    return undefined;
}

/** A warehouse advice states ordered and shipped separately; shipped is what the document is about. */
function quantityOf(fields: Record<string, unknown>): string | undefined {
    const value = fields.total_quantity ?? fields.shipped_quantity;
    return typeof value === 'string' ? value : undefined;
}

function amountOf({ fields, type }: Expectation): string | undefined {
    const declared = (fields.amt as Record<string, string> | undefined)?.TT;
    const value =
        fields.total_amount ?? declared ?? fields.total_amount_calc ?? (type === '820' ? fields.amount : undefined);
    return typeof value === 'string' ? value : undefined;
}

function checkAmount(result: string[], name: string, want: string | undefined, got: string | null): void {
    if (want === undefined) return;
    if (got === null || plain(want) !== plain(got)) result.push(`${name}: expected ${want}, read ${got}`);
}

/** Decimal text without trailing zeros, compared as text so that no digit is lost. */
function plain(value: string): string {
    const [whole = '0', fraction = ''] = value.split('.');
    const rest = fraction.replace(/0+$/, '');
    return rest === '' ? whole : `${whole}.${rest}`;
}

function partyDifferences(fields: Record<string, unknown>, found: ReadDocument): string[] {
    const result: string[] = [];
    for (const party of (fields.parties ?? []) as { q: string; id?: string; name?: string }[]) {
        const match = found.parties.some(
            (p) => p.role === party.q && (!party.id || p.id === party.id) && (!party.name || p.name === party.name)
        );
        if (!match) result.push(`party ${party.q}: expected id ${party.id ?? ''} name ${party.name ?? ''}`);
    }
    for (const side of ['sender_party', 'receiver_party']) {
        const party = fields[side] as { endpoint?: string; id?: string; name?: string } | undefined;
        if (!party) continue;
        const ids = [party.endpoint, party.id].filter((id) => id);
        const match = found.parties.some(
            (p) => (ids.length === 0 || ids.includes(p.id ?? '')) && (!party.name || p.name === party.name)
        );
        if (!match) result.push(`${side}: expected id ${ids.join(' or ')} name ${party.name ?? ''}`);
    }
    return result;
}

/** yyyy-mm-dd of any of the forms documents write; null where they give none. */
function isoDate(written: string): string | null {
    if (/^\d{4}-\d{2}-\d{2}/.test(written)) return written.slice(0, 10);
    if (/^\d{8}(\d{4}(\d{2})?)?$/.test(written))
        return `${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6, 8)}`;
    if (/^\d{6}$/.test(written)) {
        const century = written.slice(0, 2) <= '69' ? '20' : '19';
        return `${century}${written.slice(0, 2)}-${written.slice(2, 4)}-${written.slice(4, 6)}`;
    }
    return null;
}
