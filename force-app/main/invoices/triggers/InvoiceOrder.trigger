trigger InvoiceOrder on DocumentChanged__e(after insert) {
    new InvoiceOrderHandler().handle(Trigger.new);
}
