// Deploys the package with Salesforce's own source-deploy-retrieve, to a local org as to any other.
import { AuthInfo, Connection, Lifecycle } from '@salesforce/core';
import { ComponentSet } from '@salesforce/source-deploy-retrieve';
import type { Target } from './salesforce.ts';

const POLL_MILLISECONDS = 250;
const TIMEOUT_SECONDS = 600;

export interface DeployReport {
    success: boolean;
    deployed: number;
    failures: {
        fullName: string;
        type: string;
        file: string;
        line: number | null;
        column: number | null;
        problem: string;
    }[];
}

/** A connection with the session as it is: nothing is written to the CLI's own store. */
export async function connect(target: Target): Promise<Connection> {
    // Plain HTTP is what an org on this machine speaks; a warning about it would tell nothing.
    if (new URL(target.url).hostname === '127.0.0.1') Lifecycle.getInstance().onWarning(() => Promise.resolve());
    const authInfo = await AuthInfo.create({
        accessTokenOptions: { accessToken: target.accessToken, instanceUrl: target.url }
    });
    return await Connection.create({ authInfo });
}

export async function deploySource(
    connection: Connection,
    folders: string[],
    apiVersion: string
): Promise<DeployReport> {
    const components = ComponentSet.fromSource(folders);
    components.apiVersion = apiVersion;
    components.sourceApiVersion = apiVersion;
    const deploy = await components.deploy({
        usernameOrConnection: connection,
        apiOptions: { rest: true, rollbackOnError: true }
    });
    const result = await deploy.pollStatus(POLL_MILLISECONDS, TIMEOUT_SECONDS);
    const { details, success, numberComponentsDeployed } = result.response;
    const failures = [details.componentFailures ?? []].flat();
    return {
        success,
        deployed: numberComponentsDeployed,
        failures: failures.map((failure) => ({
            fullName: failure.fullName,
            type: failure.componentType ?? '',
            file: failure.fileName,
            line: failure.lineNumber ? Number(failure.lineNumber) : null,
            column: failure.columnNumber ? Number(failure.columnNumber) : null,
            problem: failure.problem ?? ''
        }))
    };
}
