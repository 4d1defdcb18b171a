// What compiled scripts call beside the library: conversions, operators that plain JavaScript does not have, casts, loops,
// queries and DML. The names are those the emitter writes, with their `$`.
import { ApexDatetime, Decimal, Double, SObject } from '../../values/index.ts';
import type { ApexDate } from '../../values/index.ts';
import { cast } from './casts.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import type { ApexEnum } from './enums.ts';
import { enumConstant, enumConstants } from './enums.ts';
import { apexEquals, apexKeyEquals, hashCode } from './equality.ts';
import { ApexException, isUncatchable, throwApex } from './exceptions.ts';
import { invokeMethod } from './invoke.ts';
import { platform, type AccessMode, type DmlOperation } from './platform.ts';
import { ApexType, findType, isInstance, nativeNamed } from './registry.ts';
import { addFieldError } from './recordErrors.ts';
import {
    newRecord,
    readCheckbox,
    readChildren,
    readField,
    readParent,
    readParentThroughParent,
    readThroughParent,
    writeField,
    writeParent
} from './sobjectAccess.ts';
import { cpuExceeded, stackExceeded, ticks } from './statics.ts';
import { apexToString } from './text.ts';
import { asApexException } from './trace.ts';
import type { ClassInfo, RtType } from './types.ts';
import {
    compare,
    convert,
    dateAdd,
    divide,
    identical,
    notNull,
    NULL_REFERENCE,
    sameId,
    sameText,
    toId,
    wrapInteger
} from './valueOps.ts';

// ── queries and DML ─────────────────────────────────────────────────────────────────────────────────────────────────

const bindOf =
    (values: readonly unknown[]) =>
    (name: string): unknown =>
        values[Number(name.slice(1))] ?? null;

function one(list: ApexList | null): unknown {
    const rows = notNull(list).items;
    if (rows.length === 0) throwApex('System.QueryException', 'List has no rows for assignment to SObject');
    if (rows.length > 1) throwApex('System.QueryException', 'List has more than 1 row for assignment to SObject');
    return rows[0];
}

function records(value: unknown): SObject[] {
    if (value instanceof SObject) return [value];
    const items = (notNull(value) as ApexList<SObject>).items;
    for (const item of items) notNull(item);
    return items;
}

function dml(
    operation: DmlOperation,
    value: unknown,
    mode: AccessMode,
    caller: ClassInfo | null,
    externalIdField: string | null
): void {
    const list = records(value);
    if (list.length === 0) return;
    ticks.caller = caller;
    platform().dml(operation, list, { allOrNone: true, accessMode: mode, caller, externalIdField });
}

function merge(master: SObject | null, duplicates: unknown, mode: AccessMode, caller: ClassInfo | null): void {
    const wanted = notNull(master);
    const rows =
        typeof duplicates === 'string' || (duplicates instanceof ApexList && typeof duplicates.items[0] === 'string')
            ? (typeof duplicates === 'string' ? [duplicates] : (duplicates as ApexList<string>).items).map((id) =>
                  newRecord(wanted.describe.name, ['Id', id])
              )
            : records(duplicates);
    platform().merge(wanted, rows, { allOrNone: true, accessMode: mode, caller });
}

// ── loops ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function* each(source: unknown): Iterable<unknown> {
    if (source instanceof ApexList || source instanceof ApexSet) {
        yield* source;
        return;
    }
    let iterator = source;
    if (typeof source === 'object' && source !== null && !isIterator(source))
        iterator = invokeMethod(source, 'iterator', []);
    while (invokeMethod(iterator, 'hasNext', []) === true) yield invokeMethod(iterator, 'next', []);
}

function isIterator(value: object): boolean {
    const iterator = findType('System.Iterator<Object>');
    const iterable = findType('System.Iterable<Object>');
    return !!iterator && isInstance(value, iterator) && !(iterable && isInstance(value, iterable));
}

function* chunks(list: ApexList, type: RtType): Iterable<ApexList> {
    for (let at = 0; at < list.items.length; at += 200) yield new ApexList(type, list.items.slice(at, at + 200));
}

/** `catch`: the exception as Apex sees it; what cannot be caught is thrown on. */
function caught(error: unknown): ApexException {
    const exception = asApexException(error);
    if (!(exception instanceof ApexException) || isUncatchable(exception)) throw exception;
    return exception;
}

function thrown(value: unknown): unknown {
    return value === null ? new ApexException('System.NullPointerException', NULL_REFERENCE) : value;
}

/** Constructors that an exception class has for free: message, cause, both or none. */
function initException(self: ApexException, args: readonly unknown[]): void {
    for (const arg of args) {
        if (typeof arg === 'string') self.apexMessage = arg;
        else if (arg instanceof ApexException) self.apexCause = arg;
    }
}

function runAs(user: unknown, body: () => unknown): unknown {
    let result: unknown;
    platform().runAs(user instanceof SObject ? user : null, () => {
        result = body();
    });
    return result;
}

