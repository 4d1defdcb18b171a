// Single JSON values as values of an Apex type: numbers and Booleans also from texts, dates and times in ISO form.
import { ApexDate, ApexDatetime, ApexTime, Blob, Decimal, Double, idTo18, isId } from '../../../values/index.ts';

/** Undefined when the JSON value is none of this type. */
export function primitive(type: string, kind: string, text: string): unknown {
    const number =
        kind === 'int' || kind === 'float' || (kind === 'string' && /^\s*-?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(text));
    switch (type) {
        case 'String':
            return text;
        case 'Boolean':
            return kind === 'true' || kind === 'false'
                ? kind === 'true'
                : kind === 'string' && /^(true|false)$/i.test(text)
                  ? text.toLowerCase() === 'true'
                  : undefined;
        case 'Integer':
        case 'Long':
            return number ? whole(type, text.trim()) : undefined;
        case 'Double':
            return number ? new Double(Number(text)) : undefined;
        case 'Decimal':
            return number ? Decimal.parse(text) : undefined;
        default:
            return kind === 'string' ? fromText(type, text) : undefined;
    }
}

function whole(type: string, text: string): unknown {
    if (!/^-?\d+$/.test(text)) return undefined;
    const value = BigInt(text);
    if (value !== BigInt.asIntN(type === 'Integer' ? 32 : 64, value)) return undefined;
    return type === 'Integer' ? Number(value) : value;
}

function fromText(type: string, text: string): unknown {
    switch (type) {
        case 'Id':
            return isId(text) ? idTo18(text) : undefined;
        case 'Date':
            return dateOf(text);
        case 'Datetime':
            return momentOf(text);
        case 'Time':
            return timeOf(text);
        case 'Blob':
            return /^[A-Za-z0-9+/\s]*={0,2}$/.test(text)
                ? new Blob(new Uint8Array(Buffer.from(text, 'base64')))
                : undefined;
        default:
            return undefined;
    }
}

export function dateOf(text: string): ApexDate | undefined {
    const match = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text);
    return match ? ApexDate.of(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

export function momentOf(text: string): ApexDatetime | undefined {
    const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/.exec(
        text
    );
    const date = match && dateOf(match[1] as string);
    if (!date) return undefined;
    const [, , hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
    const sign = zone.startsWith('-') ? -1 : 1;
    const offset = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
    const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
    return new ApexDatetime(
        date.ms + Number(hour) * 3_600_000 + (Number(minute) - offset) * 60_000 + Number(second) * 1000 + ms
    );
}

export function timeOf(text: string): ApexTime | undefined {
    const match = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?Z?$/.exec(text);
    return match
        ? ApexTime.of(
              Number(match[1]),
              Number(match[2]),
              Number(match[3] ?? 0),
              Number((match[4] ?? '').padEnd(3, '0').slice(0, 3))
          )
        : undefined;
}
