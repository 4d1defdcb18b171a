// What the metadata room says and asks: files in, messages out, and the facts that rooms above read. Only this room and its callers
// know these shapes; nothing here knows Apex, SQL or transactions.
import type { ObjectDescribe, Schema } from './describe.ts';
import type { SObject, Value } from '../values/index.ts';

/** One file of a source tree or of a deploy. */
export interface SourceFile {
    path: string;
    content: Uint8Array;
}

export interface Deletion {
    type: string;
    name: string;
}

/** What became of one component: the Metadata API's DeployMessage. */
export interface ComponentMessage {
    fullName: string;
    componentType: string;
    fileName: string;
    success: boolean;
    created: boolean;
    changed: boolean;
    deleted: boolean;
    problem: string | null;
    problemType: 'Error' | 'Warning' | null;
    line: number | null;
    column: number | null;
}

export interface ApexText {
    path: string;
    kind: 'class' | 'trigger';
    text: string;
    apiVersion: number;
}

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

/** A named credential with what its external credential says of authentication. */
export interface CredentialFacts {
    url: string;
    /** Developer names under which a secret may have been set, most specific first. */
    secretNames: string[];
    tokenUrl: string | null;
    scope: string | null;
    /** `basic`: client id and secret in the Authorization header; `body`: as form parameters. */
    clientAuthentication: 'basic' | 'body';
    /** Further parameters of the token request, in its query string. */
    tokenQuery: Record<string, string>;
    /** `none`: no authentication (or the request carries its own). */
    protocol: 'none' | 'oauthClientCredentials' | 'basic' | 'custom';
    generateAuthorizationHeader: boolean;
    headers: { name: string; value: string }[];
}

export interface PermissionSetFacts {
    name: string;
    label: string;
    objects: {
        object: string;
        create: boolean;
        read: boolean;
        edit: boolean;
        delete: boolean;
        viewAll: boolean;
        modifyAll: boolean;
    }[];
    fields: { field: string; readable: boolean; editable: boolean }[];
    customPermissions: string[];
    classes: string[];
    /** `ViewAllData`, `ModifyAllData`, … */
    userPermissions: string[];
    /** Name of the profile whose permissions these are; null for a permission set. */
    profile: string | null;
}

/** Metadata that has setup records: ApexClass, StaticResource, PermissionSet, … */
export interface SetupFacts {
    classes: { name: string; apiVersion: number; body: string }[];
    triggers: { name: string; object: string; apiVersion: number; body: string }[];
    staticResources: { name: string; contentType: string; body: Uint8Array }[];
    customPermissions: { name: string; label: string }[];
    permissionSets: PermissionSetFacts[];
    permissionSetGroups: { name: string; label: string; permissionSets: string[] }[];
    queues: { name: string; label: string; objects: string[]; email: string | null }[];
    groups: { name: string; label: string }[];
    roles: { name: string; label: string; parent: string | null }[];
    emailTemplates: { name: string; label: string; subject: string; body: string }[];
}

export interface MetadataOptions {
    /** The org's own namespace; its prefix is accepted everywhere and left out of names. */
    namespace: string | null;
    /** API version of files that state none. */
    apiVersion: number;
}

export interface Metadata extends Schema {
    /** Takes files in; nothing is kept until `commit`. Undone by `rollback`. Components that are refused change nothing. */
    apply(files: readonly SourceFile[], deletions: readonly Deletion[]): ComponentMessage[];
    commit(): void;
    rollback(): void;
    apexSources(): ApexText[];
    /** Value of a formula, converted to what a field of `returnType` holds. Throws FormulaError. */
    evaluate(formula: string, world: FormulaWorld, returnType: string, blanksAsZero: boolean): Value;
    /** Throws FormulaError when the formula is not one over this object that gives this type. */
    checkFormula(formula: string, object: ObjectDescribe, returnType: string): void;
    /** Records of a custom metadata type. */
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
