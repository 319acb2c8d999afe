package usbd4j.stack.descriptor;

/** The speeds of USB 2.0 that a device shows descriptors for. */
public enum Speed {
    /** 12 Mbit/s. */
    FULL(64),
    /** 480 Mbit/s. */
    HIGH(512);

    private final int bulkPacketSize;

    Speed(int bulkPacketSize) {
        this.bulkPacketSize = bulkPacketSize;
    }

    /** {@return the bytes in a packet of a bulk endpoint (USB 2.0, 5.8.3)} */
    public int bulkPacketSize() {
        return bulkPacketSize;
    }
}
