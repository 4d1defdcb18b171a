// Auto-number fields: `PO-{00000}`, with {YYYY}, {YY}, {MM} and {DD} of the day of creation.
import type { FieldDescribe, ObjectDescribe } from '../../metadata/describe.ts';
import type { OrgContext } from '../context.ts';

export function nextAutoNumber(org: OrgContext, object: ObjectDescribe, field: FieldDescribe): string {
    return formatAutoNumber(
        field.displayFormat ?? '{00000000}',
        org.store.nextAutoNumber(object, field.name),
        new Date(org.now())
    );
}

export function formatAutoNumber(format: string, serial: number, day: Date): string {
    return format.replace(/\{(0+|YYYY|YY|MM|DD)\}/g, (_, part: string) => {
        switch (part) {
            case 'YYYY':
                return String(day.getUTCFullYear());
            case 'YY':
                return String(day.getUTCFullYear()).slice(-2);
            case 'MM':
                return String(day.getUTCMonth() + 1).padStart(2, '0');
            case 'DD':
                return String(day.getUTCDate()).padStart(2, '0');
            default:
                return String(serial).padStart(part.length, '0');
        }
    });
}
