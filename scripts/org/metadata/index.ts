// The door of the metadata room.
import type { Metadata, MetadataOptions } from './api.ts';
import { OrgMetadata } from './room.ts';

export type {
    ApexText,
    ComponentMessage,
    CredentialFacts,
    Deletion,
    FormulaWorld,
    Metadata,
    MetadataOptions,
    PermissionSetFacts,
    SetupFacts,
    SourceFile
} from './api.ts';
export { FormulaError } from './formula/errors.ts';

export function createMetadata(options: MetadataOptions): Metadata {
    return new OrgMetadata(options);
}
