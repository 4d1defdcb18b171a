// Fields and functions of a query as SQL with a type. Date functions work in UTC unless convertTimezone() is around their
// argument (SOQL reference, "Date Functions").
import type { FieldDescribe, FieldType } from '../metadata/describe.ts';
import { fieldOf } from '../metadata/describe.ts';
import { quote, toDecimal } from '../store/columns.ts';
import type { Value } from '../values/index.ts';
import { ApexDate, CompoundAddress, CompoundLocation } from '../values/index.ts';
import type { CallExpr, FieldExpr, Literal, PathExpr } from './ast.ts';
import { formatValue } from './format.ts';
import { malformed, SoqlError, unexpected, unsupported } from './messages.ts';
import type { Resolved, Scope } from './scope.ts';
import type { Reader } from './statement.ts';

export interface Typed {
    sql: string;
    type: FieldType;
    scale: number;
    /** The field underneath, when there is one: its name in messages, its picklist, its references. */
    field: FieldDescribe | null;
    resolved: Resolved | null;
    read: Reader;
    aggregate: boolean;
    /** As messages call it. */
    label: string;
}

export const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX', 'GROUPING']);

export const DATE_FUNCTIONS = new Set([
    'CALENDAR_MONTH',
    'CALENDAR_QUARTER',
    'CALENDAR_YEAR',
    'DAY_IN_MONTH',
    'DAY_IN_WEEK',
    'DAY_IN_YEAR',
    'DAY_ONLY',
    'FISCAL_MONTH',
    'FISCAL_QUARTER',
    'FISCAL_YEAR',
    'HOUR_IN_DAY',
    'WEEK_IN_MONTH',
    'WEEK_IN_YEAR'
]);

const NUMERIC = new Set<FieldType>(['int', 'long', 'double', 'currency', 'percent']);
const same: Reader = (value) => value;

export function isAggregate(expr: FieldExpr): boolean {
    return expr.k === 'call' && AGGREGATES.has(expr.fn);
}

export function expression(scope: Scope, expr: FieldExpr): Typed {
    return expr.k === 'path' ? fromPath(scope, expr) : fromCall(scope, expr);
}

function fromPath(scope: Scope, path: PathExpr): Typed {
    const resolved = scope.resolve(path);
    const { field } = resolved;
    return {
        sql: resolved.sql,
        type: field.type,
        scale: field.scale,
        field,
        resolved,
        read: resolved.read,
        aggregate: false,
        label: field.name
    };
}

function fromCall(scope: Scope, call: CallExpr): Typed {
    if (AGGREGATES.has(call.fn)) return aggregate(scope, call);
    if (DATE_FUNCTIONS.has(call.fn)) return dateFunction(scope, call);
    switch (call.fn) {
        case 'TOLABEL':
            return toLabel(scope, call);
        case 'FORMAT':
            return format(scope, call);
        case 'CONVERTCURRENCY':
            return { ...argument(scope, call), label: call.name };
        case 'CONVERTTIMEZONE':
            throw malformed('convertTimezone() can only be used inside a date function', call.pos);
        case 'DISTANCE':
            return distance(scope, call);
        case 'GEOLOCATION':
            throw unexpected(call.name, call.pos);
        default:
            throw malformed(`Invalid function: ${call.name}`, call.pos);
    }
}

function argument(scope: Scope, call: CallExpr): Typed {
    const [arg, more] = call.args;
    if (!arg || more || (arg.k !== 'path' && arg.k !== 'call'))
        throw malformed(`${call.name} takes one field`, call.pos);
    return expression(scope, arg);
}

