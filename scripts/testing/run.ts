// `npm test`: every check of the project, one after another, closing with the line `N passed, N failed`.
// `node scripts/testing/run.ts NAME…` runs only the stages named.
import { stages } from './stages.ts';
import type { StageResult } from './stages.ts';

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? stages : stages.filter((stage) => wanted.includes(stage.name));
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
    console.error(`No such stage: ${unknown.join(', ')}. Stages: ${stages.map((stage) => stage.name).join(', ')}`);
    process.exit(2);
}

let passed = 0;
let failed = 0;
for (const stage of chosen) {
    const start = Date.now();
    console.log(`\n== ${stage.name}: ${stage.what}`);
    let result: StageResult;
    try {
        result = await stage.run();
    } catch (error) {
        console.log(String(error instanceof Error ? error.stack : error));
        result = { passed: 0, failed: 1 };
    }
    passed += result.passed;
    failed += result.failed;
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(`-- ${stage.name}: ${result.passed} passed, ${result.failed} failed in ${seconds} s`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
