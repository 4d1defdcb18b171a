// System.Trigger: the context variables of the trigger that runs. The compiler gives `new`, `old` and the maps the type of the
// trigger's object.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_context_variables.htm
import { enumConstant } from '../../runtime/enums.ts';
import type { TriggerFrame } from '../../runtime/platform.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';

const has = (part: string): boolean => platform().trigger?.operation.includes(part) ?? false;
const read = <K extends keyof TriggerFrame>(key: K): TriggerFrame[K] | null => platform().trigger?.[key] ?? null;

export const trigger = nativeClass({
    name: 'System.Trigger',
    staticProperties: {
        'Boolean isExecuting': { get: () => platform().trigger !== null },
        'Boolean isInsert': { get: () => has('INSERT') },
        'Boolean isUpdate': { get: () => has('UPDATE') },
        'Boolean isDelete': { get: () => has('_DELETE') },
        'Boolean isUndelete': { get: () => has('UNDELETE') },
        'Boolean isBefore': { get: () => has('BEFORE') },
        'Boolean isAfter': { get: () => has('AFTER') },
        'List<SObject> new': { get: () => read('newList') },
        'List<SObject> old': { get: () => read('oldList') },
        'Map<Id,SObject> newMap': { get: () => read('newMap') },
        'Map<Id,SObject> oldMap': { get: () => read('oldMap') },
        'Integer size': { get: () => read('size') },
        'System.TriggerOperation operationType': {
            get: () => {
                const operation = read('operation');
                return operation ? (enumConstant('System.TriggerOperation', operation) ?? null) : null;
            }
        }
    }
});

export const triggerOperation = nativeClass({
    name: 'System.TriggerOperation',
    kind: 'enum',
    enumValues: [
        'BEFORE_INSERT',
        'BEFORE_UPDATE',
        'BEFORE_DELETE',
        'AFTER_INSERT',
        'AFTER_UPDATE',
        'AFTER_DELETE',
        'AFTER_UNDELETE'
    ]
});
