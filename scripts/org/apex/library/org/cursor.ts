// Apex cursors: the rows of a query, fetched by position and count.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_cursors.htm
import type { SObject } from '../../../values/index.ts';
import { ApexList } from '../../runtime/collections.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';

export class Cursor {
    static $native = 'Database.Cursor';
    readonly rows: SObject[];
    constructor(rows: SObject[]) {
        this.rows = rows;
        platform().countLimit('apexCursorRows', rows.length);
    }
    forPages(): PaginationCursor {
        return new PaginationCursor(this.rows);
    }
    slice(position: number, count: number): ApexList {
        platform().countLimit('fetchCallsOnApexCursor', 1);
        if (position < 0 || count < 0 || position > this.rows.length) {
            throwApex('System.InvalidParameterValueException', 'Cursor position or count is out of bounds');
        }
        const rows = this.rows.slice(position, position + count);
        return ApexList.of(rows[0]?.describe.name ?? 'SObject', rows);
    }
}

export class PaginationCursor {
    static $native = 'Database.PaginationCursor';
    readonly rows: SObject[];
    constructor(rows: SObject[]) {
        this.rows = rows;
    }
}

class CursorFetchResult {
    static $native = 'Database.CursorFetchResult';
    readonly records: ApexList;
    readonly next: number;
    readonly done: boolean;
    constructor(records: ApexList, next: number, done: boolean) {
        this.records = records;
        this.next = next;
        this.done = done;
    }
}

export const cursor = nativeClass({
    name: 'Database.Cursor',
    methods: {
        'Integer getNumRecords()': (self: Cursor) => self.rows.length,
        'List<SObject> fetch(Integer position, Integer count)': (self: Cursor, position: number, count: number) =>
            self.slice(position, count)
    },
    isInstance: (value) => value instanceof Cursor
});

export const paginationCursor = nativeClass({
    name: 'Database.PaginationCursor',
    methods: {
        'Integer getNumRecords()': (self: PaginationCursor) => self.rows.length,
        'Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)': (
            self: PaginationCursor,
            start: number,
            size: number
        ) => {
            const rows = new Cursor(self.rows).slice(start, size);
            const next = start + rows.items.length;
            return new CursorFetchResult(rows, next, next >= self.rows.length);
        }
    },
    isInstance: (value) => value instanceof PaginationCursor
});

export const cursorFetchResult = nativeClass({
    name: 'Database.CursorFetchResult',
    methods: {
        'List<SObject> getRecords()': (self: CursorFetchResult) => self.records,
        'Integer getNextIndex()': (self: CursorFetchResult) => self.next,
        'Integer getNumDeletedRecords()': () => 0,
        'Boolean isDone()': (self: CursorFetchResult) => self.done
    },
    isInstance: (value) => value instanceof CursorFetchResult
});
