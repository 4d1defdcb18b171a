// What the jar of object types does not say: lengths, digits, required fields, read-only fields, defaults ("Object Reference for the
// Salesforce Platform"). One entry a field: `Name:type(length)` or `Name:type(precision,scale)`, then marks:
// `!` required, `^` read-only, `@` written on create only, `+` usable as a lookup key, `*` unique, `#` the name field, `~` auto number, `=value` default.

export const FIELD_OVERLAY: Readonly<Record<string, string>> = {
    Account:
        'Name:string(255)!# AccountNumber:string(40) AnnualRevenue:currency(18,0) Site:string(80) Sic:string(20) SicDesc:string(80) TickerSymbol:string(20) Jigsaw:string(20) JigsawCompanyId:string(20)^ DunsNumber:string(9) NaicsCode:string(8) NaicsDesc:string(120) Tradestyle:string(255) YearStarted:string(4)',
    AccountContactRelation: 'AccountId:reference!@ ContactId:reference!@ IsDirect:boolean^ Roles:multipicklist(4099)',
    AccountContactRole: 'AccountId:reference! ContactId:reference!',
    Contact:
        'LastName:string(80)! FirstName:string(40) Name:string(121)^# Title:string(128) Department:string(80) AssistantName:string(40) EmailBouncedReason:string(255) EmailBouncedDate:datetime IsEmailBounced:boolean^ Jigsaw:string(20) JigsawContactId:string(20)^',
    Lead: 'LastName:string(80)! FirstName:string(40) Name:string(121)^# Company:string(255)! Title:string(128) Status:picklist(255)! AnnualRevenue:currency(18,0) IsConverted:boolean@ ConvertedDate:date^ ConvertedAccountId:reference^ ConvertedContactId:reference^ ConvertedOpportunityId:reference^ IsUnreadByOwner:boolean=true CompanyDunsNumber:string(9) Jigsaw:string(20) JigsawContactId:string(20)^ LastTransferDate:date^ DandbCompanyId:reference',
    Opportunity:
        'Name:string(120)!# StageName:picklist(255)! CloseDate:date! Amount:currency(18,2) Probability:percent(3,0) ExpectedRevenue:currency(18,2)^ TotalOpportunityQuantity:double(18,2) NextStep:string(255) IsClosed:boolean^ IsWon:boolean^ ForecastCategory:picklist(40)^ ForecastCategoryName:picklist(255) HasOpportunityLineItem:boolean^ HasOpenActivity:boolean^ HasOverdueTask:boolean^ Fiscal:string(6)^ FiscalQuarter:int^ FiscalYear:int^ PushCount:int^ LastStageChangeDate:datetime^ LastAmountChangedHistoryId:reference^ LastCloseDateChangedHistoryId:reference^ SyncedQuoteId:reference^ ContactId:reference@',
    OpportunityLineItem:
        'OpportunityId:reference!@ PricebookEntryId:reference@ Product2Id:reference@ Name:string(376)^# ProductCode:string(255)^ Quantity:double(12,2) UnitPrice:currency(18,2) TotalPrice:currency(18,2) ListPrice:currency(18,2)^ Subtotal:currency(18,2)^ Discount:percent(3,2) Description:string(255) SortOrder:int^ HasQuantitySchedule:boolean^ HasRevenueSchedule:boolean^ HasSchedule:boolean^ CanUseQuantitySchedule:boolean^ CanUseRevenueSchedule:boolean^',
    OpportunityContactRole: 'OpportunityId:reference!@ ContactId:reference!',
    OpportunityTeamMember:
        'OpportunityId:reference!@ UserId:reference!@ Name:string(361)^ Title:string(80)^ PhotoUrl:url(1024)^',
    OpportunityStage:
        'MasterLabel:string(255)# ApiName:string(255) DefaultProbability:percent(3,0) ForecastCategory:picklist(40) ForecastCategoryName:picklist(255) Description:string(255)',
    OpportunityHistory:
        'Amount:currency(18,2) Probability:percent(3,0) ExpectedRevenue:currency(18,2) StageName:picklist(255) ForecastCategory:picklist(40)',
    Order: 'AccountId:reference EffectiveDate:date! Status:picklist(255)! OrderNumber:string(30)^~# Name:string(80) Description:textarea(32000) TotalAmount:currency(18,2)^ StatusCode:picklist(40)^ PoNumber:string(80) OrderReferenceNumber:string(80) IsReductionOrder:boolean@ ActivatedById:reference^ ActivatedDate:datetime^',
    OrderItem:
        'OrderId:reference!@ OrderItemNumber:string(30)^~# PricebookEntryId:reference!@ Product2Id:reference@ Quantity:double(18,2)! UnitPrice:currency(18,2) ListPrice:currency(18,2) TotalPrice:currency(18,2)^ AvailableQuantity:double(18,2)^ Description:string(255) OriginalOrderItemId:reference@',
    Product2:
        'Name:string(255)!# ProductCode:string(255) Description:textarea(4000) IsActive:boolean IsArchived:boolean^ StockKeepingUnit:string(180) DisplayUrl:url(1000) ExternalId:string(255) QuantityUnitOfMeasure:picklist(255) Type:picklist(40)@ ProductClass:picklist(40)^ CanUseQuantitySchedule:boolean CanUseRevenueSchedule:boolean',
    Pricebook2: 'Name:string(255)!# Description:string(255) IsActive:boolean IsStandard:boolean^ IsArchived:boolean^',
    PricebookEntry:
        'Name:string(255)^# ProductCode:string(255)^ Pricebook2Id:reference!@ Product2Id:reference!@ UnitPrice:currency(18,2)! IsActive:boolean UseStandardPrice:boolean IsArchived:boolean^ IsDerived:boolean',
    Asset: 'Name:string(255)!# SerialNumber:string(80) Price:currency(18,0) Quantity:double(18,2) ProductCode:string(255)^ ProductFamily:string(255)^ ProductDescription:string(4000)^ RootAssetId:reference^ AssetLevel:int^ Uuid:string(36)',
    Campaign:
        'Name:string(80)!# ActualCost:currency(18,0) BudgetedCost:currency(18,0) ExpectedRevenue:currency(18,0) ExpectedResponse:percent(8,2) NumberSent:double(18,0) AmountAllOpportunities:currency(18,0)^ AmountWonOpportunities:currency(18,0)^ NumberOfContacts:int^ NumberOfConvertedLeads:int^ NumberOfLeads:int^ NumberOfOpportunities:int^ NumberOfResponses:int^ NumberOfWonOpportunities:int^ Description:textarea(32000) HierarchyActualCost:currency(18,0)^ HierarchyAmountAllOpportunities:currency(18,0)^ HierarchyAmountWonOpportunities:currency(18,0)^ HierarchyBudgetedCost:currency(18,0)^ HierarchyExpectedRevenue:currency(18,0)^ HierarchyNumberOfContacts:int^ HierarchyNumberOfConvertedLeads:int^ HierarchyNumberOfLeads:int^ HierarchyNumberOfOpportunities:int^ HierarchyNumberOfResponses:int^ HierarchyNumberOfWonOpportunities:int^ HierarchyNumberSent:double(18,0)^',
    CampaignMember:
        'CampaignId:reference!@ LeadId:reference@ ContactId:reference@ HasResponded:boolean^ FirstRespondedDate:date^ Name:string(255)^ LeadOrContactId:reference^ LeadOrContactOwnerId:reference^ FirstName:string(40)^ LastName:string(80)^ CompanyOrAccount:string(255)^ Salutation:picklist(255)^ Title:string(128)^ Street:textarea(255)^ City:string(40)^ State:string(80)^ PostalCode:string(20)^ Country:string(80)^ Email:email(80)^ Phone:phone(40)^ Fax:phone(40)^ MobilePhone:phone(40)^ Description:string(32000)^ DoNotCall:boolean^ HasOptedOutOfEmail:boolean^ HasOptedOutOfFax:boolean^ LeadSource:picklist(255)^ Type:picklist(40)^',
    CampaignMemberStatus: 'CampaignId:reference!@ Label:string(765)!# SortOrder:int',
    Case: 'CaseNumber:string(30)^~+# Subject:string(255) Description:textarea(32000) Status:picklist(255) IsClosed:boolean^ ClosedDate:datetime^ IsEscalated:boolean SuppliedName:string(80) SuppliedEmail:email(80) SuppliedPhone:string(40) SuppliedCompany:string(80) ContactEmail:email(80)^ ContactPhone:phone(40)^ ContactMobile:phone(40)^ ContactFax:phone(40)^ Comments:textarea(4000) IsClosedOnCreate:boolean^ SourceId:reference@',
    CaseComment: 'ParentId:reference!@ CommentBody:textarea(4000) IsPublished:boolean',
    CaseShare: 'CaseAccessLevel:picklist(40)!',
    CaseTeamMember: 'ParentId:reference!@ MemberId:reference!@ TeamRoleId:reference!',
    CaseTeamRole: 'Name:string(80)!#',
    Contract:
        'AccountId:reference!@ ContractNumber:string(30)^~# Name:string(80) ContractTerm:int(4) Status:picklist(255) StatusCode:picklist(40)^ EndDate:date^ ActivatedById:reference ActivatedDate:datetime LastApprovedDate:datetime^ CustomerSignedTitle:string(40) SpecialTerms:textarea(4000)',
    Individual: 'LastName:string(80)! FirstName:string(40) Name:string(121)^#',
    Solution:
        'SolutionName:string(255)!# SolutionNumber:string(30)^~ SolutionNote:textarea(32000) TimesUsed:int^ IsReviewed:boolean^ IsHtml:boolean^ Status:picklist(255)!',
    QuickText:
        'Name:string(255)!# Message:textarea(4096)! Category:picklist(40) Channel:multipicklist(4099) IsInsertable:boolean=true',
    Quote: 'Name:string(255)!# OpportunityId:reference!@ QuoteNumber:string(30)^~ TotalPrice:currency(18,2)^ Subtotal:currency(18,2)^ GrandTotal:currency(18,2)^ Discount:percent(3,2)^ Tax:currency(18,2) ShippingHandling:currency(18,2) LineItemCount:int^ IsSyncing:boolean^ AccountId:reference^',
    QuoteLineItem:
        'QuoteId:reference!@ LineNumber:string(30)^~# PricebookEntryId:reference!@ Product2Id:reference@ Quantity:double(12,2)! UnitPrice:currency(18,2)! Discount:percent(3,2) ListPrice:currency(18,2)^ Subtotal:currency(18,2)^ TotalPrice:currency(18,2)^ Description:string(255)',
    Task: 'Subject:combobox(255)# Status:picklist(255)! Priority:picklist(255)! Description:textarea(32000) IsClosed:boolean^ IsHighPriority:boolean^ IsArchived:boolean^ AccountId:reference^ CompletedDateTime:datetime^ CallDisposition:string(255) CallObject:string(255) CallDurationInSeconds:int(8) CallType:picklist(40) TaskSubtype:picklist(40)@ RecurrenceActivityId:reference^ RecurrenceType:picklist(40) RecurrenceInstance:picklist(40) RecurrenceMonthOfYear:picklist(40) WhoCount:int^ WhatCount:int^',
    Event: 'Subject:combobox(255)# Location:string(255) Description:textarea(32000) DurationInMinutes:int(8) IsChild:boolean^ IsGroupEvent:boolean^ IsArchived:boolean^ AccountId:reference^ EventSubtype:picklist(40)@ GroupEventType:picklist(40)^ EndDate:date^ RecurrenceActivityId:reference^ RecurrenceType:picklist(40) RecurrenceInstance:picklist(40) RecurrenceMonthOfYear:picklist(40) IsRecurrence2:boolean^ IsRecurrence2Exception:boolean^ IsRecurrence2Exclusion:boolean^ WhoCount:int^ WhatCount:int^',
    EventRelation: 'EventId:reference!@ RelationId:reference!@',
    TaskRelation: 'TaskId:reference!@ RelationId:reference!@',
    Attachment:
        'Name:string(255)!# ParentId:reference!@ Body:base64! BodyLength:int^ ContentType:string(120) Description:string(500)',
    Note: 'Title:string(80)!# Body:textarea(32000) ParentId:reference!@',
    Document:
        'Name:string(255)!# DeveloperName:string(80) FolderId:reference! Body:base64 BodyLength:int^ ContentType:string(120) Type:string(40) Keywords:string(255) Url:url(1000) AuthorId:reference',
    Folder: 'Name:string(80)# DeveloperName:string(80) Type:picklist(40)! AccessType:picklist(40)!',
    ContentVersion:
        'Title:string(255)!# PathOnClient:string(500) VersionData:base64 ContentDocumentId:reference@ IsLatest:boolean^ VersionNumber:string(20)^ ContentSize:int^ FileType:string(20)^ FileExtension:string(40)^ Checksum:string(50)^ ContentUrl:url(1300) Description:textarea(1000) TagCsv:string(2000) ReasonForChange:string(1000) FirstPublishLocationId:reference@ PublishStatus:picklist(40)^ Origin:picklist(40)!@=C ContentLocation:picklist(40)!@=S SharingOption:picklist(40)=A SharingPrivacy:picklist(40)=N TextPreview:string(255)^ VersionDataUrl:url(1333)^ IsAssetEnabled:boolean@ IsMajorVersion:boolean ContentBodyId:reference@ ContentModifiedDate:datetime ContentModifiedById:reference^ RatingCount:int^ PositiveRatingCount:int^ NegativeRatingCount:int^ FeaturedContentBoost:int^ FeaturedContentDate:date^ NetworkId:reference@ ExternalDocumentInfo1:string(1000) ExternalDocumentInfo2:string(1000)',
    ContentDocument:
        'Title:string(255)!# LatestPublishedVersionId:reference^ ContentSize:int^ FileType:string(20)^ FileExtension:string(40)^ PublishStatus:picklist(40)^ Description:textarea(1000) ContentModifiedDate:datetime^ ArchivedDate:date^ ArchivedById:reference^ IsArchived:boolean SharingOption:picklist(40) SharingPrivacy:picklist(40)',
    ContentDocumentLink:
        'ContentDocumentId:reference!@ LinkedEntityId:reference!@ ShareType:picklist(40) Visibility:picklist(40)',
    ContentDistribution:
        'Name:string(100)!# ContentVersionId:reference!@ ContentDownloadUrl:string(1333)^ ContentDocumentId:reference^ DistributionPublicUrl:url(255)^ PdfDownloadUrl:string(1333)^ Password:string(40)^ ViewCount:int^ FirstViewDate:datetime^ LastViewDate:datetime^',
    ContentWorkspace: 'Name:string(765)!# DeveloperName:string(80) Description:textarea(1000)',
    ContentFolder: 'Name:string(121)!#',
    CollaborationGroup:
        'Name:string(40)!#* CollaborationType:picklist(40)! Description:textarea(1000) MemberCount:int^ HasPrivateFieldsAccess:boolean^',
    CollaborationGroupMember: 'CollaborationGroupId:reference!@ MemberId:reference!@',
    FeedItem:
        'ParentId:reference!@ Body:textarea(10000) Title:string(255) Type:picklist(40)@ LinkUrl:url(1000)@ RelatedRecordId:reference@ CommentCount:int^ LikeCount:int^ InsertedById:reference@ IsRichText:boolean HasContent:boolean^ HasLink:boolean^ HasFeedEntity:boolean^ HasVerifiedComment:boolean^ BestCommentId:reference^ IsClosed:boolean^ LastEditById:reference LastEditDate:datetime Visibility:picklist(40) Revision:int Status:picklist(40) NetworkScope:picklist(40)',
    FeedComment:
        'FeedItemId:reference!@ CommentBody:textarea(10000)! ParentId:reference^ CommentType:picklist(40)@ RelatedRecordId:reference@ InsertedById:reference@ IsDeleted:boolean^',
    EntitySubscription: 'ParentId:reference!@ SubscriberId:reference!@',
    Topic: 'Name:string(99)!#* Description:string(399) TalkingAbout:int^',
    TopicAssignment: 'TopicId:reference!@ EntityId:reference!@ EntityType:picklist(40)^ EntityKeyPrefix:string(3)^',
    Idea: 'Title:string(255)!# Body:textarea(32000) CommunityId:reference!@ VoteTotal:double(18,1)^ VoteScore:double(18,1)^ NumComments:int^',
    Vote: 'ParentId:reference!@ Type:picklist(40)!@',
    EmailMessage:
        'ParentId:reference@ Subject:string(3000)# TextBody:textarea(131072) HtmlBody:textarea(131072) Headers:textarea(32000) FromName:string(1000) FromAddress:email(1000) ToAddress:string(4000) CcAddress:string(4000) BccAddress:string(4000) Incoming:boolean@ HasAttachment:boolean^ Status:picklist(40)! MessageIdentifier:string(765) ThreadIdentifier:string(765) ValidatedFromAddress:picklist(255) ActivityId:reference',
    EmailTemplate:
        'Name:string(80)!# DeveloperName:string(80)!* Subject:string(255) HtmlValue:textarea(384000) Body:textarea(384000) Description:string(600) TemplateType:picklist(40)! Encoding:picklist(40) Markup:textarea(1048576) FolderName:string(255)^ TimesUsed:int^ LastUsedDate:datetime^ FolderId:reference! ApiVersion:double(18,1) RelatedEntityType:picklist(255)',
    OrgWideEmailAddress: 'Address:email(255)!# DisplayName:string(80)! IsAllowAllProfiles:boolean',
    User: 'Username:string(80)!+* LastName:string(80)! FirstName:string(40) Name:string(121)^# Email:email(128)! Alias:string(8)! CommunityNickname:string(40)* CompanyName:string(80) Department:string(80) Title:string(80) TimeZoneSidKey:picklist(40)! LocaleSidKey:picklist(40)! LanguageLocaleKey:picklist(40)! EmailEncodingKey:picklist(40)! ProfileId:reference! IsActive:boolean UserType:picklist(40)^ FederationIdentifier:string(512)+* EmployeeNumber:string(20) Extension:phone(40) AboutMe:textarea(1000) Signature:textarea(1333) SenderName:string(80) SenderEmail:email(80) LastLoginDate:datetime^ LastPasswordChangeDate:datetime^ NumberOfFailedLogins:int^ ContactId:reference@ AccountId:reference^ IsPortalEnabled:boolean FullPhotoUrl:url(1024)^ SmallPhotoUrl:url(1024)^ MediumPhotoUrl:url(1024)^ BannerPhotoUrl:url(1024)^ SmallBannerPhotoUrl:url(1024)^ MediumBannerPhotoUrl:url(1024)^ BadgeText:string(80)^ IsProfilePhotoActive:boolean^ IsExtIndicatorVisible:boolean^ DelegatedApproverId:reference DefaultGroupNotificationFrequency:picklist(40)! DigestFrequency:picklist(40)! ForecastEnabled:boolean EmailPreferencesAutoBcc:boolean!=true HasUserVerifiedEmail:boolean^ HasUserVerifiedPhone:boolean^ PasswordExpirationDate:datetime^ StayInTouchNote:string(512) StayInTouchSignature:string(512) StayInTouchSubject:string(80) PortalRole:picklist(40)',
    UserRole:
        'Name:string(80)!# DeveloperName:string(80)* RollupDescription:string(80) OpportunityAccessForAccountOwner:picklist(40) CaseAccessForAccountOwner:picklist(40) ContactAccessForAccountOwner:picklist(40) PortalType:picklist(40)^ ForecastUserId:reference^',
    Profile: 'Name:string(255)!# Description:string(255) UserType:picklist(40)^ UserLicenseId:reference!@',
    UserLicense:
        'Name:string(40)# LicenseDefinitionKey:string(40) MasterLabel:string(255) TotalLicenses:int UsedLicenses:int Status:picklist(40) MonthlyLoginsEntitlement:int MonthlyLoginsUsed:int UsedLicensesLastUpdated:datetime',
    PermissionSet:
        'Name:string(80)!#* Label:string(80)! Description:string(255) IsOwnedByProfile:boolean^ ProfileId:reference^ IsCustom:boolean^ NamespacePrefix:string(15)^ Type:picklist(40)^ PermissionSetGroupId:reference^ HasActivationRequired:boolean',
    PermissionSetAssignment:
        'AssigneeId:reference!@ PermissionSetId:reference@ PermissionSetGroupId:reference@ IsActive:boolean^ ExpirationDate:datetime',
    PermissionSetGroup:
        'DeveloperName:string(80)!#* MasterLabel:string(80)! Description:string(255) Status:picklist(40)^ Language:picklist(40)!',
    PermissionSetGroupComponent: 'PermissionSetGroupId:reference!@ PermissionSetId:reference!@',
    ObjectPermissions: 'ParentId:reference!@ SobjectType:picklist(255)!@',
    FieldPermissions: 'ParentId:reference!@ SobjectType:picklist(255)!@ Field:picklist(255)!@',
    SetupEntityAccess: 'ParentId:reference!@ SetupEntityId:reference!@ SetupEntityType:picklist(255)^',
    CustomPermission:
        'DeveloperName:string(80)!#* MasterLabel:string(80)! Description:string(255) NamespacePrefix:string(15)^ IsProtected:boolean Language:picklist(40)!',
    Group: 'Name:string(40)!# DeveloperName:string(80) Type:picklist(40)! Email:email(255) RelatedId:reference^ OwnerId:reference^ DoesSendEmailToMembers:boolean DoesIncludeBosses:boolean=true',
    GroupMember: 'GroupId:reference!@ UserOrGroupId:reference!@',
    QueueSobject: 'QueueId:reference!@ SobjectType:picklist(255)!@',
    Organization:
        'Name:string(80)!# Phone:phone(40) PrimaryContact:string(80) OrganizationType:picklist(40)^ IsSandbox:boolean^ IsReadOnly:boolean^ InstanceName:string(5)^ NamespacePrefix:string(15)^ TrialExpirationDate:datetime^ FiscalYearStartMonth:int UiSkin:picklist(40) WebToCaseDefaultOrigin:string(40) SignupCountryIsoCode:string(2)^ TimeZoneSidKey:picklist(40) LanguageLocaleKey:picklist(40)! DefaultLocaleSidKey:picklist(40)!',
    RecordType:
        'Name:string(80)!# DeveloperName:string(80)! SobjectType:picklist(40)!@ Description:string(255) NamespacePrefix:string(15)^ IsPersonType:boolean^ IsActive:boolean',
    BusinessProcess: 'Name:string(80)!# TableEnumOrId:picklist(40)! NamespacePrefix:string(15)^',
    StaticResource:
        'Name:string(255)!#* Body:base64 BodyLength:int^ ContentType:string(120)! CacheControl:picklist(40)! Description:string(255) NamespacePrefix:string(15)^',
    Site: 'Name:string(40)# MasterLabel:string(80) Subdomain:string(80) UrlPathPrefix:string(40) Status:picklist(40) SiteType:picklist(40)',
    BusinessHours: 'Name:string(80)!# TimeZoneSidKey:picklist(40)!',
    Holiday: 'Name:string(80)!#',
    Period: 'FullyQualifiedLabel:string(80)^ Number:int^ PeriodLabel:picklist(255)^ QuarterLabel:picklist(255)^',
    ApexClass:
        'Name:string(255)!# Body:textarea(1000000) ApiVersion:double(18,1)! Status:picklist(40)! IsValid:boolean NamespacePrefix:string(15)^ LengthWithoutComments:int BodyCrc:double(18,0)',
    ApexTrigger:
        'Name:string(255)!# TableEnumOrId:picklist(40)! Body:textarea(1000000) ApiVersion:double(18,1)! Status:picklist(40)! NamespacePrefix:string(15)^ BodyCrc:double(18,0)',
    ApexPage:
        'Name:string(80)!# MasterLabel:string(80)! Markup:textarea(1048576)! ApiVersion:double(18,1)! ControllerKey:string(255)',
    ApexLog:
        'Operation:string(255)# Request:string(255) Status:string(255) Application:string(255) Location:picklist(40)',
    ApexTestResult:
        'StackTrace:string(4000) Message:string(4000) MethodName:string(255) Outcome:picklist(40) TestTimestamp:datetime RunTime:int',
    AsyncApexJob:
        'ExtendedStatus:string(1000) MethodName:string(255) LastProcessed:string(15) JobType:picklist(40) Status:picklist(40)',
    CronTrigger: 'CronExpression:string(255) TimeZoneSidKey:picklist(40) State:picklist(16)',
    CronJobDetail: 'Name:string(255)# JobType:picklist(1)',
    ProcessInstance:
        'ElapsedTimeInDays:double(18,4)^ ElapsedTimeInHours:double(18,4)^ ElapsedTimeInMinutes:double(18,2)^',
    ProcessInstanceStep: 'Comments:string(4000)',
    EventBusSubscriber:
        'ExternalId:string(255)^ Name:string(255)^# Type:picklist(40)^ Topic:string(255)^ Status:picklist(40)^ LastError:string(255)^',
    BatchApexErrorEvent:
        'JobScope:textarea(40000) Message:textarea(32000) StackTrace:textarea(32000) ExceptionType:string(255) Phase:string(255) RequestId:string(255) AsyncApexJobId:string(255)',
    CustomNotificationType: 'DeveloperName:string(80)!# MasterLabel:string(80)! CustomNotifTypeName:string(80)!',
    NamedCredential: 'DeveloperName:string(80)# MasterLabel:string(80) Endpoint:string(4000)',
    Location: 'Name:string(255)!# LocationType:picklist(255)! RootLocationId:reference^ LocationLevel:int^',
    WorkOrder:
        'WorkOrderNumber:string(30)^~# Subject:string(255) Status:picklist(255) IsClosed:boolean^ StatusCategory:picklist(40)^ GrandTotal:currency(18,2)^ Subtotal:currency(18,2)^ TotalPrice:currency(18,2)^ Discount:percent(16,2)^ LineItemCount:int^ ServiceAppointmentCount:int^ RootWorkOrderId:reference^ DurationInMinutes:double(18,2)^',
    WorkOrderLineItem:
        'WorkOrderId:reference!@ LineItemNumber:string(30)^~# IsClosed:boolean^ StatusCategory:picklist(40)^',
    ServiceAppointment:
        'AppointmentNumber:string(30)^~# ParentRecordId:reference!@ Subject:string(255) StatusCategory:picklist(40)^ ParentRecordType:string(50)^',
    OperatingHours: 'Name:string(255)!# TimeZone:picklist(40)!',
    ServiceContract: 'Name:string(255)!# ContractNumber:string(30)^~ EndDate:date Status:picklist(40)^',
    Entitlement: 'Name:string(255)!# AccountId:reference! Status:picklist(40)^',
    DuplicateRecordSet: 'Name:string(255)^~# DuplicateRuleId:reference!@',
    DuplicateRecordItem: 'DuplicateRecordSetId:reference!@ RecordId:reference!@ Name:string(255)^~#',
    ContentAsset: 'DeveloperName:string(80)# MasterLabel:string(80)',
    EntityDefinition:
        'QualifiedApiName:picklist(255)# DurableId:string(255) Label:string(255) PluralLabel:string(255) KeyPrefix:string(3)',
    FieldDefinition: 'QualifiedApiName:string(70)# DurableId:string(255) DataType:string(1325)',
    ContactPointEmail: 'EmailAddress:email(255)!#',
    ContactPointPhone: 'TelephoneNumber:phone(40)!#',
    ContactPointAddress: 'Name:string(255)!#',
    Name: 'Name:string(121)#'
};

