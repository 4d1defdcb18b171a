// Checks by metadata type: what the Metadata API refuses although the file itself is well-formed.
import type { Component } from '../source/components.ts';
import type { Check, CheckContext, Problem } from './context.ts';
import { customField } from './fields.ts';
import * as objects from './objects.ts';
import * as others from './others.ts';
import * as pages from './pages.ts';
import * as permissions from './permissions.ts';
import { customMetadata } from './records.ts';

export type { CheckContext, Problem } from './context.ts';

const CHECKS: Readonly<Record<string, Check>> = {
    CustomField: customField,
    CustomObject: objects.customObject,
    ValidationRule: objects.validationRule,
    RecordType: objects.recordType,
    FieldSet: objects.fieldSet,
    CompactLayout: objects.compactLayout,
    ListView: objects.listView,
    WebLink: objects.webLink,
    CustomMetadata: customMetadata,
    PermissionSet: permissions.permissionSet,
    Profile: permissions.profile,
    PermissionSetGroup: permissions.permissionSetGroup,
    CustomTab: pages.customTab,
    CustomApplication: pages.customApplication,
    Layout: pages.layout,
    FlexiPage: pages.flexiPage,
    QuickAction: pages.quickAction,
    Queue: others.queue,
    PlatformEventSubscriberConfig: others.subscriber,
    NamedCredential: others.namedCredential,
    ExternalCredential: others.externalCredential,
    CustomLabel: others.customLabel,
    ApexTestSuite: others.testSuite,
    Role: others.role
};

/** What the org acts upon or keeps for its pages. Other types are stored and said to have no effect here. */
const ACTED: ReadonlySet<string> = new Set([
    ...Object.keys(CHECKS),
    'ApexClass',
    'ApexTrigger',
    'ApexPage',
    'ApexComponent',
    'StaticResource',
    'CustomLabels',
    'Translations',
    'GlobalValueSet',
    'StandardValueSet',
    'CustomPermission',
    'Group',
    'EmailTemplate',
    'EmailFolder',
    'ExternalAuthIdentityProvider',
    'LightningComponentBundle',
    'AuraDefinitionBundle',
    'BusinessProcess',
    'SharingReason',
    'Index',
    'LightningMessageChannel',
    'RemoteSiteSetting',
    'CspTrustedSite',
    'Document',
    'DocumentFolder',
    'Report',
    'ReportFolder',
    'ReportType',
    'Dashboard',
    'DashboardFolder',
    'ContentAsset',
    'CustomObjectTranslation',
    'Settings',
    'PlatformCachePartition'
]);

export function checkComponents(components: readonly Component[], context: CheckContext): Map<Component, Problem> {
    const problems = new Map<Component, Problem>();
    for (const component of components) {
        if (component.problems.length > 0 || component.xml === null) continue;
        const found = CHECKS[component.type]?.(component, component.xml, context);
        if (found) problems.set(component, found);
    }
    return problems;
}

/** The warning that goes with a type that has no effect here; null for the others. */
export function withoutEffect(type: string): string | null {
    return ACTED.has(type) ? null : `unsupported: the local org stores ${type} and does not act on it`;
}
