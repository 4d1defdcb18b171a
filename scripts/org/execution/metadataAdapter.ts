// The metadata room as execution asks for it.
import { createMetadata } from '../metadata/index.ts';
import type { OrgOptions } from './api.ts';
import type { MetadataRoom } from './metadataRoom.ts';

export function createMetadataRoom(options: OrgOptions): MetadataRoom {
    return createMetadata({ namespace: options.namespace, apiVersion: options.apiVersion });
}
