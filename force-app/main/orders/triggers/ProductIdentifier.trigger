trigger ProductIdentifier on ProductIdentifier__c(before insert, before update) {
    new ProductIdentifierHandler().beforeSave(Trigger.new);
}
