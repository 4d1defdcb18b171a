trigger DocumentReceived on DocumentReceived__e(after insert) {
    new DocumentReceivedHandler().handle(Trigger.new);
}
