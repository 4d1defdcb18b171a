// SOQL on behalf of Apex: limits, access mode, sharing, formula fields.
import { throwApex } from '../apex/runtime/exceptions.ts';
import type { BindResolver, QueryOptions } from '../apex/runtime/platform.ts';
import { fieldOf } from '../metadata/describe.ts';
import type { QueryContext, QueryShape } from '../soql/api.ts';
import type { SObject } from '../values/index.ts';
import type { OrgContext } from './context.ts';
import { withQueryErrors } from './errors.ts';

type Mode = 'user' | 'system' | 'secured';

/** Whose rights count: what the query itself says, else what the call says, else what the class's version implies. */
function modeOf(options: QueryOptions, stated: QueryShape['accessMode']): Mode {
    if (stated === 'USER_MODE') return 'user';
    if (stated === 'SYSTEM_MODE') return 'system';
    if (options.accessMode === 'user') return 'user';
    if (stated === 'SECURITY_ENFORCED') return 'secured';
    if (options.accessMode === 'default' && options.caller !== null && options.caller.apiVersion >= 67) return 'user';
    return 'system';
}

export function contextOf(
    org: OrgContext,
    bind: BindResolver,
    options: QueryOptions,
    stated: QueryShape['accessMode'] = null
): QueryContext {
    const mode = modeOf(options, stated);
    const user = org.platform.user;
    return {
        bind,
        now: org.now(),
        timeZone: user.timeZone,
        locale: user.locale,
        language: user.language,
        userId: user.id,
        allRows: options.allRows ?? false,
        canRead: mode === 'system' ? null : (object, field) => org.access.canRead(user.id, object, field),
        sharing: mode === 'user' || options.caller?.sharing === 'with' ? org.access.sharingFilter(user.id) : null,
        ...(options.caller ? { apiVersion: options.caller.apiVersion } : {}),
        formula: (record, field) => formulaValue(org, record, field)
    };
}

export function formulaValue(org: OrgContext, record: SObject, name: string): unknown {
    const field = fieldOf(record.describe, name);
    if (!field?.formula) return null;
    return org.facts.evaluate(field.formula, record, null, false, field.type, field.formulaTreatBlanksAsZero);
}

export function apexQuery(org: OrgContext, soql: string, bind: BindResolver, options: QueryOptions): SObject[] {
    const { limits } = org.tx;
    limits.count('queries', 1);
    const run = withQueryErrors(() =>
        org.soql.run(soql, contextOf(org, bind, options, org.soql.check(soql).accessMode))
    );
    limits.count('queryRows', run.rowCount);
    if (run.subqueries > 0) limits.count('aggregateQueries', run.subqueries);
    return run.rows;
}

export function apexCount(org: OrgContext, soql: string, bind: BindResolver, options: QueryOptions): number {
    org.tx.limits.count('queries', 1);
    const count = withQueryErrors(() =>
        org.soql.count(soql, contextOf(org, bind, options, org.soql.check(soql).accessMode))
    );
    org.tx.limits.count('queryRows', 1);
    return count;
}

export function apexSearch(org: OrgContext, sosl: string, bind: BindResolver, options: QueryOptions): SObject[][] {
    org.tx.limits.count('soslQueries', 1);
    if (org.tx.isTest) return fixedSearch(org, sosl, bind, options);
    return withQueryErrors(() => org.soql.search(sosl, contextOf(org, bind, options))).rows;
}

/**
 * In a test SOSL finds the records of Test.setFixedSearchResults and nothing else.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_SOSL.htm
 */
function fixedSearch(org: OrgContext, sosl: string, bind: BindResolver, options: QueryOptions): SObject[][] {
    const returning = /\bRETURNING\b([\s\S]*)$/i.exec(sosl)?.[1];
    if (!returning) throwApex('System.SearchException', 'SOSL without RETURNING is unsupported in the local org');
    const ids = org.tx.searchResults ?? [];
    return splitReturning(returning).map(({ object, fields, rest }) => {
        const describe = org.schema.object(object);
        if (!describe) throwApex('System.SearchException', `sObject type '${object}' is not supported.`);
        if (!ids.some((id) => org.schema.objectByPrefix(id.slice(0, 3)) === describe)) return [];
        const where = /^\s*WHERE\b([\s\S]*?)(?=\bORDER\s+BY\b|\bLIMIT\b|$)/i.exec(rest);
        const tail = rest.slice(where?.[0].length ?? 0);
        const condition = where ? `(${where[1]}) AND Id IN :fixedsearchresults` : 'Id IN :fixedsearchresults';
        const resolver: BindResolver = (name) => (name === 'fixedsearchresults' ? ids : bind(name));
        return withQueryErrors(() =>
            org.soql.run(
                `SELECT ${fields || 'Id'} FROM ${describe.name} WHERE ${condition} ${tail}`,
                contextOf(org, resolver, options)
            )
        ).rows;
    });
}

/** `Account(Name WHERE x ORDER BY y), Contact` → its parts. */
function splitReturning(text: string): { object: string; fields: string; rest: string }[] {
    const parts: { object: string; fields: string; rest: string }[] = [];
    const pattern = /\s*(\w+)\s*(\(((?:[^()]|\([^()]*\))*)\))?\s*(,|$|\bLIMIT\b|\bWITH\b)/giy;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        const inner = match[3] ?? '';
        const cut = /\b(WHERE|ORDER\s+BY|LIMIT|USING)\b/i.exec(inner);
        parts.push({
            object: match[1] as string,
            fields: (cut ? inner.slice(0, cut.index) : inner).trim(),
            rest: cut ? inner.slice(cut.index) : ''
        });
        if (match[4] !== ',') break;
    }
    return parts;
}

/** A query by the org itself: nothing is counted, everything is seen. */
export function systemQuery(
    org: OrgContext,
    soql: string,
    binds: Record<string, unknown> = {},
    allRows = false
): SObject[] {
    return org.soql.run(soql, org.access.systemQueryContext(binds, allRows)).rows;
}
