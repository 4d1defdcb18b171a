// How a class of the Apex standard library is declared: signatures are the declaration. The compiler binds calls by
// them (overloads, generics, return types), the runtime calls the functions beside them. One file a class; index.ts lists them.
import type { RtType } from '../runtime/types.ts';

export type NativeFunction = (...args: any[]) => any;

/**
 * A class of the standard library.
 *
 * Signatures are Apex: `'String join(Iterable<Object> items, String separator)'`; a constructor's is `'(String text)'`.
 * Type parameters of the class (`T`, `K`, `V`) may be used. Unqualified names resolve as in Apex (System and Schema implied).
 * - statics: `(…args)`
 * - methods: `(self, …args)`; self is never null (the compiler emits the null check)
 * - constructors: `(type: RtType, …args)`; generic classes find their arguments in `type.args`
 * - a member that needs its own type arguments or call site reads them from its arguments or from platform()
 */
export interface NativeClass {
    /** Qualified: `System.String`, `Database.SaveResult`, `Messaging.SingleEmailMessage`, `Schema.SObjectType`. */
    name: string;
    typeParams?: readonly string[];
    kind?: 'class' | 'interface' | 'enum';
    superclass?: string;
    interfaces?: readonly string[];
    /** User classes may extend it (exceptions, `Auth.…`, abstract classes of the platform). */
    virtual?: boolean;
    constructors?: Record<string, NativeFunction>;
    statics?: Record<string, NativeFunction>;
    methods?: Record<string, NativeFunction>;
    /** `'String message'` → accessors; without `set` it is read-only. `get(self)`, `set(self, value)`. */
    properties?: Record<string, { get: NativeFunction; set?: NativeFunction }>;
    /** `'RestRequest request'`. */
    staticProperties?: Record<string, { get: NativeFunction; set?: NativeFunction }>;
    /** Constants of an enum, in order; values are made by the runtime as ApexEnum. */
    enumValues?: readonly string[];
    /** Is this JS value an instance of the class? Needed where values are not made by `constructors` alone. */
    isInstance?: (value: unknown, type: RtType) => boolean;
}

export function nativeClass(definition: NativeClass): NativeClass {
    return definition;
}
