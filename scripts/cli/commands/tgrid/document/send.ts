import { Args, Command, Flags } from '@oclif/core';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Target } from '../../../support/salesforce.ts';
import { request, targetOrg } from '../../../support/salesforce.ts';
import { table } from '../../../support/table.ts';

const INTAKE = '/services/apexrest/tgrid/v1/documents';
/** States after which a document does not move by itself. */
const WAITING = new Set(['Received']);

export interface SentDocument {
    id: string;
    state: string | null;
    [more: string]: unknown;
}

export interface SendReport {
    file: string;
    status: number;
    documents: SentDocument[];
    error: { code: string; message: string } | null;
}

export default class DocumentSend extends Command {
    static override summary = 'Push business documents into an org and report what became of each.';
    static override description =
        'Posts each file to the package’s intake, as Trading Grid does, and waits until its documents are processed. The exit code is 1 when a file is refused.';
    static override examples = [
        '<%= config.bin %> document send config/samples/order.850.edi',
        '<%= config.bin %> document send order.edi --target-org my-sandbox --json'
    ];
    static override enableJsonFlag = true;
    static override strict = false;
    static override args = { file: Args.string({ description: 'Files to send.', required: true }) };
    static override flags = {
        'target-org': Flags.string({
            char: 'o',
            summary: 'User name or alias of an org the Salesforce CLI knows; the local org that runs when left out.'
        }),
        wait: Flags.integer({ char: 'w', summary: 'Seconds to wait for processing.', default: 20, min: 0 })
    };

    override async run(): Promise<SendReport[]> {
        const { argv, flags } = await this.parse(DocumentSend);
        const target = await targetOrg(flags['target-org']);
        const reports: SendReport[] = [];
        for (const file of argv as string[]) reports.push(await sendOne(target, file, flags.wait * 1000));
        if (!this.jsonEnabled()) this.#print(reports);
        process.exitCode = reports.some((report) => report.error) ? 1 : 0;
        return reports;
    }

    #print(reports: SendReport[]): void {
        const rows = reports.flatMap((report) => {
            if (report.error) return [[report.file, '', 'refused', '', report.error.message]];
            return report.documents.map((document) => [
                report.file,
                text(document, 'type'),
                document.state ?? '',
                text(document, 'documentNumber'),
                becameOf(document)
            ]);
        });
        this.log(table(['File', 'Type', 'State', 'Number', 'Became'], rows, 72));
    }
}

function text(document: SentDocument, key: string): string {
    const value = document[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What the last step says was made of a document, or why nothing was. */
function becameOf(document: SentDocument): string {
    const steps = Array.isArray(document.steps) ? (document.steps as { code?: string; text?: string }[]) : [];
    const settled = steps.findLast((step) => step.code === 'settled')?.text;
    return settled ?? text(document, 'errorText');
}

async function sendOne(target: Target, file: string, waitMs: number): Promise<SendReport> {
    const answer = await request(target, 'POST', INTAKE, readFileSync(file), 'application/octet-stream');
    if (answer.status !== 202) return { file, status: answer.status, documents: [], error: errorOf(answer.body) };
    const taken = (answer.body as { documents: SentDocument[] }).documents;
    const end = Date.now() + waitMs;
    const documents: SentDocument[] = [];
    for (const { id } of taken) documents.push(await settled(target, id, end));
    return { file, status: answer.status, documents, error: null };
}

async function settled(target: Target, id: string, end: number): Promise<SentDocument> {
    for (;;) {
        const { body } = await request(target, 'GET', `${INTAKE}/${id}`);
        const report = { ...(body as Record<string, unknown>), id } as SentDocument;
        if (!WAITING.has(report.state ?? '') || Date.now() >= end) return report;
        await wait(200);
    }
}

function errorOf(body: unknown): { code: string; message: string } {
    const own = (body as { error?: { code: string; message: string } } | null)?.error;
    if (own) return own;
    const first = Array.isArray(body) ? (body[0] as { errorCode?: string; message?: string } | undefined) : undefined;
    return { code: first?.errorCode ?? 'unknown', message: first?.message ?? String(body) };
}
