// Opportunity: what its stage implies, and its amount from its products.
import { Decimal } from '../../../values/index.ts';
import type { SObject } from '../../../values/index.ts';
import type { OrgContext } from '../../context.ts';
import { systemQuery } from '../../queries.ts';
import { recordError } from '../errors.ts';
import { internalUpdate } from '../pipeline.ts';
import { add, asDecimal, multiply } from '../rollups.ts';
import { newRecord, type Row } from '../row.ts';
import type { StandardRules } from './index.ts';

interface Stage {
    probability: number;
    closed: boolean;
    won: boolean;
    forecast: string;
}

/** The stages of a new org. */
const stages: Record<string, Stage> = {
    prospecting: { probability: 10, closed: false, won: false, forecast: 'Pipeline' },
    qualification: { probability: 10, closed: false, won: false, forecast: 'Pipeline' },
    'needs analysis': { probability: 20, closed: false, won: false, forecast: 'Pipeline' },
    'value proposition': { probability: 50, closed: false, won: false, forecast: 'Pipeline' },
    'id. decision makers': { probability: 60, closed: false, won: false, forecast: 'Pipeline' },
    'perception analysis': { probability: 70, closed: false, won: false, forecast: 'Pipeline' },
    'proposal/price quote': { probability: 75, closed: false, won: false, forecast: 'Pipeline' },
    'negotiation/review': { probability: 90, closed: false, won: false, forecast: 'Pipeline' },
    'closed won': { probability: 100, closed: true, won: true, forecast: 'Closed' },
    'closed lost': { probability: 0, closed: true, won: false, forecast: 'Omitted' }
};
const unknown: Stage = { probability: 0, closed: false, won: false, forecast: 'Pipeline' };

export const stageNamed = (name: string): Stage => stages[name.toLowerCase()] ?? unknown;

export const opportunity: StandardRules = {
    beforeSave(_org, rows) {
        for (const { record, old, given } of rows) {
            const { values } = record;
            const stage = typeof values.StageName === 'string' ? stageNamed(values.StageName) : unknown;
            if (!old || old.values.StageName !== values.StageName) {
                if (!('Probability' in given.values) || (old && given.values.Probability === old.values.Probability))
                    values.Probability = new Decimal(BigInt(stage.probability), 0);
                values.ForecastCategory = stage.forecast;
                values.ForecastCategoryName = stage.forecast;
            }
            values.IsClosed = stage.closed;
            values.IsWon = stage.won;
            if (!old) values.HasOpportunityLineItem = false;
            values.ExpectedRevenue =
                values.Amount == null
                    ? null
                    : trim(
                          multiply(
                              asDecimal(values.Amount),
                              multiply(asDecimal(values.Probability), new Decimal(1n, 2))
                          )
                      );
        }
    }
};

