package usbd4j.stack;

/** Whom a bus tells what happened, on the thread that called {@link UsbBus#await}. */
public interface BusListener {
    /**
     * Called when a control transfer begins. Before it returns, the listener finishes the transfer with one of the
     * bus's four answers: {@link UsbBus#sendData}, {@link UsbBus#receiveData}, {@link UsbBus#acknowledge} or {@link
     * UsbBus#stall}.
     *
     * @param setup the setup packet; its wIndex counts interfaces as {@link usbd4j.stack.descriptor.Configuration} does
     */
    void setup(SetupPacket setup);

    /**
     * Called when anything else happened.
     *
     * @param event what
     */
    void event(BusEvent event);

    /**
     * Called when the host has chosen an alternate setting, on a bus that has answered that request by itself.
     *
     * @param bInterfaceNumber of which interface, as {@link usbd4j.stack.descriptor.Configuration} counts them
     * @param bAlternateSetting the setting, which the interface need not have
     */
    void alternateSetting(int bInterfaceNumber, int bAlternateSetting);

    /**
     * Called when a transfer is over.
     *
     * @param transfer which; it may be submitted again before this returns
     */
    void transferred(Transfer transfer);
}
