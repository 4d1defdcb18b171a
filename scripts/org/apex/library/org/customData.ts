// Static methods of custom settings and custom metadata types. The compiler passes the object's type first.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_custom_settings.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_custom_metadata_types.htm
import { fieldOf } from '../../../metadata/describe.ts';
import { SObject } from '../../../values/index.ts';
import { ApexMap } from '../../runtime/collections.ts';
import { platform } from '../../runtime/platform.ts';
import type { RtType } from '../../runtime/types.ts';
import { nativeClass } from '../native.ts';

const isList = (type: RtType): boolean => type.sobject?.kind === 'listSetting';

export const customSetting = nativeClass({
    name: 'System.CustomSetting',
    statics: {
        'SObject getInstance(System.Type type)': (type: RtType) =>
            platform().customSetting(type.name, 'instance', null),
        'SObject getInstance(System.Type type, String key)': (type: RtType, key: string | null) =>
            platform().customSetting(type.name, isList(type) ? 'values' : 'instance', key),
        'SObject getOrgDefaults(System.Type type)': (type: RtType) => platform().customSetting(type.name, 'org', null),
        'SObject getValues(System.Type type, String key)': (type: RtType, key: string | null) =>
            platform().customSetting(type.name, 'values', key),
        'Map<String, SObject> getAll(System.Type type)': (type: RtType) =>
            ApexMap.of('String', type.name, Object.entries(platform().customSetting(type.name, 'all', null) ?? {}))
    }
});

const LONG_TEXT = 255;

/** A copy for the caller; of long text areas these methods give the first 255 characters. */
function copy(row: SObject): SObject {
    const record = new SObject(row.describe);
    for (const [name, value] of Object.entries(row.values)) {
        const long = typeof value === 'string' && (fieldOf(row.describe, name)?.length ?? 0) > LONG_TEXT;
        record.values[name] = long ? value.slice(0, LONG_TEXT) : value;
    }
    return record;
}

/** By id, developer name or qualified API name. */
function find(type: RtType, key: string | null): SObject | null {
    const wanted = key?.toLowerCase();
    const row = platform()
        .customMetadata(type.name)
        .find(({ values }) =>
            [values.Id, values.DeveloperName, values.QualifiedApiName].some(
                (value) => typeof value === 'string' && value.toLowerCase() === wanted
            )
        );
    return row ? copy(row) : null;
}

export const customMetadata = nativeClass({
    name: 'System.CustomMetadata',
    statics: {
        'SObject getInstance(System.Type type, String key)': find,
        'Map<String, SObject> getAll(System.Type type)': (type: RtType) =>
            ApexMap.of(
                'String',
                type.name,
                platform()
                    .customMetadata(type.name)
                    .map((row) => [String(row.values.QualifiedApiName ?? row.values.DeveloperName), copy(row)] as const)
            )
    }
});
