// For tests of the APIs: a small project in metadata format, and a served org that has it, behind a jsforce connection.
import { Connection } from 'jsforce';
import JSZip from 'jszip';
import { startOrgServer, type OrgServer } from '../index.ts';

const META = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const classXml = `<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass ${META}><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>`;

export const SHIPMENT_OBJECT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${META}>
    <deploymentStatus>Deployed</deploymentStatus>
    <fields><fullName>Code__c</fullName><externalId>true</externalId><label>Code</label><length>20</length><type>Text</type><unique>true</unique></fields>
    <fields><fullName>Weight__c</fullName><label>Weight</label><precision>10</precision><scale>2</scale><type>Number</type></fields>
    <fields><fullName>Sent__c</fullName><label>Sent</label><type>DateTime</type></fields>
    <fields><fullName>Account__c</fullName><label>Account</label><referenceTo>Account</referenceTo><relationshipLabel>Shipments</relationshipLabel><relationshipName>Shipments</relationshipName><type>Lookup</type></fields>
    <label>Shipment</label>
    <nameField><label>Shipment Name</label><type>Text</type></nameField>
    <pluralLabel>Shipments</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>
    <validationRules><fullName>WeightNotNegative</fullName><active>true</active><errorConditionFormula>Weight__c &lt; 0</errorConditionFormula><errorDisplayField>Weight__c</errorDisplayField><errorMessage>A weight is never negative</errorMessage></validationRules>
</CustomObject>`;

export const PING_EVENT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${META}>
    <deploymentStatus>Deployed</deploymentStatus>
    <eventType>HighVolume</eventType>
    <fields><fullName>Message__c</fullName><label>Message</label><length>100</length><type>Text</type></fields>
    <label>Ping</label>
    <pluralLabel>Pings</pluralLabel>
    <publishBehavior>PublishAfterCommit</publishBehavior>
</CustomObject>`;

export const SHIPMENT_SERVICE = `@RestResource(urlMapping='/shipments/*')
global with sharing class ShipmentService {
    @HttpGet
    global static String read() {
        return 'code ' + RestContext.request.requestURI.substringAfterLast('/');
    }
    @HttpPost
    global static Id create(String code, Decimal weight) {
        Shipment__c shipment = new Shipment__c(Name = code, Code__c = code, Weight__c = weight);
        insert as user shipment;
        return shipment.Id;
    }
    public static Integer doubled(Integer value) {
        return value * 2;
    }
}`;

export const SHIPMENT_TEST = `@IsTest
private class ShipmentServiceTest {
    @IsTest
    static void doubles() {
        Assert.areEqual(4, ShipmentService.doubled(2));
    }
    @IsTest
    static void failsOnPurpose() {
        Assert.areEqual(5, ShipmentService.doubled(2), 'doubled');
    }
}`;

/** The project as a deploy's zip holds it. */
export const SAMPLE_FILES: Readonly<Record<string, string>> = {
    'objects/Shipment__c.object': SHIPMENT_OBJECT,
    'objects/Ping__e.object': PING_EVENT,
    'classes/ShipmentService.cls': SHIPMENT_SERVICE,
    'classes/ShipmentService.cls-meta.xml': classXml,
    'classes/ShipmentServiceTest.cls': SHIPMENT_TEST,
    'classes/ShipmentServiceTest.cls-meta.xml': classXml
};

const PACKAGE = `<?xml version="1.0" encoding="UTF-8"?>
<Package ${META}>
    <types><members>*</members><name>ApexClass</name></types>
    <types><members>Shipment__c</members><members>Ping__e</members><name>CustomObject</name></types>
    <version>67.0</version>
</Package>`;

export async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
    const zip = new JSZip();
    zip.file('package.xml', PACKAGE);
    for (const [path, text] of Object.entries(files)) zip.file(path, text);
    return await zip.generateAsync({ type: 'nodebuffer' });
}

export interface ServedOrg {
    server: OrgServer;
    /** As a client that has a session id. */
    connection: Connection;
    /** A request as written, with the session unless headers say otherwise. */
    send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
    close: () => Promise<void>;
}

export interface Answer {
    status: number;
    body: unknown;
    headers: Headers;
}

/** A served org with the sample project, or an empty one. */
export async function serveOrg(files: Readonly<Record<string, string>> | null = SAMPLE_FILES): Promise<ServedOrg> {
    const server = await startOrgServer({ port: 0, database: null, namespace: null, apiVersion: 67 });
    const connection = new Connection({ instanceUrl: server.url, accessToken: server.org.adminToken, version: '67.0' });
    const served: ServedOrg = {
        server,
        connection,
        send: (method, path, body, headers) => send(server, method, path, body, headers),
        close: () => server.close()
    };
    if (files === null) return served;
    const result = await connection.metadata
        .deploy(await zipOf(files), { singlePackage: true, rollbackOnError: true })
        .complete(true);
    if (result.success) return served;
    await server.close();
    throw new Error(`The sample project does not deploy: ${JSON.stringify(result.details?.componentFailures)}`);
}

async function send(
    server: OrgServer,
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {}
): Promise<Answer> {
    const response = await fetch(server.url + path, {
        method,
        headers: { authorization: `Bearer ${server.org.adminToken}`, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
    });
    const text = await response.text();
    return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? null : (JSON.parse(text) as unknown)
    };
}
