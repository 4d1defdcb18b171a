// The door of the host: the local org behind HTTP.
export { startOrgServer } from './server.ts';
export type { OrgServer, OrgServerOptions, Pages } from './server.ts';
export { startOrgThread } from './orgThread.ts';
export type { OrgThread } from './orgThread.ts';
export type { CredentialSecret } from './messages.ts';
export { orgPages } from './page/index.ts';
