// The door of the execution room.
import type { Org, OrgOptions } from './api.ts';
import { LocalOrg } from './org.ts';

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
} from './api.ts';
export { ApexError } from './aura.ts';

export function createOrg(options: OrgOptions): Org {
    return new LocalOrg(options);
}
