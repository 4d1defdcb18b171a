import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { startClient } from '../testSupport.ts';

const entries = (count: number): Record<string, string>[] =>
    Array.from({ length: count }, (_, index) => ({
        transactionid: `T${String(index).padStart(2, '0')}`,
        correlationid: `C${index}`,
        transactionlevel: 'Document',
        editype: index % 2 === 0 ? '850' : '997',
        status: index === 3 ? 'F' : 'S',
        senderaddress: index < 5 ? 'ZZ:DEMORETAILER' : 'ZZ:OTHER',
        arrivaltime: `2026-03-01T00:${String(index).padStart(2, '0')}:00Z`,
        ...(index === 3 ? { errorcode: '-2', externalerrormessage: 'No connection' } : {})
    }));

async function startWith(context: TestContext, count: number, scrollPage = 1000) {
    const client = await startClient(context, { scrollPage });
    for (const fields of entries(count)) {
        client.network.addEntry(fields, { 'purchase order number': `PO-${fields['transactionid']}` });
    }
    const ids = async (query: string): Promise<string[]> => {
        const { status, body } = await client.search(
            `{ getTransactions(query: { count: 100 sortby: { field: arrivaltime } ${query} }) { transactions { transactionid } } }`
        );
        assert.equal(status, 200, JSON.stringify(body));
        assert.equal(body.errors, undefined, JSON.stringify(body.errors));
        return body.data.getTransactions.transactions.map((each: any) => each.transactionid);
    };
    return { ...client, ids };
}

test('a query without arguments gives the newest entries with count, total and offset', async (context) => {
    const { search } = await startWith(context, 12);
    const { body } = await search(
        'query all { getTransactions { count total offset transactions { transactionid status } } }'
    );
    const result = body.data.getTransactions;
    assert.deepEqual([result.count, result.total, result.offset], [10, 12, 0]);
    assert.deepEqual(result.transactions[0], { transactionid: 'T11', status: 'Delivered' });
});

test('count and offset give a page', async (context) => {
    const { search } = await startWith(context, 6);
    const { body } = await search(
        '{ getTransactions(query: { count: 2 offset: 4 sortby: { field: arrivaltime type: ASC } }) { count total offset transactions { transactionid } } }'
    );
    assert.deepEqual(body.data.getTransactions, {
        count: 2,
        total: 6,
        offset: 4,
        transactions: [{ transactionid: 'T04' }, { transactionid: 'T05' }]
    });
});

test('content keys come back only when contentKeyFilters is there', async (context) => {
    const { search } = await startWith(context, 1);
    const ask = async (argument: string): Promise<unknown> => {
        const { body } = await search(
            `{ getTransactions(query: { count: 1 ${argument} }) { transactions { contentkeys(names: ["purchase order number"]) { key value } } } }`
        );
        return body.data.getTransactions.transactions[0].contentkeys;
    };
    assert.equal(await ask(''), null);
    assert.deepEqual(await ask('contentKeyFilters: []'), [{ key: 'purchase order number', value: 'PO-T00' }]);
});

test('only the named content keys come back', async (context) => {
    const { search } = await startWith(context, 1);
    const { body } = await search(
        '{ getTransactions(query: { contentKeyFilters: [] }) { transactions { contentkeys(names: ["invoice number"]) { key value } } } }'
    );
    assert.deepEqual(body.data.getTransactions.transactions[0].contentkeys, []);
});

test('a content key filter takes wildcards', async (context) => {
    const { ids } = await startWith(context, 3);
    assert.deepEqual(await ids('contentKeyFilters: [{ key: "purchase order number" value: "PO-*2" }]'), ['T02']);
    assert.deepEqual(await ids('contentKeyFilters: [{ key: "invoice number" value: "*" }]'), []);
});

test('fields must all match and one of should must match', async (context) => {
    const { ids } = await startWith(context, 6);
    assert.deepEqual(
        await ids(
            'fields: { must: [{ field: transactionlevel query: "Document" }] should: [{ field: status query: "Failed" } { field: senderaddress query: "ZZ:OTHER" }] }'
        ),
        ['T03', 'T05']
    );
});

test('a field query of * finds entries that have a value', async (context) => {
    const { ids } = await startWith(context, 6);
    assert.deepEqual(await ids('fields: { should: [{ field: externalerrormessage query: "*" }] }'), ['T03']);
});

test('filters include and exclude values', async (context) => {
    const { ids } = await startWith(context, 6);
    assert.deepEqual(
        await ids(
            'filters: [{ field: editype values: [{ not: true value: "997" }] } { field: senderaddress values: [{ not: false value: "ZZ:DEMORETAILER" }] }]'
        ),
        ['T00', 'T02', 'T04']
    );
});

