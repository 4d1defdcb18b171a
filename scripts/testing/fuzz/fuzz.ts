// Reads damaged documents through the package's REST resource in a local org and counts what its reader did not bear:
// an answer that is not 200 or not JSON, and the problems reader-failed and mapper-failed, behind which is an exception.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../network/random.ts';
import type { ReadAnswer } from '../ediExpectations.ts';
import { damage } from './mutations.ts';

export interface Sample {
    name: string;
    bytes: Buffer;
}

export interface Answer {
    status: number;
    text: string;
}

export interface Failure {
    /** Seed of this one reading: `--seed N --runs 1` repeats it. */
    seed: number;
    sample: string;
    how: string[];
    reason: string;
}

export interface FuzzReport {
    runs: number;
    bytes: number;
    /** Damaged documents that still gave at least one document. */
    understood: number;
    /** Readings that named a problem. */
    reported: number;
    failures: Failure[];
    problems: Record<string, number>;
    slowest: { ms: number; sample: string; how: string[]; bytes: number };
    ms: number;
}

export interface FuzzOptions {
    samples: Sample[];
    seed: number;
    runs: number;
    read: (bytes: Uint8Array) => Answer;
    onRun?: (done: number) => void;
}

const UNHANDLED = ['reader-failed', 'mapper-failed'];
/** Larger files only make the reading slow, not the damage different. */
const LARGEST_SAMPLE = 200_000;

/** Every file under a folder that is not a list or a note. */
export function samplesIn(folder: string): Sample[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .sort()
        .filter((name) => !/\.(jsonl|md|txt|py)$/i.test(name))
        .map((name) => ({ name, path: join(folder, name) }))
        .filter(({ path }) => statSync(path).isFile() && statSync(path).size <= LARGEST_SAMPLE)
        .map(({ name, path }) => ({ name, bytes: readFileSync(path) }));
}

export function fuzz(options: FuzzOptions): FuzzReport {
    const report: FuzzReport = {
        runs: options.runs,
        bytes: 0,
        understood: 0,
        reported: 0,
        failures: [],
        problems: {},
        slowest: { ms: 0, sample: '', how: [], bytes: 0 },
        ms: 0
    };
    const began = performance.now();
    for (let run = 0; run < options.runs; run++) {
        readOne(options, options.seed + run, report);
        options.onRun?.(run + 1);
    }
    report.ms = Math.round(performance.now() - began);
    return report;
}

function readOne(options: FuzzOptions, seed: number, report: FuzzReport): void {
    const random = seededRandom(seed);
    const sample = random.pick(options.samples);
    const { bytes, how } = damage(sample.bytes, random);
    const began = performance.now();
    const { status, text } = options.read(bytes);
    const ms = Math.round(performance.now() - began);
    report.bytes += bytes.length;
    if (ms > report.slowest.ms) report.slowest = { ms, sample: sample.name, how, bytes: bytes.length };
    const fail = (reason: string): void => {
        report.failures.push({ seed, sample: sample.name, how, reason: reason.slice(0, 600) });
    };
    if (status !== 200) return fail(`HTTP ${String(status)}: ${text}`);
    let answer: ReadAnswer;
    try {
        answer = JSON.parse(text) as ReadAnswer;
    } catch {
        return fail(`not JSON: ${text}`);
    }
    if (answer.documents.length > 0) report.understood++;
    if (answer.problems.length > 0) report.reported++;
    if (answer.documents.length === 0 && answer.problems.length === 0) fail('no document and no problem');
    for (const { code, message } of answer.problems) {
        report.problems[code] = (report.problems[code] ?? 0) + 1;
        if (UNHANDLED.includes(code)) fail(`${code}: ${message}`);
    }
}
