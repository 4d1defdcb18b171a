// What the execution room asks of metadata. The metadata room's own door is fitted to this in metadataAdapter.ts.
import type { ApexSource } from '../apex/index.ts';
import type { ObjectDescribe, Schema } from '../metadata/describe.ts';
import type { SObject, Value } from '../values/index.ts';
import type { DeployMessage, SourceEntry } from './api.ts';
import type { CredentialFacts } from './callouts.ts';
import type { SetupFacts } from './setupRows.ts';

/** How a formula reads its record and the world. */
export interface FormulaWorld {
    record: SObject;
    prior: SObject | null;
    isNew: boolean;
    now: number;
    timeZone: string;
    /** A field path from the record: `Name`, `Account.Owner.Name`. */
    read: (path: string[], prior: boolean) => Value;
    /** `$User.Id`, `$Label.X`, `$Setup.Object__c.Field__c`, `$Permission.X`. */
    global: (path: string[]) => Value;
    lookup: (object: string, field: string, keyField: string, key: Value) => Value;
}

export interface MetadataRoom extends Schema {
    /** Takes files in; nothing is kept until `commit`. Undone by `rollback`. */
    apply(files: SourceEntry[], deletions: { type: string; name: string }[]): DeployMessage[];
    commit(): void;
    rollback(): void;
    apexSources(): ApexSource[];
    evaluate(formula: string, world: FormulaWorld, returnType: string, blanksAsZero: boolean): Value;
    /** Throws when the formula is not one over this object that gives this type. */
    checkFormula(formula: string, object: ObjectDescribe, returnType: string): void;
    customMetadata(object: string): readonly SObject[];
    label(namespace: string | null, name: string, language: string | null): string | undefined;
    staticResource(name: string): Uint8Array | undefined;
    pageExists(name: string): boolean;
    credential(name: string): CredentialFacts | null;
    subscriberConfig(trigger: string): { batchSize: number | null; userName: string | null } | null;
    setup(): SetupFacts;
    /** Grows with every commit. */
    readonly version: number;
}

