// The apex-ls type checker that ships inside Salesforce's Code Analyzer, over a whole sfdx project.
// It needs Java 11 or later; types are those of API 65.
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from './finding.ts';

const jars = fileURLToPath(
    new URL('../../../node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib/*', import.meta.url)
);

interface CheckerReport {
    files: {
        path: string;
        messages: { start: { line: number }; category: string; message: string }[];
    }[];
}

export function hasJava(): boolean {
    return spawnSync('java', ['-version']).status === 0;
}

/** Errors and warnings in the project of this folder. */
export function checkApex(project: string): Finding[] {
    const args = [
        '-cp',
        jars,
        'io.github.apexdevtools.apexls.CheckForIssues',
        '-w',
        project,
        '-n',
        '-d',
        'warnings',
        '-f',
        'json'
    ];
    const { stdout, stderr } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    let report: CheckerReport;
    try {
        report = JSON.parse(stdout) as CheckerReport;
    } catch {
        throw new Error(`The Apex checker did not answer: ${stderr || stdout}`);
    }
    return report.files.flatMap(({ path, messages }) =>
        messages.map(({ start, category, message }) => ({
            gate: 'checker' as const,
            file: relative(project, path),
            line: start.line,
            rule: category,
            message
        }))
    );
}
