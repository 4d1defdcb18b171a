// A local org in this process with the package deployed, for commands that need its Apex and keep nothing.
import type { DeployMessage, Org, RestReply } from '../../org/index.ts';
import { createOrg, loadProject } from '../../org/index.ts';
import { packageRoot } from './project.ts';

export interface PackagedOrg {
    org: Org;
    namespace: string | null;
    /** Components that did not deploy. */
    problems: DeployMessage[];
}

/** `sources` narrows what is deployed, e.g. to leave the package's tests out. */
export function packagedOrg(sources: string[] = ['force-app/main']): PackagedOrg {
    const project = loadProject(packageRoot, { sources });
    const org = createOrg({ database: null, namespace: project.namespace, apiVersion: project.apiVersion });
    const outcome = org.deploy(project.entries, { checkOnly: false, rollbackOnError: false });
    return { org, namespace: project.namespace, problems: outcome.messages.filter((message) => !message.success) };
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
