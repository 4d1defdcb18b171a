// What the pages read of a project, in source format as the Metadata API Developer Guide shows it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { readPageProject } from './project.ts';

const folder = mkdtempSync(join(tmpdir(), 'page-project-'));
const xml = (type: string, body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;

const FILES: Readonly<Record<string, string>> = {
    'sfdx-project.json': '{ "packageDirectories": [{ "path": "app" }] }',
    'app/lwc/badge/badge.js': 'export default 1;',
    'app/lwc/badge/badge.js-meta.xml': xml('LightningComponentBundle', '<isExposed>true</isExposed>'),
    'app/lwc/onlyMeta/onlyMeta.js-meta.xml': xml('LightningComponentBundle', ''),
    'app/labels/CustomLabels.labels-meta.xml': xml(
        'CustomLabels',
        '<labels><fullName>Hello</fullName><value>Hello &amp; welcome</value></labels>'
    ),
    'app/flexipages/Ship.flexipage-meta.xml': xml(
        'FlexiPage',
        '<flexiPageRegions><itemInstances><componentInstance><componentName>badge</componentName></componentInstance></itemInstances><itemInstances><componentInstance><componentName>force:detailPanel</componentName></componentInstance></itemInstances><itemInstances><componentInstance><componentName>force:relatedListContainer</componentName></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions><sobjectType>Ship__c</sobjectType><type>RecordPage</type>'
    ),
    'app/flexipages/Home.flexipage-meta.xml': xml('FlexiPage', '<type>HomePage</type>'),
    'app/objects/Ship__c/listViews/All.listView-meta.xml': xml(
        'ListView',
        '<fullName>All</fullName><columns>NAME</columns><columns>Flag__c</columns><columns>Tons__c</columns>'
    ),
    'app/objects/Ship__c/compactLayouts/Short.compactLayout-meta.xml': xml(
        'CompactLayout',
        '<fullName>Short</fullName><fields>Name</fields><fields>Port__c</fields>'
    ),
    'app/tabs/Dock__c.tab-meta.xml': xml('CustomTab', '<customObject>true</customObject>')
};
const APP = xml(
    'CustomApplication',
    '<label>Harbour</label><tabs>standard-home</tabs><tabs>Ship__c</tabs><tabs>standard-Account</tabs><tabs>standard-report</tabs>'
);

function write(path: string, text: string): void {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
}

for (const [path, text] of Object.entries(FILES)) write(path, text);
after(() => {
    rmSync(folder, { recursive: true });
});

void test('components, labels and record pages are found in the package directories', () => {
    const project = readPageProject(folder);
    assert.deepEqual(
        project.bundles.map(({ name, template }) => ({ name, template })),
        [{ name: 'badge', template: null }]
    );
    assert.deepEqual(project.labels, { Hello: 'Hello & welcome' });
    assert.deepEqual(project.recordPages, [
        {
            object: 'Ship__c',
            regions: [{ name: 'main', components: ['badge', 'force:detailPanel', 'force:relatedListContainer'] }]
        }
    ]);
});

void test('components of record pages that are neither bundles nor played by the pages are told', () => {
    assert.deepEqual(readPageProject(folder).notShown, ['force:relatedListContainer']);
});

void test('lists show the columns of the list view, highlights the fields of the compact layout', () => {
    assert.deepEqual(readPageProject(folder).shownFields, {
        Ship__c: { list: ['Flag__c', 'Tons__c'], highlights: ['Port__c'] }
    });
});

void test('without an application every tab of the project is shown', () => {
    const { tabs, appLabel } = readPageProject(folder);
    assert.deepEqual([tabs, appLabel], [['Dock__c'], null]);
});

void test('an application gives its tabs that are objects, in its order', () => {
    write('app/applications/Harbour.app-meta.xml', APP);
    const { tabs, appLabel } = readPageProject(folder);
    assert.deepEqual([tabs, appLabel], [['Ship__c', 'Account'], 'Harbour']);
});
