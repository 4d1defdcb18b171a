// The LWC engine, the base components that a project uses and the stand-ins for platform modules, built once as ES modules
// with an import map; kept under a hash of what they are made from.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Bundle } from './project.ts';

export const hostFolder = fileURLToPath(new URL('.', import.meta.url));
const installRoot = fileURLToPath(new URL('../../../../', import.meta.url));
export const baseComponents = join(installRoot, 'node_modules/lightning-base-components');
const DAY_MILLISECONDS = 86_400_000;
/** What every page needs. */
const ALWAYS = ['lwc', '@lwc/synthetic-shadow', 'lightning/toast', 'lightning/toastContainer'];

function standIns(): string[] {
    const modules = join(hostFolder, 'modules');
    return readdirSync(modules).flatMap((namespace) =>
        readdirSync(join(modules, namespace)).map((name) => `${namespace}/${name}`)
    );
}

/** Base components named in the templates and imports of these bundles. */
export function usedBaseComponents(bundles: readonly Bundle[]): string[] {
    const exposed = new Set(
        (JSON.parse(readFileSync(join(baseComponents, 'package.json'), 'utf8')) as { lwc: { expose: string[] } }).lwc
            .expose
    );
    const used = new Set<string>();
    for (const { file, template } of bundles) {
        for (const [, name] of readFileSync(file, 'utf8').matchAll(/from\s+['"](lightning\/\w+)['"]/g))
            used.add(name ?? '');
        const markup = template === null ? '' : readFileSync(template, 'utf8');
        for (const [, tag] of markup.matchAll(/<lightning-([a-z0-9-]+)/g)) used.add(`lightning/${camel(tag ?? '')}`);
    }
    const own = new Set(standIns());
    const unknown = [...used].filter((id) => !exposed.has(id) && !own.has(id));
    if (unknown.length > 0) throw new Error(`The local org’s pages have no ${unknown.join(', ')}`);
    return [...used].filter((id) => !own.has(id)).sort();
}

const camel = (tag: string): string => tag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

export interface Vendor {
    /** Folder with the modules. */
    folder: string;
    ids: string[];
}

/** The built modules; builds them when they are not there yet. */
export async function vendor(bundles: readonly Bundle[], say: (line: string) => void): Promise<Vendor> {
    const ids = [...new Set([...ALWAYS, ...standIns(), ...usedBaseComponents(bundles)])];
    const cache = join(installRoot, '.cache/page');
    const name = hashOf(ids);
    const folder = join(cache, name);
    if (!existsSync(folder)) {
        say('Building the base components of the page, once …');
        const began = Date.now();
        const mine = `${folder}.${String(process.pid)}`;
        await buildApart({ ids, folder: mine });
        keepFirst(mine, folder);
        removeOthers(cache, name);
        say(`Built them in ${((Date.now() - began) / 1000).toFixed(0)} s`);
    }
    return { folder, ids };
}

/** Two orgs may build at once: the first to end is kept, as the other's pages may already be served from it. */
function keepFirst(built: string, folder: string): void {
    try {
        renameSync(built, folder);
    } catch (error) {
        if (!existsSync(folder)) throw error;
        rmSync(built, { recursive: true, force: true });
    }
}

export interface VendorBuild {
    ids: readonly string[];
    folder: string;
}

/** Compiling keeps a thread busy for half a minute: the org answers meanwhile. */
async function buildApart(workerData: VendorBuild): Promise<void> {
    const worker = new Worker(new URL('vendorBuild.ts', import.meta.url), { workerData });
    await new Promise<void>((resolve, reject) => {
        worker.once('error', reject);
        worker.once('exit', (code) => {
            if (code === 0) resolve();
            else reject(new Error(`The build of the base components ended with code ${String(code)}`));
        });
    });
}

/** Builds of other lock files or other components, and what an interrupted build left a day ago. */
function removeOthers(cache: string, keep: string): void {
    for (const name of readdirSync(cache)) {
        const path = join(cache, name);
        const isOld = Date.now() - statSync(path).mtimeMs > DAY_MILLISECONDS;
        if (name !== keep && isOld) rmSync(path, { recursive: true, force: true });
    }
}

function hashOf(ids: readonly string[]): string {
    const hash = createHash('sha256').update(ids.join());
    for (const path of [join(installRoot, 'package-lock.json'), join(hostFolder, 'vendorBuild.ts')])
        hash.update(readFileSync(path));
    for (const id of standIns())
        hash.update(readFileSync(join(hostFolder, 'modules', id, `${id.slice(id.indexOf('/') + 1)}.js`)));
    return hash.digest('hex').slice(0, 16);
}

export const moduleUrl = (id: string): string => `/page/vendor/${id.replace('@', '')}.js`;
