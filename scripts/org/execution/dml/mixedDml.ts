// MIXED_DML_OPERATION: setup objects and others cannot be written in one transaction.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_mix_sobjects.htm
import { throwDml } from '../../apex/runtime/exceptions.ts';
import type { DmlOperation } from '../../apex/runtime/platform.ts';
import type { ObjectDescribe } from '../../metadata/describe.ts';
import type { SObject } from '../../values/index.ts';
import type { Transaction } from '../transaction.ts';

const setupObjects = new Set([
    'authsession',
    'contentworkspace',
    'fieldpermissions',
    'forecastingshare',
    'group',
    'groupmember',
    'objectpermissions',
    'permissionset',
    'permissionsetassignment',
    'queuesobject',
    'setupentityaccess',
    'user',
    'userrole',
    'userterritory',
    'userterritory2association',
    'territory',
    'territory2',
    'territory2model',
    'ruleterritory2association',
    'objectterritory2assignmentrule',
    'objectterritory2assignmentruleitem',
    'permissionsetgroup',
    'permissionsetgroupcomponent'
]);

export function isSetupObject(name: string): boolean {
    return setupObjects.has(name.toLowerCase());
}

/** "You can insert a user … with other sObjects … if UserRoleId is specified as null"; updates, if none of these is updated. */
const userFields = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];

function mixes(record: SObject, operation: DmlOperation): boolean {
    // "You can only insert and update a group in a transaction with other sObjects."
    if (record.describe.name === 'Group') return operation !== 'delete';
    if (record.describe.name !== 'User') return false;
    return record.id === null
        ? (record.values.UserRoleId ?? null) === null
        : !userFields.some((name) => name in record.values);
}

export function noteObject(
    tx: Transaction,
    object: ObjectDescribe,
    records: readonly SObject[],
    operation: DmlOperation
): void {
    const first = records.find((record) => !mixes(record, operation));
    if (!first || (object.kind !== 'standard' && object.kind !== 'custom')) return;
    if (isSetupObject(object.name)) {
        if (tx.dataWritten) refuse(object.name, tx.dataWritten, first);
        tx.setupWritten ??= object.name;
    } else {
        if (tx.setupWritten) refuse(object.name, tx.setupWritten, first);
        tx.dataWritten ??= object.name;
    }
}

function refuse(object: string, original: string, record: SObject): never {
    const verb = record.id === null ? 'Insert' : 'Update';
    const text = `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object}, original object: ${original}`;
    throwDml(`${verb} failed. First exception on row 0; first error: MIXED_DML_OPERATION, ${text}: []`, [
        { index: 0, id: record.id, code: 'MIXED_DML_OPERATION', message: text, fields: [] }
    ]);
}
