// Price book entries: a custom price needs a standard one, and a product has one entry in a price book.
import { systemQuery } from '../../queries.ts';
import { recordError } from '../errors.ts';
import type { StandardRules } from './index.ts';

export const pricebookEntry: StandardRules = {
    beforeSave(org, rows, inserting) {
        if (!inserting) return;
        const products = systemQuery(org, 'SELECT Id, Name, ProductCode FROM Product2 WHERE Id IN :ids', {
            ids: rows.map((row) => row.record.values.Product2Id)
        });
        for (const { record } of rows) {
            const product = products.find((item) => item.id === record.values.Product2Id);
            record.values.Name = product?.values.Name ?? null;
            record.values.ProductCode = product?.values.ProductCode ?? null;
        }
    },
    validate(org, rows, inserting) {
        if (!inserting || rows.length === 0) return;
        const ids = rows.map((row) => row.record.values.Product2Id);
        const known = systemQuery(
            org,
            'SELECT Product2Id, Pricebook2Id, Pricebook2.IsStandard FROM PricebookEntry WHERE Product2Id IN :ids',
            { ids }
        ).map((row) => ({
            product: row.values.Product2Id,
            book: row.values.Pricebook2Id,
            standard: row.parents.Pricebook2?.values.IsStandard === true
        }));
        const standardBooks = new Set(
            systemQuery(org, 'SELECT Id FROM Pricebook2 WHERE IsStandard = true').map((row) => row.id)
        );
        for (const row of rows) {
            const { Product2Id: product, Pricebook2Id: book } = row.record.values;
            const standard = standardBooks.has(book as string);
            if (known.some((item) => item.product === product && item.book === book)) {
                row.errors.push(
                    recordError('DUPLICATE_VALUE', 'This price definition already exists in this price book')
                );
            } else if (!standard && !known.some((item) => item.product === product && item.standard)) {
                row.errors.push(
                    recordError(
                        'STANDARD_PRICE_NOT_DEFINED',
                        'Before creating a custom price, create a standard price.'
                    )
                );
            } else known.push({ product, book, standard });
        }
    }
};
