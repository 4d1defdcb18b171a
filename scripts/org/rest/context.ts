// What a handler of the APIs gets besides the request: the org, who asks, and what the APIs remember between requests.
import type { Org } from '../execution/api.ts';
import type { DeployJobs } from './deployJobs.ts';
import type { TestJobs } from './testJobs.ts';
import type { ApiRequest, ApiResponse } from './http.ts';
import type { QueryCursors } from './query.ts';
import type { Sessions } from './sessions.ts';

export interface ApiState {
    org: Org;
    sessions: Sessions;
    cursors: QueryCursors;
    deploys: DeployJobs;
    testJobs: TestJobs;
}

export interface ApiContext extends ApiState {
    request: ApiRequest;
    /** API version of the URL, such as `67.0`. */
    version: string;
    userId: string;
}

export type Handler = (context: ApiContext, ...parts: string[]) => ApiResponse | Promise<ApiResponse>;
