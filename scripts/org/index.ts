// The door of the local org.
export { createOrg, ApexError } from './execution/index.ts';
export type {
    AnonymousResult,
    DeliveredEvent,
    DeployMessage,
    DeployOutcome,
    Org,
    OrgOptions,
    RestCall,
    RestReply,
    SourceEntry,
    TestMethodResult,
    TestRun,
    TestSelection,
    TransactionUsage
} from './execution/index.ts';
export { loadProject } from './execution/loadProject.ts';
export type { Project } from './execution/loadProject.ts';
export { testProject } from './execution/testProject.ts';
