// A scenario: the companies, partners, products and documents a simulated network starts with, read from JSON.

import { readFileSync } from 'node:fs';

export interface Company {
    companyId: string;
    companyName: string;
    mailbox: string;
    address: string;
    countryCode: string;
}

export interface Place {
    name: string;
    code: string;
    street: string;
    city: string;
    region: string;
    postalCode: string;
    country: string;
}

export interface Partner {
    companyId: string;
    companyName: string;
    mailbox: string;
    van: string;
    /** qualifier:id, as Lens writes it. */
    address: string;
    standard: 'X12' | 'EDIFACT';
    version: string;
    currency: string;
    orderPrefix: string;
    contact: { name: string; email: string; phone: string };
    /** Who buys and where it goes: the partner's places, or ours when the partner is a supplier. */
    buyer: Place;
    shipTo: Place;
    /** A customer when left out. A carrier trades nothing: it reports on what others ship. */
    role?: 'customer' | 'supplier' | 'carrier';
    /** SKUs of what is traded with the partner; every product when left out. */
    products?: string[];
}

export interface Product {
    sku: string;
    buyerNumber: string;
    gtin: string;
    upc: string;
    description: string;
    unitOfMeasure: string;
    price: number;
}

const TYPES = {
    X12: ['850', '860', '856', '214', '810', '820', '824', '997'],
    EDIFACT: ['ORDERS', 'ORDCHG', 'DESADV', 'IFTSTA', 'INVOIC', 'REMADV', 'APERAK', 'CONTRL']
} as const;

export type DocumentType = (typeof TYPES)[keyof typeof TYPES][number];

export interface DocumentTemplate {
    /** Address of the partner it is exchanged with. What the seller sends is ours when the partner is a customer. */
    partner: string;
    type: DocumentType;
    /** How often it is chosen against the others. */
    weight: number;
    lines: [number, number];
}

export interface Scenario {
    name: string;
    seed: number;
    clients: Record<string, string>;
    company: Company;
    partners: Partner[];
    products: Product[];
    documents: DocumentTemplate[];
    users: Record<string, unknown>[];
    agreements: Record<string, unknown>[];
    approvals: { afterSeconds: number; rejectAddresses: string[] };
}

export class ScenarioError extends Error {}

export function loadScenario(file: string | URL): Scenario {
    let value: unknown;
    try {
        value = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
        throw new ScenarioError(`The scenario ${String(file)} cannot be read: ${(error as Error).message}`);
    }
    return checkScenario(value, String(file));
}

export function checkScenario(value: unknown, name: string): Scenario {
    const fault = (text: string): never => {
        throw new ScenarioError(`${name}: ${text}`);
    };
    const scenario = value as Scenario;
    if (scenario === null || typeof scenario !== 'object') fault('a scenario is a JSON object.');
    for (const list of ['partners', 'products', 'documents', 'users', 'agreements'] as const) {
        if (!Array.isArray(scenario[list])) fault(`"${list}" must be a list.`);
    }
    if (!Number.isInteger(scenario.seed)) fault('"seed" must be a whole number.');
    if (typeof scenario.company?.companyId !== 'string') fault('"company" needs a companyId.');
    if (scenario.products.length === 0) fault('"products" is empty; documents need something to order.');
    for (const template of scenario.documents) {
        const partner = scenario.partners.find((each) => each.address === template.partner);
        if (partner === undefined) {
            fault(`a document names the partner "${template.partner}", which is not in "partners".`);
            continue;
        }
        if (!(TYPES[partner.standard] as readonly string[]).includes(template.type))
            fault(`${template.partner} sends ${partner.standard}, not ${template.type}.`);
    }
    return scenario;
}
