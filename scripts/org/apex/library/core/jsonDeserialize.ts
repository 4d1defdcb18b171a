// JSON as values of an Apex type: JSON.deserialize, deserializeStrict and deserializeUntyped. Objects are made without running
// constructors; the names of members are found in any case.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm
import { Decimal } from '../../../values/index.ts';
import { ApexList, ApexMap, ApexSet } from '../../runtime/collections.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { classNamed, findType } from '../../runtime/registry.ts';
import type { FieldInfo, RtType } from '../../runtime/types.ts';
import { nativeFromJson } from './jsonNatives.ts';
import { primitive } from './jsonPrimitives.ts';
import { recordFrom } from './jsonRecords.ts';
import { instanceFields } from './jsonSerialize.ts';
import { JsonTokens } from './jsonTokens.ts';
import { type JsonNode, readTree } from './jsonTree.ts';

/** Reads one text: knows it for the places that messages name, and whether unknown members are refused. */
export class JsonReader {
    readonly tokens: JsonTokens;
    readonly strict: boolean;
    constructor(tokens: JsonTokens, strict: boolean) {
        this.tokens = tokens;
        this.strict = strict;
    }

    fail(message: string, at: number): never {
        const { line, column } = this.tokens.location(at);
        return throwApex('System.JSONException', `${message} at [line:${line}, column:${column}]`);
    }

    value(node: JsonNode, type: RtType): unknown {
        if (node.k === 'null') return null;
        switch (type.kind) {
            case 'primitive':
                return this.primitive(node, type.name);
            case 'list':
            case 'set':
                return this.collection(node, type);
            case 'map':
                return this.map(node, type);
            case 'sobject':
                return recordFrom(this, node, type.sobject);
            default:
                return this.object(node, type);
        }
    }

    primitive(node: JsonNode, type: string): unknown {
        const value = node.k === 'object' || node.k === 'array' ? undefined : primitive(type, node.k, node.text);
        return value === undefined ? this.fail('Illegal value for primitive', node.at) : value;
    }

    private collection(node: JsonNode, type: RtType): unknown {
        if (node.k !== 'array') return this.fail("Malformed JSON: Expected '[' at the beginning of List/Set", node.at);
        const items = node.items.map((item) => this.value(item, type.args[0] as RtType));
        return type.kind === 'list' ? new ApexList(type, items) : new ApexSet(type, items);
    }

    private map(node: JsonNode, type: RtType): ApexMap {
        if (node.k !== 'object') return this.fail("Malformed JSON: Expected '{' at the beginning of Map", node.at);
        const [key, item] = type.args as [RtType, RtType];
        return new ApexMap(
            type,
            node.entries.map((entry) => [this.key(entry.name, key, entry.at), this.value(entry.value, item)] as const)
        );
    }

    private key(text: string, type: RtType, at: number): unknown {
        const node: JsonNode = { k: 'string', text, at };
        return type.kind === 'primitive' ? this.primitive(node, type.name) : this.value(node, type);
    }

    private object(node: JsonNode, type: RtType): unknown {
        if (type.cls?.kind === 'enum' || (type.cls === null && enumLike(type))) return this.constant(node, type);
        if (type.cls === null) {
            const made = type.kind === 'native' ? nativeFromJson(type.name, node, untyped) : undefined;
            return made ?? throwApex('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
        }
        const js = classNamed(type.cls.name)?.js;
        if (!js || type.cls.kind === 'interface' || type.cls.modifiers.includes('abstract'))
            return throwApex('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
        if (node.k !== 'object') return this.fail("Malformed JSON: Expected '{' at the beginning of object", node.at);
        const fields = new Map(instanceFields(js).map((field) => [field.name.toLowerCase(), field]));
        const made = new js() as Record<string, unknown>;
        for (const entry of node.entries) this.member(made, fields.get(entry.name.toLowerCase()), entry);
        return made;
    }

    private member(
        made: Record<string, unknown>,
        field: FieldInfo | undefined,
        entry: { name: string; at: number; value: JsonNode }
    ): void {
        if (!field || field.isTransient) {
            if (this.strict && !field) this.fail(`Unknown field: ${entry.name}`, entry.at);
            return;
        }
        const type = findType(field.type);
        if (!type) return throwApex('System.JSONException', `Apex Type unsupported in JSON: ${field.type}`);
        made[field.key] = this.value(entry.value, type);
    }

    private constant(node: JsonNode, type: RtType): unknown {
        const found = node.k === 'string' ? enumConstant(type.name, node.text) : undefined;
        return found ?? this.fail('Illegal value for primitive', node.at);
    }
}

function enumLike(type: RtType): boolean {
    return (
        (type as { native?: { kind?: string; enumValues?: readonly string[] } | null }).native?.enumValues !== undefined
    );
}

/** The platform looks at the first token before it reads on: a text that is no list at all is told from a broken list. */
function checkStart(text: string, type: RtType): void {
    const first = text.trimStart()[0] ?? '';
    if (type.kind === 'list' || type.kind === 'set') {
        if ('{"-0123456789tf'.includes(first) && first !== '')
            throwApex('System.JSONException', "Malformed JSON: Expected '[' at the beginning of List/Set");
    } else if ((type.kind === 'class' && type.cls?.kind === 'class') || type.kind === 'sobject') {
        if ('["-0123456789tf'.includes(first) && first !== '')
            throwApex('System.JSONException', "Malformed JSON: Expected '{' at the beginning of object");
    }
}

export function deserialize(text: string, type: RtType, strict: boolean): unknown {
    checkStart(text, type);
    const tokens = new JsonTokens(text);
    return new JsonReader(tokens, strict).value(readTree(tokens), type);
}

/** `Map<String, Object>`, `List<Object>`, String, Boolean, Integer, Long or Decimal. */
export function untyped(node: JsonNode): unknown {
    switch (node.k) {
        case 'object':
            return ApexMap.of(
                'String',
                'Object',
                node.entries.map((entry) => [entry.name, untyped(entry.value)] as const)
            );
        case 'array':
            return ApexList.of('Object', node.items.map(untyped));
        case 'string':
            return node.text;
        case 'int':
            return (
                primitive('Integer', 'int', node.text) ??
                primitive('Long', 'int', node.text) ??
                Decimal.parse(node.text)
            );
        case 'float':
            return Decimal.parse(node.text);
        case 'true':
        case 'false':
            return node.k === 'true';
        default:
            return null;
    }
}

export function deserializeUntyped(text: string): unknown {
    return untyped(readTree(new JsonTokens(text)));
}
