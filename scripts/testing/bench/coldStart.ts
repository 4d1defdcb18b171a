// `npm start` from the first byte of the process to the printed address, and the most memory it used.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';

const bin = fileURLToPath(new URL('../../cli/bin.js', import.meta.url));

export interface ColdStart {
    seconds: number;
    /** Resident memory once the page's address is printed and at its highest before that, MB; null where /proc is missing. */
    residentMb: number | null;
    peakMb: number | null;
}

export async function measureColdStart(): Promise<ColdStart> {
    const began = performance.now();
    const child = spawn(process.execPath, [bin, 'local', 'start', '--port', '0', '--every', '0'], {
        stdio: ['ignore', 'pipe', 'inherit']
    });
    const closed = new Promise<void>((resolve) =>
        child.on('close', () => {
            resolve();
        })
    );
    try {
        await new Promise<void>((resolve, reject) => {
            let text = '';
            child.stdout.on('data', (chunk: Buffer) => {
                text += chunk.toString();
                if (/http:\/\/127\.0\.0\.1:\d+\/\S*/.test(text) && text.includes('Ctrl-C')) resolve();
            });
            child.on('close', (code) => {
                reject(new Error(`npm start ended with ${String(code)}:\n${text}`));
            });
        });
        const seconds = (performance.now() - began) / 1000;
        return { seconds, residentMb: memory(child.pid, 'VmRSS'), peakMb: memory(child.pid, 'VmHWM') };
    } finally {
        child.kill('SIGINT');
        await closed;
    }
}

function memory(pid: number | undefined, name: string): number | null {
    try {
        const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
        return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
    } catch {
        return null;
    }
}
