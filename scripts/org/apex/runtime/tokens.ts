// Describe tokens: `Account.SObjectType` and `Account.Name`. Salesforce compares them by identity, so there is one object
// per name. They hold names, not describes, because a deploy replaces describes.
import type { FieldDescribe, ObjectDescribe } from '../../metadata/describe.ts';
import { fieldOf } from '../../metadata/describe.ts';
import { platform } from './platform.ts';

/** Schema.SObjectType. */
export class SObjectTypeToken {
    /** Canonical API name. */
    readonly name: string;
    constructor(name: string) {
        this.name = name;
    }
    get describe(): ObjectDescribe {
        const describe = platform().schema.object(this.name);
        if (!describe) throw new Error(`The org has no object ${this.name}`);
        return describe;
    }
    toString(): string {
        return this.name;
    }
}

/** Schema.SObjectField. */
export class SObjectFieldToken {
    readonly object: string;
    readonly name: string;
    constructor(object: string, name: string) {
        this.object = object;
        this.name = name;
    }
    get describe(): FieldDescribe {
        const object = platform().schema.object(this.object);
        const field = object && fieldOf(object, this.name);
        if (!field) throw new Error(`The org has no field ${this.object}.${this.name}`);
        return field;
    }
    toString(): string {
        return this.name;
    }
}

const typeTokens = new Map<string, SObjectTypeToken>();
const fieldTokens = new Map<string, SObjectFieldToken>();

/** The token of an object, given its canonical name (`describe.name`). */
export function sobjectTypeToken(object: string): SObjectTypeToken {
    let token = typeTokens.get(object);
    if (!token) typeTokens.set(object, (token = new SObjectTypeToken(object)));
    return token;
}

/** The token of a field, given the canonical names of object and field. */
export function sobjectFieldToken(object: string, field: string): SObjectFieldToken {
    const key = `${object}.${field}`;
    let token = fieldTokens.get(key);
    if (!token) fieldTokens.set(key, (token = new SObjectFieldToken(object, field)));
    return token;
}
