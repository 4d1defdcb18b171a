// The VisualEditor namespace: what a dynamic picklist of the Lightning App Builder is made of.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_VisualEditor.htm
import { ApexList } from '../../runtime/collections.ts';
import { type NativeClass, nativeClass } from '../native.ts';

class DataRow {
    static $native = 'VisualEditor.DataRow';
    label: string | null;
    value: unknown;
    selected: boolean | null;
    constructor(label: string | null, value: unknown, selected: boolean | null = false) {
        this.label = label;
        this.value = value;
        this.selected = selected;
    }
}

class Rows {
    static $native = 'VisualEditor.DynamicPickListRows';
    readonly rows: DataRow[];
    containsAll: boolean | null;
    constructor(rows: readonly DataRow[], containsAll: boolean | null = false) {
        this.rows = [...rows];
        this.containsAll = containsAll;
    }
}

const byLabel = (a: DataRow, b: DataRow): number => (a.label ?? '').localeCompare(b.label ?? '');

const dataRow = nativeClass({
    name: 'VisualEditor.DataRow',
    constructors: {
        '(String label, Object value)': (_: unknown, label: string | null, value: unknown) => new DataRow(label, value),
        '(String label, Object value, Boolean selected)': (
            _: unknown,
            label: string | null,
            value: unknown,
            selected: boolean | null
        ) => new DataRow(label, value, selected)
    },
    methods: {
        'VisualEditor.DataRow clone()': (self: DataRow) => new DataRow(self.label, self.value, self.selected),
        'Integer compareTo(VisualEditor.DataRow other)': (self: DataRow, other: DataRow) =>
            Math.sign(byLabel(self, other)),
        'String getLabel()': (self: DataRow) => self.label,
        'Object getValue()': (self: DataRow) => self.value,
        'Boolean isSelected()': (self: DataRow) => self.selected
    },
    isInstance: (value) => value instanceof DataRow
});

const rows = nativeClass({
    name: 'VisualEditor.DynamicPickListRows',
    constructors: {
        '()': () => new Rows([]),
        '(List<VisualEditor.DataRow> rows)': (_: unknown, list: ApexList) => new Rows(list.items as DataRow[]),
        '(List<VisualEditor.DataRow> rows, Boolean containsAllRows)': (
            _: unknown,
            list: ApexList,
            all: boolean | null
        ) => new Rows(list.items as DataRow[], all)
    },
    methods: {
        'void addAllRows(List<VisualEditor.DataRow> rows)': (self: Rows, list: ApexList) =>
            void self.rows.push(...(list.items as DataRow[])),
        'void addRow(VisualEditor.DataRow row)': (self: Rows, row: DataRow) => void self.rows.push(row),
        'Boolean containsAllRows()': (self: Rows) => self.containsAll,
        'VisualEditor.DataRow get(Integer i)': (self: Rows, at: number) => self.rows[at] ?? null,
        'List<VisualEditor.DataRow> getDataRows()': (self: Rows) => ApexList.of('VisualEditor.DataRow', self.rows),
        'void setContainsAllRows(Boolean containsAllRows)': (self: Rows, all: boolean | null) => {
            self.containsAll = all;
        },
        'Integer size()': (self: Rows) => self.rows.length,
        'void sort()': (self: Rows) => void self.rows.sort(byLabel)
    },
    isInstance: (value) => value instanceof Rows
});

/** The classes of a project extend it; the methods are theirs. */
const dynamicPickList = nativeClass({
    name: 'VisualEditor.DynamicPickList',
    virtual: true,
    methods: {
        'VisualEditor.DataRow getDefaultValue()': () => null,
        'String getLabel(Object attributeValue)': (_: unknown, value: unknown) =>
            value === null ? null : String(value),
        'VisualEditor.DynamicPickListRows getValues()': () => null,
        'Boolean isValid(Object attributeValue)': () => true
    }
});

export const visualEditorClasses: readonly NativeClass[] = [dataRow, dynamicPickList, rows];
