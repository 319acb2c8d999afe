package usbd4j.stack;

/** Receives what happens on a bus. Every method is called on the thread that called {@link UsbBus#await}. */
public interface BusListener {
    /**
     * Called when a setup packet arrives. Before it returns, the listener must complete the transfer with one of {@link
     * UsbBus#sendData}, {@link UsbBus#receiveData}, {@link UsbBus#acknowledge} or {@link UsbBus#stall}, or call {@link
     * UsbBus#hold} to complete it later.
     *
     * @param setup the setup packet; its wIndex counts interfaces as {@link usbd4j.stack.descriptor.Configuration} does
     */
    void setup(SetupPacket setup);

    /** Called when the host has given up the request that is held. It can no longer be answered. */
    void givenUp();

    /**
     * Called when the bus state changes.
     *
     * @param event the new state
     */
    void event(BusEvent event);

    /**
     * Called when the host has selected an alternate setting, on a bus that answers SET_INTERFACE itself.
     *
     * @param bInterfaceNumber the interface's number, as {@link usbd4j.stack.descriptor.Configuration} counts them
     * @param bAlternateSetting the alternate setting; not checked, the interface may not have it
     */
    void alternateSetting(int bInterfaceNumber, int bAlternateSetting);

    /**
     * Called when a transfer has completed.
     *
     * @param transfer the transfer; it may be submitted again before this returns
     */
    void transferred(Transfer transfer);
}
