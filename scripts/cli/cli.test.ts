// The commands as others call them: JSON shapes and exit codes are contracts.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'scripts/cli/bin.js');

function tgrid(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: 'utf8' });
}

/** Names and types, without values: `{ a: 'string', b: [{…}] }`. */
function shapeOf(value: unknown): unknown {
    if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0])] : [];
    if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

const META =
    '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>\n';

describe('tgrid local test', () => {
    let project = '';
    before(() => {
        project = mkdtempSync(join(tmpdir(), 'tgrid-cli-'));
        const classes = join(project, 'app/classes');
        mkdirSync(classes, { recursive: true });
        writeFileSync(
            join(project, 'sfdx-project.json'),
            '{ "packageDirectories": [{ "path": "app", "default": true }], "sourceApiVersion": "67.0" }'
        );
        const add = (name: string, body: string): void => {
            writeFileSync(join(classes, `${name}.cls`), body);
            writeFileSync(join(classes, `${name}.cls-meta.xml`), META);
        };
        add(
            'GoodTest',
            "@IsTest\nprivate class GoodTest {\n    @IsTest\n    static void passes() {\n        Assert.areEqual(2, 1 + 1);\n    }\n    @IsTest\n    static void fails() {\n        Assert.areEqual(3, 1 + 1, 'sum');\n    }\n}\n"
        );
        add(
            'BrokenTest',
            '@IsTest\nprivate class BrokenTest {\n    @IsTest\n    static void cannotCompile() {\n        Integer i = noSuchThing;\n    }\n}\n'
        );
    });
    after(() => {
        rmSync(project, { recursive: true });
    });

    test('runs what compiles, fails the tests of what does not, and exits with 1', () => {
        const { status, stdout } = tgrid('local', 'test', '--project', project, '--json');
        const report = JSON.parse(stdout) as {
            summary: Record<string, number>;
            tests: { class: string; method: string; outcome: string; message: string | null }[];
            compileErrors: { file: string; line: number; code: string }[];
        };
        assert.equal(status, 1);
        const { tests, passed, failed, unsupported, compileErrors } = report.summary;
        assert.deepEqual(
            { tests, passed, failed, unsupported, compileErrors },
            { tests: 3, passed: 1, failed: 2, unsupported: 0, compileErrors: 1 }
        );
        const outcomes = Object.fromEntries(report.tests.map((one) => [`${one.class}.${one.method}`, one.outcome]));
        assert.deepEqual(outcomes, {
            'GoodTest.passes': 'passed',
            'GoodTest.fails': 'failed',
            'BrokenTest.cannotCompile': 'failed'
        });
        assert.match(
            report.tests.find(({ method }) => method === 'fails')?.message ?? '',
            /Assertion Failed: sum: Expected: 3, Actual: 2/
        );
        assert.equal(report.compileErrors[0]?.line, 5);
        assert.match(report.compileErrors[0]?.file ?? '', /BrokenTest\.cls$/);
    });

    test('keeps the shape of its JSON', () => {
        const { stdout } = tgrid('local', 'test', '--project', project, '--method', 'GoodTest.fails', '--json');
        assert.deepEqual(shapeOf(JSON.parse(stdout)), {
            summary: {
                tests: 'number',
                passed: 'number',
                failed: 'number',
                unsupported: 'number',
                compileErrors: 'number',
                ms: 'number',
                coldMs: 'number'
            },
            tests: [{ class: 'string', method: 'string', outcome: 'string', message: 'string', ms: 'number' }],
            compileErrors: [{ file: 'string', line: 'number', column: 'number', code: 'string', message: 'string' }]
        });
    });

    test('closes its table with a count', () => {
        const { stdout } = tgrid('local', 'test', '--project', project, '--method', 'GoodTest.passes');
        assert.match(stdout, /^1 passed, 0 failed$/m);
    });

    test('says that a folder is no project', () => {
        const { status, stdout, stderr } = tgrid('local', 'test', '--project', join(project, 'app'));
        assert.notEqual(status, 0);
        assert.match(stdout + stderr, /sfdx-project\.json/);
    });
});

describe('tgrid document read', () => {
    test('keeps the shape of its JSON', () => {
        const { status, stdout } = tgrid('document', 'read', 'config/samples/order.850.edi', 'README.md', '--json');
        assert.equal(status, 0);
        const [order, readme] = JSON.parse(stdout) as [Record<string, unknown>, Record<string, unknown>];
        const { documents, ...rest } = order as { documents: { references: unknown }[] } & Record<string, unknown>;
        assert.deepEqual(shapeOf({ ...rest, problems: [] }), {
            file: 'string',
            standard: 'string',
            envelope: { sender: 'string', receiver: 'string', controlNumber: 'string' },
            problems: []
        });
        const { references: _, ...document } = documents[0] ?? { references: {} };
        assert.deepEqual(shapeOf(document), {
            type: 'string',
            number: 'string',
            date: 'string',
            currency: 'string',
            lineCount: 'number',
            totalQuantity: 'string',
            totalAmount: 'string',
            parties: [{ role: 'string', id: 'string', name: 'string' }]
        });
        assert.deepEqual(shapeOf(readme?.problems), [
            { code: 'string', level: 'string', message: 'string', position: 'null' }
        ]);
        assert.deepEqual(readme?.documents, []);
    });

    test('names a file that is not there', () => {
        const { status, stdout, stderr } = tgrid('document', 'read', 'no-such-file.edi');
        assert.notEqual(status, 0);
        assert.match(stdout + stderr, /no-such-file\.edi/);
    });
});

describe('tgrid', () => {
    test('lists its topics', () => {
        const { status, stdout } = tgrid('--help');
        assert.equal(status, 0);
        for (const topic of ['document', 'local', 'deploy']) assert.match(stdout, new RegExp(`\\b${topic}\\b`));
    });

    test('is a plugin of sf with the topic tgrid', async () => {
        const { Config } = await import('@oclif/core');
        const { commandIDs } = await Config.load({ root });
        assert.deepEqual(commandIDs.sort(), [
            'tgrid:deploy',
            'tgrid:document:read',
            'tgrid:document:send',
            'tgrid:local:start',
            'tgrid:local:test',
            'tgrid:setup'
        ]);
    });

    test('tells how to start an org when none runs', () => {
        const { status, stdout, stderr } = spawnSync(
            process.execPath,
            [bin, 'document', 'send', 'config/samples/order.850.edi', '--target-org', 'nobody@example.com'],
            {
                cwd: root,
                encoding: 'utf8',
                env: { ...process.env, HOME: tmpdir(), SF_DISABLE_TELEMETRY: 'true' }
            }
        );
        assert.notEqual(status, 0);
        assert.match(stdout + stderr, /nobody@example\.com/);
    });
});
