import { Args, Command } from '@oclif/core';
import { readFileSync } from 'node:fs';
import { packagedOrg, postRest } from '../../../support/inProcessOrg.ts';
import { table } from '../../../support/table.ts';

export interface ReadReport {
    file: string;
    standard: string | null;
    envelope: { sender: string | null; receiver: string | null; controlNumber: string | null };
    documents: {
        type: string | null;
        number: string | null;
        date: string | null;
        currency: string | null;
        lineCount: number | null;
        totalQuantity: string | null;
        totalAmount: string | null;
        references: Record<string, string>;
        parties: { role: string | null; id: string | null; name: string | null }[];
    }[];
    problems: { code: string; level: string; message: string; position: string | null }[];
}

export default class DocumentRead extends Command {
    static override summary = 'Show what the package’s readers make of business documents.';
    static override description =
        'Reads X12, EDIFACT, UBL, cXML and JSON files with the package’s own Apex on a local org in memory. Nothing is stored.';
    static override examples = [
        '<%= config.bin %> document read config/samples/order.850.edi',
        '<%= config.bin %> document read inbox/*.edi --json'
    ];
    static override enableJsonFlag = true;
    static override strict = false;
    static override args = { file: Args.string({ description: 'Files to read.', required: true }) };

    override async run(): Promise<ReadReport[]> {
        const { argv } = await this.parse(DocumentRead);
        const org = packagedOrg();
        try {
            const reports = (argv as string[]).map((file) => readOne(org, file));
            if (!this.jsonEnabled()) for (const report of reports) this.#print(report);
            return reports;
        } finally {
            org.org.close();
        }
    }

    #print(report: ReadReport): void {
        const { sender, receiver, controlNumber } = report.envelope;
        this.log(
            `${report.file}: ${report.standard ?? 'not a document that is known'}${sender ? `, from ${sender} to ${receiver ?? '?'}, interchange ${controlNumber ?? '?'}` : ''}`
        );
        if (report.documents.length > 0) {
            const rows = report.documents.map((document) => [
                document.type ?? '',
                document.number ?? '',
                document.date ?? '',
                String(document.lineCount ?? ''),
                document.totalQuantity ?? '',
                `${document.totalAmount ?? ''} ${document.currency ?? ''}`.trim()
            ]);
            this.log(table(['Type', 'Number', 'Date', 'Lines', 'Quantity', 'Amount'], rows));
        }
        for (const problem of report.problems)
            this.log(
                `  ${problem.level} ${problem.code}${problem.position ? ` at ${problem.position}` : ''}: ${problem.message}`
            );
        this.log('');
    }
}

function readOne(org: Parameters<typeof postRest>[0], file: string): ReadReport {
    const reply = postRest(org, '/v1/read', readFileSync(file));
    const text = new TextDecoder().decode(reply.body);
    if (reply.status !== 200) throw new Error(`${file}: the reader answered ${String(reply.status)}: ${text}`);
    return { file, ...(JSON.parse(text) as Omit<ReadReport, 'file'>) };
}
