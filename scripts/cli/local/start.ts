// `local start`: the org's server, the simulator beside it, the package deployed as to any org, demo data, and the
// simulator delivering purchase orders.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startNetwork } from '../../network/index.ts';
import type { Network } from '../../network/index.ts';
import type { OrgServer } from '../../org/host/index.ts';
import { orgPages, startOrgServer } from '../../org/host/index.ts';
import { connect, deploySource } from '../support/deploy.ts';
import { forgetRunning, noteRunning, packageRoot } from '../support/project.ts';
import { request, SETUP } from '../support/salesforce.ts';
import type { Target } from '../support/salesforce.ts';
import { demoAccountPath, loadDemoData, restDemoOrg } from './demoData.ts';

export interface StartOptions {
    /** Null = 8080, or any free port when it is taken; 0 = any free one. */
    port: number | null;
    database: string | null;
    /** Seconds between two documents of the simulator; 0 = none. */
    everySeconds: number;
    say: (line: string) => void;
}

export interface StartedLocal {
    url: string;
    pageUrl: string;
    networkUrl: string;
    accessToken: string;
    /** Resolves when everything has stopped. */
    ended: Promise<void>;
    stop: () => Promise<void>;
}

const USUAL_PORT = 8080;
const INTAKE = '/services/apexrest/tgrid/v1/documents';

export async function startLocal(options: StartOptions): Promise<StartedLocal> {
    const { say } = options;
    const fresh = options.database === null || !existsSync(options.database);
    if (options.database !== null) mkdirSync(dirname(options.database), { recursive: true });
    compileComponents();
    const server = await startOnPort(options);
    const target: Target = { url: server.url, accessToken: server.org.adminToken };
    const network = await startNetwork({
        port: 0,
        push: { url: `${server.url}${INTAKE}`, login: () => Promise.resolve(server.org.adminToken) }
    });
    const stop = stopper(server, network);
    try {
        await deployPackage(target, say);
        const [clientId = '', clientSecret = ''] = Object.entries(network.scenario.clients)[0] ?? [];
        await server.org.setCredential('TradingGrid', {
            clientId,
            clientSecret,
            endpointUrl: network.url,
            tokenUrl: `${network.url}/v1/oauth2/tokens?grant_type=client_credentials`
        });
        if (fresh) {
            await loadDemoData(restDemoOrg(target));
            await request(target, 'POST', SETUP, '{}');
        }
        const pageUrl = server.url + (await demoAccountPath(target));
        // The first answer comes when the components are built.
        await fetch(`${server.url}/page/site.json`);
        noteRunning({ url: server.url, accessToken: target.accessToken, networkUrl: network.url, pid: process.pid });
        const deliveries = deliverEvery(network, options.everySeconds, say);
        const ended = new Promise<void>((resolve) => {
            const end = (): void => {
                clearInterval(deliveries);
                forgetRunning();
                void stop().then(resolve);
            };
            process.once('SIGINT', end);
            process.once('SIGTERM', end);
        });
        return {
            url: server.url,
            pageUrl,
            networkUrl: network.url,
            accessToken: target.accessToken,
            ended,
            stop: async () => {
                clearInterval(deliveries);
                forgetRunning();
                await stop();
            }
        };
    } catch (error) {
        await stop();
        throw error;
    }
}

/** TypeScript components are compiled in place, as before a deploy to any org. */
function compileComponents(): void {
    execFileSync(process.execPath, [join(packageRoot, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.lwc.json'], {
        cwd: packageRoot,
        stdio: 'inherit'
    });
}

async function startOnPort(options: StartOptions): Promise<OrgServer> {
    const start = (port: number): Promise<OrgServer> =>
        startOrgServer({
            port,
            database: options.database,
            namespace: 'tgrid',
            apiVersion: 67,
            pages: orgPages({ project: packageRoot, say: options.say }),
            log: options.say
        });
    try {
        return await start(options.port ?? USUAL_PORT);
    } catch (error) {
        if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
        if (options.port === null) return await start(0);
        throw new Error(`Port ${String(options.port)} is taken. Choose another with --port, or leave --port out.`, {
            cause: error
        });
    }
}

async function deployPackage(target: Target, say: (line: string) => void): Promise<void> {
    const began = Date.now();
    const report = await deploySource(await connect(target), [join(packageRoot, 'force-app/main')], '67.0');
    if (!report.success) {
        const lines = report.failures.map(
            (failure) => `${failure.file}:${String(failure.line ?? 0)} ${failure.problem}`
        );
        throw new Error(`The package does not deploy:\n${lines.join('\n')}`);
    }
    say(`Deployed ${String(report.deployed)} components in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function deliverEvery(network: Network, seconds: number, say: (line: string) => void): NodeJS.Timeout | undefined {
    if (seconds === 0) return undefined;
    return setInterval(() => {
        network.deliver().catch((error: unknown) => {
            say(`The simulator could not deliver: ${error instanceof Error ? error.message : String(error)}`);
        });
    }, seconds * 1000);
}

function stopper(server: OrgServer, network: Network): () => Promise<void> {
    let stopping: Promise<void> | null = null;
    return () => {
        stopping ??= Promise.all([server.close(), network.close()]).then(() => undefined);
        return stopping;
    };
}
