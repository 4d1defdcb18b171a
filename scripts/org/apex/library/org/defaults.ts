// Default values of fields for newSObject(…, true).
import { randomUUID } from 'node:crypto';
import type { SObject } from '../../../values/index.ts';
import { platform } from '../../runtime/platform.ts';

export function fillDefaults(record: SObject): void {
    // "… the event was created using the newSObject(recordTypeId, loadDefaults) method and contains a prepopulated UUID" (EventBus).
    if (record.describe.kind === 'platformEvent') record.values.EventUuid = randomUUID();
    for (const field of record.describe.fields.values()) {
        if (!field.createable) continue;
        if (field.defaultValueFormula)
            record.values[field.name] = platform().evaluateFormula(field.defaultValueFormula, record, field.type);
        else if (field.type === 'boolean' && field.custom) record.values[field.name] = false;
        else {
            const value = field.picklistValues.find((item) => item.isDefault && item.active);
            if (value) record.values[field.name] = value.value;
        }
    }
}
