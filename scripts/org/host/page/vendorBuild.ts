// The build of the base components, in a thread of its own (see vendor.ts).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Plugin, RollupLog } from 'rollup';
import { rollup } from 'rollup';
import { lwc, replace } from './plugins.ts';
import type { VendorBuild } from './vendor.ts';
import { baseComponents, hostFolder } from './vendor.ts';

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

const { ids, folder } = workerData as VendorBuild;
await build(ids, folder);
