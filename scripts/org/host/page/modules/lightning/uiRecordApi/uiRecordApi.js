// lightning/uiRecordApi over the org's UI API.
import { call, refreshKeys, wireAdapter } from 'host/platform';

const nameOf = (field) => (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`);
const pathOf = (field) => nameOf(field).split('.').slice(1);

function address({ recordId, fields = [], optionalFields = [] }) {
    const list = (names) => [names].flat().map(nameOf).join(',');
    return `/ui-api/records/${recordId}?fields=${list(fields)}&optionalFields=${list(optionalFields)}`;
}

export const getRecord = wireAdapter({
    required: ['recordId'],
    key: (config) => config.recordId,
    load: (config) => call('GET', address(config))
});

export function getFieldValue(record, field) {
    let value = record;
    for (const name of pathOf(field)) value = value?.fields?.[name]?.value;
    return value;
}
export const getFieldDisplayValue = (record, field) => record?.fields?.[pathOf(field)[0]]?.displayValue ?? null;

export async function updateRecord({ fields }) {
    const { Id, ...rest } = fields;
    const record = await call('PATCH', `/ui-api/records/${Id}`, { fields: rest });
    await refreshKeys([Id]);
    return record;
}
export const createRecord = (input) => call('POST', '/ui-api/records', input);
export const deleteRecord = (recordId) => call('DELETE', `/ui-api/records/${recordId}`);
export const notifyRecordUpdateAvailable = (records) =>
    refreshKeys(records.map(({ recordId }) => recordId)).then(() => undefined);
export const getRecordNotifyChange = notifyRecordUpdateAvailable;
