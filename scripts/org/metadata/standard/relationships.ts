// Relationships of the standard objects that the jar of object types leaves open: which field of the child a child relationship runs
// through, what polymorphic fields may point at, and what a parent's deletion does ("Object Reference for the Salesforce Platform").

/** `Parent.Relationship` → field of the child, where several fields point at the parent. */
export const CHILD_FIELDS: Readonly<Record<string, string>> = {
    'Account.AccountPartnersFrom': 'AccountFromId',
    'Account.AccountPartnersTo': 'AccountToId',
    'Account.ActivityHistories': 'AccountId',
    'Account.Assets': 'AccountId',
    'Account.ChildAccounts': 'ParentId',
    'Account.OpenActivities': 'AccountId',
    'Account.PartnersFrom': 'AccountFromId',
    'Account.PartnersTo': 'AccountToId',
    'Account.ProvidedAssets': 'AssetProvidedById',
    'Account.ServicedAssets': 'AssetServicedById',
    'Asset.ChildAssets': 'ParentId',
    'Asset.PrimaryAssets': 'RelatedAssetId',
    'Asset.RelatedAssets': 'AssetId',
    'Case.Cases': 'ParentId',
    'ContractLineItem.ChildContractLineItems': 'ParentContractLineItemId',
    'CustomPermission.CustomPermissionDependencyItem': 'RequiredCustomPermissionId',
    'CustomPermission.CustomPermissionItem': 'CustomPermissionId',
    'Location.ChildLocations': 'ParentLocationId',
    'OpportunityHistory.OpportunitiesAmountChanged': 'LastAmountChangedHistoryId',
    'OpportunityHistory.OpportunitiesCloseDateChanged': 'LastCloseDateChangedHistoryId',
    'ServiceContract.ChildServiceContracts': 'ParentServiceContractId',
    'User.ContractsSigned': 'CompanySignedId',
    'User.DelegatedUsers': 'DelegatedApproverId',
    'User.ExternalDataUserAuths': 'UserId',
    'User.FeedSubscriptions': 'SubscriberId',
    'User.FeedSubscriptionsForEntity': 'ParentId',
    'User.Feeds': 'ParentId',
    'User.GroupMemberships': 'MemberId',
    'User.ManagedUsers': 'ManagerId',
    'User.NetworkMemberUsers': 'MemberId',
    'User.OpportunitySplits': 'SplitOwnerId',
    'User.OpportunityTeams': 'UserId',
    'User.PermissionSetLicenseAssignments': 'AssigneeId',
    'User.SessionPermSetActivations': 'UserId',
    'User.Shares': 'UserId',
    'User.UserLogins': 'UserId',
    'User.UserSites': 'AdminId',
    'WorkOrder.ChildWorkOrders': 'ParentWorkOrderId',
    'WorkOrderLineItem.ChildWorkOrderLineItems': 'ParentWorkOrderLineItemId',
    'User.AttachedContentDocuments': 'LinkedEntityId',
    'User.CombinedAttachments': 'ParentId',
    'User.EventRelations': 'RelationId',
    'EntityDefinition.Fields': 'EntityDefinitionId',
    'EntityDefinition.Particles': 'EntityDefinitionId',
    'EntityDefinition.ChildRelationships': 'ParentSobjectId',
    'FieldDefinition.PicklistValues': 'EntityParticleId',
    'Account.ServiceAppointments': 'ParentRecordId',
    'Account.Tasks': 'WhatId',
    'Account.Events': 'WhatId',
    'Account.Emails': 'RelatedToId',
    'Case.Emails': 'RelatedToId',
    'Case.EmailMessages': 'ParentId',
    'Contact.Tasks': 'WhoId',
    'Lead.Tasks': 'WhoId',
    'Contact.Events': 'WhoId',
    'Lead.Events': 'WhoId',
    'Contact.OpenActivities': 'WhoId',
    'Lead.OpenActivities': 'WhoId',
    'Contact.ActivityHistories': 'WhoId',
    'Lead.ActivityHistories': 'WhoId',
    'Task.FeedItems': 'ParentId'
};

/** Child object → its polymorphic field that a parent's child relationship runs through. */
export const POLYMORPHIC_CHILD_FIELDS: Readonly<Record<string, string>> = {
    ContentDocumentLink: 'LinkedEntityId',
    AttachedContentDocument: 'LinkedEntityId',
    CombinedAttachment: 'ParentId',
    EntitySubscription: 'ParentId',
    ProcessInstance: 'TargetObjectId',
    ProcessInstanceHistory: 'TargetObjectId',
    FeedAttachment: 'FeedEntityId',
    Attachment: 'ParentId',
    FeedComment: 'FeedItemId',
    FeedLike: 'FeedItemId',
    FeedTrackedChange: 'FeedItemId',
    Task: 'WhatId',
    Event: 'WhatId',
    OpenActivity: 'WhatId',
    ActivityHistory: 'WhatId',
    EventRelation: 'RelationId',
    TaskRelation: 'RelationId',
    EmailMessage: 'RelatedToId',
    ListEmail: 'RelatedToId',
    TopicAssignment: 'EntityId',
    Note: 'ParentId',
    NoteAndAttachment: 'ParentId',
    CollaborationGroupRecord: 'RecordId',
    SetupEntityAccess: 'SetupEntityId',
    ServiceAppointment: 'ParentRecordId',
    DuplicateRecordItem: 'RecordId',
    Vote: 'ParentId',
    ContactPointAddress: 'ParentId',
    ContactPointEmail: 'ParentId',
    ContactPointPhone: 'ParentId',
    EmailMessageRelation: 'RelationId',
    EventWhoRelation: 'RelationId',
    TaskWhoRelation: 'RelationId',
    FeedRevision: 'FeedEntityId',
    FeedItem: 'ParentId',
    CaseTeamMember: 'MemberId'
};

