// Salesforce Code Analyzer with the rules of the AppExchange security review: PMD's AppExchange and Security rules and
// the regex engine's. It needs Java 11 or later.
import { relative } from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin as pmd } from '@salesforce/code-analyzer-pmd-engine';
import { createEnginePlugin as regex } from '@salesforce/code-analyzer-regex-engine';
import type { Finding } from './finding.ts';

/** Violations under the package directory of a project; throws when an engine could not run. */
export async function analyze(project: string): Promise<Finding[]> {
    const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject({}));
    await analyzer.addEnginePlugin(pmd());
    await analyzer.addEnginePlugin(regex());
    const workspace = await analyzer.createWorkspace([`${project}/force-app`]);
    const rules = await analyzer.selectRules(['AppExchange', 'pmd:Security', 'regex'], { workspace });
    if (rules.getCount() === 0) throw new Error('Code Analyzer selected no rules');
    const results = await analyzer.run(rules, { workspace });
    return results.getViolations().map((violation) => {
        const location = violation.getPrimaryLocation();
        return {
            gate: 'analyzer' as const,
            file: relative(project, location.getFile() ?? project),
            line: location.getStartLine() ?? 0,
            rule: `${violation.getRule().getEngineName()}:${violation.getRule().getName()}`,
            message: violation.getMessage()
        };
    });
}
