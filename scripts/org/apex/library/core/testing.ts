// For tests of the library: evaluates an Apex expression and shows its value as a test writes it.
import { ApexDate, ApexDatetime, Decimal, Double } from '../../../values/index.ts';
import { ApexList, ApexSet } from '../../runtime/collections.ts';
import { ApexException } from '../../runtime/exceptions.ts';
import type { Platform } from '../../runtime/platform.ts';
import { runApex } from '../../testing.ts';
import { nativeClasses } from '../index.ts';

/** `1L`, `1.5d`, `1.50`, `'x'`, `(1, 2)`. */
export function show(value: unknown): string {
    if (typeof value === 'bigint') return `${value}L`;
    if (typeof value === 'string') return `'${value}'`;
    if (value instanceof Double) return `${value.toString()}d`;
    if (value instanceof Decimal || value instanceof ApexDate || value instanceof ApexDatetime) return value.toString();
    if (value instanceof ApexList) return `(${value.items.map(show).join(', ')})`;
    if (value instanceof ApexSet) return `{${value.values().map(show).join(', ')}}`;
    return String(value);
}

/** The value of the expression, or `Type: message` of the exception it throws. */
export function evaluate(expression: string, platform: Partial<Platform> = {}): string {
    try {
        const run = runApex('', expression, { natives: nativeClasses, platform });
        if (run.diagnostics.length > 0)
            return run.diagnostics.map((one) => `does not compile: ${one.message}`).join('\n');
        return show(run.value);
    } catch (error) {
        if (error instanceof ApexException) return `${error.apexType}: ${error.message}`;
        throw error;
    }
}