test('a range holds both of its ends', async (context) => {
    const { ids } = await startWith(context, 6);
    assert.deepEqual(
        await ids('ranges: { field: arrivaltime from: "2026-03-01T00:01:00Z" to: "2026-03-01T00:03:00Z" }'),
        ['T01', 'T02', 'T03']
    );
});

test('a range that is not a time is refused in the errors of the answer', async (context) => {
    const { search } = await startWith(context, 1);
    const { status, body } = await search(
        '{ getTransactions(query: { ranges: { field: arrivaltime from: "yesterday" } }) { total } }'
    );
    assert.equal(status, 200);
    assert.equal(body.data.getTransactions, null);
    assert.match(body.errors[0].message, /"yesterday" is not a time/);
});

test('an unknown field of a transaction is refused as a GraphQL server refuses it', async (context) => {
    const { search } = await startWith(context, 1);
    const { status, body } = await search('{ getTransactions { transactions { tertiarykeys { key value } } } }');
    assert.equal(status, 400);
    assert.match(body.errors[0].message, /Cannot query field "tertiarykeys" on type "Transaction"/);
    assert.equal(body.data, undefined);
});

test('an unknown argument, an unknown search field and broken syntax are refused', async (context) => {
    const { search } = await startWith(context, 1);
    for (const query of [
        '{ getTransactions(query: { limit: 1 }) { total } }',
        '{ getTransactions(query: { fields: { must: [{ field: colour query: "*" }] } }) { total } }',
        '{ getTransactions(query: { ranges: { field: status from: "2026-01-01T00:00:00Z" } }) { total } }',
        '{ getTransactions { total '
    ]) {
        const { status, body } = await search(query);
        assert.equal(status, 400, query);
        assert.ok(body.errors.length > 0);
    }
});

test('the arguments may come as variables', async (context) => {
    const { call } = await startWith(context, 3);
    const { body } = await call('POST', '/visibility_transaction_search', {
        query: 'query one($q: TransactionQuery) { getTransactions(query: $q) { total } }',
        variables: { q: { query: 'editype:997' } }
    });
    assert.equal(body.data.getTransactions.total, 1);
});

const SCROLL =
    '{ getTransactions(query: { scroll: true sortby: { field: arrivaltime type: ASC } }) { count total offset scrollid transactions { transactionid } } }';

test('the same scroll query sent again gives the next entries until none are left', async (context) => {
    const { search } = await startWith(context, 5, 2);
    const pages: string[][] = [];
    const ids = new Set<string>();
    for (let page = 0; page < 4; page++) {
        const { body } = await search(SCROLL);
        const result = body.data.getTransactions;
        ids.add(result.scrollid);
        assert.equal(result.total, 5);
        pages.push(result.transactions.map((each: any) => each.transactionid));
    }
    assert.deepEqual(pages, [['T00', 'T01'], ['T02', 'T03'], ['T04'], []]);
    assert.equal(ids.size, 1);
});

test('entries that arrive during a scroll are not in it', async (context) => {
    const { search, network } = await startWith(context, 3, 2);
    await search(SCROLL);
    network.addEntry({ transactionid: 'NEW', arrivaltime: '2026-03-01T00:30:00Z' });
    const { body } = await search(SCROLL);
    assert.deepEqual(body.data.getTransactions.transactions, [{ transactionid: 'T02' }]);
});

test('a repeated page comes again and the next one follows it', async (context) => {
    const { search, network } = await startWith(context, 4, 2);
    await search(SCROLL);
    network.misbehave({ kind: 'repeat-page' });
    const again = await search(SCROLL);
    assert.deepEqual(again.body.data.getTransactions.transactions, [
        { transactionid: 'T00' },
        { transactionid: 'T01' }
    ]);
    const next = await search(SCROLL);
    assert.deepEqual(next.body.data.getTransactions.transactions, [{ transactionid: 'T02' }, { transactionid: 'T03' }]);
});

test('an acknowledgement status of C comes back null with a warning', async (context) => {
    const { search, network } = await startClient(context);
    network.addEntry({ transactionid: 'A', fastatus: 'A' });
    network.addEntry({ transactionid: 'C', fastatus: 'C' });
    const { body } = await search(
        '{ getTransactions(query: { sortby: { field: transactionid } }) { transactions { transactionid fastatus } } }'
    );
    assert.deepEqual(body.data.getTransactions.transactions, [
        { transactionid: 'A', fastatus: 'Accepted/Received' },
        { transactionid: 'C', fastatus: null }
    ]);
    assert.equal(body.extensions.warnings.length, 1);
});
