// Loads config/demo into an org, file by file in name order.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../support/project.ts';
import type { Target } from '../support/salesforce.ts';
import { request } from '../support/salesforce.ts';

const DATA = '/services/data/v67.0';
const folder = join(packageRoot, 'config/demo');

interface SaveResult {
    id?: string;
    success: boolean;
    errors: { message: string; fields: string[] }[];
}

/** What loading needs of an org. */
export interface DemoOrg {
    /** Inserts records of one object, all or none. */
    insert(object: string, records: Record<string, unknown>[]): Promise<SaveResult[]>;
    /** Id of the first row of a query; null when it finds none. */
    findId(soql: string): Promise<string | null>;
}

/** An org that is reached through REST. */
export function restDemoOrg(target: Target): DemoOrg {
    return {
        insert: async (object, records) => {
            const typed = records.map((record) => ({ attributes: { type: object }, ...record }));
            const path = `${DATA}/composite/sobjects`;
            const { status, body } = await request(
                target,
                'POST',
                path,
                JSON.stringify({ allOrNone: true, records: typed })
            );
            if (status !== 200) throw new Error(`${object} was refused: ${JSON.stringify(body)}`);
            return body as SaveResult[];
        },
        findId: async (soql) => {
            const { body } = await request(target, 'GET', `${DATA}/query?q=${encodeURIComponent(soql)}`);
            return (body as { records?: { Id: string }[] }).records?.[0]?.Id ?? null;
        }
    };
}

/**
 * Each file is `{ "Object": [records] }`. A value `@name` stands for the id of the record that an earlier entry named
 * with `"@id": "name"`; `@soql:SELECT …` for the id that the query finds.
 */
export async function loadDemoData(org: DemoOrg): Promise<void> {
    const ids = new Map<string, string>();
    for (const name of readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .sort()) {
        const content = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<
            string,
            Record<string, unknown>[]
        >;
        for (const [object, records] of Object.entries(content)) await insertAll(org, name, object, records, ids);
    }
}

async function insertAll(
    org: DemoOrg,
    file: string,
    object: string,
    records: Record<string, unknown>[],
    ids: Map<string, string>
): Promise<void> {
    const bodies: Record<string, unknown>[] = [];
    for (const record of records) {
        const body: Record<string, unknown> = {};
        for (const [field, value] of Object.entries(record)) {
            if (field !== '@id') body[field] = await resolve(org, value, ids, file);
        }
        bodies.push(body);
    }
    const results = await org.insert(object, bodies);
    results.forEach((result, index) => {
        if (!result.success) {
            const why = result.errors.map((error) => error.message).join('; ');
            throw new Error(`${file}: ${object} ${String(index + 1)} was refused: ${why}`);
        }
        const name = records[index]?.['@id'];
        if (typeof name === 'string' && result.id) ids.set(name, result.id);
    });
}

async function resolve(org: DemoOrg, value: unknown, ids: Map<string, string>, file: string): Promise<unknown> {
    if (typeof value !== 'string' || !value.startsWith('@')) return value;
    if (value.startsWith('@soql:')) {
        const id = await org.findId(value.slice(6));
        if (!id) throw new Error(`${file}: nothing is found by ${value.slice(6)}`);
        return id;
    }
    const id = ids.get(value.slice(1));
    if (!id) throw new Error(`${file}: no earlier record has the "@id" ${value.slice(1)}`);
    return id;
}

/** Page of the account that receives most of the demo's orders. */
export async function demoAccountPath(target: Target): Promise<string> {
    const query = "SELECT Account__c FROM TradingPartner__c WHERE Mailbox__c = 'DEMORETAILER' LIMIT 1";
    const { body } = await request(target, 'GET', `${DATA}/query?q=${encodeURIComponent(query)}`);
    const id = (body as { records?: { Account__c: string }[] }).records?.[0]?.Account__c;
    return id ? `/lightning/r/Account/${id}/view` : '/';
}
