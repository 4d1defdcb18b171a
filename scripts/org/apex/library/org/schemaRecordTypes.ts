// Schema: record types of an object, the master record type last.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_RecordTypeInfo.htm
import type { ObjectDescribe, RecordTypeDescribe } from '../../../metadata/describe.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';

class RecordTypeInfo {
    static $native = 'Schema.RecordTypeInfo';
    readonly id: string | null;
    readonly type: RecordTypeDescribe;
    readonly master: boolean;
    constructor(id: string | null, type: RecordTypeDescribe, master: boolean) {
        this.id = id;
        this.type = type;
        this.master = master;
    }
}

export function recordTypeInfos(describe: ObjectDescribe): RecordTypeInfo[] {
    const ids = platform().recordTypes(describe.name);
    const own = describe.recordTypes.map(
        (type) =>
            new RecordTypeInfo(ids.find((item) => item.developerName === type.developerName)?.id ?? null, type, false)
    );
    const master: RecordTypeDescribe = {
        developerName: 'Master',
        label: 'Master',
        description: null,
        active: true,
        isDefault: !describe.recordTypes.some((type) => type.isDefault),
        picklistValues: {}
    };
    return [...own, new RecordTypeInfo('012000000000000AAA', master, true)];
}

export const recordTypeInfo = nativeClass({
    name: 'Schema.RecordTypeInfo',
    methods: {
        'Id getRecordTypeId()': (self: RecordTypeInfo) => self.id,
        'String getName()': (self: RecordTypeInfo) => self.type.label,
        'String getDeveloperName()': (self: RecordTypeInfo) => self.type.developerName,
        'Boolean isActive()': (self: RecordTypeInfo) => self.type.active,
        'Boolean isAvailable()': (self: RecordTypeInfo) => self.type.active,
        'Boolean isDefaultRecordTypeMapping()': (self: RecordTypeInfo) => self.type.isDefault,
        'Boolean isMaster()': (self: RecordTypeInfo) => self.master
    },
    isInstance: (value) => value instanceof RecordTypeInfo
});
