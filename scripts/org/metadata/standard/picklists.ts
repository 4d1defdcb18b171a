// Values of the standard picklists in a new org ("StandardValueSet Names and Standard Picklist Fields", Metadata API Developer
// Guide). A StandardValueSet that is deployed replaces the values of all its fields. `*` marks the default value, `#` the closed ones, `+`
// the converted or won ones; stages are written `Name|probability|forecast category`.

export interface StandardValueSet {
    name: string;
    fields: readonly string[];
    values: readonly string[];
}

function set(name: string, fields: string, values: string): StandardValueSet {
    return { name, fields: fields.split(' ').filter(Boolean), values: values === '' ? [] : values.split(';') };
}

const INDUSTRY =
    'Agriculture;Apparel;Banking;Biotechnology;Chemicals;Communications;Construction;Consulting;Education;Electronics;Energy;Engineering;Entertainment;Environmental;Finance;Food & Beverage;Government;Healthcare;Hospitality;Insurance;Machinery;Manufacturing;Media;Not For Profit;Recreation;Retail;Shipping;Technology;Telecommunications;Transportation;Utilities;Other';
const ROLES =
    'Business User;Decision Maker;Economic Buyer;Economic Decision Maker;Evaluator;Executive Sponsor;Influencer;Technical Buyer;Other';

export const STANDARD_VALUE_SETS: readonly StandardValueSet[] = [
    set('AccountOwnership', 'Account.Ownership', 'Public;Private;Subsidiary;Other'),
    set('AccountRating', 'Account.Rating Lead.Rating', 'Hot;Warm;Cold'),
    set(
        'AccountType',
        'Account.Type',
        'Prospect;Customer - Direct;Customer - Channel;Channel Partner / Reseller;Installation Partner;Technology Partner;Other'
    ),
    set('AssetStatus', 'Asset.Status', 'Shipped;Installed;Registered;Obsolete;Purchased'),
    set('CampaignMemberStatus', 'CampaignMember.Status', '*Sent;Responded'),
    set('CampaignStatus', 'Campaign.Status', '*Planned;In Progress;Completed;Aborted'),
    set(
        'CampaignType',
        'Campaign.Type',
        '*Conference;Webinar;Trade Show;Public Relations;Partners;Referral Program;Advertisement;Banner Ads;Direct Mail;Email;Telemarketing;Other'
    ),
    set('CaseContactRole', 'CaseContactRole.Role', 'Technical Contact;Business Contact;Decision Maker;Other'),
    set('CaseOrigin', 'Case.Origin', 'Phone;Email;Web'),
    set('CasePriority', 'Case.Priority', 'High;*Medium;Low'),
    set(
        'CaseReason',
        'Case.Reason',
        'Installation;Equipment Complexity;Performance;Breakdown;Equipment Design;Feedback;Other'
    ),
    set('CaseStatus', 'Case.Status', '*New;Working;Escalated;#Closed'),
    set('CaseType', 'Case.Type', 'Mechanical;Electrical;Electronic;Structural;Other'),
    set('ContactRole', 'OpportunityContactRole.Role AccountContactRole.Role ContractContactRole.Role', ROLES),
    set('AccountContactMultiRoles', 'AccountContactRelation.Roles', ROLES),
    set('ContractContactRole', '', ROLES),
    set('ContractStatus', 'Contract.Status', '*Draft;In Approval Process;Activated'),
    set('EntitlementType', 'Entitlement.Type', 'Web Support;Phone Support'),
    set('EventSubject', 'Event.Subject', 'Call;Email;Meeting;Send Letter/Quote;Other'),
    set('EventType', 'Event.Type', 'Email;Meeting;Other;Call'),
    set('IdeaStatus', 'Idea.Status', ''),
    set('Industry', 'Account.Industry Lead.Industry', INDUSTRY),
    set(
        'LeadSource',
        'Account.AccountSource Contact.LeadSource Lead.LeadSource Opportunity.LeadSource',
        'Web;Phone Inquiry;Partner Referral;Purchased List;Other'
    ),
    set(
        'LeadStatus',
        'Lead.Status',
        '*Open - Not Contacted;Working - Contacted;+Closed - Converted;Closed - Not Converted'
    ),
    set('LocationType', 'Location.LocationType', 'Warehouse;Van;Site;Plant'),
    set('OpportunityCompetitor', '', ''),
    set(
        'OpportunityStage',
        'Opportunity.StageName',
        'Prospecting|10|Pipeline;Qualification|10|Pipeline;Needs Analysis|20|Pipeline;Value Proposition|50|Pipeline;Id. Decision Makers|60|Pipeline;Perception Analysis|70|Pipeline;Proposal/Price Quote|75|Pipeline;Negotiation/Review|90|Pipeline;#+Closed Won|100|Closed;#Closed Lost|0|Omitted'
    ),
    set(
        'OpportunityType',
        'Opportunity.Type',
        'Existing Customer - Upgrade;Existing Customer - Replacement;Existing Customer - Downgrade;New Customer'
    ),
    set('OrderStatus', 'Order.Status', '*Draft;Activated'),
    set('OrderType', 'Order.Type', ''),
    set(
        'PartnerRole',
        'Partner.Role',
        'None;Advertiser;Agency;Broker;Consultant;Dealer;Developer;Distributor;Institution;Lender;Supplier;System Integrator;VAR/Reseller'
    ),
    set('Product2Family', 'Product2.Family', '*None'),
    set(
        'QuickTextChannel',
        'QuickText.Channel',
        'Email;Event;Internal;Knowledge;Live Agent;Messaging;Phone;Portal;Social;Task'
    ),
    set('QuoteStatus', 'Quote.Status', '*Draft;Needs Review;In Review;Approved;Rejected;Presented;Accepted;Denied'),
    set(
        'SalesTeamRole',
        'OpportunityTeamMember.TeamMemberRole',
        'Account Manager;Channel Manager;Executive Sponsor;Lead Qualifier;Pre-Sales Consultant;Sales Manager;Sales Rep'
    ),
    set('Salutation', 'Contact.Salutation Lead.Salutation', 'Mr.;Ms.;Mrs.;Dr.;Prof.;Mx.'),
    set(
        'ServiceAppointmentStatus',
        'ServiceAppointment.Status',
        '*None;Scheduled;Dispatched;In Progress;Cannot Complete;#Completed;Canceled'
    ),
    set('SolutionStatus', 'Solution.Status', '*Draft;Reviewed;Duplicate'),
    set('TaskPriority', 'Task.Priority', 'High;*Normal;Low'),
    set('TaskStatus', 'Task.Status', '*Not Started;In Progress;#Completed;Waiting on someone else;Deferred'),
    set('TaskSubject', 'Task.Subject', 'Call;Send Letter;Send Quote;Other'),
    set('TaskType', 'Task.Type', 'Call;Email;Meeting;Other'),
    set(
        'WorkOrderLineItemStatus',
        'WorkOrderLineItem.Status',
        '*New;In Progress;On Hold;#Completed;Cannot Complete;#Closed;Canceled'
    ),
    set('WorkOrderPriority', 'WorkOrder.Priority WorkOrderLineItem.Priority', '*Low;Medium;High;Critical'),
    set('WorkOrderStatus', 'WorkOrder.Status', '*New;In Progress;On Hold;#Completed;Cannot Complete;#Closed;Canceled')
];

