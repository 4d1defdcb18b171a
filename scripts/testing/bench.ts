// `npm run -s bench [-- --json]`: figures, never assertions.
import { measureApexSpeed } from './bench/apexSpeed.ts';
import { measureColdStart } from './bench/coldStart.ts';
import { measureFootprint } from './bench/footprint.ts';
import { measureThroughput } from './bench/throughput.ts';

const json = process.argv.includes('--json');
const say = (line: string): void => {
    if (!json) console.log(line);
};

const coldStart = await measureColdStart();
say(
    `Cold start: ${coldStart.seconds.toFixed(1)} s to the page’s address; ${String(coldStart.residentMb)} MB resident, ${String(coldStart.peakMb)} MB at most`
);

const throughput = await measureThroughput(() => undefined);
say(
    `Orders of 10 lines, HTTP POST to committed: ${throughput.documentsPerSecond.toFixed(1)} a second; plain JavaScript and SQLite ${throughput.baselinePerSecond.toFixed(0)} a second (${throughput.ratio.toFixed(0)} times)`
);

const footprint = await measureFootprint();
for (const row of footprint) {
    say(
        `${String(row.orders).padStart(4)} orders in one batch, ${String(row.transactions)} transactions, the largest: ${String(row.queries)} SOQL (${String(row.queryRows)} rows), ${String(row.dmlStatements)} DML (${String(row.dmlRows)} rows), ${String(row.cpuTime)} ms CPU`
    );
}

const apexSpeed = measureApexSpeed();
for (const row of apexSpeed)
    say(
        `${row.name}: Apex ${row.apexMs.toFixed(0)} ms, JavaScript ${row.jsMs.toFixed(1)} ms (${row.ratio.toFixed(1)} times)`
    );

if (json) console.log(JSON.stringify({ coldStart, throughput, footprint, apexSpeed }, null, 2));
