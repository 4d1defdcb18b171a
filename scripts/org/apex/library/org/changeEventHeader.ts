// EventBus.ChangeEventHeader: what changed, in a change event. Tests make their own.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_eventbus_ChangeEventHeader.htm
import { ApexList } from '../../runtime/collections.ts';
import { nativeClass, type NativeClass, type NativeFunction } from '../native.ts';

export class ChangeEventHeader {
    static $native = 'EventBus.ChangeEventHeader';
    readonly values: Record<string, unknown> = {};
}

const FIELDS: Record<string, string> = {
    changedFields: 'List<String>',
    changeOrigin: 'String',
    changeType: 'String',
    commitNumber: 'Long',
    commitTimestamp: 'Long',
    commitUser: 'String',
    diffFields: 'List<String>',
    entityName: 'String',
    nulledFields: 'List<String>',
    recordIds: 'List<String>',
    sequenceNumber: 'Integer',
    transactionKey: 'String'
};

function read(self: ChangeEventHeader, name: string): unknown {
    if (FIELDS[name] === 'List<String>') return (self.values[name] ??= ApexList.of('String', []));
    return self.values[name] ?? null;
}

const properties: NonNullable<NativeClass['properties']> = {};
const methods: Record<string, NativeFunction> = {};
for (const [name, type] of Object.entries(FIELDS)) {
    const get = (self: ChangeEventHeader): unknown => read(self, name);
    properties[`${type} ${name}`] = {
        get,
        set: (self: ChangeEventHeader, value: unknown) => {
            self.values[name] = value;
        }
    };
    methods[`${type} get${name[0]?.toUpperCase()}${name.slice(1)}()`] = get;
}

export const changeEventHeader = nativeClass({
    name: 'EventBus.ChangeEventHeader',
    constructors: { '()': () => new ChangeEventHeader() },
    properties,
    methods,
    isInstance: (value) => value instanceof ChangeEventHeader
});
