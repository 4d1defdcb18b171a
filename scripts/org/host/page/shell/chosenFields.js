// The fields that lists and highlights show: as the project says, as Salesforce shows standard objects, or the telling ones.
export const SYSTEM = new Set([
    'Id',
    'IsDeleted',
    'SystemModstamp',
    'CreatedById',
    'LastModifiedById',
    'LastModifiedDate',
    'LastViewedDate',
    'LastReferencedDate',
    'LastActivityDate'
]);

/** Salesforce's own choice for standard objects, as its system default compact layouts. */
const STANDARD = {
    Account: ['Type', 'Industry', 'Phone', 'Website', 'BillingAddress', 'OwnerId'],
    Case: ['Status', 'Priority', 'Subject', 'AccountId', 'OwnerId'],
    Contact: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
    Opportunity: ['AccountId', 'StageName', 'CloseDate', 'Amount', 'OwnerId'],
    OpportunityLineItem: ['Product2Id', 'Quantity', 'UnitPrice', 'TotalPrice', 'Description'],
    Order: ['AccountId', 'Status', 'EffectiveDate', 'TotalAmount', 'OwnerId'],
    OrderItem: ['Product2Id', 'Quantity', 'UnitPrice', 'TotalPrice', 'Description'],
    Product2: ['ProductCode', 'Family', 'IsActive']
};

/** Fields beside the name; `use` is 'list' or 'highlights'. */
export function choose(site, facts, use) {
    const said = site.shownFields[facts.name];
    const names = said?.[use] ?? said?.list ?? said?.highlights ?? STANDARD[facts.name] ?? null;
    const fields = facts.fields.filter(({ nameField }) => !nameField);
    if (names) return names.flatMap((name) => fields.find((field) => field.name === name) ?? []);
    return fields.filter(
        (field) =>
            !SYSTEM.has(field.name) &&
            !['OwnerId', 'CreatedDate'].includes(field.name) &&
            !['textarea', 'base64'].includes(field.type) &&
            !field.externalId &&
            !field.compoundFieldName
    );
}
