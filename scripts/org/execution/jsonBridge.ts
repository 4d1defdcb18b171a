// Apex values to JSON and back for Apex REST, Aura and invocable calls: the library's own System.JSON does the work.
import { invokeStatic } from '../apex/runtime/invoke.ts';
import { findType } from '../apex/runtime/registry.ts';
import { Blob } from '../values/index.ts';
import { throwApex } from '../apex/runtime/exceptions.ts';

export function toJson(value: unknown): string {
    return invokeStatic('System.JSON', 'serialize', [value]) as string;
}

/** The Apex value of a JSON-ready value for a parameter of this Apex type. */
export function fromJson(value: unknown, typeName: string): unknown {
    if (value === undefined || value === null) return null;
    const type = findType(typeName);
    if (!type) throwApex('System.TypeException', `Invalid type: ${typeName}`);
    if (type.name === 'Blob') return new Blob(Buffer.from(String(value), 'base64'));
    if (type.name === 'Object') return invokeStatic('System.JSON', 'deserializeUntyped', [JSON.stringify(value)]);
    // Aura sends numbers and booleans also as texts.
    if (
        type.kind === 'primitive' &&
        typeof value === 'string' &&
        ['Integer', 'Long', 'Double', 'Decimal', 'Boolean'].includes(type.name)
    ) {
        return invokeStatic('System.JSON', 'deserialize', [value.trim(), type]);
    }
    if (type.name === 'String' && typeof value !== 'string')
        return typeof value === 'object' ? JSON.stringify(value) : String(value);
    return invokeStatic('System.JSON', 'deserialize', [JSON.stringify(value), type]);
}
