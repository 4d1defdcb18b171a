// Runs the Apex tests of a project in a fresh org.
import type { DeployMessage, TestMethodResult, TestRun, TestSelection } from './api.ts';
import { loadProject } from './loadProject.ts';
import { LocalOrg } from './org.ts';

export interface ProjectTestRun extends TestRun {
    /** Components that did not deploy. */
    problems: DeployMessage[];
}

export interface ProjectTestOptions {
    /** Folders to load instead of the package directories. */
    sources?: string[];
    selection?: TestSelection;
    onResult?: (result: TestMethodResult) => void;
    log?: (line: string) => void;
    now?: () => number;
}

export function testProject(directory: string, options: ProjectTestOptions = {}): ProjectTestRun {
    const start = performance.now();
    const project = loadProject(directory, options.sources ? { sources: options.sources } : {});
    const org = new LocalOrg({
        database: null,
        namespace: project.namespace,
        apiVersion: project.apiVersion,
        ...(options.log ? { log: options.log } : {}),
        ...(options.now ? { now: options.now } : {})
    });
    try {
        const deployed = org.deploy(project.entries, { checkOnly: false, rollbackOnError: false });
        const before = performance.now() - start;
        const run = org.runTests(options.selection ?? { classes: null, methods: null }, options.onResult);
        return {
            ...run,
            coldMs: before + run.coldMs,
            ms: performance.now() - start,
            problems: deployed.messages.filter((message) => !message.success)
        };
    } finally {
        org.close();
    }
}
