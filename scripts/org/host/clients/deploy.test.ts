// Deploys with Salesforce's own source-deploy-retrieve, over SOAP and over REST.
import { AuthInfo, Connection } from '@salesforce/core';
import { ComponentSet } from '@salesforce/source-deploy-retrieve';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ServedOrg } from './testing.ts';
import { SAMPLE_FILES, serveOrg, zipOf } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'source-'));
process.env.HOME = folder;
const CLASS_XML = SAMPLE_FILES['classes/ShipmentService.cls-meta.xml'] ?? '';
let org: ServedOrg;
let connection: Connection;

before(async () => {
    org = await serveOrg(null);
    const authInfo = await AuthInfo.create({
        accessTokenOptions: { accessToken: org.server.org.adminToken, instanceUrl: org.server.url }
    });
    connection = await Connection.create({ authInfo });
});
after(async () => {
    await org.close();
    rmSync(folder, { recursive: true, force: true });
});

/** Writes source files and gives their components. */
function source(name: string, files: Record<string, string>): ComponentSet {
    for (const [path, text] of Object.entries(files)) {
        const file = join(folder, name, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
    }
    const components = ComponentSet.fromSource(join(folder, name));
    components.apiVersion = '67.0';
    components.sourceApiVersion = '67.0';
    return components;
}

for (const rest of [true, false]) {
    void test(`classes deploy over ${rest ? 'REST' : 'SOAP'} and are there`, async () => {
        const name = rest ? 'ByRest' : 'BySoap';
        const components = source(name, {
            [`classes/${name}.cls`]: `public class ${name} { public static Integer one() { return 1; } }`,
            [`classes/${name}.cls-meta.xml`]: CLASS_XML
        });
        const { response } = await (
            await components.deploy({ usernameOrConnection: connection, apiOptions: { rest } })
        ).pollStatus(50, 30);
        assert.equal(response.success, true);
        assert.equal(response.status, 'Succeeded');
        assert.equal(response.numberComponentsDeployed, 1);
        const result = await org.connection.tooling.executeAnonymous(`Assert.areEqual(1, ${name}.one());`);
        assert.equal(result.exceptionMessage, null);
        assert.equal(result.success, true);
    });

    void test(`a class that does not compile fails over ${rest ? 'REST' : 'SOAP'} with its line`, async () => {
        const name = rest ? 'BadByRest' : 'BadBySoap';
        const components = source(name, {
            [`classes/${name}.cls`]: `public class ${name} {\n    Integer x = nope;\n}`,
            [`classes/${name}.cls-meta.xml`]: CLASS_XML
        });
        const deployed = await (
            await components.deploy({ usernameOrConnection: connection, apiOptions: { rest } })
        ).pollStatus(50, 30);
        assert.equal(deployed.response.success, false);
        const failure = [deployed.response.details.componentFailures ?? []].flat()[0];
        assert.equal(failure?.fullName, name);
        assert.equal(failure.problem, 'Variable does not exist: nope');
        assert.equal(Number(failure.lineNumber), 2);
        const failed = deployed.getFileResponses().find((file) => file.state === 'Failed');
        assert.equal(failed?.fullName, name);
        assert.equal((await org.connection.query(`SELECT Id FROM ApexClass WHERE Name = '${name}'`)).totalSize, 0);
    });
}

void test('a validation only keeps nothing', async () => {
    const components = source('Checked', {
        'classes/Checked.cls': 'public class Checked {}',
        'classes/Checked.cls-meta.xml': CLASS_XML
    });
    const { response } = await (
        await components.deploy({ usernameOrConnection: connection, apiOptions: { rest: true, checkOnly: true } })
    ).pollStatus(50, 30);
    assert.equal(response.success, true);
    assert.equal((await org.connection.query("SELECT Id FROM ApexClass WHERE Name = 'Checked'")).totalSize, 0);
});

void test('tests asked for with the deploy run, and one that fails fails the deploy', async () => {
    const result = await org.connection.metadata
        .deploy(await zipOf(SAMPLE_FILES), {
            singlePackage: true,
            rollbackOnError: true,
            testLevel: 'RunSpecifiedTests',
            runTests: ['ShipmentServiceTest']
        })
        .complete(true);
    assert.equal(result.success, false);
    assert.equal(result.numberTestErrors, 1);
    assert.equal(result.numberTestsTotal, 2);
    assert.equal((await org.connection.query("SELECT Id FROM ApexClass WHERE Name = 'ShipmentService'")).totalSize, 0);
});

void test('destructive changes take a class away', async () => {
    await org.connection.metadata
        .deploy(await zipOf({ 'classes/Gone.cls': 'public class Gone {}', 'classes/Gone.cls-meta.xml': CLASS_XML }), {
            singlePackage: true
        })
        .complete(true);
    assert.equal((await org.connection.query("SELECT Id FROM ApexClass WHERE Name = 'Gone'")).totalSize, 1);
    const destructive =
        '<?xml version="1.0"?><Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>Gone</members><name>ApexClass</name></types></Package>';
    const result = await org.connection.metadata
        .deploy(await zipOf({ 'destructiveChanges.xml': destructive }), { singlePackage: true })
        .complete(true);
    assert.equal(result.success, true);
    assert.equal((await org.connection.query("SELECT Id FROM ApexClass WHERE Name = 'Gone'")).totalSize, 0);
});