/** Picklists whose values the platform fixes. */
export const FIXED_PICKLISTS: Readonly<Record<string, string>> = {
    'ApexClass.Status': 'Inactive;Active;Deleted',
    'ApexTrigger.Status': 'Inactive;Active;Deleted',
    'ApexTestQueueItem.Status': 'Holding;Queued;Preparing;Processing;Aborted;Completed;Failed',
    'ApexTestResult.Outcome': 'Pass;Fail;CompileFail;Skip',
    'ApexTestRunResult.Status': 'Queued;Processing;Aborted;Completed;Failed',
    'AsyncApexJob.Status': 'Queued;Processing;Aborted;Completed;Failed;Preparing;Holding',
    'AsyncApexJob.JobType':
        'Future;SharingRecalculation;ScheduledApex;BatchApex;BatchApexWorker;TestRequest;TestWorker;ApexToken;Queueable',
    'Asset.ConsequenceOfFailure': 'Insignificant;Moderate;Significant;Severe',
    'ContractLineItem.Status': 'Inactive;Active;Expired',
    'CollaborationGroup.CollaborationType': 'Public;Private;Unlisted',
    'CollaborationGroupMember.CollaborationRole': 'Standard;Admin',
    'ContentDocumentLink.ShareType': 'V;C;I',
    'ContentDocumentLink.Visibility': 'AllUsers;InternalUsers;SharedUsers',
    'ContentVersion.Origin': 'C;H',
    'ContentVersion.SharingOption': 'A;R',
    'ContentVersion.SharingPrivacy': 'N;P',
    'ContentVersion.ContentLocation': 'S;E;L',
    'ContentVersion.PublishStatus': 'U;P;R',
    'CronTrigger.State': 'WAITING;ACQUIRED;EXECUTING;COMPLETE;ERROR;DELETED;PAUSED;BLOCKED;PAUSED_BLOCKED',
    'CampaignMember.Type': 'Contact;Lead;Account',
    'EmailMessage.Status': '*0;1;2;3;4;5;6',
    'EmailTemplate.TemplateStyle': '*none;freeForm;formalLetter;promotionRight;promotionLeft;newsletter;products',
    'EmailTemplate.TemplateType': 'text;html;custom;visualforce',
    'Event.ShowAs': '*Busy;OutOfOffice;Free',
    'Event.EventSubtype': '*Event',
    'Task.TaskSubtype': '*Task;Email;ListEmail;Cadence;Call;LinkedIn',
    'Task.CallType': 'Internal;Inbound;Outbound',
    'FeedItem.Type':
        '*TextPost;LinkPost;ContentPost;PollPost;QuestionPost;TrackedChange;UserStatus;AdvancedTextPost;CreateRecordEvent;CallLogPost;ChangeStatusPost;EmailMessageEvent;AttachArticleEvent',
    'FeedItem.Visibility': '*AllUsers;InternalUsers',
    'FeedItem.Status': '*Published;PendingReview;Draft',
    'FeedComment.CommentType': '*TextComment;ContentComment',
    'Folder.AccessType': 'Public;Hidden;PublicInternal;Shared',
    'Folder.Type': 'Document;Email;Report;Dashboard;EmailTemplate',
    'Group.Type':
        'AllCustomerPortal;Manager;ManagerAndSubordinatesInternal;Organization;PRMOrganization;Queue;*Regular;Role;RoleAndSubordinates;RoleAndSubordinatesInternal;CollaborationGroup;Participant',
    'GroupMember.UserOrGroup': '',
    'Lead.CleanStatus': 'Matched;Different;Acknowledged;NotFound;Inactive;Pending;SelectMatch;Skipped',
    'Account.CleanStatus': 'Matched;Different;Acknowledged;NotFound;Inactive;*Pending;SelectMatch;Skipped',
    'Contact.CleanStatus': 'Matched;Different;Acknowledged;NotFound;Inactive;*Pending;SelectMatch;Skipped',
    'Contact.GenderIdentity': 'Male;Female;Nonbinary;Not Listed',
    'Contact.Pronouns': 'He/Him;She/Her;They/Them;He/They;She/They;Not Listed',
    'Lead.GenderIdentity': 'Male;Female;Nonbinary;Not Listed',
    'Lead.Pronouns': 'He/Him;She/Her;They/Them;He/They;She/They;Not Listed',
    'Opportunity.ForecastCategory': 'Omitted;Pipeline;BestCase;MostLikely;Forecast;Closed',
    'Opportunity.ForecastCategoryName': 'Omitted;Pipeline;Best Case;Most Likely;Commit;Closed',
    'Order.StatusCode': '*Draft;Activated;Canceled;Expired;Superseded',
    'Contract.StatusCode':
        '*Draft;InApproval;Activated;Terminated;Expired;Rejected;Negotiating;AwaitingSignature;SignatureDeclined;Signed;Cancelled;CancelledAutoClosed;Expired2;Terminated2',
    'Contract.OwnerExpirationNotice': '15;30;45;60;90;120',
    'Organization.OrganizationType':
        'Team Edition;Professional Edition;Enterprise Edition;*Developer Edition;Personal Edition;Unlimited Edition;Contact Manager Edition;Base Edition',
    'PermissionSetGroup.Status': '*Updated;Outdated;Updating;Failed',
    'ProcessInstance.Status': 'Started;Pending;Approved;Rejected;Removed;Fault;Held;Reassigned;NoResponse',
    'ProcessInstanceStep.StepStatus': 'Started;Pending;Approved;Rejected;Removed;Fault;Held;Reassigned;NoResponse',
    'Profile.UserType':
        'Standard;PowerPartner;PowerCustomerSuccess;CustomerSuccess;Guest;CspLitePortal;CSNOnly;SelfService',
    'User.UserType':
        '*Standard;PowerPartner;PowerCustomerSuccess;CustomerSuccess;Guest;CspLitePortal;CSNOnly;AutomatedProcess;SelfService;CsnOnly',
    'User.EmailEncodingKey':
        '*UTF-8;ISO-8859-1;Shift_JIS;ISO-2022-JP;EUC-JP;x-SJIS_0213;ks_c_5601-1987;Big5;GB2312;Big5-HKSCS',
    'User.LanguageLocaleKey': '*en_US;de;es;fr;it;ja;sv;ko;zh_TW;zh_CN;pt_BR;nl_NL;da;th;fi;ru;es_MX;no',
    'User.DigestFrequency': '*D;W;N',
    'User.DefaultGroupNotificationFrequency': 'P;D;W;*N',
    'User.LocaleSidKey':
        '*en_US;en_GB;en_CA;en_AU;en_IE;en_IN;en_NZ;en_ZA;de_DE;de_AT;de_CH;es_ES;es_MX;fr_FR;fr_CA;fr_CH;fr_BE;it_IT;it_CH;ja_JP;ja;ko_KR;nl_NL;nl_BE;pt_BR;pt_PT;sv_SE;da_DK;fi_FI;no_NO;nb_NO;pl_PL;ru_RU;th_TH;tr_TR;zh_CN;zh_TW;zh_HK;cs_CZ;hu_HU;ro_RO;iw_IL;ar;ar_AE;hi_IN;in_ID;vi_VN;en;fr;de;es;it;nl;pt;sv',
    'User.TimeZoneSidKey':
        '*America/Los_Angeles;America/New_York;America/Chicago;America/Denver;America/Phoenix;America/Anchorage;America/Halifax;America/St_Johns;America/Toronto;America/Mexico_City;America/Bogota;America/Lima;America/Caracas;America/Sao_Paulo;America/Argentina/Buenos_Aires;America/Panama;America/Puerto_Rico;Pacific/Honolulu;Atlantic/Azores;GMT;Europe/London;Europe/Dublin;Europe/Lisbon;Europe/Amsterdam;Europe/Berlin;Europe/Brussels;Europe/Paris;Europe/Prague;Europe/Rome;Europe/Madrid;Europe/Vienna;Europe/Zurich;Europe/Stockholm;Europe/Warsaw;Europe/Athens;Europe/Bucharest;Europe/Helsinki;Europe/Istanbul;Europe/Moscow;Europe/Minsk;Africa/Cairo;Africa/Johannesburg;Africa/Algiers;Africa/Casablanca;Africa/Nairobi;Asia/Jerusalem;Asia/Beirut;Asia/Baghdad;Asia/Kuwait;Asia/Riyadh;Asia/Tehran;Asia/Dubai;Asia/Baku;Asia/Kabul;Asia/Karachi;Asia/Tashkent;Asia/Kolkata;Asia/Colombo;Asia/Kathmandu;Asia/Dhaka;Asia/Rangoon;Asia/Bangkok;Asia/Jakarta;Asia/Ho_Chi_Minh;Asia/Hong_Kong;Asia/Shanghai;Asia/Singapore;Asia/Taipei;Asia/Manila;Asia/Kuala_Lumpur;Australia/Perth;Asia/Seoul;Asia/Tokyo;Australia/Darwin;Australia/Adelaide;Australia/Brisbane;Australia/Sydney;Pacific/Auckland;Pacific/Fiji;Pacific/Tongatapu;Pacific/Kiritimati;Pacific/Pago_Pago'
};

