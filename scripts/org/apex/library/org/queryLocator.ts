// Database.QueryLocator and its iterator.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database_batch.htm
import type { SObject } from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';
import { QueryLocator } from './asyncContexts.ts';

class QueryLocatorIterator {
    static $native = 'Database.QueryLocatorIterator';
    readonly rows: SObject[];
    at = 0;
    constructor(rows: SObject[]) {
        this.rows = rows;
    }
    next(): SObject {
        return this.rows[this.at++] ?? throwApex('System.NoSuchElementException', 'Iterator has no more elements');
    }
}

export const queryLocator = nativeClass({
    name: 'Database.QueryLocator',
    methods: {
        'String getQuery()': (self: QueryLocator) => self.query,
        'Database.QueryLocatorIterator iterator()': (self: QueryLocator) => new QueryLocatorIterator(self.rows)
    },
    isInstance: (value) => value instanceof QueryLocator
});

export const queryLocatorIterator = nativeClass({
    name: 'Database.QueryLocatorIterator',
    interfaces: ['System.Iterator<SObject>'],
    methods: {
        'Boolean hasNext()': (self: QueryLocatorIterator) => self.at < self.rows.length,
        'SObject next()': (self: QueryLocatorIterator) => self.next()
    },
    isInstance: (value) => value instanceof QueryLocatorIterator
});
