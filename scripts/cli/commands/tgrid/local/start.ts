import { Command, Flags } from '@oclif/core';
import { startLocal } from '../../../local/start.ts';

export default class LocalStart extends Command {
    static override summary = 'Start the local org with the package, demo data and a Trading Grid simulator.';
    static override description = 'Runs until Ctrl-C. Everything listens on 127.0.0.1.';
    static override examples = [
        '<%= config.bin %> local start',
        '<%= config.bin %> local start --port 8080 --db .localorg/demo.db'
    ];
    static override flags = {
        port: Flags.integer({
            char: 'p',
            summary: 'Port of the org; 8080, or any free one when that is taken.',
            min: 0,
            max: 65535
        }),
        db: Flags.string({ summary: 'File that keeps the org between runs; in memory when left out.' }),
        every: Flags.integer({
            summary: 'Seconds between two documents of the simulator; 0 sends none.',
            default: 5,
            min: 0
        })
    };

    override async run(): Promise<void> {
        const { flags } = await this.parse(LocalStart);
        const local = await startLocal({
            port: flags.port ?? null,
            database: flags.db ?? null,
            everySeconds: flags.every,
            say: (line) => {
                this.log(line);
            }
        });
        this.log(`\n  ${local.pageUrl}\n\nCtrl-C stops.`);
        await local.ended;
    }
}
