// Reads an sfdx project from disk: every file of its package directories, with paths relative to the project.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceEntry } from './api.ts';

export interface Project {
    namespace: string | null;
    apiVersion: number;
    entries: SourceEntry[];
}

interface ProjectFile {
    packageDirectories?: { path: string }[];
    namespace?: string;
    sourceApiVersion?: string;
}

const skipped = new Set(['node_modules', '.git', '.sfdx', '.sf', '__tests__', '__mocks__']);

/** `sources` replaces the package directories of sfdx-project.json, or names them when there is no such file. Throws when neither is there. */
export function loadProject(directory: string, options: { sources?: string[] } = {}): Project {
    const file = join(directory, 'sfdx-project.json');
    if (!existsSync(file) && !options.sources)
        throw new Error(`${file} does not exist: name the folder of an sfdx project, or its folders of source`);
    const project = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ProjectFile) : {};
    const directories = options.sources ??
        project.packageDirectories?.map((item) => item.path.replaceAll('\\', '/')) ?? ['.'];
    const entries: SourceEntry[] = [];
    for (const path of directories) {
        const root = join(directory, path);
        if (!existsSync(root)) throw new Error(`${file} names a package directory that does not exist: ${path}`);
        walk(root, (found) => {
            entries.push({ path: relative(directory, found).split(sep).join('/'), content: readFileSync(found) });
        });
    }
    return {
        namespace: project.namespace ? project.namespace : null,
        apiVersion: Number(project.sourceApiVersion ?? 67),
        entries
    };
}

function walk(path: string, visit: (file: string) => void): void {
    if (!statSync(path).isDirectory()) {
        visit(path);
        return;
    }
    for (const name of readdirSync(path).sort()) {
        if (!skipped.has(name) && !name.startsWith('.')) walk(join(path, name), visit);
    }
}
