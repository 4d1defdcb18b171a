// The DML methods of System.Database, in all their overloads.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database.htm
import { SObject } from '../../../values/index.ts';
import { ApexList } from '../../runtime/collections.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import type { DmlHeaderOptions, DmlOperation, DmlResult } from '../../runtime/platform.ts';
import { platform } from '../../runtime/platform.ts';
import { callerInfo } from '../../runtime/statics.ts';
import { SObjectFieldToken } from '../../runtime/tokens.ts';
import type { NativeFunction } from '../native.ts';
import { AccessLevel, modeOf } from './accessLevel.ts';
import { DmlOptionsValue } from './dmlOptions.ts';
import {
    DeleteResult,
    EmptyRecycleBinResult,
    MergeResult,
    type Outcome,
    SaveResult,
    UndeleteResult,
    UpsertResult
} from './dmlResults.ts';

type OutcomeClass = (new (result: DmlResult) => Outcome) & { $native: string };

/** The optional arguments, told apart by what they are. */
interface Options {
    allOrNone: boolean;
    level: AccessLevel | null;
    field: string | null;
    header: DmlHeaderOptions | null;
}

function optionsOf(args: readonly unknown[]): Options {
    const options: Options = { allOrNone: true, level: null, field: null, header: null };
    for (const arg of args) {
        if (typeof arg === 'boolean') options.allOrNone = arg;
        else if (arg instanceof AccessLevel) options.level = arg;
        else if (arg instanceof SObjectFieldToken) options.field = arg.name;
        else if (arg instanceof DmlOptionsValue) options.header = arg.header;
    }
    // Without optAllOrNone a DMLOptions lets rows succeed on their own.
    if (options.header) options.allOrNone = options.header.optAllOrNone ?? false;
    return options;
}

/** Records for a target that is a record, an id, or a list of either. */
export function recordsOf(target: unknown): SObject[] {
    const items = target instanceof ApexList ? target.items : [target];
    return items.map((item) => {
        if (item instanceof SObject) return item;
        if (typeof item !== 'string')
            return throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
        const describe = platform().schema.objectByPrefix(item.slice(0, 3));
        if (!describe) return throwApex('System.StringException', `Invalid id: ${item}`);
        const record = new SObject(describe);
        record.values.Id = item;
        return record;
    });
}

function answer(target: unknown, kind: OutcomeClass, results: DmlResult[]): unknown {
    const outcomes = results.map((result) => new kind(result));
    return target instanceof ApexList ? ApexList.of(kind.$native, outcomes) : outcomes[0];
}

function run(operation: DmlOperation, kind: OutcomeClass): NativeFunction {
    return (target: unknown, ...rest: unknown[]) => {
        if (target === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
        const options = optionsOf(rest);
        const results = platform().dml(operation, recordsOf(target), {
            allOrNone: options.allOrNone,
            accessMode: modeOf(options.level),
            caller: callerInfo(),
            externalIdField: options.field,
            dmlOptions: options.header
        });
        return answer(target, kind, results);
    };
}

function merge(master: SObject, duplicates: unknown, ...rest: unknown[]): unknown {
    const options = optionsOf(rest);
    const results = platform().merge(master, recordsOf(duplicates), {
        allOrNone: options.allOrNone,
        accessMode: modeOf(options.level),
        caller: callerInfo()
    });
    return answer(duplicates, MergeResult, results);
}

function emptyRecycleBin(target: unknown): unknown {
    const ids = recordsOf(target).map((record) => record.id as string);
    return answer(target, EmptyRecycleBinResult, platform().emptyRecycleBin(ids));
}

const RECORDS = [
    ['SObject record', false],
    ['List<SObject> records', true]
] as const;
const IDS = [
    ['Id recordId', false],
    ['List<Id> recordIds', true]
] as const;

type Target = readonly [parameter: string, many: boolean];

/** Every combination of the optional parameters; each group is a choice of parameters, `''` for none. */
function overloads(
    name: string,
    kind: OutcomeClass,
    targets: readonly Target[],
    groups: readonly (readonly string[])[],
    call: NativeFunction,
    before = ''
): Record<string, NativeFunction> {
    const found: Record<string, NativeFunction> = {};
    let tails = [''];
    for (const group of groups)
        tails = tails.flatMap((tail) => group.map((part) => (part ? `${tail}, ${part}` : tail)));
    for (const [parameter, many] of targets) {
        const returns = many ? `List<${kind.$native}>` : kind.$native;
        for (const tail of tails) found[`${returns} ${name}(${before}${parameter}${tail})`] = call;
    }
    return found;
}

const ALL_OR_NONE = ['', 'Boolean allOrNone'];
const OPTIONS = ['', 'Boolean allOrNone', 'Database.DMLOptions options'];
const ACCESS = ['', 'System.AccessLevel accessLevel'];
const FIELD = ['', 'Schema.SObjectField externalIdField'];

const later = (name: string): Record<string, NativeFunction> =>
    overloads(name, name.startsWith('delete') ? DeleteResult : SaveResult, RECORDS, [ACCESS], () =>
        unsupported(`Database.${name}, which needs external objects`)
    );

export const databaseDml: Record<string, NativeFunction> = {
    ...overloads('insert', SaveResult, RECORDS, [OPTIONS, ACCESS], run('insert', SaveResult)),
    ...overloads('update', SaveResult, RECORDS, [OPTIONS, ACCESS], run('update', SaveResult)),
    ...overloads('upsert', UpsertResult, RECORDS, [FIELD, ALL_OR_NONE, ACCESS], run('upsert', UpsertResult)),
    ...overloads('delete', DeleteResult, [...RECORDS, ...IDS], [ALL_OR_NONE, ACCESS], run('delete', DeleteResult)),
    ...overloads(
        'undelete',
        UndeleteResult,
        [...RECORDS, ...IDS],
        [ALL_OR_NONE, ACCESS],
        run('undelete', UndeleteResult)
    ),
    ...overloads('merge', MergeResult, [...RECORDS, ...IDS], [ALL_OR_NONE, ACCESS], merge, 'SObject master, '),
    ...overloads('emptyRecycleBin', EmptyRecycleBinResult, [...RECORDS, ...IDS], [], emptyRecycleBin),
    ...later('insertImmediate'),
    ...later('updateImmediate'),
    ...later('deleteImmediate'),
    ...later('insertAsync'),
    ...later('updateAsync'),
    ...later('deleteAsync')
};
