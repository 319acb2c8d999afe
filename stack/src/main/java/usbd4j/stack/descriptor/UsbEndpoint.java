package usbd4j.stack.descriptor;

/**
 * An endpoint as a class declares it: without a number, which depends on what else the device has, and for every speed.
 *
 * @param in whether data go to the host
 * @param type how they go
 * @param packetSize bytes in a packet of an interrupt endpoint, 1 to 64; of a bulk endpoint the speed decides, and this is 0
 * @param intervalMillis how often the host asks an interrupt endpoint, 1 to 255 ms; of a bulk endpoint 0
 */
public record UsbEndpoint(boolean in, TransferType type, int packetSize, int intervalMillis) {
    private static final int MOST_PER_PACKET = 64;
    private static final int LONGEST_INTERVAL = 255;
    private static final int MICROFRAMES_PER_MILLI = 8;

    /** Checks what an interrupt endpoint can have at every speed (USB 2.0, 5.7.3 and 5.7.4). */
    public UsbEndpoint {
        if (type == TransferType.INTERRUPT) {
            require("packet size", packetSize, MOST_PER_PACKET);
            require("interval", intervalMillis, LONGEST_INTERVAL);
        } else if (packetSize != 0 || intervalMillis != 0) {
            throw new IllegalArgumentException("a bulk endpoint's packet size and interval are the bus's to choose");
        }
    }

    private static void require(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "the %s of an interrupt endpoint is %d, and must be within 1 and %d".formatted(what, value, most));
        }
    }

    /** {@return a bulk endpoint to the host} */
    public static UsbEndpoint bulkIn() {
        return new UsbEndpoint(true, TransferType.BULK, 0, 0);
    }

    /** {@return a bulk endpoint from the host} */
    public static UsbEndpoint bulkOut() {
        return new UsbEndpoint(false, TransferType.BULK, 0, 0);
    }

    /**
     * {@return an interrupt endpoint to the host}
     *
     * @param packetSize bytes in a packet, 1 to 64
     * @param intervalMillis how often the host asks, 1 to 255 ms
     */
    public static UsbEndpoint interruptIn(int packetSize, int intervalMillis) {
        return new UsbEndpoint(true, TransferType.INTERRUPT, packetSize, intervalMillis);
    }

    /**
     * {@return an interrupt endpoint from the host}
     *
     * @param packetSize bytes in a packet, 1 to 64
     * @param intervalMillis how often the host may send, 1 to 255 ms
     */
    public static UsbEndpoint interruptOut(int packetSize, int intervalMillis) {
        return new UsbEndpoint(false, TransferType.INTERRUPT, packetSize, intervalMillis);
    }

    /**
     * {@return its descriptor at a speed}
     *
     * @param number the endpoint's number, 1 to 15
     * @param speed the speed
     */
    EndpointDescriptor numbered(int number, Speed speed) {
        return new EndpointDescriptor(
                number | (in ? EndpointDescriptor.DIRECTION_IN : 0),
                type.code(),
                type == TransferType.BULK ? speed.bulkPacketSize() : packetSize,
                type == TransferType.BULK ? 0 : bInterval(speed));
    }

    /** {@return what follows its descriptor at super speed} */
    SuperSpeedEndpointCompanionDescriptor companion() {
        return new SuperSpeedEndpointCompanionDescriptor(0, 0, packetSize);
    }

    /** From high speed on 2 to the power of bInterval - 1 microframes, not more than what was asked for (table 9-13). */
    private int bInterval(Speed speed) {
        return speed == Speed.FULL
                ? intervalMillis
                : Integer.SIZE - Integer.numberOfLeadingZeros(intervalMillis * MICROFRAMES_PER_MILLI);
    }
}
