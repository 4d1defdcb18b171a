// `node scripts/testing/fuzz/main.ts [--runs 2000] [--seed 1] [--data DIR] [--json]`: damaged documents through the
// package's reader, with figures. Exit code 1 when a reading was not borne. DIR replaces config/samples.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fuzz, samplesIn } from './fuzz.ts';
import type { FuzzReport } from './fuzz.ts';
import { openFuzzReader } from './reader.ts';

const { values } = parseArgs({
    options: {
        runs: { type: 'string', default: '2000' },
        seed: { type: 'string', default: '1' },
        data: { type: 'string', default: fileURLToPath(new URL('../../../config/samples', import.meta.url)) },
        json: { type: 'boolean', default: false }
    }
});

function print(report: FuzzReport): void {
    const { runs, ms, slowest } = report;
    for (const { seed, sample, how, reason } of report.failures.slice(0, 30)) {
        console.log(`seed ${String(seed)}: ${sample} after ${how.join(', ')}\n    ${reason}`);
    }
    const codes = Object.entries(report.problems).sort((left, right) => right[1] - left[1]);
    for (const [code, count] of codes) console.log(`${String(count).padStart(7)} ${code}`);
    console.log(
        `${String(runs)} damaged documents, ${(report.bytes / 1e6).toFixed(1)} MB, in ${(ms / 1000).toFixed(1)} s ` +
            `(${((runs * 1000) / ms).toFixed(0)} a second); slowest ${String(slowest.ms)} ms ` +
            `(${slowest.sample}, ${slowest.how.join(', ')}, ${String(slowest.bytes)} bytes)`
    );
    console.log(
        `${String(report.understood)} still gave documents, ${String(report.reported)} named problems, ` +
            `${String(report.failures.length)} unhandled`
    );
}

const reader = openFuzzReader();
const report = fuzz({
    samples: samplesIn(values.data),
    seed: Number(values.seed),
    runs: Number(values.runs),
    read: reader.read,
    onRun: (done) => {
        if (!values.json && done % 500 === 0) process.stderr.write(`${String(done)}\r`);
    }
});
reader.close();
if (values.json) console.log(JSON.stringify(report, null, 2));
else print(report);
process.exitCode = report.failures.length > 0 ? 1 : 0;
