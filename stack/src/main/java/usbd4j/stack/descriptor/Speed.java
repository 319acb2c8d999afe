package usbd4j.stack.descriptor;

/** The speeds that a device shows descriptors for. */
public enum Speed {
    /** 12 Mbit/s. */
    FULL("full-speed", 64),
    /** 480 Mbit/s. */
    HIGH("high-speed", 512),
    /** 5 Gbit/s, and whatever is faster. */
    SUPER("super-speed", 1024);

    private final String text;
    private final int bulkPacketSize;

    Speed(String text, int bulkPacketSize) {
        this.text = text;
        this.bulkPacketSize = bulkPacketSize;
    }

    /** {@return the bytes in a packet of a bulk endpoint (USB 2.0, 5.8.3; USB 3.2, 9.6.6)} */
    public int bulkPacketSize() {
        return bulkPacketSize;
    }

    /** {@return the other of the two speeds that a device may be used at on the same port (USB 2.0, 9.6.2)} */
    public Speed other() {
        return this == FULL ? HIGH : FULL;
    }

    @Override
    public String toString() {
        return text;
    }
}
