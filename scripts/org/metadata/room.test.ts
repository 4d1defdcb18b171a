import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDate, Decimal } from '../values/index.ts';
import { deployed, files, problems } from './testing.ts';
import { fieldOf } from './describe.ts';

const NAME = '<nameField><label>Name</label><type>Text</type></nameField>';
const SHELL = `CustomObject|<deploymentStatus>Deployed</deploymentStatus><label>Part</label>${NAME}<pluralLabel>Parts</pluralLabel><sharingModel>ReadWrite</sharingModel>`;
const CODE =
    '<fullName>Code__c</fullName><externalId>true</externalId><label>Code</label><length>40</length><type>Text</type><unique>true</unique>';
const TYPE = {
    'objects/Rule__mdt/Rule__mdt.object-meta.xml':
        'CustomObject|<label>Rule</label><pluralLabel>Rules</pluralLabel><visibility>Public</visibility>'
};
const mdtField = (name: string, type: string): string =>
    `CustomField|<fullName>${name}</fullName><label>${name}</label>${type}`;

test('an object in source format and in metadata format is the same object', () => {
    const source = deployed({
        'main/objects/Part__c/Part__c.object-meta.xml': SHELL,
        'main/objects/Part__c/fields/Code__c.field-meta.xml': `CustomField|${CODE}`
    });
    const metadata = deployed({
        'objects/Part__c.object': `CustomObject|<deploymentStatus>Deployed</deploymentStatus><fields>${CODE}</fields><label>Part</label>${NAME}<pluralLabel>Parts</pluralLabel><sharingModel>ReadWrite</sharingModel>`
    });
    assert.deepEqual([problems(source.messages), problems(metadata.messages)], [[], []]);
    assert.deepEqual(source.org.object('Part__c'), metadata.org.object('Part__c'));
    const code = fieldOf(source.org.object('part__C') ?? assert.fail(), 'code__c') ?? assert.fail();
    assert.deepEqual(
        [code.type, code.length, code.unique, code.externalId, code.idLookup],
        ['string', 40, true, true, true]
    );
    assert.deepEqual(source.messages.map((one) => `${one.componentType} ${one.fullName}`).sort(), [
        'CustomField Part__c.Code__c',
        'CustomObject Part__c'
    ]);
});

test('the org’s own prefix is left out of names and taken when asked', () => {
    const { org, messages } = deployed(
        {
            'objects/acme__Part__c.object': SHELL,
            'objects/acme__Part__c/fields/acme__Code__c.field-meta.xml': `CustomField|${CODE.replace('Code__c', 'acme__Code__c')}`
        },
        'acme'
    );
    assert.deepEqual(problems(messages), []);
    assert.equal(org.object('acme__Part__c')?.name, 'Part__c');
    assert.ok(org.object('Part__c')?.fields.has('code__c'));
});

test('nothing is kept before the commit, and a rollback takes everything back', () => {
    const { org } = deployed({ 'objects/Part__c.object': SHELL });
    org.rollback();
    assert.equal(org.object('Part__c'), undefined);
    org.apply(files({ 'objects/Part__c.object': SHELL }), []);
    org.commit();
    org.rollback();
    assert.equal(org.object('Part__c')?.label, 'Part');
});

test('a component that comes again unchanged is neither created nor changed', () => {
    const { org } = deployed({ 'objects/Part__c.object': SHELL });
    org.commit();
    const [again] = org.apply(files({ 'objects/Part__c.object': SHELL }), []);
    assert.deepEqual([again?.created, again?.changed], [false, false]);
    const [changed] = org.apply(files({ 'objects/Part__c.object': SHELL.replace('Parts', 'Pieces') }), []);
    assert.deepEqual([changed?.created, changed?.changed], [false, true]);
});

test('deletions take an object with its parts; what is not there is a warning', () => {
    const { org } = deployed({
        'objects/Part__c.object': SHELL,
        'objects/Part__c/fields/Code__c.field-meta.xml': `CustomField|${CODE}`
    });
    const messages = org.apply(
        [],
        [
            { type: 'CustomObject', name: 'Part__c' },
            { type: 'ApexClass', name: 'Gone' }
        ]
    );
    assert.equal(org.object('Part__c'), undefined);
    assert.deepEqual(
        messages.map((one) => [one.deleted, one.problem, one.problemType]),
        [
            [true, null, null],
            [false, 'No ApexClass named: Gone found', 'Warning']
        ]
    );
});

