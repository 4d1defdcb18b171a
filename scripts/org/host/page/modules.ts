// Which modules the page is made of: the project's bundles (c/…), the host's own (host/…), its stand-ins for platform
// modules that base components lack (lightning/navigation …), and the base components that all these use.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface LwcModule {
    /** `c/accountDocuments`, `lightning/navigation`. */
    name: string;
    /** Folder of the bundle. */
    folder: string;
    /** Its script, TypeScript where there is one. */
    script: string;
}

/** Modules of the host, by folder `modules/<namespace>/<name>`. */
export const hostModulesFolder = fileURLToPath(new URL('../modules', import.meta.url));

export function hostModules(): LwcModule[] {
    return readdirSync(hostModulesFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap((namespace) => bundlesIn(join(hostModulesFolder, namespace.name), namespace.name));
}

/** The bundles of a folder, under a namespace; a folder without a script of its name is no bundle. */
export function bundlesIn(folder: string, namespace: string): LwcModule[] {
    if (!existsSync(folder)) return [];
    const found: LwcModule[] = [];
    for (const name of readdirSync(folder).sort()) {
        const script = ['ts', 'js']
            .map((extension) => join(folder, name, `${name}.${extension}`))
            .find((file) => existsSync(file));
        if (script) found.push({ name: `${namespace}/${name}`, folder: join(folder, name), script });
    }
    return found;
}

const IMPORTED = /(?:from\s+|import\s+|import\()['"]((?:lightning|force)\/\w+)['"]/g;
const TAG = /<(lightning(?:-[a-z0-9]+)+)/g;

/** Modules of the lightning and force namespaces that bundles name in scripts and templates. */
export function platformModulesOf(modules: readonly LwcModule[]): Set<string> {
    const used = new Set<string>();
    for (const { folder } of modules) {
        for (const file of readdirSync(folder)) {
            if (/\.(js|ts)$/.test(file))
                for (const match of readFileSync(join(folder, file), 'utf8').matchAll(IMPORTED))
                    used.add(match[1] ?? '');
            if (file.endsWith('.html'))
                for (const match of readFileSync(join(folder, file), 'utf8').matchAll(TAG))
                    used.add(moduleOfTag(match[1] ?? ''));
        }
    }
    return used;
}

/** `lightning-button-icon` → `lightning/buttonIcon`. */
function moduleOfTag(tag: string): string {
    const [namespace = '', ...words] = tag.split('-');
    return `${namespace}/${words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('')}`;
}
