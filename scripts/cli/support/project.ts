// Where the package itself lies, and the running local org that commands talk to.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the package: the one with sfdx-project.json. */
export const packageRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** A local org that runs, as `local start` notes it down for other commands. */
export interface RunningOrg {
    url: string;
    accessToken: string;
    /** The simulator beside it. */
    networkUrl: string | null;
    pid: number;
}

/** `TGRID_STATE` moves the note, so that tests leave a developer's own org alone. */
const stateFolder = (): string => process.env.TGRID_STATE ?? join(packageRoot, '.localorg');
const stateFile = (): string => join(stateFolder(), 'running.json');

export function noteRunning(org: RunningOrg): void {
    mkdirSync(stateFolder(), { recursive: true });
    writeFileSync(stateFile(), JSON.stringify(org), { mode: 0o600 });
}

export function forgetRunning(): void {
    rmSync(stateFile(), { force: true });
}

/** The org that `local start` runs now; null when there is none (a note left by a killed process counts as none). */
export function runningOrg(): RunningOrg | null {
    if (!existsSync(stateFile())) return null;
    const org = JSON.parse(readFileSync(stateFile(), 'utf8')) as RunningOrg;
    try {
        process.kill(org.pid, 0);
        return org;
    } catch {
        return null;
    }
}