test('custom metadata records have typed values, blanks and names', () => {
    const { org, messages } = deployed(
        {
            ...TYPE,
            'objects/Rule__mdt/fields/Active__c.field-meta.xml': mdtField(
                'Active__c',
                '<type>Checkbox</type><defaultValue>false</defaultValue>'
            ),
            'objects/Rule__mdt/fields/Share__c.field-meta.xml': mdtField(
                'Share__c',
                '<precision>5</precision><scale>2</scale><type>Number</type>'
            ),
            'objects/Rule__mdt/fields/From__c.field-meta.xml': mdtField('From__c', '<type>Date</type>'),
            'objects/Rule__mdt/fields/Note__c.field-meta.xml': mdtField(
                'Note__c',
                '<length>20</length><type>Text</type>'
            ),
            'objects/Rule__mdt/fields/Object__c.field-meta.xml': mdtField(
                'Object__c',
                '<referenceTo>EntityDefinition</referenceTo><type>MetadataRelationship</type>'
            ),
            'objects/Rule__mdt/fields/Field__c.field-meta.xml': mdtField(
                'Field__c',
                '<metadataRelationshipControllingField>Rule__mdt.Object__c</metadataRelationshipControllingField><referenceTo>FieldDefinition</referenceTo><type>MetadataRelationship</type>'
            ),
            'customMetadata/Rule.First.md-meta.xml':
                'CustomMetadata|<label>The first</label><protected>false</protected><values><field>Active__c</field><value xsi:type="xsd:boolean">true</value></values><values><field>Share__c</field><value xsi:type="xsd:double">12.5</value></values><values><field>From__c</field><value xsi:type="xsd:date">2024-02-29</value></values><values><field>Note__c</field><value xsi:nil="true"/></values><values><field>Object__c</field><value xsi:type="xsd:string">Account</value></values><values><field>Field__c</field><value xsi:type="xsd:string">Industry</value></values>'
        },
        'acme'
    );
    assert.deepEqual(problems(messages), []);
    const [row] = org.customMetadata('Rule__mdt');
    const {
        Active__c,
        Share__c,
        From__c,
        Note__c,
        Object__c,
        Field__c,
        DeveloperName,
        MasterLabel,
        NamespacePrefix,
        QualifiedApiName
    } = row?.values ?? {};
    assert.deepEqual(
        [Active__c, Share__c, From__c, Note__c, Object__c, Field__c],
        [true, Decimal.parse('12.5'), ApexDate.of(2024, 2, 29), null, 'Account', 'Account.Industry']
    );
    assert.deepEqual(
        [DeveloperName, MasterLabel, NamespacePrefix, QualifiedApiName],
        ['First', 'The first', 'acme', 'acme__First']
    );
    assert.equal(row?.id?.length, 18);
});

test('labels are read in the language asked for', () => {
    const { org } = deployed({
        'labels/CustomLabels.labels-meta.xml':
            'CustomLabels|<labels><fullName>Greeting</fullName><language>en_US</language><protected>true</protected><shortDescription>Greeting</shortDescription><value>Hello</value></labels>',
        'translations/fr.translation-meta.xml':
            'Translations|<customLabels><label>Bonjour</label><name>Greeting</name></customLabels>'
    });
    assert.deepEqual(
        [
            org.label(null, 'greeting', null),
            org.label('c', 'Greeting', 'fr_CA'),
            org.label(null, 'Greeting', 'de'),
            org.label('other', 'Greeting', null),
            org.label(null, 'Nothing', null)
        ],
        ['Hello', 'Bonjour', 'Hello', undefined, undefined]
    );
});