export const opportunityLineItem: StandardRules = {
    prepare(org, rows) {
        const entries = entriesOf(org, rows);
        for (const { record } of rows) {
            const entry = entries.get(record.values.PricebookEntryId as string);
            if (!entry) continue;
            record.values.Product2Id = entry.values.Product2Id;
            record.values.ProductCode = entry.values.ProductCode;
            record.values.ListPrice = entry.values.UnitPrice;
            if (record.values.UnitPrice == null && record.values.TotalPrice == null)
                record.values.UnitPrice = entry.values.UnitPrice;
        }
    },
    beforeSave(org, rows) {
        const opportunities = byId(
            systemQuery(org, 'SELECT Id, Name FROM Opportunity WHERE Id IN :ids', {
                ids: rows.map((row) => row.record.values.OpportunityId)
            })
        );
        const entries = entriesOf(org, rows);
        for (const { record, old } of rows) {
            const { values } = record;
            const quantity = asDecimal(values.Quantity);
            if (values.UnitPrice == null && values.TotalPrice != null && quantity.toNumber() !== 0) {
                values.UnitPrice = Decimal.fromNumber(
                    Math.round((asDecimal(values.TotalPrice).toNumber() / quantity.toNumber()) * 100) / 100
                );
            } else if (
                values.UnitPrice != null &&
                (values.TotalPrice == null ||
                    !old ||
                    values.UnitPrice !== old.values.UnitPrice ||
                    values.Quantity !== old.values.Quantity)
            ) {
                const discount =
                    values.Discount == null
                        ? new Decimal(1n, 0)
                        : Decimal.fromNumber(1 - asDecimal(values.Discount).toNumber() / 100);
                values.TotalPrice = trim(multiply(multiply(asDecimal(values.UnitPrice), quantity), discount));
            }
            values.Subtotal = values.UnitPrice == null ? null : trim(multiply(asDecimal(values.UnitPrice), quantity));
            const product = entries.get(values.PricebookEntryId as string)?.values.Name;
            const name = opportunities.get(values.OpportunityId as string)?.values.Name;
            values.Name = [name, product].filter((part) => typeof part === 'string').join(' ');
        }
    },
    validate(org, rows, inserting) {
        if (!inserting) return;
        const entries = entriesOf(org, rows);
        const opportunities = byId(
            systemQuery(org, 'SELECT Id, Pricebook2Id FROM Opportunity WHERE Id IN :ids', {
                ids: rows.map((row) => row.record.values.OpportunityId)
            })
        );
        for (const row of rows) {
            const book = opportunities.get(row.record.values.OpportunityId as string)?.values.Pricebook2Id;
            const entry = entries.get(row.record.values.PricebookEntryId as string);
            if (!entry)
                row.errors.push(
                    recordError(
                        'FIELD_INTEGRITY_EXCEPTION',
                        'field integrity exception: PricebookEntryId (pricebook entry is required)',
                        ['PricebookEntryId']
                    )
                );
            else if (book && book !== entry.values.Pricebook2Id)
                row.errors.push(
                    recordError(
                        'FIELD_INTEGRITY_EXCEPTION',
                        'field integrity exception: PricebookEntryId (pricebook entry is in a different pricebook than the one assigned to the opportunity)',
                        ['PricebookEntryId']
                    )
                );
        }
    },
    afterSave(org, rows) {
        totalOpportunities(org, rows);
    },
    afterDelete(org, rows) {
        totalOpportunities(org, rows);
    }
};

function totalOpportunities(org: OrgContext, rows: Row[]): void {
    const ids = [...new Set(rows.map((row) => row.record.values.OpportunityId as string))];
    const lines = systemQuery(
        org,
        'SELECT OpportunityId, TotalPrice, PricebookEntry.Pricebook2Id FROM OpportunityLineItem WHERE OpportunityId IN :ids',
        { ids }
    );
    const saved = systemQuery(org, 'SELECT Id, Pricebook2Id FROM Opportunity WHERE Id IN :ids', { ids });
    const describe = org.schema.object('Opportunity');
    if (!describe) return;
    const updates = saved.map((record) => {
        const own = lines.filter((line) => line.values.OpportunityId === record.id);
        const values: Record<string, unknown> = { Id: record.id, HasOpportunityLineItem: own.length > 0 };
        if (own.length > 0) {
            values.Amount = own.reduce(
                (total, line) => add(total, asDecimal(line.values.TotalPrice)),
                new Decimal(0n, 0)
            );
            values.Pricebook2Id =
                record.values.Pricebook2Id ?? own[0]?.parents.PricebookEntry?.values.Pricebook2Id ?? null;
        }
        return newRecord(describe, values);
    });
    const failure = internalUpdate(org, updates);
    if (failure)
        for (const row of rows)
            if (row.record.values.OpportunityId === failure.id)
                row.errors.push(recordError(failure.error.code, failure.error.message));
}

export function entriesOf(org: OrgContext, rows: Row[]): Map<string, SObject> {
    const ids = rows.map((row) => row.record.values.PricebookEntryId).filter((id) => id != null);
    if (ids.length === 0) return new Map();
    return byId(
        systemQuery(
            org,
            'SELECT Id, Name, Product2Id, ProductCode, UnitPrice, Pricebook2Id FROM PricebookEntry WHERE Id IN :ids',
            { ids }
        )
    );
}

export function byId(records: SObject[]): Map<string, SObject> {
    return new Map(records.map((record) => [record.id as string, record]));
}

/** Without the zeros that a multiplication adds beyond two digits. */
export function trim(value: Decimal): Decimal {
    let { unscaled, scale } = value;
    while (scale > 2 && unscaled % 10n === 0n) {
        unscaled /= 10n;
        scale--;
    }
    return new Decimal(unscaled, scale);
}
