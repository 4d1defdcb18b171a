// Lookup filters: conditions over the record and the record that a lookup points to.
import type { FieldDescribe, LookupFilter, ObjectDescribe } from '../../metadata/describe.ts';
import { fieldOf, referenceByRelationship } from '../../metadata/describe.ts';
import { ApexDate, ApexDatetime, Decimal, Double } from '../../values/index.ts';
import type { SObject, Value } from '../../values/index.ts';
import type { OrgContext } from '../context.ts';

export function passesLookupFilter(
    org: OrgContext,
    filter: LookupFilter,
    source: SObject,
    target: SObject,
    lookup: FieldDescribe
): boolean {
    const read = (path: string): Value => {
        if (path.startsWith('$Source.')) return walk(org, source, path.slice(8).split('.'));
        const parts = path.split('.');
        if (
            parts.length > 1 &&
            (parts[0]?.toLowerCase() === target.describe.name.toLowerCase() ||
                parts[0]?.toLowerCase() === lookup.name.toLowerCase())
        )
            parts.shift();
        return walk(org, target, parts);
    };
    const results = filter.conditions.map((condition) => {
        const left = read(condition.field);
        const right = condition.valueField !== null ? read(condition.valueField) : condition.value;
        return holds(left, condition.operation, right);
    });
    if (!filter.booleanFilter) return results.every(Boolean);
    return booleanFilter(filter.booleanFilter, results);
}

export function walk(org: OrgContext, record: SObject, path: string[]): Value {
    let at: SObject | null = record;
    for (const step of path.slice(0, -1)) {
        if (!at) return null;
        const reference = referenceByRelationship(at.describe, step);
        const id: string | null = reference ? (at.values[reference.name] as string | null) : null;
        const describe: ObjectDescribe | undefined = id ? org.schema.objectByPrefix(id.slice(0, 3)) : undefined;
        at = describe && id ? (org.store.byId(describe, [id]).get(id) ?? null) : null;
    }
    const field = at ? fieldOf(at.describe, path[path.length - 1] as string) : undefined;
    return field && at ? (at.values[field.name] ?? null) : null;
}

function plain(value: Value): string | number | null {
    if (value === null || value === undefined) return null;
    if (value instanceof Decimal) return value.toNumber();
    if (value instanceof Double) return value.v;
    if (value instanceof ApexDate) return value.days;
    if (value instanceof ApexDatetime) return value.ms;
    if (typeof value === 'boolean') return String(value);
    return typeof value === 'number' ? value : String(value as string).toLowerCase();
}

/** One condition of filter items (lookup filters, roll-up filters); a list of values is separated by commas. */
export function holds(left: Value, operation: string, right: Value): boolean {
    const a = plain(left);
    const alternatives =
        typeof right === 'string' && right.includes(',') ? right.split(',').map((item) => item.trim()) : [right];
    const compare = (test: (a: string | number, b: string | number) => boolean, onNull: boolean): boolean =>
        alternatives.some((item) => {
            let b = plain(item === '' ? null : item);
            if (a === null || b === null) return onNull ? a === b : false;
            if (typeof a === 'number' && typeof b === 'string') b = Number(b);
            return test(a, b);
        });
    switch (operation) {
        case 'equals':
            return compare((x, y) => x === y, true);
        case 'notEqual':
            return !compare((x, y) => x === y, true);
        case 'lessThan':
            return compare((x, y) => x < y, false);
        case 'lessOrEqual':
            return compare((x, y) => x <= y, false);
        case 'greaterThan':
            return compare((x, y) => x > y, false);
        case 'greaterOrEqual':
            return compare((x, y) => x >= y, false);
        case 'contains':
            return compare((x, y) => String(x).includes(String(y)), false);
        case 'notContain':
            return !compare((x, y) => String(x).includes(String(y)), false);
        case 'startsWith':
            return compare((x, y) => String(x).startsWith(String(y)), false);
        case 'includes':
            return compare((x, y) => String(x).split(';').includes(String(y)), false);
        case 'excludes':
            return !compare((x, y) => String(x).split(';').includes(String(y)), false);
        default:
            throw new Error(`unsupported: filter operation ${operation}`);
    }
}

/** `1 AND (2 OR 3)`. */
export function booleanFilter(text: string, results: readonly boolean[]): boolean {
    const tokens = text.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
    let at = 0;
    const or = (): boolean => {
        let value = and();
        while (tokens[at] === 'OR') {
            at++;
            const next = and();
            value = value || next;
        }
        return value;
    };
    const and = (): boolean => {
        let value = not();
        while (tokens[at] === 'AND') {
            at++;
            const next = not();
            value = value && next;
        }
        return value;
    };
    const not = (): boolean => {
        if (tokens[at] === 'NOT') {
            at++;
            return !not();
        }
        if (tokens[at] === '(') {
            at++;
            const value = or();
            at++;
            return value;
        }
        return results[Number(tokens[at++]) - 1] ?? false;
    };
    return or();
}
