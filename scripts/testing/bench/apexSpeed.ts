// Apex on the local org beside the same loop in plain JavaScript, in one process.
import { createOrg } from '../../org/index.ts';

export interface ApexSpeed {
    name: string;
    apexMs: number;
    jsMs: number;
    /** Apex ÷ JavaScript. */
    ratio: number;
}

interface Probe {
    name: string;
    apex: string;
    js: () => unknown;
}

const TEXT_PIECE = 'ISA*00*ABC~';
const PROBES: readonly Probe[] = [
    {
        name: 'integer loop, 5 million additions',
        apex: 'Integer sum = 0; for (Integer i = 0; i < 5000000; i++) { sum += i; } return sum;',
        js: () => {
            let sum = 0;
            for (let i = 0; i < 5_000_000; i++) sum = (sum + i) | 0;
            return sum;
        }
    },
    {
        name: 'string scan, 100,000 segments by indexOf',
        apex: `String text = '${TEXT_PIECE}'.repeat(100000); Integer count = 0; Integer at = text.indexOf('~'); while (at >= 0) { count++; at = text.indexOf('~', at + 1); } return count;`,
        js: () => {
            const text = TEXT_PIECE.repeat(100_000);
            let count = 0;
            for (let at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) count++;
            return count;
        }
    },
    {
        name: 'map, 200,000 puts and gets of text keys',
        apex: "Map<String, Integer> found = new Map<String, Integer>(); for (Integer i = 0; i < 200000; i++) { found.put('k' + Math.mod(i, 1000), i); } Integer sum = 0; for (Integer i = 0; i < 200000; i++) { sum += found.get('k' + Math.mod(i, 1000)); } return sum;",
        js: () => {
            const found = new Map<string, number>();
            for (let i = 0; i < 200_000; i++) found.set(`k${String(i % 1000)}`, i);
            let sum = 0;
            for (let i = 0; i < 200_000; i++) sum = (sum + (found.get(`k${String(i % 1000)}`) ?? 0)) | 0;
            return sum;
        }
    }
];
const RUNS = 5;

export function measureApexSpeed(): ApexSpeed[] {
    const org = createOrg({ database: null, namespace: null, apiVersion: 67 });
    const encoder = new TextEncoder();
    const methods = PROBES.map(({ apex }, at) => `    public static Integer probe${String(at)}() { ${apex} }`);
    const entries = [
        { path: 'classes/Probes.cls', content: encoder.encode(`public class Probes {\n${methods.join('\n')}\n}\n`) },
        {
            path: 'classes/Probes.cls-meta.xml',
            content: encoder.encode(
                '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>'
            )
        }
    ];
    const outcome = org.deploy(entries, { checkOnly: false, rollbackOnError: true });
    if (!outcome.success) throw new Error(outcome.messages.map(({ problem }) => problem).join('\n'));
    const results = PROBES.map(({ name, js }, at) => {
        const apexMs = best(() => runApex(org, at, js()));
        const jsMs = best(() => time(js));
        return { name, apexMs, jsMs, ratio: apexMs / jsMs };
    });
    org.close();
    return results;
}

const best = (run: () => number): number => Math.min(...Array.from({ length: RUNS }, run));

function time(run: () => unknown): number {
    const began = performance.now();
    run();
    return performance.now() - began;
}

/** Milliseconds of one call, by the org's own clock; its result must be the JavaScript one's. */
function runApex(org: ReturnType<typeof createOrg>, at: number, expected: unknown): number {
    const result = org.executeAnonymous(
        `Long began = System.currentTimeMillis(); Integer value = Probes.probe${String(at)}(); System.debug('VALUE ' + value + ' MS ' + (System.currentTimeMillis() - began));`
    );
    const found = /VALUE (-?\d+) MS (\d+)/.exec(result.log);
    if (!result.success || !found) throw new Error(result.exceptionMessage ?? result.compileProblem ?? result.log);
    if (Number(found[1]) !== expected) throw new Error(`Apex gave ${found[1] ?? ''}, JavaScript ${String(expected)}`);
    return Math.max(1, Number(found[2]));
}
