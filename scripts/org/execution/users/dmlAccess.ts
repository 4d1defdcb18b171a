// DML in user mode: object and field permissions, and sharing where the class asks for it.
import { throwApex, throwDml } from '../../apex/runtime/exceptions.ts';
import type { ObjectDescribe } from '../../metadata/describe.ts';
import { fieldOf } from '../../metadata/describe.ts';
import type { OrgContext } from '../context.ts';
import { recordError } from '../dml/errors.ts';
import type { Row, SaveOptions } from '../dml/row.ts';

type Operation = 'insert' | 'update' | 'delete' | 'undelete';
const needs = { insert: 'create', update: 'edit', delete: 'delete', undelete: 'delete' } as const;
const free = new Set([
    'id',
    'attributes',
    'createdbyid',
    'createddate',
    'lastmodifiedbyid',
    'lastmodifieddate',
    'systemmodstamp',
    'isdeleted'
]);

export function checkSaveAccess(
    org: OrgContext,
    operation: Operation,
    object: ObjectDescribe,
    rows: Row[],
    options: SaveOptions
): void {
    if (rows.length === 0) return;
    const { userId } = org.tx;
    const userMode =
        options.accessMode === 'user' ||
        (options.accessMode === 'default' && options.caller !== null && options.caller.apiVersion >= 67);
    if (userMode) {
        // "Access to entity 'Account' denied": a SecurityException (Apex Developer Guide, Enforce User Mode for Database Operations).
        if (!org.access.objectRights(userId, object)[needs[operation]])
            throwApex('System.SecurityException', `Access to entity '${object.name}' denied`);
        if (operation === 'insert' || operation === 'update') checkFields(org, operation, object, rows, options);
    }
    const sharing = userMode || options.caller?.sharing === 'with';
    if (!sharing || operation === 'insert') return;
    for (const row of rows) {
        const saved = row.old ?? row.record;
        if (!org.access.canEdit(userId, object, saved)) {
            row.errors.push(
                operation === 'update'
                    ? recordError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id')
                    : recordError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id')
            );
        }
    }
}

function checkFields(
    org: OrgContext,
    operation: 'insert' | 'update',
    object: ObjectDescribe,
    rows: Row[],
    options: SaveOptions
): void {
    const closed = new Set<string>();
    for (const row of rows) {
        for (const name of Object.keys(row.given.values)) {
            const field = fieldOf(object, name);
            if (
                !field ||
                free.has(name.toLowerCase()) ||
                !(operation === 'insert' ? field.createable : field.updateable)
            )
                continue;
            if (operation === 'update' && row.old && row.old.values[field.name] === row.given.values[name]) continue;
            if (!org.access.fieldRights(org.tx.userId, object, field.name).edit) closed.add(field.name);
        }
    }
    if (closed.size === 0) return;
    const message = `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`;
    if (options.allOrNone) {
        throwDml(
            message,
            rows.map((row) => ({
                index: row.index,
                id: row.given.id,
                code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
                message,
                fields: [...closed]
            }))
        );
    }
    for (const row of rows) row.errors.push(recordError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, [...closed]));
}
