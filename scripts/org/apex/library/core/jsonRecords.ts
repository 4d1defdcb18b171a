// Records from JSON: fields by name in any case, parents by relationship, children as lists or as results of a query.
import type { FieldDescribe, ObjectDescribe } from '../../../metadata/describe.ts';
import { childRelationship, fieldOf, referenceByRelationship } from '../../../metadata/describe.ts';
import { SObject } from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import type { JsonReader } from './jsonDeserialize.ts';
import type { JsonNode } from './jsonTree.ts';
import { fieldApexType } from './sobjectFields.ts';

/** `described` is null for SObject: the object is then the one that `attributes` names. */
export function recordFrom(reader: JsonReader, node: JsonNode, described: ObjectDescribe | null): SObject {
    if (node.k !== 'object') return reader.fail("Malformed JSON: Expected '{' at the beginning of object", node.at);
    const describe = typeOf(node) ?? described;
    if (!describe) return reader.fail('Cannot deserialize to SObject: attributes with a type are missing', node.at);
    const record = new SObject(describe);
    for (const { name, value, at } of node.entries) if (name !== 'attributes') member(reader, record, name, value, at);
    return record;
}

function typeOf(node: JsonNode): ObjectDescribe | null {
    const attributes =
        node.k === 'object' ? node.entries.find((entry) => entry.name === 'attributes')?.value : undefined;
    const type =
        attributes?.k === 'object' ? attributes.entries.find((entry) => entry.name === 'type')?.value : undefined;
    return type?.k === 'string' ? (platform().schema.object(type.text) ?? null) : null;
}

function member(reader: JsonReader, record: SObject, name: string, node: JsonNode, at: number): void {
    const { describe } = record;
    const field = fieldOf(describe, name);
    if (field) {
        record.values[field.name] = node.k === 'null' ? null : fieldValue(reader, field, node);
        return;
    }
    const reference = referenceByRelationship(describe, name);
    if (reference?.relationshipName) {
        record.parents[reference.relationshipName] =
            node.k === 'null'
                ? null
                : recordFrom(reader, node, platform().schema.object(reference.referenceTo[0] ?? '') ?? null);
        return;
    }
    const child = childRelationship(describe, name);
    if (!child?.relationshipName)
        return reader.fail(`No such column '${name}' on sobject of type ${describe.name}`, at);
    const rows = node.k === 'object' ? node.entries.find((entry) => entry.name === 'records')?.value : node;
    if (node.k === 'null' || !rows) return;
    if (rows.k !== 'array') return reader.fail("Malformed JSON: Expected '[' at the beginning of List/Set", rows.at);
    const childObject = platform().schema.object(child.childObject) ?? null;
    record.children[child.relationshipName] = rows.items.map((row) => recordFrom(reader, row, childObject));
}

function fieldValue(reader: JsonReader, field: FieldDescribe, node: JsonNode): unknown {
    if (field.type === 'address' || field.type === 'location')
        return throwApex('System.JSONException', `unsupported: ${field.name} of type ${field.type} in JSON`);
    return reader.primitive(node, fieldApexType(field));
}
