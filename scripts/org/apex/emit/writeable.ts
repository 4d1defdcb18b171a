// Fields that code may never write: the platform fills them. `new Account(CreatedDate = …)` is refused when it compiles, and tests
// go through Test.setCreatedDate or JSON instead.
// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/system_fields.htm
import type { FieldDescribe, ObjectDescribe } from '../../metadata/describe.ts';

const SYSTEM = new Set([
    'createdbyid',
    'createddate',
    'isdeleted',
    'lastactivitydate',
    'lastmodifiedbyid',
    'lastmodifieddate',
    'lastreferenceddate',
    'lastvieweddate',
    'masterrecordid',
    'systemmodstamp'
]);
const COMPOUND = new Set(['address', 'location']);

export function isPlatformField(object: ObjectDescribe, field: FieldDescribe): boolean {
    if (object.kind !== 'standard' && object.kind !== 'custom') return false;
    if (field.createable || field.updateable) return false;
    return field.autoNumber || COMPOUND.has(field.type) || SYSTEM.has(field.name.toLowerCase());
}
