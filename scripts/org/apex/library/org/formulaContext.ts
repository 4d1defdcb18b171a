// Apex objects as formulas see them: a record whose fields are the global members of the class and of what it extends.
// "The context type must be a global, user-defined Apex class. Any fields or properties that the formula references must also be
// global." https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_formulaeval_FormulaInstance.htm
import type { FieldDescribe, FieldType, ObjectDescribe } from '../../../metadata/describe.ts';
import { newField, newObject } from '../../../metadata/make.ts';
import { SObject } from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { classNamed } from '../../runtime/registry.ts';
import type { ClassInfo, FieldInfo, RtType } from '../../runtime/types.ts';
import { platform } from '../../runtime/platform.ts';

const TYPES: Record<string, FieldType> = {
    string: 'string',
    id: 'string',
    boolean: 'boolean',
    integer: 'double',
    long: 'double',
    double: 'double',
    decimal: 'double',
    date: 'date',
    datetime: 'datetime',
    time: 'time'
};

function members(info: ClassInfo): FieldInfo[] {
    const parent = info.superclass ? classNamed(info.superclass)?.info : undefined;
    const own = info.fields.filter((field) => !field.isStatic && field.modifiers.includes('global'));
    return [...own, ...(parent ? members(parent) : [])];
}

function fieldFor(member: FieldInfo): FieldDescribe | null {
    const type = TYPES[member.type.toLowerCase()];
    if (type) return newField({ name: member.name, type, length: 255, precision: 18, scale: 9 });
    const object = platform().schema.object(member.type);
    // The reference's own name cannot be written in a formula; its relationship can.
    return object
        ? newField({
              name: `${member.name} id`,
              type: 'reference',
              referenceTo: [object.name],
              relationshipName: member.name
          })
        : null;
}

const describes = new WeakMap<ClassInfo, ObjectDescribe>();

export function describeClass(type: RtType): ObjectDescribe {
    const info = type.cls;
    if (!info)
        return throwApex(
            'System.FormulaValidationException',
            `The context type ${type.name} must be an SObject or a user-defined Apex class.`
        );
    let describe = describes.get(info);
    if (!describe) {
        const fields = members(info).flatMap((member) => fieldFor(member) ?? []);
        describe = newObject({
            name: info.name,
            kind: 'aggregate',
            fields: new Map(fields.map((field) => [field.name.toLowerCase(), field]))
        });
        describes.set(info, describe);
    }
    return describe;
}

function read(context: Record<string, unknown>, member: FieldInfo): unknown {
    const getter = context[`get$${member.name.toLowerCase()}`];
    return typeof getter === 'function' ? (getter as () => unknown).call(context) : context[member.key];
}

export function recordOfObject(context: object, describe: ObjectDescribe): SObject {
    const record = new SObject(describe);
    const info = (context.constructor as { $info?: ClassInfo }).$info;
    for (const member of info ? members(info) : []) {
        const value = read(context as Record<string, unknown>, member);
        if (value instanceof SObject) record.parents[member.name] = value;
        else if (describe.fields.has(member.name.toLowerCase())) record.values[member.name] = value;
    }
    return record;
}
