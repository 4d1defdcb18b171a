// Case: closed state. Lead: status and conversion flags.
import { ApexDatetime } from '../../../values/index.ts';
import type { StandardRules } from './index.ts';

export const cases: StandardRules = {
    beforeSave(org, rows) {
        for (const { record, old } of rows) {
            const closed = record.values.Status === 'Closed';
            record.values.IsClosed = closed;
            if (closed && old?.values.IsClosed !== true) record.values.ClosedDate = new ApexDatetime(org.now());
            if (!closed) record.values.ClosedDate = null;
            record.values.IsEscalated ??= false;
        }
    }
};

export const leads: StandardRules = {
    beforeSave(_org, rows) {
        for (const { record } of rows) record.values.IsConverted ??= false;
    }
};
