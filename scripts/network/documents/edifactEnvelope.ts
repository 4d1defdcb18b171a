// The envelope every EDIFACT document shares: UNA, UNB to UNZ, UNH to UNT with references and counts that agree, and
// texts released with "?" where they hold a separator.

import type { Company } from '../scenario.ts';
import { receiverOf, senderOf, type TradeOrder } from './order.ts';
import { id, qualifier } from './x12Envelope.ts';

/** CONTRL belongs to the syntax, not to a directory: its version is the syntax's. */
const CONTROL_VERSION = 'D:3:UN';
const UNITS: Record<string, string> = { EA: 'PCE', CA: 'CT', BX: 'BX', LB: 'LBR' };

/** The interchange around a message; `body` is what stands between UNH and UNT. */
export function edifactInterchange(order: TradeOrder, company: Company, body: string[]): string {
    const control = String(order.controlNumber);
    const stamp = new Date(order.writtenAt).toISOString();
    const reference = messageReference(order.controlNumber);
    const version = order.type === 'CONTRL' ? CONTROL_VERSION : `${order.partner.version.replace('.', ':')}:UN:EAN008`;
    const party = (address: string): string => `${id(address)}:${qualifier(address)}`;
    const parties = `${party(senderOf(order, company))}+${party(receiverOf(order, company))}`;
    const at = `${stamp.slice(2, 10).replaceAll('-', '')}:${stamp.slice(11, 16).replace(':', '')}`;
    const segments = [
        `UNB+UNOC:3+${parties}+${at}+${control}`,
        `UNH+${reference}+${order.type}:${version}`,
        ...body,
        `UNT+${body.length + 2}+${reference}`,
        `UNZ+1+${control}`
    ];
    return ["UNA:+.? '", segments.map((segment) => `${segment}'`).join('\n')].join('');
}

export function messageReference(controlNumber: number): string {
    return `ME${String(controlNumber).padStart(6, '0')}`;
}

export function unitOf(unitOfMeasure: string): string {
    return UNITS[unitOfMeasure] ?? unitOfMeasure;
}

export function text(value: string): string {
    return value.replaceAll(/[?':+]/g, '?$&').replaceAll(/[\r\n]+/g, ' ');
}
