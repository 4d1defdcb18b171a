// Prettier with Salesforce's own Apex parser: what it cannot parse is a syntax error. (That files are formatted at all is the
// `format` stage.)
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format } from 'prettier';
import type { Finding } from './finding.ts';

export async function parseFiles(project: string, files: readonly string[]): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const file of files) {
        try {
            await format(readFileSync(join(project, file), 'utf8'), {
                parser: 'apex',
                plugins: ['prettier-plugin-apex']
            });
        } catch (error) {
            const line = /\bline[: ]+(\d+)/i.exec(String(error))?.[1];
            findings.push({
                gate: 'formatter',
                file: relative(project, join(project, file)),
                line: Number(line ?? 0),
                rule: 'syntax',
                message: String(error).split('\n')[0] ?? ''
            });
        }
    }
    return findings;
}
