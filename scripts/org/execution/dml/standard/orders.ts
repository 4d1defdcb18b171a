// Order and its products: status, activation, totals.
// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_order.htm
import { Decimal } from '../../../values/index.ts';
import type { OrgContext } from '../../context.ts';
import { systemQuery } from '../../queries.ts';
import { recordError } from '../errors.ts';
import { internalUpdate } from '../pipeline.ts';
import { add, asDecimal, multiply } from '../rollups.ts';
import { newRecord, type Row } from '../row.ts';
import type { StandardRules } from './index.ts';
import { byId, entriesOf, trim } from './opportunities.ts';

function activated(status: unknown): boolean {
    return status === 'Activated';
}

export const order: StandardRules = {
    beforeSave(org, rows, inserting) {
        for (const { record } of rows) {
            if (inserting) {
                record.values.Status ??= 'Draft';
                record.values.TotalAmount = new Decimal(0n, 2);
            }
            record.values.StatusCode = activated(record.values.Status) ? 'Activated' : 'Draft';
            if (activated(record.values.Status)) {
                record.values.ActivatedById ??= org.tx.userId;
            }
        }
    },
    validate(org, rows, inserting) {
        for (const row of rows) {
            const now = activated(row.record.values.Status);
            if (inserting && now)
                row.errors.push(
                    recordError(
                        'FAILED_ACTIVATION',
                        'Choose a valid order status and save your changes. Ask your admin for details.',
                        ['Status']
                    )
                );
            if (inserting || !now || activated(row.old?.values.Status)) continue;
            const lines = systemQuery(org, 'SELECT Id FROM OrderItem WHERE OrderId = :id LIMIT 1', {
                id: row.record.id
            });
            if (lines.length === 0)
                row.errors.push(recordError('FAILED_ACTIVATION', 'An order must have at least one product.'));
        }
    },
    beforeDelete(_org, rows) {
        for (const row of rows) {
            if (activated(row.record.values.Status))
                row.errors.push(recordError('DELETE_FAILED', "You can't delete an activated order."));
        }
    }
};

export const orderItem: StandardRules = {
    prepare(org, rows) {
        const entries = entriesOf(org, rows);
        for (const { record } of rows) {
            const entry = entries.get(record.values.PricebookEntryId as string);
            if (!entry) continue;
            record.values.Product2Id = entry.values.Product2Id;
            record.values.ListPrice = entry.values.UnitPrice;
        }
    },
    beforeSave(_org, rows) {
        for (const { record } of rows) {
            const { values } = record;
            values.AvailableQuantity ??= values.Quantity ?? null;
            values.TotalPrice =
                values.UnitPrice == null || values.Quantity == null
                    ? null
                    : trim(multiply(asDecimal(values.UnitPrice), asDecimal(values.Quantity)));
        }
    },
    validate(org, rows, inserting) {
        const orders = byId(
            systemQuery(org, 'SELECT Id, Pricebook2Id, Status FROM Order WHERE Id IN :ids', {
                ids: rows.map((row) => row.record.values.OrderId)
            })
        );
        const entries = entriesOf(org, rows);
        for (const row of rows) {
            const parent = orders.get(row.record.values.OrderId as string);
            const entry = entries.get(row.record.values.PricebookEntryId as string);
            const book = parent?.values.Pricebook2Id;
            if (inserting && entry && book !== entry.values.Pricebook2Id) {
                row.errors.push(
                    recordError(
                        'FIELD_INTEGRITY_EXCEPTION',
                        'The price book entry is in a different price book than the one assigned to the order, or the order has no price book assigned.',
                        ['PricebookEntryId']
                    )
                );
            } else if (inserting && activated(parent?.values.Status)) {
                row.errors.push(
                    recordError('FIELD_INTEGRITY_EXCEPTION', "You can't add order products to an activated order.", [])
                );
            }
        }
    },
    afterSave(org, rows) {
        totalOrders(org, rows);
    },
    afterDelete(org, rows) {
        totalOrders(org, rows);
    }
};

function totalOrders(org: OrgContext, rows: Row[]): void {
    const describe = org.schema.object('Order');
    if (!describe) return;
    const ids = [...new Set(rows.map((row) => row.record.values.OrderId as string))];
    const lines = systemQuery(org, 'SELECT OrderId, TotalPrice FROM OrderItem WHERE OrderId IN :ids', { ids });
    const updates = ids.map((id) => {
        const total = lines
            .filter((line) => line.values.OrderId === id)
            .reduce((sum, line) => add(sum, asDecimal(line.values.TotalPrice)), new Decimal(0n, 2));
        return newRecord(describe, { Id: id, TotalAmount: total });
    });
    const failure = internalUpdate(org, updates);
    if (failure)
        for (const row of rows)
            if (row.record.values.OrderId === failure.id)
                row.errors.push(recordError(failure.error.code, failure.error.message));
}