test('classes and triggers carry the API version of their own files', () => {
    const { org } = deployed({
        'classes/A.cls': 'public class A {}',
        'classes/A.cls-meta.xml': 'ApexClass|<apiVersion>58.0</apiVersion><status>Active</status>',
        'triggers/T.trigger': 'trigger T on Account (before insert) {}',
        'triggers/T.trigger-meta.xml': 'ApexTrigger|<apiVersion>67.0</apiVersion>'
    });
    assert.deepEqual(
        org.apexSources().map((one) => [one.path, one.kind, one.apiVersion]),
        [
            ['classes/A.cls', 'class', 58],
            ['triggers/T.trigger', 'trigger', 67]
        ]
    );
    assert.deepEqual(
        org.setup().triggers.map((one) => [one.name, one.object]),
        [['T', 'Account']]
    );
});

test('a static resource that is a folder becomes a zip', () => {
    const { org } = deployed({
        'staticresources/Kit/a.txt': 'alpha',
        'staticresources/Kit.resource-meta.xml':
            'StaticResource|<cacheControl>Private</cacheControl><contentType>application/zip</contentType>',
        'staticresources/One.json': '{}',
        'staticresources/One.resource-meta.xml':
            'StaticResource|<cacheControl>Private</cacheControl><contentType>application/json</contentType>'
    });
    assert.equal(
        Buffer.from(org.staticResource('Kit') ?? [])
            .subarray(0, 4)
            .toString('latin1'),
        'PK\x03\x04'
    );
    assert.equal(Buffer.from(org.staticResource('one') ?? []).toString(), '{}');
    assert.equal(org.staticResource('None'), undefined);
});

test('a named credential takes its authentication from its external credential and identity provider', () => {
    const { org, messages } = deployed({
        'namedCredentials/Grid.namedCredential-meta.xml':
            'NamedCredential|<generateAuthorizationHeader>true</generateAuthorizationHeader><label>Grid</label><namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType><parameterValue>https://grid.example/v1</parameterValue></namedCredentialParameters><namedCredentialParameters><externalCredential>GridLogin</externalCredential><parameterName>ExternalCredential</parameterName><parameterType>Authentication</parameterType></namedCredentialParameters><namedCredentialType>SecuredEndpoint</namedCredentialType>',
        'externalCredentials/GridLogin.externalCredential-meta.xml':
            'ExternalCredential|<authenticationProtocol>Oauth</authenticationProtocol><externalCredentialParameters><externalAuthIdentityProvider>GridProvider</externalAuthIdentityProvider><parameterName>Provider</parameterName><parameterType>ExternalAuthIdentityProvider</parameterType></externalCredentialParameters><label>Login</label>',
        'externalAuthIdentityProviders/GridProvider.externalAuthIdentityProvider-meta.xml':
            'ExternalAuthIdentityProvider|<authenticationFlow>ClientCredentials</authenticationFlow><authenticationProtocol>OAuth</authenticationProtocol><externalAuthIdentityProviderParameters><parameterName>TokenUrl</parameterName><parameterType>TokenUrl</parameterType><parameterValue>https://grid.example/token</parameterValue></externalAuthIdentityProviderParameters><externalAuthIdentityProviderParameters><parameterName>grant_type</parameterName><parameterType>TokenRequestQueryParameter</parameterType><parameterValue>client_credentials</parameterValue></externalAuthIdentityProviderParameters><label>Provider</label>'
    });
    assert.deepEqual(problems(messages), []);
    assert.deepEqual(org.credential('Grid'), {
        url: 'https://grid.example/v1',
        secretNames: ['Grid', 'GridLogin', 'GridProvider'],
        tokenUrl: 'https://grid.example/token',
        scope: null,
        clientAuthentication: 'basic',
        tokenQuery: { grant_type: 'client_credentials' },
        protocol: 'oauthClientCredentials',
        generateAuthorizationHeader: true,
        headers: []
    });
});

test('custom fields of Activity are fields of tasks and events', () => {
    const { org } = deployed({ 'objects/Activity/fields/Code__c.field-meta.xml': `CustomField|${CODE}` });
    assert.ok(org.object('Task')?.fields.has('code__c'));
    assert.ok(org.object('Event')?.fields.has('code__c'));
});
