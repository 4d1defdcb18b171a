// The engine and the base components, one ES module each, built once and kept until the lock file, the set of modules or
// this build changes. Base components are Salesforce's own (npm lightning-base-components).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import type { Plugin, RollupLog } from 'rollup';
import { rollup } from 'rollup';

export interface Vendor {
    folder: string;
    /** Module name → file below `folder`. */
    files: Record<string, string>;
}

/** Engine modules: everything shares one copy. */
const ENGINE = ['lwc', '@lwc/synthetic-shadow'];
const requireHere = createRequire(import.meta.url);
const baseFolder = dirname(requireHere.resolve('lightning-base-components/package.json'));
/** LWC API version of the components: what API 67 pairs with is not published; the newest that LWC 8 knows. */
export const LWC_API_VERSION = 66;

/** Names of base components; what is not among them is the platform's. */
export function isBaseComponent(name: string): boolean {
    const [namespace, bundle = ''] = name.split('/');
    return namespace === 'lightning' && existsSync(join(baseFolder, 'src/lightning', bundle, `${bundle}.js`));
}

export async function buildVendor(
    cache: string,
    used: readonly string[],
    external: readonly string[]
): Promise<Vendor> {
    const names = [...ENGINE, ...[...used].sort()];
    const key = createHash('sha256')
        .update(
            JSON.stringify([
                names,
                external,
                versionOf('lwc'),
                versionOf('lightning-base-components'),
                readFileSync(new URL(import.meta.url), 'utf8')
            ])
        )
        .digest('hex')
        .slice(0, 16);
    const folder = join(cache, `vendor-${key}`);
    const manifest = join(folder, 'modules.json');
    if (existsSync(manifest))
        return { folder, files: JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string> };
    const files = Object.fromEntries(names.map((name) => [name, `${name.replace('@', '')}.js`]));
    const draft = `${folder}.${String(process.pid)}`;
    await bundle(names, external, draft);
    writeFileSync(join(draft, 'modules.json'), JSON.stringify(files, null, 1));
    for (const old of readdirSync(cache))
        if (old.startsWith('vendor-') && !old.includes('.')) rmSync(join(cache, old), { recursive: true, force: true });
    renameSync(draft, folder);
    return { folder, files };
}

async function bundle(names: readonly string[], external: readonly string[], folder: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const build = await rollup({
        input: Object.fromEntries(names.map((name) => [name.replace('@', ''), `entry:${name}`])),
        preserveEntrySignatures: 'strict',
        external: [...external],
        onwarn: (log) => {
            if (!isNoise(log)) process.emitWarning(log.message);
        },
        plugins: [
            leaveOut(external),
            entries(),
            gateClosed(),
            lwc({
                rootDir: baseFolder,
                enableDynamicComponents: true,
                apiVersion: LWC_API_VERSION,
                modules: [{ npm: 'lightning-base-components' }]
            }),
            nodeResolve({ rootDir: baseFolder }),
            replace({
                preventAssignment: true,
                values: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' }
            })
        ]
    });
    await build.write({
        dir: folder,
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js'
    });
    await build.close();
}

/** Every entry hands on what its module exports. */
function entries(): Plugin {
    return {
        name: 'vendor-entries',
        resolveId: (id) => (id.startsWith('entry:') ? `\0${id}` : null),
        load(id) {
            if (!id.startsWith('\0entry:')) return null;
            const name = id.slice(7);
            if (name === '@lwc/synthetic-shadow') return `import '${name}';`;
            return `export * from '${name}';${hasDefault(name) ? ` export { default } from '${name}';` : ''}`;
        }
    };
}

function leaveOut(external: readonly string[]): Plugin {
    const names = new Set(external);
    return { name: 'stand-ins', resolveId: (id) => (names.has(id) ? { id, external: true } : null) };
}

/** ElementInternals need native shadow roots, and the page has synthetic ones as Lightning Experience does. */
function gateClosed(): Plugin {
    const gate = '@salesforce/gate/bc.260.enableComboboxElementInternals';
    return {
        name: 'gate-closed',
        resolveId: (id) => (id === gate ? `\0${gate}` : null),
        load: (id) => (id === `\0${gate}` ? 'export default { isOpen: () => false };' : null)
    };
}

function hasDefault(name: string): boolean {
    const [namespace, bundleName = ''] = name.split('/');
    const file = join(baseFolder, 'src', namespace ?? '', bundleName, `${bundleName}.js`);
    return existsSync(file) && /export\s+default|as default|export\s*\{\s*default/.test(readFileSync(file, 'utf8'));
}

function isNoise(log: RollupLog): boolean {
    return (
        ['CIRCULAR_DEPENDENCY', 'THIS_IS_UNDEFINED'].includes(log.code ?? '') ||
        (log.pluginCode !== undefined && /LWC/.test(String(log.pluginCode)))
    );
}

function versionOf(name: string): string {
    return (JSON.parse(readFileSync(join(dirname(baseFolder), name, 'package.json'), 'utf8')) as { version: string })
        .version;
}
