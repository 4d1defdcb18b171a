// Static methods of String.
import { zoneOffset } from '../../../values/index.ts';
import type { Blob, Decimal, Double, ApexDate, ApexDatetime } from '../../../values/index.ts';
import type { ApexList } from '../../runtime/collections.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { apexToString, utcText } from '../../runtime/text.ts';
import type { NativeFunction } from '../native.ts';
import { itemsOf, nullArgument } from './elements.ts';

/** Text of a value; a null argument is null in text, as the platform has it. */
function valueOf(value: unknown): string | null {
    return value === null ? null : apexToString(value);
}

function valueOfDatetime(value: ApexDatetime | null): string | null {
    if (value === null) return null;
    return utcText(value.ms + zoneOffset(platform().user.timeZone, value.ms));
}

/** Patterns of java.text.MessageFormat: `{0}`, quotes protect, two quotes are one. */
function format(pattern: string | null, args: ApexList | null): string {
    if (pattern === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
    // Each argument becomes text once, in the order of the list, however often the pattern names it.
    const values = (args?.items ?? []).map(apexToString);
    const source = pattern as string;
    let out = '';
    let inQuotes = false;
    for (let at = 0; at < source.length; at++) {
        const char = source.charAt(at);
        if (char === "'") {
            if (source.charAt(at + 1) === "'") {
                out += "'";
                at++;
            } else inQuotes = !inQuotes;
        } else if (char === '{' && !inQuotes) {
            const end = source.indexOf('}', at);
            const index = /^\s*(\d+)\s*$/.exec(source.slice(at + 1, end < 0 ? undefined : end))?.[1];
            if (end < 0 || index === undefined)
                throwApex(
                    'System.StringException',
                    `can't parse argument number: ${source.slice(at + 1, end < 0 ? undefined : end)}`
                );
            out += Number(index) < values.length ? (values[Number(index)] as string) : `{${String(Number(index))}}`;
            at = end;
        } else out += char;
    }
    return out;
}

function join(items: unknown, separator: string | null): string {
    return itemsOf(items)
        .map((item) => (item === null ? '' : apexToString(item)))
        .join(separator ?? nullArgument(2));
}

function fromCharArray(codes: ApexList<number> | null): string {
    return (codes ?? nullArgument()).items.map((code) => String.fromCharCode(code)).join('');
}

function commonPrefix(texts: ApexList<string | null> | null): string {
    const list = (texts?.items ?? []).map((text) => text ?? '');
    const first = list[0] ?? '';
    let length = 0;
    while (length < first.length && list.every((text) => text.charAt(length) === first.charAt(length))) length++;
    return first.slice(0, length);
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

export const stringStatics: Record<string, NativeFunction> = {
    'String escapeSingleQuotes(String text)': (text: string | null) =>
        (text ?? nullArgument()).replace(/['\\]/g, '\\$&'),
    'String format(String pattern, List<Object> args)': format,
    'String fromCharArray(List<Integer> codes)': fromCharArray,
    'String getCommonPrefix(List<String> texts)': commonPrefix,
    'Boolean isBlank(String text)': isBlank,
    'Boolean isEmpty(String text)': (text: string | null) => text === null || text === '',
    'Boolean isNotBlank(String text)': (text: string | null) => !isBlank(text),
    'Boolean isNotEmpty(String text)': (text: string | null) => text !== null && text !== '',
    'String join(Iterable<Object> items, String separator)': join,
    'String join(List<Object> items, String separator)': join,
    'String join(Set<Object> items, String separator)': join,
    'String valueOf(Date value)': (value: ApexDate | null) => value?.toString() ?? null,
    'String valueOf(Datetime value)': valueOfDatetime,
    'String valueOf(Decimal value)': (value: Decimal | null) => valueOf(value),
    'String valueOf(Double value)': (value: Double | null) => valueOf(value),
    'String valueOf(Integer value)': valueOf,
    'String valueOf(Long value)': valueOf,
    'String valueOf(Blob value)': (value: Blob | null) => valueOf(value),
    'String valueOf(Object value)': valueOf,
    'String valueOfGmt(Datetime value)': (value: ApexDatetime | null) => utcText((value ?? nullArgument()).ms)
};
