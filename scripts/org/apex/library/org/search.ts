// System.Search: SOSL made of text.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_search.htm
import type { SObject } from '../../../values/index.ts';
import { ApexList } from '../../runtime/collections.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { callerInfo, dynamicScope } from '../../runtime/statics.ts';
import { nativeClass } from '../native.ts';
import { type AccessLevel, modeOf } from './accessLevel.ts';

class SearchResult {
    static $native = 'Search.SearchResult';
    readonly record: SObject;
    constructor(record: SObject) {
        this.record = record;
    }
}

class SearchResults {
    static $native = 'Search.SearchResults';
    readonly rows: SObject[][];
    constructor(rows: SObject[][]) {
        this.rows = rows;
    }
}

function run(sosl: string | null, level: AccessLevel | null = null): SObject[][] {
    if (sosl === null) return throwApex('System.NullPointerException', 'Argument cannot be null.');
    const scope = dynamicScope();
    return platform().search(sosl, (name) => scope?.(name), { accessMode: modeOf(level), caller: callerInfo() });
}

const query = (sosl: string, level: AccessLevel | null = null): ApexList =>
    ApexList.of(
        'List<SObject>',
        run(sosl, level).map((rows) => ApexList.of('SObject', rows))
    );

export const search = nativeClass({
    name: 'System.Search',
    statics: {
        'List<List<SObject>> query(String sosl)': query,
        'List<List<SObject>> query(String sosl, System.AccessLevel accessLevel)': query,
        'Search.SearchResults find(String sosl)': (sosl: string) => new SearchResults(run(sosl)),
        'Search.SearchResults find(String sosl, System.AccessLevel accessLevel)': (sosl: string, level: AccessLevel) =>
            new SearchResults(run(sosl, level)),
        'Search.SuggestionResults suggest(String text, String object, Search.SuggestionOption options)': () =>
            unsupported('Search.suggest')
    }
});

export const searchResults = nativeClass({
    name: 'Search.SearchResults',
    methods: {
        'List<Search.SearchResult> get(String objectName)': (self: SearchResults, name: string) => {
            const rows = self.rows.find((list) => list[0]?.describe.name.toLowerCase() === name.toLowerCase()) ?? [];
            return ApexList.of(
                'Search.SearchResult',
                rows.map((row) => new SearchResult(row))
            );
        }
    },
    isInstance: (value) => value instanceof SearchResults
});

export const searchResult = nativeClass({
    name: 'Search.SearchResult',
    methods: {
        'SObject getSObject()': (self: SearchResult) => self.record,
        'String getSnippet()': () => unsupported('Search.SearchResult.getSnippet'),
        'String getSnippet(String field)': () => unsupported('Search.SearchResult.getSnippet')
    },
    isInstance: (value) => value instanceof SearchResult
});

export const suggestionOption = nativeClass({
    name: 'Search.SuggestionOption',
    constructors: { '()': () => unsupported('Search.SuggestionOption') },
    isInstance: () => false
});

export const suggestionResults = nativeClass({ name: 'Search.SuggestionResults', isInstance: () => false });
