// A real browser for journeys: Chromium from a package, headless, with what goes wrong on a page kept.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

export interface OpenPage {
    page: Page;
    /** Errors of the console, of scripts, and answers of 400 and more, as they came. */
    faults: string[];
    /** Keeps a picture under TGRID_SHOTS, or in the temporary folder. */
    picture: (name: string) => Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
    return await chromium.launch({
        executablePath: await sparticuz.executablePath(),
        headless: true,
        args: ['--no-sandbox', '--disable-gpu']
    });
}

export async function openPage(browser: Browser): Promise<OpenPage> {
    const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    const faults: string[] = [];
    page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error.stack ?? error)));
    page.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${String(response.status())} ${response.url()}`);
    });
    const folder = process.env.TGRID_SHOTS ?? join(tmpdir(), 'tgrid-shots');
    mkdirSync(folder, { recursive: true });
    return {
        page,
        faults,
        picture: async (name) => {
            await page.screenshot({ path: join(folder, `${name}.png`) });
        }
    };
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeResults {
    violations: { id: string; help: string; nodes: { html: string }[] }[];
}

/** What axe finds of WCAG 2.1 A and AA, one line a rule. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
    await page.addScriptTag({ path: axeFile });
    const { violations } = (await page.evaluate(
        "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })"
    )) as AxeResults;
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
