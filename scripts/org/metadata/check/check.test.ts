// What an org refuses. Messages are those of the Metadata API.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deployed } from '../testing.ts';

const PART = {
    'objects/Part__c/Part__c.object-meta.xml':
        'CustomObject|<deploymentStatus>Deployed</deploymentStatus><label>Part</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Parts</pluralLabel><sharingModel>ReadWrite</sharingModel>'
};
const RULE = {
    'objects/Rule__mdt/Rule__mdt.object-meta.xml': 'CustomObject|<label>Rule</label><pluralLabel>Rules</pluralLabel>',
    'objects/Rule__mdt/fields/Size__c.field-meta.xml':
        'CustomField|<fullName>Size__c</fullName><label>Size</label><precision>3</precision><scale>0</scale><type>Number</type>'
};
const field = (name: string, inside: string): Record<string, string> => ({
    [`objects/Part__c/fields/${name}.field-meta.xml`]: `CustomField|<fullName>${name}</fullName><label>A field</label>\n${inside}`
});
const set = (inside: string): Record<string, string> => ({
    'permissionsets/Use.permissionset-meta.xml': `PermissionSet|<label>Use</label>\n${inside}`
});

const CASES: [what: string, files: Record<string, string>, problem: string, line: number][] = [
    [
        'malformed XML',
        { 'labels/CustomLabels.labels-meta.xml': '<CustomLabels>\n<labels></CustomLabels>' },
        'Error parsing file: The element type "labels" must be terminated by the matching end-tag "</labels>".',
        2
    ],
    [
        'an unknown element',
        set('<colour>red</colour>'),
        'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}colour invalid at this location in type PermissionSet',
        4
    ],
    [
        'a value outside its enumeration',
        { ...PART, ...field('A__c', '<type>Texte</type>') },
        "'Texte' is not a valid value for the enum 'FieldType'",
        4
    ],
    [
        'a missing element',
        { 'permissionsets/Use.permissionset-meta.xml': 'PermissionSet|<description>x</description>' },
        'Required field is missing: label',
        2
    ],
    [
        'a file of no known type',
        { 'things/One.thing-meta.xml': 'Thing|<a>1</a>' },
        'Could not infer a metadata type: things/One.thing-meta.xml',
        1
    ],
    [
        'a class without its XML file',
        { 'classes/A.cls': 'class A {}' },
        'Error: no metadata file found for ApexClass A; expected classes/A.cls-meta.xml',
        1
    ],
    [
        'a field whose name is not that of its file',
        {
            ...PART,
            'objects/Part__c/fields/B__c.field-meta.xml':
                'CustomField|<fullName>A__c</fullName><label>A</label><type>Date</type>'
        },
        'The fullName A__c does not match the file name B__c',
        2
    ],
    [
        'a field of an object that is not there',
        {
            'objects/Nothing__c/fields/A__c.field-meta.xml':
                'CustomField|<fullName>A__c</fullName><label>A</label><type>Date</type>'
        },
        'In field: fullName - no CustomObject named Nothing__c found',
        2
    ],
    [
        'a text without a length',
        { ...PART, ...field('A__c', '<type>Text</type>') },
        "Must specify 'length' for a CustomField of type Text",
        2
    ],
    [
        'a lookup to nothing',
        {
            ...PART,
            ...field(
                'A__c',
                '<referenceTo>Nothing__c</referenceTo><relationshipName>As</relationshipName><type>Lookup</type>'
            )
        },
        'In field: referenceTo - no CustomObject named Nothing__c found',
        4
    ],
    [
        'a required lookup that may be emptied',
        {
            ...PART,
            ...field(
                'A__c',
                '<deleteConstraint>SetNull</deleteConstraint><referenceTo>Account</referenceTo><relationshipName>As</relationshipName><required>true</required><type>Lookup</type>'
            )
        },
        'must specify either cascade delete or restrict delete for required lookup foreign key',
        4
    ],
    [
        'two child relationships of one name',
        {
            ...PART,
            ...field(
                'A__c',
                '<referenceTo>Account</referenceTo><relationshipName>Parts</relationshipName><type>Lookup</type>'
            ),
            ...field(
                'B__c',
                '<referenceTo>Account</referenceTo><relationshipName>Parts</relationshipName><type>Lookup</type>'
            )
        },
        'There is already a Child Relationship named Parts on Account.',
        4
    ],
    [
        'a formula with a field that is not there',
        {
            ...PART,
            ...field(
                'A__c',
                '<formula>1 +\nMissing__c</formula><precision>18</precision><scale>0</scale><type>Number</type>'
            )
        },
        'Field Missing__c does not exist. Check spelling.',
        5
    ],
    [
        'a formula of another type than its field',
        {
            ...PART,
            ...field('A__c', '<formula>"a"</formula><precision>18</precision><scale>0</scale><type>Number</type>')
        },
        'Formula result is data type (Text), incompatible with expected data type (Number).',
        4
    ],
    [
        'a default value that is no formula',
        { ...PART, ...field('A__c', '<defaultValue>Draft</defaultValue><length>10</length><type>Text</type>') },
        'Field Draft does not exist. Check spelling.',
        4
    ],
    [
        'a global value set that is not there',
        { ...PART, ...field('A__c', '<type>Picklist</type><valueSet><valueSetName>Colours</valueSetName></valueSet>') },
        'In field: valueSetName - no GlobalValueSet named Colours found',
        4
    ],
    [
        'a detail that does not share as its master',
        {
            ...PART,
            ...field(
                'A__c',
                '<referenceTo>Account</referenceTo><relationshipName>Parts</relationshipName><type>MasterDetail</type>'
            )
        },
        'Cannot set sharingModel to ReadWrite on a CustomObject with a MasterDetail relationship field',
        3
    ],
    [
        'a currency on a platform event',
        {
            'objects/Told__e/Told__e.object-meta.xml':
                'CustomObject|<deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Told</label><pluralLabel>Tolds</pluralLabel>',
            'objects/Told__e/fields/A__c.field-meta.xml':
                'CustomField|<fullName>A__c</fullName><label>A</label><precision>18</precision><scale>2</scale><type>Currency</type>'
        },
        'Field type Currency is not allowed on Told__e',
        3
    ],
    [
        'a rule that is not true or false',
        {
            ...PART,
            'objects/Part__c/validationRules/R.validationRule-meta.xml':
                'ValidationRule|<fullName>R</fullName><active>true</active>\n<errorConditionFormula>LEN(Name)</errorConditionFormula><errorMessage>No.</errorMessage>'
        },
        'Formula result is data type (Number), incompatible with expected data type (Boolean).',
        4
    ],
    [
        'a field set with a field that is not there',
        {
            ...PART,
            'objects/Part__c/fieldSets/S.fieldSet-meta.xml':
                'FieldSet|<fullName>S</fullName><description>x</description><label>S</label>\n<displayedFields><field>No__c</field></displayedFields>'
        },
        'In field: field - no CustomField named Part__c.No__c found',
        4
    ],
    [
        'a record of no type',
        { 'customMetadata/Nothing.One.md-meta.xml': 'CustomMetadata|<label>One</label>' },
        'In field: fullName - no CustomObject named Nothing__mdt found',
        2
    ],
    [
        'a record with a field that is not there',
        {
            ...RULE,
            'customMetadata/Rule.One.md-meta.xml':
                'CustomMetadata|<label>One</label>\n<values><field>No__c</field><value xsi:type="xsd:string">x</value></values>'
        },
        'In field: field - no CustomField named Rule__mdt.No__c found',
        4
    ],
    [
        'a record with a number that is none',
        {
            ...RULE,
            'customMetadata/Rule.One.md-meta.xml':
                'CustomMetadata|<label>One</label>\n<values><field>Size__c</field><value xsi:type="xsd:string">big</value></values>'
        },
        'Invalid value for Size__c: big',
        4
    ],
    [
        'permissions on an object that is not there',
        set(
            '<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>No__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>'
        ),
        'In field: object - no CustomObject named No__c found',
        4
    ],
    [
        'permissions that others must come with',
        set(
            '<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>false</allowRead><modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllRecords>false</viewAllRecords></objectPermissions>'
        ),
        'Permission Edit Account depends on permission(s): Read Account',
        4
    ],
    [
        'permissions on a field that is not there',
        set(
            '<fieldPermissions><editable>true</editable><field>Account.No__c</field><readable>true</readable></fieldPermissions>'
        ),
        'In field: field - no CustomField named Account.No__c found',
        4
    ],
    [
        'permissions on a required field',
        {
            ...PART,
            ...field('A__c', '<required>true</required><type>Date</type>'),
            ...set(
                '<fieldPermissions><editable>true</editable><field>Part__c.A__c</field><readable>true</readable></fieldPermissions>'
            )
        },
        'You cannot deploy to a required field: Part__c.A__c',
        4
    ],
    [
        'access to a class that is not there',
        set('<classAccesses><apexClass>No</apexClass><enabled>true</enabled></classAccesses>'),
        'In field: apexClass - no ApexClass named No found',
        4
    ],
    [
        'a user permission that no user has',
        set('<userPermissions><enabled>true</enabled><name>Fly</name></userPermissions>'),
        'Unknown user permission: Fly',
        4
    ],
    [
        'a tab of an object that is not there',
        { 'tabs/No__c.tab-meta.xml': 'CustomTab|<customObject>true</customObject><motif>Custom1: Heart</motif>' },
        'In field: customObject - no CustomObject named No__c found',
        3
    ],
    [
        'an app with a tab that is not there',
        { 'applications/App.app-meta.xml': 'CustomApplication|<label>App</label>\n<tabs>No__c</tabs>' },
        'In field: tabs - no CustomTab named No__c found',
        4
    ],
    [
        'a layout with a field that is not there',
        {
            ...PART,
            'layouts/Part__c-Part Layout.layout-meta.xml':
                'Layout|<layoutSections><layoutColumns>\n<layoutItems><behavior>Edit</behavior><field>No__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>'
        },
        'In field: field - no CustomField named Part__c.No__c found',
        4
    ],
    [
        'a page with a component that is not there',
        {
            'flexipages/Home.flexipage-meta.xml':
                'FlexiPage|<flexiPageRegions>\n<itemInstances><componentInstance><componentName>c:nothing</componentName></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions><masterLabel>Home</masterLabel><template><name>flexipage:defaultAppHomeTemplate</name></template><type>AppPage</type>'
        },
        "We couldn't retrieve the design time component information for component c:nothing.",
        4
    ],
    [
        'a queue of an object that is not there',
        {
            'queues/Q.queue-meta.xml':
                'Queue|<name>Q</name>\n<queueSobject><sobjectType>No__c</sobjectType></queueSobject>'
        },
        'In field: sobjectType - no CustomObject named No__c found',
        4
    ]
];

for (const [what, texts, problem, line] of CASES) {
    test(`${what} is refused with its line`, () => {
        const refused = deployed(texts).messages.filter((one) => !one.success);
        assert.deepEqual(
            refused.slice(0, 1).map((one) => [one.problem, one.line, one.problemType]),
            [[problem, line, 'Error']]
        );
    });
}

test('what is refused is not in the org', () => {
    const { org } = deployed({ ...PART, ...field('A__c', '<type>Text</type>'), ...field('B__c', '<type>Date</type>') });
    assert.deepEqual(
        [org.object('Part__c')?.fields.has('a__c'), org.object('Part__c')?.fields.has('b__c')],
        [false, true]
    );
});

test('a type that the org stores and does not act on is taken with a warning', () => {
    const { messages } = deployed({ 'prompts/P.prompt-meta.xml': 'Prompt|<masterLabel>P</masterLabel>' });
    assert.deepEqual(
        messages.map((one) => [one.success, one.problemType, one.problem]),
        [[true, 'Warning', 'unsupported: the local org stores Prompt and does not act on it']]
    );
});
