// Maps that describes give are keyed by lower-case API names and asked in any case.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_schema.htm
import { ApexMap } from '../../runtime/collections.ts';

export class CaselessMap<V> extends ApexMap<string, V> {
    override get(key: unknown): V | null {
        return super.get(typeof key === 'string' ? key.toLowerCase() : key);
    }
    override has(key: unknown): boolean {
        return super.has(typeof key === 'string' ? key.toLowerCase() : key);
    }
}
