// What Salesforce does beyond the metadata for some standard objects. One file an area; this is the list.
import type { OrgContext } from '../../context.ts';
import type { Row } from '../row.ts';
import { activities } from './activities.ts';
import { cases, leads } from './cases.ts';
import { contentDistribution, contentDocument, contentDocumentLink, contentVersion } from './content.ts';
import { opportunity, opportunityLineItem } from './opportunities.ts';
import { order, orderItem } from './orders.ts';
import { pricebookEntry } from './pricebooks.ts';
import { permissions, permissionSetAssignment, setupEntityAccess, user } from './users.ts';

export interface StandardRules {
    /** Before the first validation. */
    prepare?: (org: OrgContext, rows: Row[], inserting: boolean) => void;
    /** After the before triggers. */
    beforeSave?: (org: OrgContext, rows: Row[], inserting: boolean) => void;
    /** With the validation rules. */
    validate?: (org: OrgContext, rows: Row[], inserting: boolean) => void;
    /** After the write, before the after triggers. */
    afterSave?: (org: OrgContext, rows: Row[], inserting: boolean) => void;
    beforeDelete?: (org: OrgContext, rows: Row[]) => void;
    afterDelete?: (org: OrgContext, rows: Row[]) => void;
}

const rules: Record<string, StandardRules> = {
    Case: cases,
    ContentDistribution: contentDistribution,
    ContentDocument: contentDocument,
    ContentDocumentLink: contentDocumentLink,
    ContentVersion: contentVersion,
    Event: activities,
    FieldPermissions: permissions,
    Lead: leads,
    ObjectPermissions: permissions,
    Opportunity: opportunity,
    OpportunityLineItem: opportunityLineItem,
    Order: order,
    OrderItem: orderItem,
    PermissionSetAssignment: permissionSetAssignment,
    PermissionSetGroupComponent: permissions,
    PricebookEntry: pricebookEntry,
    SetupEntityAccess: setupEntityAccess,
    Task: activities,
    User: user
};

export function standardRules(object: string): StandardRules | undefined {
    return rules[object];
}
