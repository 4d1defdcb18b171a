// System.Database: dynamic queries, savepoints, batches, and the DML methods of databaseDml.ts.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database.htm
import { ApexList, type ApexMap } from '../../runtime/collections.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import type { BindResolver, QueryOptions } from '../../runtime/platform.ts';
import { platform } from '../../runtime/platform.ts';
import { callerInfo, dynamicScope, lastQuery } from '../../runtime/statics.ts';
import { nativeClass } from '../native.ts';
import { type AccessLevel, modeOf } from './accessLevel.ts';
import { QueryLocator } from './asyncContexts.ts';
import { Cursor } from './cursor.ts';
import { databaseDml } from './databaseDml.ts';

export class Savepoint {
    static $native = 'System.Savepoint';
    readonly number: number;
    constructor(number: number) {
        this.number = number;
    }
}

type Rows = ReturnType<ReturnType<typeof platform>['query']>;

const options = (level: AccessLevel | null): QueryOptions => ({ accessMode: modeOf(level), caller: callerInfo() });

/** Dynamic SOQL binds simple variables of the code that calls. */
function fromScope(): BindResolver {
    const scope = dynamicScope();
    return (name) => {
        const value = name.includes('.') ? undefined : scope?.(name);
        if (value === undefined) throwApex('System.QueryException', `Variable does not exist: ${name}`);
        return value;
    };
}

function fromMap(map: ApexMap<string, unknown>): BindResolver {
    const values = new Map(map.entries().map(([key, value]) => [key.toLowerCase(), value]));
    return (name) => {
        if (!values.has(name)) throwApex('System.QueryException', `Key '${name}' does not exist in the bindMap`);
        return values.get(name);
    };
}

function rows(soql: string | null, bind: BindResolver, level: AccessLevel | null): Rows {
    if (soql === null) return throwApex('System.NullPointerException', 'Argument cannot be null.');
    return platform().query(soql, bind, options(level));
}

function list(found: Rows, soql: string): ApexList {
    return ApexList.of(elementType(found, soql), found);
}

/** Rows of one object make a list of that object, also when there are none. */
function elementType(found: Rows, soql: string): string {
    const [first] = found;
    if (first) return first.describe.kind === 'aggregate' ? 'AggregateResult' : first.describe.name;
    const name = /\bFROM\s+(\w+)/i.exec(soql.replace(/\([^()]*\)/g, ''))?.[1];
    const describe = name ? platform().schema.object(name) : undefined;
    return describe?.name ?? 'SObject';
}

const query = (soql: string, level: AccessLevel | null = null): ApexList => list(rows(soql, fromScope(), level), soql);
const queryWithBinds = (soql: string, map: ApexMap<string, unknown>, level: AccessLevel): ApexList =>
    list(rows(soql, fromMap(map), level), soql);
const locator = (soql: string, level: AccessLevel | null = null): QueryLocator =>
    new QueryLocator(soql, rows(soql, fromScope(), level));
const cursor = (soql: string, level: AccessLevel | null = null): Cursor => new Cursor(rows(soql, fromScope(), level));
const cursorWithBinds = (soql: string, map: ApexMap<string, unknown>, level: AccessLevel): Cursor =>
    new Cursor(rows(soql, fromMap(map), level));

function locatorOfList(found: ApexList): QueryLocator {
    const last = lastQuery();
    return new QueryLocator(last?.list === found ? last.text : '', found.items as Rows);
}

export const database = nativeClass({
    name: 'System.Database',
    statics: {
        ...databaseDml,
        'List<SObject> query(String soql)': query,
        'List<SObject> query(String soql, System.AccessLevel accessLevel)': query,
        'List<SObject> queryWithBinds(String soql, Map<String, Object> bindMap, System.AccessLevel accessLevel)':
            queryWithBinds,
        'Integer countQuery(String soql)': (soql: string) => platform().count(soql, fromScope(), options(null)),
        'Integer countQuery(String soql, System.AccessLevel accessLevel)': (soql: string, level: AccessLevel) =>
            platform().count(soql, fromScope(), options(level)),
        'Integer countQueryWithBinds(String soql, Map<String, Object> bindMap, System.AccessLevel accessLevel)': (
            soql: string,
            map: ApexMap<string, unknown>,
            level: AccessLevel
        ) => platform().count(soql, fromMap(map), options(level)),
        'Database.QueryLocator getQueryLocator(String soql)': locator,
        'Database.QueryLocator getQueryLocator(String soql, System.AccessLevel accessLevel)': locator,
        'Database.QueryLocator getQueryLocator(List<SObject> rows)': locatorOfList,
        'Database.QueryLocator getQueryLocatorWithBinds(String soql, Map<String, Object> bindMap, System.AccessLevel accessLevel)':
            (soql: string, map: ApexMap<string, unknown>, level: AccessLevel) =>
                new QueryLocator(soql, rows(soql, fromMap(map), level)),
        'Database.Cursor getCursor(String soql)': cursor,
        'Database.Cursor getCursor(String soql, System.AccessLevel accessLevel)': cursor,
        'Database.Cursor getCursorWithBinds(String soql, Map<String, Object> bindMap, System.AccessLevel accessLevel)':
            cursorWithBinds,
        'Database.PaginationCursor getPaginationCursor(String soql)': (soql: string) => cursor(soql).forPages(),
        'Database.PaginationCursor getPaginationCursor(String soql, System.AccessLevel accessLevel)': (
            soql: string,
            level: AccessLevel
        ) => cursor(soql, level).forPages(),
        'Database.PaginationCursor getPaginationCursorWithBinds(String soql, Map<String, Object> bindMap, System.AccessLevel accessLevel)':
            (soql: string, map: ApexMap<string, unknown>, level: AccessLevel) =>
                cursorWithBinds(soql, map, level).forPages(),
        'System.Savepoint setSavepoint()': () => new Savepoint(platform().setSavepoint()),
        'void rollback(System.Savepoint savepoint)': (savepoint: Savepoint | null) => {
            platform().rollback(wanted(savepoint).number);
        },
        'void releaseSavepoint(System.Savepoint savepoint)': (savepoint: Savepoint | null) => {
            platform().releaseSavepoint(wanted(savepoint).number);
        },
        'Id executeBatch(Object batchable)': (job: object) => platform().executeBatch(job, 200),
        'Id executeBatch(Object batchable, Integer scope)': (job: object, scope: number) =>
            platform().executeBatch(job, scope),
        'Database.LeadConvertResult convertLead(Database.LeadConvert lead)': () => unsupported('Database.convertLead'),
        'List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leads)': () =>
            unsupported('Database.convertLead')
    }
});

function wanted(savepoint: Savepoint | null): Savepoint {
    return savepoint ?? throwApex('System.NullPointerException', 'Argument cannot be null.');
}

export const savepoint = nativeClass({ name: 'System.Savepoint', isInstance: (value) => value instanceof Savepoint });
