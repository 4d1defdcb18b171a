import { Flags, SfCommand } from '@salesforce/sf-plugins-core';
import { join } from 'node:path';
import type { DeployReport } from '../../support/deploy.ts';
import { connect, deploySource } from '../../support/deploy.ts';
import { packageRoot } from '../../support/project.ts';
import { targetOrg } from '../../support/salesforce.ts';
import { table } from '../../support/table.ts';

export default class Deploy extends SfCommand<DeployReport> {
    static override readonly summary = 'Deploy the package’s source to an org.';
    static override readonly description =
        'Deploys force-app to the local org that runs, or to an org that the Salesforce CLI knows. The exit code is 1 when the org refuses it.';
    static override readonly examples = [
        '<%= config.bin %> deploy',
        '<%= config.bin %> deploy --target-org my-scratch-org'
    ];
    static override readonly flags = {
        'target-org': Flags.string({
            char: 'o',
            summary: 'User name or alias of an org the Salesforce CLI knows; the local org that runs when left out.'
        }),
        'without-tests': Flags.boolean({ summary: 'Leave the package’s Apex tests out.' })
    };

    override async run(): Promise<DeployReport> {
        const { flags } = await this.parse(Deploy);
        const connection = await connect(await targetOrg(flags['target-org']));
        const folders = flags['without-tests'] ? ['force-app/main'] : ['force-app'];
        const report = await deploySource(
            connection,
            folders.map((folder) => join(packageRoot, folder)),
            '67.0'
        );
        if (!this.jsonEnabled()) this.#print(report);
        process.exitCode = report.success ? 0 : 1;
        return report;
    }

    #print(report: DeployReport): void {
        const rows = report.failures.map((failure) => [
            failure.type,
            failure.fullName,
            `${failure.file}:${String(failure.line ?? 0)}`,
            failure.problem
        ]);
        if (rows.length > 0) this.log(table(['Type', 'Name', 'File', 'Problem'], rows, 90));
        this.log(
            report.success
                ? `Deployed ${String(report.deployed)} components.`
                : `Refused: ${String(report.failures.length)} components have problems; nothing was deployed.`
        );
    }
}
