// For tests of the org: deploys small projects from text and runs Apex in them.
import assert from 'node:assert/strict';
import { LocalOrg } from './org.ts';
import type { OrgOptions, TestMethodResult } from './api.ts';

const meta = (kind: string, more = ''): string =>
    `<?xml version="1.0" encoding="UTF-8"?><${kind} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion>${more}</${kind}>`;

/** Files by path. A `.cls` or `.trigger` gets its meta file; other files are taken as they are. */
export function orgWith(files: Record<string, string>, options: Partial<OrgOptions> = {}): LocalOrg {
    const org = new LocalOrg({ database: null, namespace: null, apiVersion: 67, ...options });
    const all = { ...files };
    for (const path of Object.keys(files)) {
        if (path.endsWith('.cls')) all[`${path}-meta.xml`] ??= meta('ApexClass', '<status>Active</status>');
        if (path.endsWith('.trigger')) all[`${path}-meta.xml`] ??= meta('ApexTrigger', '<status>Active</status>');
    }
    const entries = Object.entries(all).map(([path, text]) => ({ path, content: Buffer.from(text) }));
    const outcome = org.deploy(entries, { checkOnly: false, rollbackOnError: true });
    const problems = outcome.messages.filter((message) => !message.success);
    assert.deepEqual(
        problems.map((message) => `${message.fileName}:${message.line ?? 0} ${message.problem ?? ''}`),
        []
    );
    return org;
}

export function object(name: string, inner: string): Record<string, string> {
    const label = name.replace(/__\w+$/, '').replaceAll('_', ' ');
    const nameField =
        name.endsWith('__c') && !inner.includes('<customSettingsType>')
            ? `<nameField><label>Name</label><type>Text</type></nameField><sharingModel>${inner.includes('<type>MasterDetail</type>') ? 'ControlledByParent' : 'ReadWrite'}</sharingModel>`
            : '';
    const status =
        (name.endsWith('__c') && !inner.includes('<customSettingsType>')) || name.endsWith('__e')
            ? '<deploymentStatus>Deployed</deploymentStatus>'
            : '';
    return {
        [`objects/${name}.object`]: `<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">${status}${inner}<label>${label}</label>${nameField}<pluralLabel>${label}s</pluralLabel></CustomObject>`
    };
}

export function field(name: string, type: string, more = ''): string {
    return `<fields><fullName>${name}</fullName><label>${name.replace(/__c$/, '').replaceAll('_', ' ')}</label>${more}<type>${type}</type></fields>`;
}

export const text = (name: string, more = ''): string => field(name, 'Text', `<length>80</length>${more}`);
export const number = (name: string, more = ''): string =>
    field(name, 'Number', `<precision>18</precision><scale>2</scale>${more}`);

/** Runs the tests of the org's test classes. */
export function outcomes(org: LocalOrg): Record<string, string> {
    const { tests } = org.runTests({ classes: null, methods: null });
    return Object.fromEntries(tests.map((test) => [test.method, told(test)]));
}

function told(test: TestMethodResult): string {
    return test.outcome === 'passed' ? 'passed' : `${test.message ?? ''}\n${test.stackTrace ?? ''}`.trim();
}

/** Runs the body of a test method in an org with these files. */
export function runsApex(files: Record<string, string>, body: string, options: Partial<OrgOptions> = {}): void {
    const org = orgWith(
        {
            ...files,
            'classes/Probe.cls': `@IsTest private class Probe {\n@IsTest static void probe() {\n${body}\n}\n}`
        },
        options
    );
    try {
        assert.deepEqual(outcomes(org), { probe: 'passed' });
    } finally {
        org.close();
    }
}

/** The message that the body's uncaught exception ends the test with. */
export function failsApex(files: Record<string, string>, body: string): string {
    const org = orgWith({
        ...files,
        'classes/Probe.cls': `@IsTest private class Probe {\n@IsTest static void probe() {\n${body}\n}\n}`
    });
    try {
        const [test] = org.runTests({ classes: null, methods: null }).tests;
        assert.equal(test?.outcome, 'failed');
        return test.message ?? '';
    } finally {
        org.close();
    }
}
