trigger TradingIdentifier on TradingIdentifier__c(before insert, before update, after insert, after update) {
    switch on Trigger.operationType {
        when BEFORE_INSERT, BEFORE_UPDATE {
            new TradingIdentifierHandler().beforeSave(Trigger.new);
        }
        when AFTER_INSERT, AFTER_UPDATE {
            new TradingIdentifierHandler().afterSave(Trigger.new, Trigger.oldMap);
        }
    }
}