/** Labels where splitting the API name at its capitals does not give them. */
export const OBJECT_LABELS: Readonly<Record<string, string>> = {
    Product2: 'Product',
    Pricebook2: 'Price Book',
    PricebookEntry: 'Price Book Entry',
    OpportunityLineItem: 'Opportunity Product',
    OrderItem: 'Order Product',
    Group: 'Group',
    UserRole: 'Role',
    AsyncApexJob: 'Apex Job',
    CronTrigger: 'Scheduled Job',
    CronJobDetail: 'Cron Job',
    QueueSobject: 'Queue Sobject',
    Vote: 'Vote',
    OrgWideEmailAddress: 'Organization-wide From Email Address',
    Document: 'Document',
    ContentWorkspace: 'Library',
    ContentDistribution: 'Content Delivery',
    CollaborationGroup: 'Group',
    StaticResource: 'Static Resource',
    PermissionSetAssignment: 'Permission Set Assignment',
    AccountContactRelation: 'Account Contact Relationship',
    Network: 'Network',
    Period: 'Fiscal Period',
    Name: 'Name',
    Location: 'Location',
    EntityDefinition: 'Entity Definition',
    ApexPage: 'Visualforce Page',
    ApexComponent: 'Visualforce Component',
    AuraDefinitionBundle: 'Aura Component Bundle',
    SetupAuditTrail: 'Setup Audit Trail Entry',
    Holiday: 'Holiday',
    Report: 'Report',
    Dashboard: 'Dashboard',
    OpportunityFieldHistory: 'Opportunity Field History',
    EventBusSubscriber: 'Event Bus Subscriber'
};

