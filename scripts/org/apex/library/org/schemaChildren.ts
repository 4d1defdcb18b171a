// Schema: relationships of an object's children.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_ChildRelationship.htm
import type { ChildRelationship } from '../../../metadata/describe.ts';
import { fieldOf } from '../../../metadata/describe.ts';
import { ApexList } from '../../runtime/collections.ts';
import { platform } from '../../runtime/platform.ts';
import { sobjectFieldToken, sobjectTypeToken } from '../../runtime/tokens.ts';
import { nativeClass } from '../native.ts';

class Child {
    static $native = 'Schema.ChildRelationship';
    readonly child: ChildRelationship;
    constructor(child: ChildRelationship) {
        this.child = child;
    }
}

const children = new WeakMap<ChildRelationship, Child>();

/** One object for each relationship: code keeps them as keys of maps. */
export function childOf(child: ChildRelationship): Child {
    let known = children.get(child);
    if (!known) children.set(child, (known = new Child(child)));
    return known;
}

export const childRelationship = nativeClass({
    name: 'Schema.ChildRelationship',
    methods: {
        'Schema.SObjectType getChildSObject()': (self: Child) =>
            sobjectTypeToken(platform().schema.object(self.child.childObject)?.name ?? self.child.childObject),
        'Schema.SObjectField getField()': (self: Child) => {
            const object = platform().schema.object(self.child.childObject);
            const field = object && fieldOf(object, self.child.field);
            return object && field ? sobjectFieldToken(object.name, field.name) : null;
        },
        'String getRelationshipName()': (self: Child) => self.child.relationshipName,
        'Boolean isCascadeDelete()': (self: Child) => self.child.cascadeDelete,
        'Boolean isRestrictedDelete()': (self: Child) => self.child.restrictedDelete,
        'Boolean isDeprecatedAndHidden()': () => false,
        'List<String> getJunctionIdListNames()': () => ApexList.of('String', []),
        'List<String> getJunctionReferenceTo()': () => ApexList.of('String', [])
    },
    isInstance: (value) => value instanceof Child
});