function aggregate(scope: Scope, call: CallExpr): Typed {
    const base = { resolved: null, aggregate: true, label: call.name };
    if (call.fn === 'COUNT' && call.args.length === 0)
        return { ...base, sql: 'count(*)', type: 'int', scale: 0, field: null, read: same };
    const arg = argument(scope, call);
    if (arg.aggregate) throw unexpected('(', call.pos);
    const { field } = arg;
    if (call.fn === 'COUNT' || call.fn === 'COUNT_DISTINCT') {
        const distinct = call.fn === 'COUNT' ? '' : 'DISTINCT ';
        return { ...base, sql: `count(${distinct}${arg.sql})`, type: 'int', scale: 0, field: null, read: same };
    }
    if (call.fn === 'GROUPING') return { ...base, sql: arg.sql, type: 'int', scale: 0, field: null, read: same };
    if (call.fn === 'MIN' || call.fn === 'MAX') {
        if (arg.type === 'boolean' || arg.type === 'multipicklist') throw noAggregate(arg, call);
        return {
            ...base,
            sql: `${call.fn.toLowerCase()}(${arg.sql})`,
            type: arg.type,
            scale: arg.scale,
            field,
            read: arg.read
        };
    }
    if (!NUMERIC.has(arg.type)) throw noAggregate(arg, call);
    const scale = arg.scale;
    if (call.fn === 'SUM') {
        const read: Reader = (value) => (value === null ? null : toDecimal(value as number, scale));
        return { ...base, sql: `sum(${arg.sql})`, type: 'double', scale, field: null, read };
    }
    const read: Reader = (value) => (value === null ? null : toDecimal(value as number, 18));
    return { ...base, sql: `avg(${arg.sql})`, type: 'double', scale: 18, field: null, read };
}

function noAggregate(arg: Typed, call: CallExpr): SoqlError {
    return malformed(`field ${arg.label} does not support aggregate operator ${call.fn}`, call.pos);
}

function dateFunction(scope: Scope, call: CallExpr): Typed {
    const [arg] = call.args;
    const converted = arg?.k === 'call' && arg.fn === 'CONVERTTIMEZONE';
    const inner = argument(scope, converted ? arg : call);
    if (inner.type !== 'date' && inner.type !== 'datetime') {
        throw new SoqlError(
            'INVALID_FIELD',
            `field '${inner.label}' of type ${inner.type} cannot be used in ${call.name}`,
            call.pos
        );
    }
    const isDate = inner.type === 'date';
    const zoned = converted && !isDate;
    const sql = `sf_date('${call.fn}', ${inner.sql}, ${isDate ? 1 : 0}, ${zoned ? 1 : 0})`;
    const day = call.fn === 'DAY_ONLY';
    const read: Reader = day ? (value) => (value === null ? null : new ApexDate(value as number)) : same;
    return {
        sql,
        type: day ? 'date' : 'int',
        scale: 0,
        field: null,
        resolved: null,
        read,
        aggregate: inner.aggregate,
        label: call.name
    };
}

function toLabel(scope: Scope, call: CallExpr): Typed {
    const inner = argument(scope, call);
    const values = inner.field?.picklistValues ?? [];
    if (inner.type === 'multipicklist') {
        const labels = new Map(values.map((one) => [one.value.toLowerCase(), one.label]));
        const read: Reader = (value) =>
            value === null
                ? null
                : String(value)
                      .split(';')
                      .map((one) => labels.get(one.toLowerCase()) ?? one)
                      .join(';');
        return { ...inner, read };
    }
    if (values.length === 0) return inner;
    const cases = values.map(
        (one) => `WHEN ${scope.statement.param(one.value)} THEN ${scope.statement.param(one.label)}`
    );
    return { ...inner, sql: `(CASE ${inner.sql} ${cases.join(' ')} ELSE ${inner.sql} END COLLATE NOCASE)` };
}

function format(scope: Scope, call: CallExpr): Typed {
    const inner = argument(scope, call);
    const read: Reader = (value, context) => formatValue(inner.read(value, context), inner.type, inner.scale, context);
    return { ...inner, type: 'string', read };
}

