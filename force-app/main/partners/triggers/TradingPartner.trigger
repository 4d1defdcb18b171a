trigger TradingPartner on TradingPartner__c(after update) {
    new TradingPartnerHandler().afterUpdate(Trigger.new, Trigger.oldMap);
}
