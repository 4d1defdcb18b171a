// SOSL, approximately: every word of the search must begin a word of a text field (`*` and `?` are wildcards, quotes make a
// phrase, AND, OR and NOT join terms). There is no relevance: rows come in the order of creation. Long texts, stop words,
// synonyms and stemming of the real index are not imitated.
import type { FieldDescribe, ObjectDescribe } from '../metadata/describe.ts';
import { fieldOf } from '../metadata/describe.ts';
import { isStored, isText } from '../store/columns.ts';
import type { SObject } from '../values/index.ts';
import type { QueryContext } from './api.ts';
import type { Condition, Query, Search, SearchTarget } from './ast.ts';
import { malformed, noSuchObject, SoqlError } from './messages.ts';
import { parseSearch } from './parser.ts';
import type { QueryPlan } from './plan.ts';
import { planQuery } from './plan.ts';
import { objectNamed } from './scope.ts';
import { selectOf } from './select.ts';
import type { PlanEnvironment } from './statement.ts';

export interface SearchPort {
    environment: PlanEnvironment;
    execute: (plan: QueryPlan, context: QueryContext) => SObject[];
}

const DEFAULT_LIMIT = 2000;

export function runSearch(
    sosl: string,
    context: QueryContext,
    port: SearchPort
): { rows: SObject[][]; rowCount: number } {
    const search = parseSearch(sosl);
    if (search.returning.length === 0) throw malformed('unsupported: a search without RETURNING', 0);
    const text = search.term.k === 'text' ? search.term.value : String(context.bind(search.term.name) ?? '');
    if (text.replace(/[*?"\s]/g, '').length < 2)
        throw new SoqlError('MALFORMED_SEARCH', 'search term must be longer than one character: ' + text);
    const matches = matcher(text);
    let left = search.limit ? numberOf(search.limit, context) : DEFAULT_LIMIT;
    const rows = search.returning.map((target) => {
        const found = searchOne(search, target, matches, context, port).slice(0, left);
        left -= found.length;
        return found;
    });
    return { rows, rowCount: rows.reduce((sum, list) => sum + list.length, 0) };
}

function numberOf(count: NonNullable<Search['limit']>, context: QueryContext): number {
    return count.k === 'number' ? count.value : Number(context.bind(count.name));
}

function searchOne(
    search: Search,
    target: SearchTarget,
    matches: (texts: string[]) => boolean,
    context: QueryContext,
    port: SearchPort
): SObject[] {
    const describe = objectNamed(port.environment, target.object);
    if (!describe?.searchable) throw noSuchObject(target.object, target.pos);
    const fixed = context.fixedSearchResults ?? null;
    const searched = searchedFields(describe, search.group);
    const hits = fixed
        ? fixed.filter((id) => id.startsWith(describe.keyPrefix ?? '\u0000'))
        : everyRow(describe, searched, context, port)
              .filter((row) => matches(searched.map((field) => String(row.values[field.name] ?? ''))))
              .map((row) => row.id ?? '');
    if (hits.length === 0) return [];
    const among: Condition = {
        k: 'compare',
        left: { k: 'path', parts: ['Id'], pos: target.pos },
        op: 'IN',
        right: {
            k: 'list',
            items: hits.map((value) => ({ k: 'string', value, raw: value, pos: target.pos })),
            pos: target.pos
        },
        pos: target.pos
    };
    const query: Query = {
        ...selectOf(describe.name, [], target.pos),
        select:
            target.fields.length > 0
                ? target.fields
                : [{ k: 'field', expr: { k: 'path', parts: ['Id'], pos: target.pos }, alias: null, pos: target.pos }],
        where: target.where ? { k: 'and', items: [among, target.where], pos: target.pos } : among,
        orderBy: target.orderBy,
        limit: target.limit,
        offset: target.offset,
        access: search.access
    };
    return port.execute(planQuery(port.environment, query), context);
}

/** The index is read as the system: what the user may see is decided when the hits are fetched. */
function everyRow(
    describe: ObjectDescribe,
    searched: readonly FieldDescribe[],
    context: QueryContext,
    port: SearchPort
): SObject[] {
    const paths = searched
        .filter((field) => field.name !== 'Id')
        .map((field) => ({ k: 'path' as const, parts: [field.name], pos: 0 }));
    return port.execute(planQuery(port.environment, selectOf(describe.name, paths, 0)), { ...context, canRead: null });
}

function searchedFields(describe: ObjectDescribe, group: Search['group']): FieldDescribe[] {
    const texts = [...describe.fields.values()].filter(
        (field) => isStored(field) && isText(field) && field.type !== 'encryptedstring'
    );
    switch (group) {
        case 'NAME':
            return texts.filter(
                (field) => field.nameField || field.name === 'Name' || field.compoundFieldName === 'Name'
            );
        case 'EMAIL':
            return texts.filter((field) => field.type === 'email');
        case 'PHONE':
            return texts.filter((field) => field.type === 'phone');
        default:
            return texts.filter((field) => field.type !== 'picklist' || fieldOf(describe, field.name)?.custom);
    }
}

/** A test of the texts of one record. */
function matcher(text: string): (texts: string[]) => boolean {
    const tokens = text.match(/"[^"]*"|\(|\)|[^\s()"]+/g) ?? [];
    let at = 0;
    type Test = (joined: string) => boolean;
    const any = (): Test => {
        const tests = [all()];
        while (/^or$/i.test(tokens[at] ?? '')) {
            at++;
            tests.push(all());
        }
        return (joined) => tests.some((test) => test(joined));
    };
    const all = (): Test => {
        const tests = [one()];
        for (;;) {
            const token = tokens[at] ?? ')';
            if (token === ')' || /^or$/i.test(token)) break;
            if (/^and$/i.test(token)) {
                at++;
                if (/^not$/i.test(tokens[at] ?? '')) {
                    at++;
                    tests.push(not(one()));
                } else tests.push(one());
            } else {
                tests.push(one());
            }
        }
        return (joined) => tests.every((test) => test(joined));
    };
    const not =
        (test: Test): Test =>
        (joined) =>
            !test(joined);
    const one = (): Test => {
        const token = tokens[at++];
        if (token === undefined) throw new SoqlError('MALFORMED_SEARCH', `unexpected end of the search: ${text}`);
        if (token === '(') {
            const inner = any();
            if (tokens[at++] !== ')') throw new SoqlError('MALFORMED_SEARCH', `missing ) in the search: ${text}`);
            return inner;
        }
        const pattern = wordPattern(token);
        return (joined) => pattern.test(joined);
    };
    const test = any();
    return (texts) => test(texts.join('\n'));
}

function wordPattern(token: string): RegExp {
    const phrase = token.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1').trim();
    const body = phrase
        .split(/\s+/)
        .map((word) =>
            word
                .replace(/[.+^${}()|[\]\\]/g, '\\$&')
                .replace(/\*/g, '[^\\s]*')
                .replace(/\?/g, '[^\\s]')
        )
        .join('\\s+');
    return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'iu');
}
