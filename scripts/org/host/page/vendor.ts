// The LWC engine, the base components that a project uses and the stand-ins for platform modules, built once as ES modules
// with an import map; kept under a hash of what they are made from.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import { lwc, replace } from './plugins.ts';
import type { Plugin, RollupLog } from 'rollup';
import { rollup } from 'rollup';
import type { Bundle } from './project.ts';

export const hostFolder = fileURLToPath(new URL('.', import.meta.url));
const installRoot = fileURLToPath(new URL('../../../../', import.meta.url));
const baseComponents = join(installRoot, 'node_modules/lightning-base-components');
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
    const folder = join(installRoot, '.cache/page', hashOf(ids));
    if (!existsSync(folder)) {
        say('Building the base components of the page, once …');
        const began = Date.now();
        await build(ids, `${folder}.${String(process.pid)}`);
        rmSync(folder, { recursive: true, force: true });
        renameSync(`${folder}.${String(process.pid)}`, folder);
        say(`Built them in ${((Date.now() - began) / 1000).toFixed(0)} s`);
    }
    return { folder, ids };
}

function hashOf(ids: readonly string[]): string {
    const hash = createHash('sha256').update(ids.join());
    for (const path of [join(installRoot, 'package-lock.json'), fileURLToPath(import.meta.url)])
        hash.update(readFileSync(path));
    for (const id of standIns())
        hash.update(readFileSync(join(hostFolder, 'modules', id, `${id.slice(id.indexOf('/') + 1)}.js`)));
    return hash.digest('hex').slice(0, 16);
}

export const moduleUrl = (id: string): string => `/page/vendor/${id.replace('@', '')}.js`;

function entries(): Plugin {
    return {
        name: 'vendor-entries',
        resolveId: (id) => (id.startsWith('entry:') ? `\0${id}` : null),
        load(id) {
            if (!id.startsWith('\0entry:')) return null;
            const name = id.slice('\0entry:'.length);
            if (name === '@lwc/synthetic-shadow') return `import '${name}';`;
            return `export * from '${name}';${hasDefault(name) ? `export { default } from '${name}';` : ''}`;
        }
    };
}

function hasDefault(id: string): boolean {
    const name = id.slice(id.indexOf('/') + 1);
    const file = [join(hostFolder, 'modules', id, `${name}.js`), join(baseComponents, 'src', id, `${name}.js`)].find(
        (path) => existsSync(path)
    );
    return file !== undefined && /export\s+default|as default|export\s*\{\s*default/.test(readFileSync(file, 'utf8'));
}

/** Circular imports and compiler notes inside the base components are theirs. */
function quiet(log: RollupLog, next: (log: RollupLog) => void): void {
    if (
        !['CIRCULAR_DEPENDENCY', 'THIS_IS_UNDEFINED'].includes(log.code ?? '') &&
        !/LWC1/.test(log.pluginCode?.toString() ?? '')
    )
        next(log);
}

async function build(ids: readonly string[], folder: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const bundle = await rollup({
        input: Object.fromEntries(ids.map((id) => [id.replace('@', ''), `entry:${id}`])),
        preserveEntrySignatures: 'strict',
        onwarn: quiet,
        plugins: [
            entries(),
            lwc({
                rootDir: hostFolder,
                enableDynamicComponents: true,
                modules: [
                    { dir: join(hostFolder, 'modules') },
                    {
                        name: '@salesforce/gate/bc.260.enableComboboxElementInternals',
                        path: join(hostFolder, 'gateClosed.js')
                    },
                    { npm: 'lightning-base-components' }
                ]
            }),
            nodeResolve(),
            replace({
                preventAssignment: true,
                values: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' }
            })
        ]
    });
    await bundle.write({
        dir: folder,
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js'
    });
    await bundle.close();
    writeFileSync(join(folder, 'built.json'), JSON.stringify({ ids }));
}
