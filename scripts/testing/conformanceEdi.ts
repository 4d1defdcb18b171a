// Reads every file of a folder of real documents through the package's REST resource in a local org of this process and
// compares the answers with the folder's EXPECTED.jsonl. `node scripts/testing/conformanceEdi.ts [--data DIR] [--json]`
// DIR defaults to ../shared/data/edi. Exit code 1 when a read fails outright; differences are printed, not judged.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packagedOrg, postRest } from '../cli/support/inProcessOrg.ts';
import { differences } from './ediExpectations.ts';
import type { Expectation, ReadAnswer } from './ediExpectations.ts';

interface SourceTest {
    path: string;
    expect: string;
    level: string;
}

interface Report {
    files: number;
    unreadable: { path: string; reason: string }[];
    types: Record<string, { documents: number; equal: number }>;
    differences: { path: string; index: number; type: string; differences: string[] }[];
    invalid: Record<string, { files: number; reported: number }>;
    ms: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export function compare(data: string, read: (bytes: Uint8Array) => ReadAnswer): Report {
    const start = performance.now();
    const lines = readFileSync(join(data, 'EXPECTED.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { origin: string; path: string });
    const paths = [...new Set(lines.map((line) => line.path))];
    const answers = new Map<string, ReadAnswer>();
    const report: Report = { files: paths.length, unreadable: [], types: {}, differences: [], invalid: {}, ms: 0 };
    for (const path of paths) {
        try {
            const answer = read(readFileSync(join(data, path)));
            answers.set(path, answer);
            const failed = answer.problems.find(
                (problem) => problem.code === 'reader-failed' || problem.code === 'mapper-failed'
            );
            if (failed) report.unreadable.push({ path, reason: failed.message });
        } catch (error) {
            report.unreadable.push({ path, reason: String(error) });
        }
    }
    for (const line of lines) {
        if (line.origin === 'computed') countDocument(report, line as unknown as Expectation, answers.get(line.path));
        if (line.origin === 'source-tests') countInvalid(report, line as unknown as SourceTest, answers.get(line.path));
    }
    report.ms = Math.round(performance.now() - start);
    return report;
}

/** TA1 segments become documents of their own, which the expectations do not count. */
function countDocument(report: Report, expected: Expectation, answer: ReadAnswer | undefined): void {
    const documents = answer?.documents.filter((document) => document.type !== 'TA1') ?? [];
    const found = differences(expected, documents[expected.index]);
    const type = `${expected.standard} ${expected.type}`;
    const count = (report.types[type] ??= { documents: 0, equal: 0 });
    count.documents++;
    if (found.length === 0) count.equal++;
    else report.differences.push({ path: expected.path, index: expected.index, type, differences: found });
}

/** A file its own source calls invalid is noticed when anything at all is reported about it. */
function countInvalid(report: Report, test: SourceTest, answer: ReadAnswer | undefined): void {
    if (test.expect !== 'invalid') return;
    const count = (report.invalid[test.level] ??= { files: 0, reported: 0 });
    count.files++;
    if (answer && answer.problems.length > 0) count.reported++;
}

export function openReader(): { read: (bytes: Uint8Array) => ReadAnswer; close: () => void } {
    const packaged = packagedOrg();
    return {
        read: (body) => {
            const reply = postRest(packaged, '/v1/read', body);
            const text = Buffer.from(reply.body).toString('utf8');
            if (reply.status !== 200) throw new Error(`${String(reply.status)} ${text.slice(0, 400)}`);
            return JSON.parse(text) as ReadAnswer;
        },
        close: () => {
            packaged.org.close();
        }
    };
}

function print(report: Report): void {
    for (const [type, count] of Object.entries(report.types).sort()) {
        console.log(`${type.padEnd(30)} ${String(count.equal).padStart(4)} of ${String(count.documents)}`);
    }
    for (const entry of report.differences) {
        console.log(`\n${entry.path} (${entry.type}, document ${String(entry.index + 1)})`);
        for (const difference of entry.differences) console.log(`  ${difference.replaceAll(/\s*\n\s*/g, '⏎')}`);
    }
    for (const entry of report.unreadable) console.log(`\nnot read: ${entry.path}: ${entry.reason}`);
    const counts = Object.values(report.types);
    const equal = counts.reduce((sum, count) => sum + count.equal, 0);
    const documents = counts.reduce((sum, count) => sum + count.documents, 0);
    console.log(
        `\n${String(equal)} of ${String(documents)} documents equal (${((equal * 100) / documents).toFixed(1)} %), ${String(report.files)} files, ${String(report.ms)} ms`
    );
    for (const [level, count] of Object.entries(report.invalid)) {
        console.log(`invalid at ${level} level: ${String(count.reported)} of ${String(count.files)} reported`);
    }
}

if (import.meta.main) {
    const { values } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'boolean' } } });
    const data = values.data ?? join(root, '../shared/data/edi');
    if (!existsSync(join(data, 'EXPECTED.jsonl'))) {
        console.error(`No EXPECTED.jsonl in ${data}. Name the folder with --data.`);
        process.exit(2);
    }
    const reader = openReader();
    const report = compare(data, reader.read);
    reader.close();
    if (values.json) console.log(JSON.stringify(report, null, 2));
    else print(report);
    process.exitCode = report.unreadable.length > 0 ? 1 : 0;
}
