// Pages of the local org: lists, records, and Lightning record pages with the project's deployed components, in a
// browser. They are like Lightning Experience where components can tell, and plain where they cannot.
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApiRequest, ApiResponse } from '../../rest/index.ts';
import type { OrgThread } from '../orgThread.ts';
import type { Pages } from '../server.ts';
import { buildApp } from './app.ts';
import { readPageProject } from './project.ts';
import type { PageProject } from './project.ts';
import { staticResource } from './staticResources.ts';
import { hostFolder, moduleUrl, vendor } from './vendor.ts';
import type { Vendor } from './vendor.ts';

const slds = fileURLToPath(new URL('../../../../node_modules/@salesforce-ux/design-system/assets', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
    '.css': 'text/css',
    '.gif': 'image/gif',
    '.html': 'text/html;charset=UTF-8',
    '.jpeg': 'image/jpeg',
    '.jpg': 'image/jpeg',
    '.js': 'text/javascript;charset=UTF-8',
    '.json': 'application/json',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.woff': 'font/woff',
    '.woff2': 'font/woff2'
};

interface Site {
    project: PageProject;
    vendor: Vendor;
    app: string;
}

/** Pages of the sfdx project in a folder, whose components are compiled already. Building starts at once. */
export function orgPages(options: { project: string; say: (line: string) => void }): (org: OrgThread) => Pages {
    return (org) => {
        const site = build(options, org.identity.userId);
        site.catch((error: unknown) => {
            options.say(`The pages cannot be built: ${error instanceof Error ? error.message : String(error)}`);
        });
        return async (request) => await serve(await site, request);
    };
}

async function build(
    { project: folder, say }: { project: string; say: (line: string) => void },
    userId: string
): Promise<Site> {
    const project = readPageProject(folder);
    const built = await vendor(project.bundles, say);
    return { project, vendor: built, app: await buildApp(project, built.ids, userId) };
}

async function serve(site: Site, { method, path }: ApiRequest): Promise<ApiResponse | null> {
    if (method !== 'GET' && method !== 'HEAD') return null;
    if (path === '/' || /^\/lightning\/(o|r)\//.test(path)) return answer('.html', await shell(site.vendor));
    if (path === '/page/app.js') return answer('.js', site.app);
    if (path === '/page/site.json') return answer('.json', JSON.stringify(siteFacts(site.project)));
    if (path.startsWith('/resource/')) return await resource(site, path);
    const found = fileOf(site, path);
    return found !== null && existsSync(found) ? answer(extname(found), await readFile(found)) : null;
}

async function resource(site: Site, path: string): Promise<ApiResponse | null> {
    const found = await staticResource(site.project.staticResources, path);
    return found && answer(extname(found.name), found.body, found.contentType);
}

function siteFacts({ recordPages, notShown, tabs, appLabel, shownFields }: PageProject): unknown {
    return { recordPages, notShown, tabs, appLabel, shownFields };
}

/** The file behind a path; null for paths that lead elsewhere or out of their folder. */
function fileOf(site: Site, path: string): string | null {
    const roots: readonly (readonly [string, string])[] = [
        ['/page/vendor/', site.vendor.folder],
        ['/page/shell/', join(hostFolder, 'shell')],
        ['/slds/', slds]
    ];
    for (const [prefix, folder] of roots) {
        if (!path.startsWith(prefix)) continue;
        const file = normalize(join(folder, path.slice(prefix.length)));
        return file.startsWith(folder) && extname(file) !== '' ? file : null;
    }
    return null;
}

async function shell({ ids }: Vendor): Promise<string> {
    const page = await readFile(join(hostFolder, 'shell/index.html'), 'utf8');
    const imports = Object.fromEntries(ids.map((id) => [id, moduleUrl(id)]));
    return page.replace('{{importmap}}', JSON.stringify({ imports }));
}

function answer(extension: string, body: string | Uint8Array, contentType: string | null = null): ApiResponse {
    const type = contentType ?? TYPES[extension] ?? 'application/octet-stream';
    return {
        status: 200,
        headers: { 'content-type': type, 'cache-control': 'no-cache' },
        body: typeof body === 'string' ? new TextEncoder().encode(body) : body
    };
}
