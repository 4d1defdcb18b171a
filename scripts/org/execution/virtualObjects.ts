// Objects whose rows come from metadata: custom metadata types, EntityDefinition, FieldDefinition.
import type { Schema } from '../metadata/describe.ts';
import type { VirtualSource } from '../soql/index.ts';
import type { Value } from '../values/index.ts';

export function virtualSource(
    schema: Schema & { version: number; customMetadata(object: string): readonly { values: Record<string, Value> }[] },
    object: string
): VirtualSource | null {
    const describe = schema.object(object);
    if (!describe) return null;
    if (describe.kind === 'customMetadata')
        return { version: schema.version, rows: () => schema.customMetadata(describe.name).map((row) => row.values) };
    if (describe.name === 'EntityDefinition') return { version: schema.version, rows: () => entityRows(schema) };
    if (describe.name === 'FieldDefinition') return { version: schema.version, rows: () => fieldRows(schema) };
    return null;
}

function* entityRows(schema: Schema): Generator<Record<string, Value>> {
    for (const object of schema.objects()) {
        yield {
            Id: durable(object.name),
            DurableId: object.name,
            QualifiedApiName: object.name,
            DeveloperName: object.name.replace(/__\w+$/, ''),
            Label: object.label,
            MasterLabel: object.label,
            PluralLabel: object.labelPlural,
            KeyPrefix: object.keyPrefix,
            IsCustomizable: object.custom,
            IsCustomSetting: object.kind === 'hierarchySetting' || object.kind === 'listSetting',
            IsTriggerable: object.triggerable,
            IsQueryable: object.queryable,
            IsSearchable: object.searchable
        };
    }
}

function* fieldRows(schema: Schema): Generator<Record<string, Value>> {
    for (const object of schema.objects()) {
        for (const field of object.fields.values()) {
            yield {
                Id: durable(`${object.name}.${field.name}`),
                DurableId: `${object.name}.${field.name}`,
                EntityDefinitionId: durable(object.name),
                QualifiedApiName: field.name,
                DeveloperName: field.name.replace(/__\w+$/, ''),
                Label: field.label,
                MasterLabel: field.label,
                DataType: field.type,
                Length: field.length,
                Precision: field.precision,
                Scale: field.scale,
                IsCalculated: field.calculated,
                IsNillable: field.nillable,
                IsIndexed: field.idLookup || field.externalId
            };
        }
    }
}

/** The ids of these rows are no record ids; a number made of the name keeps them apart and the same. */
function durable(name: string): string {
    let hash = 0n;
    for (const letter of name) hash = (hash * 131n + BigInt(letter.codePointAt(0) ?? 0)) & 0xffffffffffffn;
    return `000${hash.toString(36).toUpperCase().padStart(12, '0').slice(-12)}AAA`;
}
