// A local org in this process with the package deployed, for commands that need its Apex and keep nothing.
import type { Org, RestReply } from '../../org/index.ts';
import { createOrg, loadProject } from '../../org/index.ts';
import { packageRoot } from './project.ts';

export interface PackagedOrg {
    org: Org;
    namespace: string | null;
}

/** The package without its tests. Throws with file and line when it does not deploy. */
export function packagedOrg(): PackagedOrg {
    const project = loadProject(packageRoot, { sources: ['force-app/main'] });
    const org = createOrg({ database: null, namespace: project.namespace, apiVersion: project.apiVersion });
    const outcome = org.deploy(project.entries, { checkOnly: false, rollbackOnError: true });
    if (!outcome.success) {
        const lines = outcome.messages
            .filter(({ success }) => !success)
            .map(({ fileName, line, problem }) => `${fileName}:${String(line ?? 0)} ${problem ?? ''}`);
        throw new Error(`The package does not deploy:\n${lines.join('\n')}`);
    }
    return { org, namespace: project.namespace };
}

/** POST to one of the package's Apex REST resources. */
export function postRest({ org, namespace }: PackagedOrg, path: string, body: Uint8Array): RestReply {
    return org.apexRest({
        method: 'POST',
        path: `${namespace ? `/${namespace}` : ''}${path}`,
        query: {},
        headers: { 'content-type': 'application/octet-stream' },
        body,
        remoteAddress: '127.0.0.1'
    });
}
