package usbd4j.stack;

/** A listener that passes everything on to another one. What an heir overrides is different. */
public abstract class ListenerDecorator implements BusListener {
    private final BusListener delegate;

    /**
     * Wraps a listener.
     *
     * @param delegate the listener
     */
    protected ListenerDecorator(BusListener delegate) {
        this.delegate = delegate;
    }

    @Override
    public void setup(SetupPacket setup) {
        delegate.setup(setup);
    }

    @Override
    public void alternateSetting(int bInterfaceNumber, int bAlternateSetting) {
        delegate.alternateSetting(bInterfaceNumber, bAlternateSetting);
    }

    @Override
    public void transferred(Transfer transfer) {
        delegate.transferred(transfer);
    }

    @Override
    public void givenUp() {
        delegate.givenUp();
    }

    @Override
    public void event(BusEvent event) {
        delegate.event(event);
    }
}