function distance(scope: Scope, call: CallExpr): Typed {
    const [from, to, unit] = call.args;
    const factor = unit?.k === 'string' && unit.value.toLowerCase() === 'km' ? 6371.0088 : 3958.7613;
    if (!from || !to || unit?.k !== 'string' || !/^(mi|km)$/i.test(unit.value))
        throw malformed(`invalid parameters of ${call.name}`, call.pos);
    const a = point(scope, from, call);
    const b = point(scope, to, call);
    const sql = `sf_distance(${a}, ${b}, ${factor})`;
    const read: Reader = (value) => (value === null ? null : toDecimal(value as number, 18));
    return { sql, type: 'double', scale: 18, field: null, resolved: null, read, aggregate: false, label: call.name };
}

function point(scope: Scope, arg: FieldExpr | Literal, call: CallExpr): string {
    if (arg.k === 'call' && arg.fn === 'GEOLOCATION') {
        const [latitude, longitude] = arg.args.map((one) => coordinate(scope, one, call));
        if (arg.args.length === 2) return `${latitude ?? ''}, ${longitude ?? ''}`;
    }
    if (arg.k === 'path') {
        const resolved = scope.resolve(arg);
        const [latitude, longitude] = coordinateFields(resolved);
        if (latitude && longitude)
            return `${resolved.node.alias}.${quote(latitude.name)}, ${resolved.node.alias}.${quote(longitude.name)}`;
    }
    throw malformed(`invalid parameters of ${call.name}`, call.pos);
}

function coordinate(scope: Scope, arg: FieldExpr | Literal, call: CallExpr): string {
    if (arg.k === 'number') return scope.statement.param(Number(arg.text));
    if (arg.k !== 'bind') throw malformed(`invalid parameters of ${call.name}`, call.pos);
    const { name } = arg;
    scope.statement.binds.push(name);
    return scope.statement.hole((run) => {
        const value = run.context.bind(name);
        return run.param(value === null ? null : Number(String((value as { v?: unknown }).v ?? value)));
    });
}

function coordinateFields(resolved: Resolved): (FieldDescribe | undefined)[] {
    return componentsOf(resolved)
        .filter(({ part }) => part === 'latitude' || part === 'longitude')
        .sort((a, b) => (a.part < b.part ? -1 : 1))
        .map(({ field }) => field);
}

/** Fields of an address or location, with the property of the compound value that each one fills. */
export function componentsOf(resolved: Resolved): { part: string; field: FieldDescribe }[] {
    const { field, owner } = resolved;
    if (field.type === 'location') {
        const base = field.name.replace(/__c$/, '');
        return ['Latitude', 'Longitude'].flatMap((part) => {
            const found = fieldOf(owner, `${base}__${part}__s`) ?? fieldOf(owner, `${base}${part}`);
            return found ? [{ part: part.toLowerCase(), field: found }] : [];
        });
    }
    const prefix = field.name.replace(/Address(__c)?$/, '');
    const parts: { part: string; field: FieldDescribe }[] = [];
    for (const one of owner.fields.values()) {
        if (one.compoundFieldName !== field.name) continue;
        const rest = one.name
            .replace(/__[cs]$/, '')
            .slice(one.name.startsWith(prefix) ? prefix.length : 0)
            .replace(/^_+/, '');
        parts.push({ part: rest.charAt(0).toLowerCase() + rest.slice(1), field: one });
    }
    return parts;
}

export function compoundValue(type: FieldType, parts: Record<string, Value>): Value {
    const number = (value: Value): number | null =>
        value === null || value === undefined ? null : Number(String(value));
    const [latitude, longitude] = [number(parts.latitude), number(parts.longitude)];
    if (type === 'location')
        return latitude === null || longitude === null ? null : new CompoundLocation(latitude, longitude);
    const empty = Object.values(parts).every((value) => value === null);
    return empty ? null : new CompoundAddress({ ...(parts as object), latitude, longitude });
}

export function refuseCompound(typed: Typed, position: number): void {
    if (typed.type === 'address' || typed.type === 'location')
        throw unsupported(`the compound field ${typed.label} here`, position);
}
