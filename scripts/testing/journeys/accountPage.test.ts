// An account manager's view: a purchase order is sent, arrives on the open page of the account, is opened, and leads to its record.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { OpenPage } from './browser.ts';
import { startLocal } from '../../cli/local/start.ts';
import type { StartedLocal } from '../../cli/local/start.ts';
import { request } from '../../cli/support/salesforce.ts';
import { orderText } from '../bench/orders.ts';
import { accessibilityFindings, openBrowser, openPage } from './browser.ts';

let local: StartedLocal;
let browser: Browser;
let page: Page;
let opened: OpenPage;

before(async () => {
    local = await startLocal({ port: 0, database: null, everySeconds: 0, say: () => undefined });
    browser = await openBrowser();
    opened = await openPage(browser);
    page = opened.page;
});

after(async () => {
    await browser.close();
    await local.stop();
});

async function send(text: string): Promise<void> {
    const target = { url: local.url, accessToken: local.accessToken };
    const { status } = await request(
        target,
        'POST',
        '/services/apexrest/tgrid/v1/documents',
        text,
        'application/octet-stream'
    );
    assert.equal(status, 202);
}

async function accountOf(address: string): Promise<string> {
    const soql = `SELECT TradingPartner__r.Account__c FROM TradingIdentifier__c WHERE Address__c = '${address}'`;
    const { body } = await request(
        { url: local.url, accessToken: local.accessToken },
        'GET',
        `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`
    );
    return (
        (body as { records: { TradingPartner__r: { Account__c: string } }[] }).records[0]?.TradingPartner__r
            .Account__c ?? ''
    );
}

const rows = () => page.locator('c-document-table tbody tr');

test('an account without documents says so', async () => {
    // The first start of a machine builds the base components before it serves a page.
    await page.goto(`${local.url}/lightning/r/Account/${await accountOf('ZZ:DEMORETAILER')}/view`, {
        timeout: 180_000
    });
    await page.getByText('No documents yet').waitFor();
    assert.equal(await page.locator('h1').innerText(), 'Account\nDemo Retailer Inc.');
    await opened.picture('account-empty');
    assert.deepEqual(await accessibilityFindings(page), []);
});

test('an order that is sent arrives on the open page', async () => {
    await send(orderText(1));
    await rows().first().waitFor({ timeout: 20_000 });
    const first = (await rows().first().innerText()).replace(/\s+/g, ' ');
    assert.match(first, /Processed Purchase order X12 850 BENCH1 ?New Nov 04, 2026/);
    // 10 × 5 + 11 × 6 + … + 19 × 14 = 1,460
    assert.match(first, /USD 1,460\.00 10 BENCH1/);
});

test('the next one is marked as new', async () => {
    await send(orderText(2));
    await page.locator('tr.is-new', { hasText: 'BENCH2' }).waitFor({ timeout: 20_000 });
    assert.equal(await rows().count(), 2);
    assert.equal(await page.locator('tr.is-new').count(), 1);
    await opened.picture('account-page');
    assert.deepEqual(await accessibilityFindings(page), []);
});

test('a click opens the document, parsed, raw and with its history', async () => {
    await page.locator('button.open', { hasText: 'BENCH2' }).click();
    await page.getByText('Demo Retailer DC 17').waitFor();
    assert.equal(await page.locator('c-document-parsed tbody tr').count(), 10);
    await opened.picture('document-parsed');
    assert.deepEqual(await accessibilityFindings(page), []);
    await page.getByRole('tab', { name: 'Raw' }).click();
    assert.match(await page.locator('c-document-raw pre').innerText(), /^ST\*850\*0001~\nBEG\*00\*SA\*BENCH2/);
    await opened.picture('document-raw');
    await page.getByRole('tab', { name: 'History' }).click();
    const steps = await page.locator('c-document-history li').allInnerTexts();
    assert.match(steps[0] ?? '', /Received/);
    assert.match(steps.at(-1) ?? '', /Processed/);
    await opened.picture('document-history');
    await page.getByRole('button', { name: 'Close' }).last().click();
});

test('the record it became shows the order with its lines', async () => {
    await page.locator('tr', { hasText: 'BENCH2' }).locator('button.record').first().click();
    await page.getByRole('heading', { name: 'BENCH2' }).waitFor();
    assert.match(new URL(page.url()).pathname, /^\/lightning\/r\/PurchaseOrder__c\/\w{18}\/view$/);
    await page.getByText('Purchase Order Lines (10)').waitFor();
    await opened.picture('purchase-order');
    assert.deepEqual(await accessibilityFindings(page), []);
});

test('the page reports no errors', () => {
    assert.deepEqual(opened.faults, []);
});
