// Task and Event: closed state, and the end of an event from its duration.
import { ApexDatetime } from '../../../values/index.ts';
import type { StandardRules } from './index.ts';

export const activities: StandardRules = {
    beforeSave(_org, rows) {
        for (const { record } of rows) {
            const { values } = record;
            if (record.describe.name === 'Task') {
                values.IsClosed = values.Status === 'Completed';
                continue;
            }
            const { StartDateTime: start, ActivityDateTime: at, EndDateTime: end, DurationInMinutes: minutes } = values;
            const from = start ?? at;
            if (!(from instanceof ApexDatetime)) continue;
            values.StartDateTime = values.ActivityDateTime = from;
            if (end instanceof ApexDatetime) values.DurationInMinutes = Math.round((end.ms - from.ms) / 60_000);
            else if (typeof minutes === 'number') values.EndDateTime = new ApexDatetime(from.ms + minutes * 60_000);
        }
    }
};