export const OBJECT_PLURALS: Readonly<Record<string, string>> = {
    ActivityHistory: 'Activity Histories',
    OpportunityHistory: 'Opportunity Histories',
    LoginHistory: 'Login History',
    OpenActivity: 'Open Activities',
    ProcessInstanceHistory: 'Process Instance Histories',
    BusinessHours: 'Business Hours',
    ObjectPermissions: 'Object Permissions',
    FieldPermissions: 'Field Permissions',
    SetupEntityAccess: 'Setup Entity Access',
    FiscalYearSettings: 'Fiscal Year Settings',
    OperatingHours: 'Operating Hours',
    EventBusSubscriber: 'Event Bus Subscribers'
};

export const FIELD_LABELS: Readonly<Record<string, string>> = {
    NumberOfEmployees: 'Employees',
    SystemModstamp: 'System Modstamp',
    IsDeleted: 'Deleted',
    CreatedById: 'Created By ID',
    LastModifiedById: 'Last Modified By ID',
    OwnerId: 'Owner ID',
    StageName: 'Stage',
    IsClosed: 'Closed',
    IsWon: 'Won',
    Sic: 'SIC Code',
    SicDesc: 'SIC Description',
    TickerSymbol: 'Ticker Symbol',
    Website: 'Website',
    Pricebook2Id: 'Price Book ID',
    PricebookEntryId: 'Price Book Entry ID',
    Product2Id: 'Product ID',
    IsActive: 'Active',
    Birthdate: 'Birthdate',
    RecordTypeId: 'Record Type ID',
    ParentId: 'Parent ID',
    Probability: 'Probability (%)',
    MobilePhone: 'Mobile Phone',
    TotalOpportunityQuantity: 'Quantity',
    WhoId: 'Name ID',
    WhatId: 'Related To ID',
    ActivityDate: 'Due Date Only',
    UnitPrice: 'Sales Price',
    MasterRecordId: 'Master Record ID',
    DunsNumber: 'D-U-N-S Number',
    AccountSource: 'Account Source'
};
/** Labels that differ on one object. */
export const FIELD_LABELS_OF: Readonly<Record<string, string>> = {
    'Account.Name': 'Account Name',
    'Account.Phone': 'Account Phone',
    'Account.Fax': 'Account Fax',
    'Account.Type': 'Account Type',
    'Account.Rating': 'Account Rating',
    'Account.Site': 'Account Site',
    'Account.Description': 'Account Description',
    'Account.ParentId': 'Parent Account ID',
    'Contact.Name': 'Full Name',
    'Contact.Phone': 'Business Phone',
    'Contact.Fax': 'Business Fax',
    'Contact.Description': 'Contact Description',
    'Contact.AssistantName': "Assistant's Name",
    'Contact.AssistantPhone': 'Asst. Phone',
    'Contact.ReportsToId': 'Reports To ID',
    'Lead.Name': 'Full Name',
    'User.Name': 'Full Name',
    'Product2.Name': 'Product Name',
    'Product2.Description': 'Product Description',
    'Product2.Family': 'Product Family',
    'Pricebook2.Name': 'Price Book Name',
    'Campaign.Name': 'Campaign Name',
    'Order.Name': 'Order Name',
    'Order.EffectiveDate': 'Order Start Date',
    'Order.TotalAmount': 'Order Amount',
    'Opportunity.Type': 'Opportunity Type',
    'Case.Type': 'Case Type',
    'Case.Reason': 'Case Reason',
    'Case.Origin': 'Case Origin',
    'Asset.Name': 'Asset Name',
    'PricebookEntry.UnitPrice': 'List Price',
    'OrderItem.UnitPrice': 'Unit Price',
    'Opportunity.Amount': 'Amount',
    'Contract.Name': 'Contract Name',
    'User.ProfileId': 'Profile ID'
};
