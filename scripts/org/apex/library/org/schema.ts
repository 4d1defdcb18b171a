// System.Schema: every object of the org, and describes by name.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_schema.htm
import { ApexList, ApexMap } from '../../runtime/collections.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import type { SObjectTypeToken } from '../../runtime/tokens.ts';
import { sobjectTypeToken } from '../../runtime/tokens.ts';
import { nativeClass } from '../native.ts';
import { CaselessMap } from './caselessMap.ts';
import { DescribeSObject } from './schemaObjects.ts';

let globalDescribe: { size: number; map: CaselessMap<SObjectTypeToken> } | null = null;

export function getGlobalDescribe(): ApexMap<string, SObjectTypeToken> {
    const objects = [...platform().schema.objects()].filter((object) => object.kind !== 'aggregate');
    const same =
        globalDescribe?.size === objects.length && objects.every((object) => globalDescribe?.map.has(object.name));
    const { type } = ApexMap.of('String', 'Schema.SObjectType');
    if (!globalDescribe || !same) {
        const entries = objects.map((object) => [object.name.toLowerCase(), sobjectTypeToken(object.name)] as const);
        globalDescribe = { size: objects.length, map: new CaselessMap(type, entries) };
    }
    return new CaselessMap(type, globalDescribe.map.entries());
}

export const schema = nativeClass({
    name: 'System.Schema',
    statics: {
        'Map<String,Schema.SObjectType> getGlobalDescribe()': () => getGlobalDescribe(),
        'List<Schema.DescribeSObjectResult> describeSObjects(List<String> names)': describeSObjects,
        'List<Schema.DescribeSObjectResult> describeSObjects(List<String> names, Object options)': describeSObjects,
        'List<Schema.DescribeTabSetResult> describeTabs()': () => ApexList.of('Schema.DescribeTabSetResult', [])
    }
});

export const describeTabSetResult = nativeClass({ name: 'Schema.DescribeTabSetResult', isInstance: () => false });

function describeSObjects(names: ApexList<string>): ApexList<DescribeSObject> {
    return ApexList.of(
        'Schema.DescribeSObjectResult',
        names.items.map((name) => {
            const describe = platform().schema.object(name);
            if (!describe)
                throwApex('System.InvalidParameterValueException', `sObject type '${name}' is not supported.`);
            return new DescribeSObject(describe);
        })
    );
}