const ACCESS = [
    'AccountAccessLevel',
    'CaseAccessLevel',
    'ContactAccessLevel',
    'OpportunityAccessLevel',
    'LeadAccessLevel',
    'CampaignAccessLevel',
    'AssetAccessLevel',
    'OrderAccessLevel',
    'AccessLevel',
    'UserAccessLevel'
];
const ROW_CAUSES =
    'Owner;*Manual;Rule;ImplicitChild;ImplicitParent;ImplicitPerson;Team;Territory;TerritoryManual;TerritoryRule;GuestRule';

let byField: ReadonlyMap<string, StandardValueSet> | null = null;

/** The standard value set of a field, by `Object.Field`. */
export function valueSetOf(field: string): StandardValueSet | undefined {
    byField ??= new Map(STANDARD_VALUE_SETS.flatMap((one) => one.fields.map((name) => [name, one] as const)));
    return byField.get(field);
}

/** Values of a standard picklist as written in the tables; null when the field is no picklist. */
export function standardPicklist(object: string, field: string): string[] | null {
    const name = `${object}.${field}`;
    const fixed = FIXED_PICKLISTS[name];
    if (fixed !== undefined) return fixed === '' ? null : fixed.split(';');
    const valueSet = valueSetOf(name);
    if (valueSet) return [...valueSet.values];
    if (object.endsWith('Share') && ACCESS.includes(field)) return ['Read', 'Edit', 'All'];
    if (object.endsWith('Share') && field === 'RowCause') return ROW_CAUSES.split(';');
    if (field.endsWith('GeocodeAccuracy'))
        return 'Address;NearAddress;Block;Street;ExtendedZip;Zip;Neighborhood;City;County;State;Unknown'.split(';');
    if (
        /^Status$|StatusCategory$|^(Type|Role|Category|Frequency|Visibility|Scope|Priority|State|Origin)$/.test(
            field
        ) &&
        !/^(ApexLog|Organization|ListView)$/.test(object)
    )
        return [];
    return null;
}
