// Database.DMLOptions and its headers. The local org acts on optAllOrNone and allowFieldTruncation; it has no assignment rules,
// duplicate rules or outgoing mail for the other headers to steer.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database_dmloptions.htm
import type { DmlHeaderOptions } from '../../runtime/platform.ts';
import { nativeClass, type NativeClass } from '../native.ts';

class Header {
    values: Record<string, unknown> = {};
}
export class AssignmentRuleHeader extends Header {
    static $native = 'Database.DMLOptions.AssignmentRuleHeader';
}
export class DuplicateRuleHeader extends Header {
    static $native = 'Database.DMLOptions.DuplicateRuleHeader';
}
export class EmailHeader extends Header {
    static $native = 'Database.DMLOptions.EmailHeader';
}

export class DmlOptionsValue extends Header {
    static $native = 'Database.DMLOptions';
    assignment = new AssignmentRuleHeader();
    duplicate = new DuplicateRuleHeader();
    email = new EmailHeader();

    get header(): DmlHeaderOptions {
        return {
            allowFieldTruncation: this.values.allowFieldTruncation === true,
            optAllOrNone: (this.values.optAllOrNone as boolean | null | undefined) ?? null,
            allowDuplicateSave: this.duplicate.values.allowSave === true
        };
    }
}

type Accessors = NonNullable<NativeClass['properties']>;

/** Properties that only keep their value; null at first. */
function kept(...signatures: string[]): Accessors {
    const properties: Accessors = {};
    for (const signature of signatures) {
        const name = signature.split(' ')[1] as string;
        properties[signature] = {
            get: (self: Header) => self.values[name] ?? null,
            set: (self: Header, value: unknown) => {
                self.values[name] = value;
            }
        };
    }
    return properties;
}

export const dmlOptions = nativeClass({
    name: 'Database.DMLOptions',
    constructors: { '()': () => new DmlOptionsValue() },
    properties: {
        ...kept('Boolean allowFieldTruncation', 'String localeOptions', 'Boolean optAllOrNone'),
        'Database.DMLOptions.AssignmentRuleHeader assignmentRuleHeader': {
            get: (self: DmlOptionsValue) => self.assignment,
            set: (self: DmlOptionsValue, value: AssignmentRuleHeader) => {
                self.assignment = value;
            }
        },
        'Database.DMLOptions.DuplicateRuleHeader duplicateRuleHeader': {
            get: (self: DmlOptionsValue) => self.duplicate,
            set: (self: DmlOptionsValue, value: DuplicateRuleHeader) => {
                self.duplicate = value;
            }
        },
        'Database.DMLOptions.EmailHeader emailHeader': {
            get: (self: DmlOptionsValue) => self.email,
            set: (self: DmlOptionsValue, value: EmailHeader) => {
                self.email = value;
            }
        }
    },
    isInstance: (value) => value instanceof DmlOptionsValue
});

export const assignmentRuleHeader = nativeClass({
    name: 'Database.DMLOptions.AssignmentRuleHeader',
    constructors: { '()': () => new AssignmentRuleHeader() },
    properties: kept('Id assignmentRuleId', 'Boolean useDefaultRule'),
    isInstance: (value) => value instanceof AssignmentRuleHeader
});

export const duplicateRuleHeader = nativeClass({
    name: 'Database.DMLOptions.DuplicateRuleHeader',
    constructors: { '()': () => new DuplicateRuleHeader() },
    properties: kept('Boolean allowSave', 'Boolean includeRecordDetails', 'Boolean runAsCurrentUser'),
    isInstance: (value) => value instanceof DuplicateRuleHeader
});

export const emailHeader = nativeClass({
    name: 'Database.DMLOptions.EmailHeader',
    constructors: { '()': () => new EmailHeader() },
    properties: kept('Boolean triggerAutoResponseEmail', 'Boolean triggerOtherEmail', 'Boolean triggerUserEmail'),
    isInstance: (value) => value instanceof EmailHeader
});
