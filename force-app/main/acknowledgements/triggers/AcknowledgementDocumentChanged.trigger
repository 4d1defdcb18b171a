trigger AcknowledgementDocumentChanged on DocumentChanged__e(after insert) {
    new AcknowledgementChangedHandler().handle(Trigger.new);
}
