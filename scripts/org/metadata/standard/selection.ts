// The standard objects of the local org: those of a Developer Edition org with the features that packages usually meet.
// Objects of features that are off here (multiple currencies, person accounts, territories, communities' portals) are left out,
// as an org without the feature has no such object.

export const STANDARD_OBJECTS: readonly string[] = [
    // sales
    'Account', 'AccountContactRelation', 'AccountContactRole', 'AccountPartner', 'AccountFeed', 'AccountHistory', 'AccountShare', 
    'Asset', 'AssetFeed', 'AssetHistory', 'AssetRelationship', 'AssetShare',
    'Campaign', 'CampaignFeed', 'CampaignHistory', 'CampaignMember', 'CampaignMemberStatus', 'CampaignShare',
    'Contact', 'ContactFeed', 'ContactHistory', 'ContactShare', 'ContactPointEmail', 'ContactPointPhone', 'ContactPointAddress', 'ContactPointAddressHistory', 'ContactPointConsent', 'ContactRequest',
    'Contract', 'ContractContactRole', 'ContractFeed', 'ContractHistory', 'ContractStatus',
    'Individual', 'IndividualHistory', 'IndividualShare',
    'Lead', 'LeadFeed', 'LeadHistory', 'LeadShare', 'LeadStatus',
    'Opportunity', 'OpportunityCompetitor', 'OpportunityContactRole', 'OpportunityFeed', 'OpportunityFieldHistory', 'OpportunityHistory',
    'OpportunityLineItem', 'OpportunityLineItemSchedule', 'OpportunityPartner', 'OpportunityShare', 'OpportunitySplit', 'OpportunitySplitType', 'OpportunityStage', 'OpportunityTeamMember',
    'Order', 'OrderFeed', 'OrderHistory', 'OrderItem', 'OrderItemFeed', 'OrderItemHistory', 'OrderShare', 'OrderStatus',
    'Partner', 'PartnerRole', 'Pricebook2', 'Pricebook2History', 'PricebookEntry', 'PricebookEntryHistory', 'Product2', 'Product2Feed', 'Product2History',
    'Quote', 'QuoteDocument', 'QuoteFeed', 'QuoteLineItem', 'QuoteShare', 'Location', 'LocationFeed', 'LocationHistory', 'LocationShare', 'OperatingHours', 'TimeSlot',
    // service
    'Case', 'CaseComment', 'CaseContactRole', 'CaseFeed', 'CaseHistory', 'CaseShare', 'CaseSolution', 'CaseStatus', 'CaseTeamMember', 'CaseTeamRole',
    'Solution', 'SolutionFeed', 'SolutionHistory', 'SolutionStatus', 'Entitlement', 'ServiceContract', 'ContractLineItem',
    'WorkOrder', 'WorkOrderFeed', 'WorkOrderHistory', 'WorkOrderShare', 'WorkOrderStatus', 'WorkOrderLineItem', 'WorkOrderLineItemStatus',
    'ServiceAppointment', 'ServiceAppointmentFeed', 'ServiceAppointmentHistory', 'ServiceAppointmentShare', 'ServiceAppointmentStatus', 'WorkType',
    // activities, feeds and files
    'Task', 'TaskFeed', 'TaskPriority', 'TaskRelation', 'TaskStatus', 'TaskWhoRelation', 'Event', 'EventFeed', 'EventRelation', 'EventWhoRelation',
    'ActivityHistory', 'OpenActivity', 'Attachment', 'AttachedContentDocument', 'CombinedAttachment', 'Note', 'NoteAndAttachment', 'Document', 'Folder',
    'ContentAsset', 'ContentBody', 'ContentDistribution', 'ContentDistributionView', 'ContentDocument', 'ContentDocumentFeed', 'ContentDocumentHistory', 'ContentDocumentLink',
    'ContentFolder', 'ContentFolderItem', 'ContentFolderLink', 'ContentFolderMember', 'ContentVersion', 'ContentVersionHistory', 'ContentWorkspace', 'ContentWorkspaceDoc',
    'ContentWorkspaceMember', 'ContentWorkspacePermission',
    'CollaborationGroup', 'CollaborationGroupFeed', 'CollaborationGroupMember', 'CollaborationGroupRecord', 'EntitySubscription',
    'FeedAttachment', 'FeedComment', 'FeedItem', 'FeedLike', 'FeedPollChoice', 'FeedPollVote', 'FeedRevision', 'FeedTrackedChange',
    'Idea', 'IdeaComment', 'Topic', 'TopicAssignment', 'TopicFeed', 'Vote',
    'EmailMessage', 'EmailMessageRelation', 'EmailTemplate', 'EmailServicesAddress', 'EmailServicesFunction', 'OrgWideEmailAddress', 'OutgoingEmail', 'BrandTemplate', 'MailmergeTemplate', 'ListEmail', 'QuickText',
    // people and access
    'User', 'UserFeed', 'UserRole', 'UserLicense', 'UserLogin', 'UserPreference', 'UserAppInfo', 'UserAppMenuItem', 'UserEntityAccess', 'UserFieldAccess', 'UserPermissionAccess',
    'UserRecordAccess', 'UserPackageLicense', 'UserShare', 'UserListView', 'Profile', 'PermissionSet', 'PermissionSetAssignment', 'PermissionSetGroup', 'PermissionSetGroupComponent',
    'PermissionSetLicense', 'PermissionSetLicenseAssign', 'PermissionSetTabSetting', 'MutingPermissionSet', 'ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess', 'CustomPermission',
    'CustomPermissionDependency', 'Group', 'GroupMember', 'QueueSobject', 'SessionPermSetActivation', 'LoginHistory', 'LoginIp', 'LoginGeo', 'AuthSession', 'AuthProvider', 'AuthConfig', 'OauthToken', 'ConnectedApplication',
    'SetupAuditTrail', 'ThirdPartyAccountLink', 'VerificationHistory',
    // setup
    'Organization', 'BusinessHours', 'BusinessProcess', 'Holiday', 'Period', 'FiscalYearSettings', 'RecordType', 'ListView', 'Domain', 'DomainSite', 'Site', 'SiteDetail', 'Network', 'NetworkMember',
    'StaticResource', 'NamedCredential', 'ExternalDataSource', 'ExternalDataUserAuth', 'CustomNotificationType', 'CustomBrand', 'WebLink', 'Translation', 'PackageLicense', 'Publisher', 'Community',
    'AppDefinition', 'AppMenuItem', 'TabDefinition', 'DataType', 'EntityDefinition', 'EntityParticle', 'FieldDefinition', 'PicklistValueInfo', 'RelationshipDomain', 'RelationshipInfo', 'SearchLayout',
    'DuplicateRule', 'DuplicateRecordItem', 'DuplicateRecordSet', 'MatchingRule', 'MatchingRuleItem', 'MatchingInformation', 'Report', 'Dashboard', 'DashboardComponent', 'RecentlyViewed', 'Name',
    'PlatformCachePartition', 'PlatformCachePartitionType', 'PlatformAction', 'Stamp', 'StampAssignment', 'ColorDefinition', 'IconDefinition', 'SecureAgent',
    // code, jobs and events
    'ApexClass', 'ApexComponent', 'ApexEmailNotification', 'ApexLog', 'ApexPage', 'ApexPageInfo', 'ApexTestQueueItem', 'ApexTestResult', 'ApexTestResultLimits', 'ApexTestRunResult', 'ApexTestSuite', 'ApexTrigger', 'ApexTypeImplementor',
    'AsyncApexJob', 'AuraDefinition', 'AuraDefinitionBundle', 'CronJobDetail', 'CronTrigger', 'BackgroundOperation', 'DataStatistics', 'TestSuiteMembership',
    'FlowDefinitionView', 'FlowInterview', 'FlowInterviewLog', 'FlowInterviewLogEntry', 'FlowInterviewShare', 'FlowRecordRelation', 'FlowStageRelation', 'FlowVariableView', 'FlowVersionView',
    'ProcessDefinition', 'ProcessInstance', 'ProcessInstanceHistory', 'ProcessInstanceNode', 'ProcessInstanceStep', 'ProcessInstanceWorkitem', 'ProcessNode',
    'EventBusSubscriber', 'PlatformEventUsageMetric', 'BatchApexErrorEvent', 'FlowExecutionErrorEvent', 'PlatformStatusAlertEvent', 'LogoutEventStream',
    'AggregateResult', 'AccountChangeEvent', 'ContactChangeEvent', 'LeadChangeEvent', 'OpportunityChangeEvent', 'OrderChangeEvent', 'OrderItemChangeEvent', 'Product2ChangeEvent',
    'CaseChangeEvent', 'TaskChangeEvent', 'EventChangeEvent', 'UserChangeEvent', 'AssetChangeEvent', 'CampaignChangeEvent', 'ContractChangeEvent', 'PricebookEntryChangeEvent', 'OpportunityLineItemChangeEvent', 'ContactPointAddressChangeEvent',
];

