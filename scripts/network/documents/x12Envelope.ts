// The envelope every X12 document shares: ISA, GS, ST to SE, GE, IEA, one group and one set each, with the counts and
// control numbers that a receiver checks (ISA13/IEA02, GS06/GE02, ST02/SE02, SE01).

import type { Company } from '../scenario.ts';
import { senderOf, receiverOf, type TradeOrder } from './order.ts';

const SEGMENT = '~';
const GROUPS: Record<string, string> = {
    '850': 'PO',
    '860': 'PC',
    '856': 'SH',
    '214': 'QM',
    '810': 'IN',
    '820': 'RA',
    '824': 'AG',
    '997': 'FA'
};
export const SET_NUMBER = '0001';

/** The interchange around a set; `body` is what stands between ST and SE. */
export function x12Interchange(order: TradeOrder, company: Company, body: string[]): string {
    const { version } = order.partner;
    const from = senderOf(order, company);
    const to = receiverOf(order, company);
    const control = String(order.controlNumber).padStart(9, '0');
    const stamp = new Date(order.writtenAt).toISOString();
    const day = stamp.slice(0, 10).replaceAll('-', '');
    const time = stamp.slice(11, 16).replace(':', '');
    return [
        header(from, to, day.slice(2), time, control, version),
        `GS*${GROUPS[order.type]}*${id(from)}*${id(to)}*${day}*${time}*${order.controlNumber}*X*${version}`,
        `ST*${order.type}*${SET_NUMBER}`,
        ...body,
        `SE*${body.length + 2}*${SET_NUMBER}`,
        `GE*1*${order.controlNumber}`,
        `IEA*1*${control}`
    ]
        .map((segment) => `${segment}${SEGMENT}`)
        .join('\n');
}

/** The ISA is the one segment of fixed width: 106 characters with its terminator. */
function header(from: string, to: string, day: string, time: string, control: string, version: string): string {
    const party = (address: string): string => `${qualifier(address)}*${id(address).padEnd(15)}`;
    const versionNumber = `${version.slice(0, 5)}`;
    return `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*${party(from)}*${party(to)}*${day}*${time}*U*${versionNumber}*${control}*0*P*>`;
}

export function date(at: number): string {
    return new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
}

export function time(at: number): string {
    return new Date(at).toISOString().slice(11, 16).replace(':', '');
}

export function qualifier(address: string): string {
    return address.slice(0, address.indexOf(':'));
}

export function id(address: string): string {
    return address.slice(address.indexOf(':') + 1);
}

/** X12 has no escape: a separator inside a text becomes a space. */
export function clean(text: string): string {
    return text.replaceAll(/[*~>\n\r]/g, ' ').trim();
}
