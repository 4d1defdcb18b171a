// Which standard objects and fields can be written, triggered on and undeleted ("Object Reference for the Salesforce Platform",
// "Supported Objects" of Apex triggers).
import type { ObjectDescribe } from '../describe.ts';

export const TRIGGERABLE: ReadonlySet<string> = new Set(
    (
        'Account AccountContactRelation Asset AssetRelationship Attachment Campaign CampaignMember CampaignMemberStatus Case CaseComment CollaborationGroup CollaborationGroupMember CollaborationGroupRecord Contact ContactPointAddress ContactPointEmail ContactPointPhone ContentDistribution ContentDocument ' +
        'ContentDocumentLink ContentVersion Contract ContractLineItem Document DuplicateRecordItem DuplicateRecordSet EmailMessage Entitlement Event EventRelation FeedComment FeedItem FlowRecordRelation Idea IdeaComment Individual Lead Location Note OperatingHours Opportunity OpportunityContactRole OpportunityLineItem OpportunityLineItemSchedule ' +
        'OpportunityTeamMember OpportunitySplit Order OrderItem Pricebook2 PricebookEntry Product2 Quote QuoteLineItem ServiceAppointment ServiceContract Solution Task TimeSlot Topic TopicAssignment User UserProvisioningRequest WorkOrder WorkOrderLineItem WorkType'
    ).split(' ')
);

const READ_ONLY_OBJECTS = new RegExp(
    '^(' +
        [
            'Apex(Class|Component|EmailNotification|Log|Page|PageInfo|TestResult|TestResultLimits|TestRunResult|Trigger|TypeImplementor)',
            'AsyncApexJob',
            'CronTrigger',
            'CronJobDetail',
            'EntityDefinition',
            'EntityParticle',
            'FieldDefinition',
            'PicklistValueInfo',
            'RelationshipDomain',
            'RelationshipInfo',
            'SearchLayout',
            'DataType',
            'DataStatistics',
            'UserLicense',
            'PermissionSetLicense',
            'RecentlyViewed',
            'Name',
            'AggregateResult',
            'ActivityHistory',
            'OpenActivity',
            'NoteAndAttachment',
            'CombinedAttachment',
            'AttachedContentDocument',
            '\\w+History',
            '\\w+Feed',
            '\\w+ChangeEvent',
            'Login(History|Ip|Geo)',
            'SetupAuditTrail',
            'AuthSession',
            'OauthToken',
            'Period',
            'FiscalYearSettings',
            '(Lead|Case|Order|Contract|Solution|Task|WorkOrder|WorkOrderLineItem|ServiceAppointment)Status',
            'OpportunityStage',
            'TaskPriority',
            'PartnerRole',
            'User(Record|Entity|Field|Permission)Access',
            'Flow(DefinitionView|VersionView|VariableView)',
            'Process(Definition|Node|Instance|InstanceHistory|InstanceNode|InstanceStep)',
            'EventBusSubscriber',
            'PlatformEventUsageMetric',
            'Organization',
            'ContentBody',
            'AppDefinition',
            'AppMenuItem',
            'TabDefinition',
            'ConnectedApplication',
            'StaticResource',
            'NamedCredential',
            'ListView',
            'Publisher',
            'ColorDefinition',
            'IconDefinition',
            'Report',
            'Dashboard',
            'DashboardComponent',
            'Translation',
            'PlatformCachePartition',
            'PlatformCachePartitionType',
            'PlatformAction',
            'AuraDefinition',
            'AuraDefinitionBundle',
            'TaskWhoRelation',
            'EventWhoRelation',
            'VerificationHistory',
            'BusinessHours',
            'FeedRevision',
            'FeedTrackedChange',
            'Site',
            'SiteDetail',
            'Community',
            'PackageLicense',
            'DomainSite',
            'MatchingInformation',
            'BackgroundOperation'
        ].join('|') +
        ')$'
);

export function isReadOnlyObject(object: string): boolean {
    return READ_ONLY_OBJECTS.test(object);
}

const SYSTEM_FIELDS =
    /^(Id|IsDeleted|CreatedById|CreatedDate|LastModifiedById|LastModifiedDate|SystemModstamp|LastActivityDate|LastViewedDate|LastReferencedDate|MasterRecordId|PhotoUrl|LastCURequestDate|LastCUUpdateDate)$/;

export function isReadOnlyField(_object: string, field: string): boolean {
    return SYSTEM_FIELDS.test(field);
}

/** Objects whose deleted rows go to the recycle bin. */
export function standardUndeletable(object: string): boolean {
    return (
        !/(Share|Relation|Role|Member)$|^(User|Group|GroupMember|PermissionSet|PermissionSetAssignment|Organization|Profile|RecordType|Topic)$/.test(
            object
        ) || /^(CampaignMember|OpportunityContactRole|AccountContactRole)$/.test(object)
    );
}

export function sharingModelOf(object: string): ObjectDescribe['sharingModel'] {
    if (
        /^(OpportunityLineItem|OrderItem|OpportunityContactRole|CaseComment|CampaignMember|QuoteLineItem|WorkOrderLineItem|Quote|AccountContactRelation)$/.test(
            object
        )
    )
        return 'ControlledByParent';
    if (/^(Task|Event)$/.test(object)) return 'Private';
    if (/^User$/.test(object)) return 'Read';
    return 'ReadWrite';
}
