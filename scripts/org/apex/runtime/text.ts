// Text of Apex values. To be replaced by the library's own file.
import { Decimal, Double } from '../../values/index.ts';
import { ApexList } from './collections.ts';
export function apexToString(value: unknown): string {
    if (value === null || value === undefined) return 'null';
    if (value instanceof Double) return Number.isInteger(value.v) ? value.v.toFixed(1) : String(value.v);
    if (value instanceof Decimal) return value.toString();
    if (value instanceof ApexList) return `(${value.items.map(apexToString).join(', ')})`;
    return String(value);
}
