import { Command, Flags } from '@oclif/core';
import { request, SETUP, targetOrg } from '../../support/salesforce.ts';
import { table } from '../../support/table.ts';

export interface SetupReport {
    jobs: { name: string; className: string; cron: string; state: string; reason: string | null }[];
}

export default class Setup extends Command {
    static override summary = 'Set the package up after an installation: schedule its jobs.';
    static override description =
        'Schedules every job that the org’s Scheduled Job Settings list and that is not scheduled yet. May be run again. The exit code is 1 when a job cannot be scheduled.';
    static override examples = ['<%= config.bin %> setup --target-org my-sandbox'];
    static override enableJsonFlag = true;
    static override flags = {
        'target-org': Flags.string({
            char: 'o',
            summary: 'User name or alias of an org the Salesforce CLI knows; the local org that runs when left out.'
        })
    };

    override async run(): Promise<SetupReport> {
        const { flags } = await this.parse(Setup);
        const answer = await request(await targetOrg(flags['target-org']), 'POST', SETUP, '{}');
        if (answer.status !== 200)
            throw new Error(`The org answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
        const report = answer.body as SetupReport;
        const rows = report.jobs.map(({ name, cron, state, reason }) => [name, cron, state, reason ?? '']);
        if (!this.jsonEnabled()) this.log(table(['Job', 'When', 'State', 'Reason'], rows));
        process.exitCode = report.jobs.some(({ state }) => state === 'Refused' || state === 'UnknownClass') ? 1 : 0;
        return report;
    }
}
