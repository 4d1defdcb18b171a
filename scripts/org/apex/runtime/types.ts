// What compiled Apex knows of itself at run time.
import type { ObjectDescribe } from '../../metadata/describe.ts';

/** A type as values carry it. Interned by name: two equal types are the same object (see typeOf in types registry). */
export interface RtType {
    /** As Apex prints it: `Integer`, `List<Account>`, `Map<Id,Account>`, `Outer.Inner`, `Account`. */
    readonly name: string;
    readonly kind: 'primitive' | 'list' | 'set' | 'map' | 'sobject' | 'class' | 'native';
    readonly args: readonly RtType[];
    readonly cls: ClassInfo | null;
    readonly sobject: ObjectDescribe | null;
}

export interface Annotation {
    /** Lower case without the @: `istest`, `auraenabled`, `future`, `restresource`, `httppost`, `invocablemethod`. */
    name: string;
    /** Parameters by lower-cased name; a bare annotation has none. */
    args: Record<string, string | boolean>;
}

export interface MethodInfo {
    name: string;
    /** Property of the JS class (static) or prototype (instance) that holds the implementation. */
    key: string;
    isStatic: boolean;
    isAbstract: boolean;
    /** Lower-cased modifiers: public, global, private, protected, virtual, override, testmethod … */
    modifiers: readonly string[];
    annotations: readonly Annotation[];
    params: readonly { name: string; type: string }[];
    returnType: string;
    line: number;
}

export interface FieldInfo {
    name: string;
    /** Property that holds the value on the instance; for static members on the statics object. */
    key: string;
    type: string;
    isStatic: boolean;
    isProperty: boolean;
    isTransient: boolean;
    modifiers: readonly string[];
    annotations: readonly Annotation[];
}

export interface ClassInfo {
    /** `Outer`, `Outer.Inner`. */
    name: string;
    /** Namespace of the org or null. */
    namespace: string | null;
    kind: 'class' | 'interface' | 'enum' | 'trigger';
    file: string;
    line: number;
    apiVersion: number;
    superclass: string | null;
    /** Names with type arguments as written, resolved: `Comparable`, `Database.Batchable<SObject>`. */
    interfaces: readonly string[];
    modifiers: readonly string[];
    annotations: readonly Annotation[];
    /** With the rules of the class's API version applied: inherited, with, without, or omitted. */
    sharing: 'with' | 'without' | 'inherited' | 'omitted';
    methods: readonly MethodInfo[];
    constructors: readonly {
        key: string;
        params: readonly { name: string; type: string }[];
        modifiers: readonly string[];
    }[];
    fields: readonly FieldInfo[];
    enumValues: readonly string[];
    /** Triggers: the object and the events, e.g. `before insert`. */
    trigger: { object: string; events: readonly string[] } | null;
}
