// Static resources as source format keeps them, by the addresses that components make of `@salesforce/resourceUrl/…`.
// https://developer.salesforce.com/docs/platform/lwc/guide/create-resources
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import JSZip from 'jszip';
import { readPageProject } from './project.ts';
import { staticResource } from './staticResources.ts';

const folder = mkdtempSync(join(tmpdir(), 'page-resources-'));
after(() => {
    rmSync(folder, { recursive: true });
});

function write(path: string, content: string | Uint8Array): void {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
}

const meta = (contentType: string): string =>
    `<StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><cacheControl>Public</cacheControl><contentType>${contentType}</contentType></StaticResource>`;
const packed = await new JSZip().file('css/site.css', 'p {}').generateAsync({ type: 'uint8array' });

write('sfdx-project.json', '{ "packageDirectories": [{ "path": "app" }] }');
write('app/staticresources/chart.js', 'let chart;');
write('app/staticresources/chart.resource-meta.xml', meta('text/javascript'));
write('app/staticresources/kit/images/dot.svg', '<svg/>');
write('app/staticresources/kit.resource-meta.xml', meta('application/zip'));
write('app/staticresources/theme.resource', packed);
write('app/staticresources/theme.resource-meta.xml', meta('application/zip'));
const { staticResources } = readPageProject(folder);

async function textAt(url: string): Promise<string | null> {
    const found = await staticResource(staticResources, url);
    return found && new TextDecoder().decode(found.body);
}

void test('a file is served under its name with the content type of the resource', async () => {
    assert.equal(await textAt('/resource/chart'), 'let chart;');
    assert.equal((await staticResource(staticResources, '/resource/chart'))?.contentType, 'text/javascript');
});

void test('a version may stand before the name', async () => {
    assert.equal(await textAt('/resource/1700000000000/chart'), 'let chart;');
});

void test('what lies in an archive is served by its path, unpacked or packed', async () => {
    assert.equal(await textAt('/resource/kit/images/dot.svg'), '<svg/>');
    assert.equal(await textAt('/resource/theme/css/site.css'), 'p {}');
});

void test('nothing is served outside a resource', async () => {
    assert.equal(await textAt('/resource/kit/..%2Fchart.js'), null);
    assert.equal(await textAt('/resource/kit/../chart.js'), null);
    assert.equal(await textAt('/resource/theme/css/none.css'), null);
    assert.equal(await textAt('/resource/none'), null);
});