/** Polymorphic fields → what they may point at; fields not listed get the parents whose child relationships run through them. */
export function polymorphicTargets(object: string, field: string): string[] | null {
    if (field === 'OwnerId') return ['Group', 'User'];
    if (field === 'UserOrGroupId') return ['Group', 'User'];
    if (field === 'WhoId' || field === 'PrimaryWhoId') return ['Contact', 'Lead'];
    const fixed: Record<string, string[]> = {
        'CampaignMember.LeadOrContactId': ['Contact', 'Lead'],
        'CampaignMember.LeadOrContactOwnerId': ['Group', 'User'],
        'User.DelegatedApproverId': ['Group', 'User'],
        'Group.RelatedId': ['User', 'UserRole'],
        'PermissionSet.LicenseId': ['PermissionSetLicense', 'UserLicense'],
        'EmailTemplate.FolderId': ['Folder', 'Organization', 'User'],
        'Document.FolderId': ['Folder', 'User'],
        'Report.OwnerId': ['Folder', 'Organization', 'User'],
        'Dashboard.FolderId': ['Folder', 'User'],
        'CaseTeamMember.MemberId': ['Contact', 'User'],
        'ContentWorkspaceMember.MemberId': ['Group', 'User'],
        'ProcessInstanceWorkitem.ActorId': ['Group', 'User'],
        'ProcessInstanceWorkitem.OriginalActorId': ['Group', 'User'],
        'ProcessInstanceStep.ActorId': ['Group', 'User'],
        'ProcessInstanceStep.OriginalActorId': ['Group', 'User'],
        'ProcessInstanceHistory.ActorId': ['Group', 'User'],
        'ProcessInstanceHistory.OriginalActorId': ['Group', 'User'],
        'SetupEntityAccess.SetupEntityId': [
            'ApexClass',
            'ApexPage',
            'ConnectedApplication',
            'CustomPermission',
            'NamedCredential',
            'TabDefinition'
        ],
        'EventWhoRelation.RelationId': ['Contact', 'Lead'],
        'TaskWhoRelation.RelationId': ['Contact', 'Lead'],
        'EmailMessageRelation.RelationId': ['Contact', 'Lead', 'User'],
        'EmailMessage.FromId': ['Contact', 'Lead', 'User'],
        'OutgoingEmail.WhoId': ['Contact', 'Lead'],
        'LoginHistory.AuthenticationServiceId': ['AuthProvider'],
        'Case.SourceId': ['EmailMessage', 'FeedItem'],
        'ServiceAppointment.ParentRecordId': [
            'Account',
            'Asset',
            'Lead',
            'Opportunity',
            'WorkOrder',
            'WorkOrderLineItem'
        ]
    };
    return fixed[`${object}.${field}`] ?? null;
}

/** Details that go with their parent: `Child.field`. Feeds, histories, shares, attachments and notes always do. */
export const CASCADES: ReadonlySet<string> = new Set(
    (
        'Contact.AccountId Opportunity.AccountId Contract.AccountId OpportunityLineItem.OpportunityId OpportunityContactRole.OpportunityId OpportunityContactRole.ContactId OpportunityTeamMember.OpportunityId OpportunityCompetitor.OpportunityId OpportunityHistory.OpportunityId OpportunityFieldHistory.OpportunityId OpportunityLineItemSchedule.OpportunityLineItemId OpportunitySplit.OpportunityId ' +
        'OrderItem.OrderId Quote.OpportunityId QuoteLineItem.QuoteId QuoteDocument.QuoteId CaseComment.ParentId CaseContactRole.CasesId CaseSolution.CaseId CaseTeamMember.ParentId CampaignMember.CampaignId CampaignMember.ContactId CampaignMember.LeadId CampaignMemberStatus.CampaignId AccountContactRole.AccountId AccountContactRole.ContactId AccountContactRelation.AccountId AccountContactRelation.ContactId ContractContactRole.ContractId ContractContactRole.ContactId ' +
        'WorkOrderLineItem.WorkOrderId ContractLineItem.ServiceContractId Entitlement.AccountId Order.AccountId AttachedContentDocument.LinkedEntityId ContentDocumentLink.ContentDocumentId ContentDocumentLink.LinkedEntityId ContentVersion.ContentDocumentId Attachment.ParentId Note.ParentId EventRelation.EventId TaskRelation.TaskId Task.WhatId Event.WhatId Task.WhoId Event.WhoId ' +
        'CollaborationGroupMember.CollaborationGroupId FeedItem.ParentId FeedComment.FeedItemId FeedLike.FeedItemId FeedTrackedChange.FeedItemId EntitySubscription.ParentId TopicAssignment.TopicId TopicAssignment.EntityId ProcessInstance.TargetObjectId ProcessInstanceStep.ProcessInstanceId ProcessInstanceWorkitem.ProcessInstanceId GroupMember.GroupId QueueSobject.QueueId PermissionSetAssignment.PermissionSetId PermissionSetAssignment.AssigneeId ' +
        'ObjectPermissions.ParentId FieldPermissions.ParentId SetupEntityAccess.ParentId PermissionSetGroupComponent.PermissionSetGroupId IdeaComment.IdeaId DuplicateRecordItem.DuplicateRecordSetId TimeSlot.OperatingHoursId'
    ).split(' ')
);

/** Child relationships that the jar leaves out. */
export const MORE_CHILDREN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    EntityDefinition: { Fields: 'FieldDefinition' }
};
