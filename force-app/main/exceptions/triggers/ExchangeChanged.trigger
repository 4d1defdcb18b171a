trigger ExchangeChanged on DocumentChanged__e(after insert) {
    new ExchangeChangedHandler().handle(Trigger.new);
}