/** Fields that exist only with a feature this org does not have. */
const FEATURE_FIELDS: readonly RegExp[] = [
    /^CurrencyIsoCode$/, /^DefaultCurrencyIsoCode$/, /^Division$/, /^DefaultDivision$/, /Territory/, /(Country|State)Code$/, /^SourceSystem/, /^IsExcludedFrom/, /^JigsawImport/, /^ConnectionReceivedId$/, /^ConnectionSentId$/,
];

const FEATURE_FIELDS_OF: Record<string, RegExp> = {
    Account: /^(Person.*|FirstName|LastName|MiddleName|Suffix|Salutation|IsPersonAccount|IsCustomerPortal|IsPartner|IsActive|Tier|IsPriorityRecord|Channel.*|EffectiveDate|EndDate|HasPrivacyHold)$/,
    Contact: /^(CanAllowPortalSelfReg|ActivityMetric.*|IsPersonAccount|MiddleName|Suffix|IsPriorityRecord|ContactSource|DeceasedDate|SequenceInMultipleBirth|HasPrivacyHold|Employee.*|EffectiveDate|LevelName)$/,
    Lead: /^(MiddleName|Suffix|ActivityMetric.*|Partner.*|HasPrivacyHold|IsPriorityRecord|ScoreIntelligence.*)$/,
    User: /^(MiddleName|Suffix|IsPortalSelfRegistered|IsPartner|EmployeeHireDate|UserSubtype)$/,
    Opportunity: /^(IsSplit|IsPriorityRecord)$/,
};

export function isFeatureField(object: string, field: string): boolean {
    const base = object.replace(/ChangeEvent$/, '');
    if (FEATURE_FIELDS_OF[base]?.test(field)) return true;
    return FEATURE_FIELDS.some((pattern) => pattern.test(field)) && field !== 'IsoCode';
}
