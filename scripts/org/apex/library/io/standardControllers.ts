// ApexPages.StandardController and StandardSetController: the controllers that a page gives its extensions.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_ApexPages_StandardController.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_ApexPages_StandardSetController.htm
import type { SObject } from '../../../values/index.ts';
import { ApexList } from '../../runtime/collections.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform, type DmlOperation } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import type { QueryLocator } from '../org/asyncContexts.ts';
import { notNull } from './bean.ts';
import { PageReference } from './pageReference.ts';

const dml = (operation: DmlOperation, records: SObject[]): void => {
    platform().dml(operation, records, { allOrNone: true, accessMode: 'user', caller: null });
};
const at = (path: string): PageReference => new PageReference(path);

class StandardController {
    static $native = 'ApexPages.StandardController';
    readonly record: SObject;
    constructor(record: SObject) {
        this.record = record;
    }
    get id(): string {
        return this.record.id ?? '';
    }
    save(): PageReference {
        dml(this.record.id === null ? 'insert' : 'update', [this.record]);
        return at(`/${this.id}`);
    }
    delete(): PageReference {
        dml('delete', [this.record]);
        return at(`/${this.record.describe.keyPrefix ?? ''}/o`);
    }
}

export const standardController = nativeClass({
    name: 'ApexPages.StandardController',
    constructors: {
        '(SObject record)': (_type: unknown, record: SObject | null) => new StandardController(notNull(record))
    },
    methods: {
        'void addFields(List<String> fieldNames)': () => {
            if (platform().isTest)
                throwApex(
                    'System.SObjectException',
                    'You cannot call addFields when the data is being passed into the controller by the caller.'
                );
        },
        'System.PageReference cancel()': (self: StandardController) => at(`/${self.id}`),
        'System.PageReference delete()': (self: StandardController) => self.delete(),
        'System.PageReference edit()': (self: StandardController) => at(`/${self.id}/e`),
        'String getId()': (self: StandardController) => self.record.id,
        'SObject getRecord()': (self: StandardController) => self.record,
        'void reset()': () => undefined,
        'System.PageReference save()': (self: StandardController) => self.save(),
        'System.PageReference view()': (self: StandardController) => at(`/${self.id}`)
    },
    isInstance: (value) => value instanceof StandardController
});

class StandardSetController {
    static $native = 'ApexPages.StandardSetController';
    readonly rows: SObject[];
    readonly list: ApexList<SObject> | null;
    selected: SObject[] = [];
    page = 1;
    size = 20;
    filterId: string | null = null;
    constructor(source: ApexList<SObject> | QueryLocator) {
        this.list = source instanceof ApexList ? source : null;
        this.rows = source instanceof ApexList ? source.items : (source.rows as SObject[]);
    }
    get pages(): number {
        return Math.max(1, Math.ceil(this.rows.length / this.size));
    }
    turn(page: number): void {
        this.page = Math.min(Math.max(1, page), this.pages);
    }
    shown(): SObject[] {
        return this.rows.slice((this.page - 1) * this.size, this.page * this.size);
    }
    typed(rows: SObject[]): ApexList<SObject> {
        return ApexList.of(rows[0]?.describe.name ?? 'SObject', rows);
    }
}

export const standardSetController = nativeClass({
    name: 'ApexPages.StandardSetController',
    constructors: {
        '(List<SObject> controllerSObjects)': (_type: unknown, rows: ApexList<SObject> | null) =>
            new StandardSetController(notNull(rows)),
        '(Database.QueryLocator sObjectList)': (_type: unknown, locator: QueryLocator | null) =>
            new StandardSetController(notNull(locator))
    },
    methods: {
        'System.PageReference cancel()': () => at('/'),
        'void first()': (self: StandardSetController) => self.turn(1),
        'Boolean getCompleteResult()': (self: StandardSetController) => self.rows.length < 10_000,
        'String getFilterId()': (self: StandardSetController) => self.filterId,
        'Boolean getHasNext()': (self: StandardSetController) => self.page < self.pages,
        'Boolean getHasPrevious()': (self: StandardSetController) => self.page > 1,
        'Integer getPageNumber()': (self: StandardSetController) => self.page,
        'Integer getPageSize()': (self: StandardSetController) => self.size,
        'SObject getRecord()': (self: StandardSetController) => self.rows[0] ?? null,
        'List<SObject> getRecords()': (self: StandardSetController) => self.typed(self.shown()),
        'Integer getResultSize()': (self: StandardSetController) => self.rows.length,
        'List<SObject> getSelected()': (self: StandardSetController) => self.typed(self.selected),
        'void last()': (self: StandardSetController) => self.turn(self.pages),
        'void next()': (self: StandardSetController) => self.turn(self.page + 1),
        'void previous()': (self: StandardSetController) => self.turn(self.page - 1),
        'System.PageReference save()': (self: StandardSetController) => {
            if (self.rows.length > 0) dml('update', self.rows);
            return at('/');
        },
        'void setFilterId(String filterId)': (self: StandardSetController, id: string | null) => {
            self.filterId = id;
        },
        'void setPageNumber(Integer pageNumber)': (self: StandardSetController, page: number | null) =>
            self.turn(notNull(page)),
        'void setPageSize(Integer pageSize)': (self: StandardSetController, size: number | null) => {
            self.size = Math.max(1, notNull(size));
            self.turn(1);
        },
        'void setSelected(List<SObject> selectedRecords)': (
            self: StandardSetController,
            rows: ApexList<SObject> | null
        ) => {
            self.selected = notNull(rows).items;
        }
    },
    isInstance: (value) => value instanceof StandardSetController
});
