// System.Test and what belongs to it.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_test.htm
import { Blob, Decimal, SObject } from '../../../values/index.ts';
import { ApexDate, ApexDatetime } from '../../../values/index.ts';
import type { FieldDescribe } from '../../../metadata/describe.ts';
import { fieldOf } from '../../../metadata/describe.ts';
import { ApexList } from '../../runtime/collections.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { createStub } from '../../runtime/stub.ts';
import type { SObjectTypeToken } from '../../runtime/tokens.ts';
import type { RtType } from '../../runtime/types.ts';
import { testInstall, testUninstall } from '../io/install.ts';
import { setCurrentPage } from '../io/pageReference.ts';
import { nativeClass } from '../native.ts';

function onlyInTests(method: string): void {
    if (!platform().isTest) throwApex('System.TypeException', `Test.${method} can only be called from a test`);
}

export class TestBroker {
    static $native = 'EventBus.TestBroker';
}

export const test = nativeClass({
    name: 'System.Test',
    statics: {
        'Boolean isRunningTest()': () => platform().isTest,
        'void startTest()': () => {
            platform().startTest();
        },
        'void stopTest()': () => {
            platform().stopTest();
        },
        'void setMock(System.Type interfaceType, Object instance)': (type: RtType, instance: object) => {
            onlyInTests('setMock');
            platform().setMock(type.name.replace(/^System\./, ''), instance);
        },
        'Object createStub(System.Type parentType, System.StubProvider stubProvider)': (
            type: RtType,
            provider: object
        ) => createStub(type, provider),
        'Id getStandardPricebookId()': () =>
            platform().query('SELECT Id FROM Pricebook2 WHERE IsStandard = true', () => null, {
                accessMode: 'system',
                caller: null
            })[0]?.id ?? null,
        'void setCreatedDate(Id recordId, Datetime createdDatetime)': (id: string, at: ApexDatetime) => {
            onlyInTests('setCreatedDate');
            platform().setCreatedDate(id, at.ms);
        },
        'void setFixedSearchResults(List<Id> fixedSearchResults)': (ids: ApexList<string>) => {
            platform().setFixedSearchResults(ids.items);
        },
        'void setCurrentPage(System.PageReference page)': setCurrentPage,
        'void setCurrentPageReference(System.PageReference page)': setCurrentPage,
        'List<SObject> loadData(Schema.SObjectType sObjectToken, String resourceName)': loadData,
        'EventBus.TestBroker getEventBus()': () => new TestBroker(),
        'void enableChangeDataCapture()': () => undefined,
        'void testInstall(System.InstallHandler installImplementation, System.Version version)': testInstall,
        'void testInstall(System.InstallHandler installImplementation, System.Version version, Boolean isPush)':
            testInstall,
        'void testUninstall(System.UninstallHandler uninstallImplementation)': testUninstall,
        'Id enqueueBatchJobs(Integer numberOfJobs)': () => unsupported('Test.enqueueBatchJobs'),
        'void setContinuationResponse(String requestLabel, System.HttpResponse mockResponse)': () =>
            unsupported('Test.setContinuationResponse'),
        'void calculatePermissionSetGroup(Id permissionSetGroupId)': () => undefined,
        'void calculatePermissionSetGroup(List<Id> permissionSetGroupIds)': () => undefined
    }
});

export const testBroker = nativeClass({
    name: 'EventBus.TestBroker',
    methods: {
        'void deliver()': () => {
            platform().deliverEvents();
        },
        'void fail()': () => {
            platform().failEvents();
        }
    },
    isInstance: (value) => value instanceof TestBroker
});

/** Rows of a CSV static resource, inserted. */
function loadData(token: SObjectTypeToken, resource: string): ApexList<SObject> {
    onlyInTests('loadData');
    const bytes = platform().staticResource(resource);
    if (!bytes) throwApex('System.UnexpectedException', `Static Resource not found ${resource}`);
    const [header, ...lines] = readCsv(Buffer.from(bytes).toString('utf8'));
    const { describe } = token;
    const records = lines.map((cells) => {
        const record = new SObject(describe);
        (header ?? []).forEach((name, at) => {
            const field = fieldOf(describe, name.trim());
            if (!field)
                throwApex('System.UnexpectedException', `Unable to load data: no field ${name} on ${describe.name}`);
            record.values[field.name] = parseCell(field, cells[at] ?? '');
        });
        return record;
    });
    platform().dml('insert', records, { allOrNone: true, accessMode: 'system', caller: null });
    return ApexList.of(describe.name, records);
}

function parseCell(field: FieldDescribe, text: string): unknown {
    if (text === '') return null;
    switch (field.type) {
        case 'boolean':
            return text.toLowerCase() === 'true' || text === '1';
        case 'int':
            return Number(text);
        case 'double':
        case 'currency':
        case 'percent':
            return Decimal.parse(text);
        case 'date':
            return new ApexDate(Math.floor(Date.parse(text) / 86_400_000));
        case 'datetime':
            return new ApexDatetime(Date.parse(text));
        case 'base64':
            return new Blob(Buffer.from(text, 'base64'));
        default:
            return text;
    }
}

export function readCsv(text: string): string[][] {
    const rows: string[][] = [];
    let row: string[] = [];
    let cell = '';
    let quoted = false;
    const endRow = (): void => {
        row.push(cell);
        if (row.length > 1 || row[0] !== '') rows.push(row);
        row = [];
        cell = '';
    };
    for (let at = 0; at < text.length; at++) {
        const letter = text[at] as string;
        if (quoted) {
            if (letter === '"' && text[at + 1] === '"') cell += text[++at];
            else if (letter === '"') quoted = false;
            else cell += letter;
        } else if (letter === '"') quoted = true;
        else if (letter === ',') {
            row.push(cell);
            cell = '';
        } else if (letter === '\n') endRow();
        else if (letter !== '\r') cell += letter;
    }
    if (cell !== '' || row.length > 0) endRow();
    return rows;
}
