trigger ShipmentDocumentChanged on DocumentChanged__e(after insert) {
    new ShipmentOrderHandler().handle(Trigger.new);
}