export const OPERATIONS = {
    $t: ticks,
    $tick: cpuExceeded,
    $deep: stackExceeded,
    $n: notNull,
    $List: ApexList,
    $Set: ApexSet,
    $Map: ApexMap,
    $Double: Double,
    /** `clone()` of a user's object: a shallow copy. */
    $clone: (value: object) => Object.assign(Object.create(Object.getPrototypeOf(value) as object) as object, value),
    $array: (type: RtType, size: number) => {
        if (size < 0) throwApex('System.ListException', `List size must be non-negative: ${size}`);
        return new ApexList(type, new Array<unknown>(size).fill(null));
    },
    // numbers
    $idiv: divide,
    $ldiv: (a: bigint, b: bigint) =>
        b === 0n ? throwApex('System.MathException', 'Divide by 0') : BigInt.asIntN(64, a / b),
    $ddiv: (a: Double, b: Double) =>
        b.v === 0 ? throwApex('System.MathException', 'Divide by 0') : new Double(a.v / b.v),
    $mdiv: (a: Decimal, b: Decimal) =>
        notNull(b).unscaled === 0n ? throwApex('System.MathException', 'Divide by 0') : a.divide(b),
    $neg: (a: Decimal) => a.negate(),
    $lshift: (a: bigint, by: number, op: string) => {
        const count = BigInt(by & 63);
        if (op === '<<') return BigInt.asIntN(64, a << count);
        return op === '>>' ? a >> count : BigInt.asIntN(64, BigInt.asUintN(64, a) >> count);
    },
    $i2l: convert((value: number) => BigInt(value)),
    $i2d: convert((value: number) => new Double(value)),
    $i2m: convert((value: number) => new Decimal(BigInt(value), 0)),
    $l2i: convert((value: bigint) => wrapInteger(value)),
    $l2d: convert((value: bigint) => new Double(Number(value))),
    $l2m: convert((value: bigint) => new Decimal(value, 0)),
    $d2i: convert((value: Double) => Math.max(-2147483648, Math.min(2147483647, Math.trunc(value.v))) | 0),
    $d2l: convert((value: Double) => (Number.isFinite(value.v) ? BigInt.asIntN(64, BigInt(Math.trunc(value.v))) : 0n)),
    $d2m: convert((value: Double) => Decimal.from(value)),
    $m2i: convert((value: Decimal) => wrapInteger(value.truncate())),
    $m2l: convert((value: Decimal) => BigInt.asIntN(64, value.truncate())),
    $m2d: convert((value: Decimal) => new Double(value.toNumber())),
    $compare: compare,
    $dateAdd: dateAdd,
    $dateTime: convert((value: ApexDate) => new ApexDatetime(value.days * 86_400_000)),
    // text and identity
    $s: (value: unknown) =>
        typeof value === 'string'
            ? value
            : value === null
              ? 'null'
              : typeof value === 'number'
                ? String(value)
                : apexToString(value),
    $seq: sameText,
    $ideq: sameId,
    $eq: apexEquals,
    $same: identical,
    $hash: hashCode,
    $toId: toId,
    $toIds: convert((list: ApexList<string | null>) => new ApexList(findType('List<Id>')!, list.items.map(toId))),
    $when: (value: unknown, candidate: unknown) =>
        candidate === null ? value === null : value !== null && apexKeyEquals(value, candidate),
    // types
    $is: isInstance,
    $cast: cast,
    $call: invokeMethod,
    $enumValues: (name: string, type: RtType) => new ApexList<ApexEnum>(type, [...enumConstants(name)]),
    $enumValueOf: (name: string, value: string | null) =>
        (value === null ? undefined : enumConstant(name, value)) ??
        throwApex('System.NoSuchElementException', `No enum constant ${name}.${value ?? 'null'}`),
    // collections
    $at: (list: ApexList | null, index: number) => notNull(list).get(index),
    $put: (list: ApexList | null, index: number, value: unknown) => {
        notNull(list).set(index, value);
        return value;
    },
    $each: each,
    $chunks: chunks,
    // records
    $f: readField,
    $fp: readThroughParent,
    $fb: readCheckbox,
    $fpb: (parent: SObject | null, name: string) => (parent === null ? null : readCheckbox(parent, name)),
    $p: readParent,
    $pp: readParentThroughParent,
    $children: readChildren,
    $fs: writeField,
    $ps: writeParent,
    $record: newRecord,
    $fieldError: addFieldError,
    $describe: (token: object) => invokeMethod(token, 'getDescribe', []),
    // the org
    $query: (text: string, values: readonly unknown[], caller: ClassInfo | null, type: RtType) => {
        ticks.caller = caller;
        const list = new ApexList(type, platform().query(text, bindOf(values), { accessMode: 'default', caller }));
        ticks.query = { list, text };
        return list;
    },
    $count: (text: string, values: readonly unknown[], caller: ClassInfo | null) =>
        platform().count(text, bindOf(values), { accessMode: 'default', caller }),
    $search: (text: string, values: readonly unknown[], caller: ClassInfo | null, type: RtType) =>
        new ApexList(
            type,
            platform()
                .search(text, bindOf(values), { accessMode: 'default', caller })
                .map((rows) => new ApexList(findType('List<SObject>')!, rows))
        ),
    $one: one,
    $oneOrNull: (list: ApexList | null) => (list === null || list.items.length === 0 ? null : one(list)),
    $dml: dml,
    $merge: merge,
    $label: (namespace: string | null, name: string) =>
        platform().label(namespace, name, null) ??
        throwApex('System.UnexpectedException', `The org has no label ${name}`),
    $page: (name: string) => {
        const native = nativeNamed('System.PageReference');
        const make = Object.entries(native?.constructors ?? {}).find(([signature]) =>
            /^\(\s*String\b[^,]*\)$/i.test(signature)
        )?.[1];
        if (!make) throwApex('System.UnsupportedOperationException', 'unsupported: Page references');
        return make!(findType('System.PageReference')!, `/apex/${name}`) as unknown;
    },
    $runAs: runAs,
    $future: (owner: ClassInfo, key: string, args: unknown[]): boolean => {
        const admitted = ticks.future;
        ticks.future = false;
        if (!admitted) platform().future(owner, key, args);
        return !admitted;
    },
    // control
    $caught: caught,
    $thrown: thrown,
    $exception: initException,
    $broken: (message: string): never => {
        throw new ApexException('System.CompileException', `Does not compile: ${message}`);
    }
};

export type Operations = typeof OPERATIONS;
export { ApexType };
