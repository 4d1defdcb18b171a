trigger TradeInvoice on TradeInvoice__c(before update) {
    new TradeInvoiceHandler().beforeUpdate(Trigger.new);
}
