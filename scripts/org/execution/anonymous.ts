// Anonymous Apex, with the debug log that clients read USER_DEBUG lines from.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_anonymous_block.htm
import type { AnonymousResult } from './api.ts';
import { asApexException } from './errors.ts';
import type { LocalOrg } from './org.ts';
import { clock } from './platformImpl.ts';

export function executeAnonymous(org: LocalOrg, text: string, userId: string): AnonymousResult {
    const compiled = org.program.program.addAnonymous(text, org.options.apiVersion);
    const result: AnonymousResult = {
        compiled: true,
        success: true,
        compileProblem: null,
        exceptionMessage: null,
        exceptionStackTrace: null,
        line: -1,
        column: -1,
        log: ''
    };
    const [problem] = compiled.diagnostics;
    if (problem || !compiled.run) {
        return {
            ...result,
            compiled: false,
            success: false,
            compileProblem: problem?.message ?? 'Unexpected compile error',
            line: problem?.line ?? 1,
            column: problem?.column ?? 1
        };
    }
    const transaction = org.newTransaction('Anonymous', userId);
    const log = [`${org.options.apiVersion}.0 APEX_CODE,DEBUG;APEX_PROFILING,INFO`];
    for (const line of text.split('\n')) log.push(`Execute Anonymous: ${line}`);
    transaction.log = log;
    const stamp = (event: string): void => {
        log.push(`${clock(org.now())}|${event}`);
    };
    stamp('EXECUTION_STARTED');
    stamp('CODE_UNIT_STARTED|[EXTERNAL]|execute_anonymous_apex');
    try {
        org.run(transaction, compiled.run);
    } catch (error) {
        const exception = asApexException(error);
        result.success = false;
        result.exceptionMessage = `${exception.apexType}: ${exception.message}`;
        result.exceptionStackTrace = exception.apexStack ?? '';
        result.line = exception.apexLine ?? 1;
        result.column = 1;
        stamp(`FATAL_ERROR|${result.exceptionMessage}\n\n${result.exceptionStackTrace}`);
    }
    stamp('CODE_UNIT_FINISHED|execute_anonymous_apex');
    stamp('EXECUTION_FINISHED');
    return { ...result, log: log.join('\n') };
}
