// What the simulated network holds: Lens entries, the documents behind them, and the community.

import { iso, type Clock } from './clock.ts';
import type { BusinessDocument } from './documents/index.ts';
import type { FieldValue, LensEntry } from './lens/fields.ts';
import type { Random } from './random.ts';
import type { DocumentType, Scenario } from './scenario.ts';

export interface NetworkState {
    scenario: Scenario;
    entries: LensEntry[];
    /** Text of a document by the transactionid of each of its entries. */
    contents: Map<string, { text: string; contentType: string }>;
    newTransactionId(): string;
    /** Entries that a search sees now, with the changes that have come due. */
    visibleEntries(): LensEntry[];
    add(fields: Record<string, FieldValue>, keys?: Record<string, string>, visibleFrom?: number): LensEntry;
    /** Records a document arriving from a partner: its file and document entries, sharing one correlationid. */
    arrived(document: BusinessDocument, delayMilliseconds?: number): LensEntry[];
    change(entries: readonly LensEntry[], fields: Record<string, FieldValue>, at?: number): void;
    byCorrelation(correlationId: string): LensEntry[];
}

const PURGE_MILLISECONDS = 100 * 24 * 60 * 60 * 1000;

export function createState(scenario: Scenario, clock: Clock, random: Random): NetworkState {
    const entries: LensEntry[] = [];
    const contents: NetworkState['contents'] = new Map();

    function settle(): void {
        const now = clock.now();
        for (const entry of entries) {
            while (entry.changes.length > 0 && entry.changes[0]!.at <= now) {
                const { at, fields } = entry.changes.shift()!;
                Object.assign(entry.fields, { statusdate: iso(at) }, fields);
            }
        }
    }

    const state: NetworkState = {
        scenario,
        entries,
        contents,
        newTransactionId: () => `TG16-SIM-${random.uuid()}`,
        visibleEntries() {
            settle();
            const now = clock.now();
            return entries.filter((entry) => entry.visibleFrom <= now);
        },
        add(fields, keys = {}, visibleFrom = clock.now()) {
            const arrival = String(fields['arrivaltime'] ?? iso(clock.now()));
            const entry: LensEntry = {
                fields: {
                    transactionid: state.newTransactionId(),
                    correlationid: random.uuid(),
                    sendertransactionid: state.newTransactionId(),
                    arrivaltime: arrival,
                    arrivaltimefacetdaily: arrival.slice(0, 10),
                    statusdate: arrival,
                    solutionid: scenario.company.companyId,
                    platform: 'TG16-SIM',
                    processingcomputezone: 'SIM1',
                    purgedate: iso(Date.parse(arrival) + PURGE_MILLISECONDS),
                    ...fields
                },
                keys,
                visibleFrom,
                changes: []
            };
            entries.push(entry);
            return entry;
        },
        arrived(document, delayMilliseconds = 0) {
            const { order, content, contentType } = document;
            const { company } = scenario;
            const [from, to] = order.sentByUs ? [company, order.partner] : [order.partner, company];
            const senderTransaction = state.newTransactionId();
            const shared = {
                correlationid: random.uuid(),
                sendertransactionid: senderTransaction,
                editype: order.type,
                category: 'EDI',
                status: 'P',
                sendername: from.companyName,
                senderaddress: from.address,
                receivername: to.companyName,
                receiveraddress: to.address,
                inagent: 'AS2',
                outagent: 'HTTP',
                informat: order.partner.standard,
                outformat: order.partner.standard,
                insize: Buffer.byteLength(content),
                outsize: Buffer.byteLength(content),
                receivefilename: `${order.type}_${order.partner.orderPrefix}_${order.controlNumber}.edi`
            };
            const at = iso(clock.now());
            const file = {
                ...shared,
                transactionlevel: 'File',
                type: order.partner.standard === 'X12' ? 'X12 interchange' : 'EDIFACT interchange',
                envelopetype: order.partner.standard === 'X12' ? 'ISA' : 'UNA',
                standardversion: order.partner.version,
                senderreference: String(order.controlNumber).padStart(order.partner.standard === 'X12' ? 9 : 1, '0'),
                sendermailbox: from.mailbox,
                receivermailbox: to.mailbox,
                firstbytetimestamp: at,
                lastbytetimestamp: at
            };
            const level = {
                ...shared,
                transactionlevel: 'Document',
                type: TYPE_NAMES[order.type],
                processingregion: 'US',
                pototalamount: document.amount
            };
            const visibleFrom = clock.now() + delayMilliseconds;
            const fileEntry = state.add(file, {}, visibleFrom);
            const documentEntry = state.add(
                { ...level, parenttransactionid: fileEntry.fields['transactionid'] ?? null },
                { 'purchase order number': order.number, 'total amount': document.amount.toFixed(2) },
                visibleFrom
            );
            const added = [fileEntry, documentEntry];
            for (const entry of added) {
                contents.set(String(entry.fields['transactionid']), { text: content, contentType });
            }
            return added;
        },
        change(changed, fields, at = clock.now()) {
            for (const entry of changed) {
                entry.changes.push({ at, fields });
                entry.changes.sort((left, right) => left.at - right.at);
            }
            settle();
        },
        byCorrelation: (correlationId) => entries.filter((entry) => entry.fields['correlationid'] === correlationId)
    };
    return state;
}

const TYPE_NAMES: Record<DocumentType, string> = {
    '850': 'Purchase Order',
    '860': 'Purchase Order Change Request - Buyer Initiated',
    '856': 'Ship Notice/Manifest',
    '214': 'Transportation Carrier Shipment Status Message',
    '810': 'Invoice',
    '820': 'Payment Order/Remittance Advice',
    '824': 'Application Advice',
    '997': 'Functional Acknowledgment',
    ORDERS: 'Purchase order message',
    ORDCHG: 'Purchase order change request message',
    DESADV: 'Despatch advice message',
    IFTSTA: 'International multimodal status report message',
    INVOIC: 'Invoice message',
    REMADV: 'Remittance advice message',
    APERAK: 'Application error and acknowledgement message',
    CONTRL: 'Syntax and service report message'
};
