package usbd4j.stack.descriptor;

/**
 * An endpoint as a class declares it, independent of speed. Its number is assigned when the descriptors are built.
 *
 * @param in true for IN, false for OUT
 * @param type the transfer type
 * @param packetSize maximum packet size of an interrupt endpoint in bytes, 1 to 64; 0 for a bulk endpoint, whose packet
 *     size depends on the speed
 * @param intervalMillis polling interval of an interrupt endpoint, 1 to 255 ms; 0 for a bulk endpoint
 */
public record UsbEndpoint(boolean in, TransferType type, int packetSize, int intervalMillis) {
    private static final int MOST_PER_PACKET = 64;
    private static final int LONGEST_INTERVAL = 255;
    private static final int MICROFRAMES_PER_MILLI = 8;

    /** Checks that an interrupt endpoint is valid at every speed (USB 2.0, 5.7.3 and 5.7.4). */
    public UsbEndpoint {
        if (type == TransferType.INTERRUPT) {
            require("packet size", packetSize, MOST_PER_PACKET);
            require("interval", intervalMillis, LONGEST_INTERVAL);
        } else if (packetSize != 0 || intervalMillis != 0) {
            throw new IllegalArgumentException(
                    "the packet size and interval of a bulk endpoint must be 0: they depend on the speed");
        }
    }

    private static void require(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "the %s of an interrupt endpoint is %d; it must be 1 to %d".formatted(what, value, most));
        }
    }

    /** {@return a bulk IN endpoint} */
    public static UsbEndpoint bulkIn() {
        return new UsbEndpoint(true, TransferType.BULK, 0, 0);
    }

    /** {@return a bulk OUT endpoint} */
    public static UsbEndpoint bulkOut() {
        return new UsbEndpoint(false, TransferType.BULK, 0, 0);
    }

    /**
     * {@return an interrupt IN endpoint}
     *
     * @param packetSize maximum packet size in bytes, 1 to 64
     * @param intervalMillis polling interval, 1 to 255 ms
     */
    public static UsbEndpoint interruptIn(int packetSize, int intervalMillis) {
        return new UsbEndpoint(true, TransferType.INTERRUPT, packetSize, intervalMillis);
    }

    /**
     * {@return an interrupt OUT endpoint}
     *
     * @param packetSize maximum packet size in bytes, 1 to 64
     * @param intervalMillis polling interval, 1 to 255 ms
     */
    public static UsbEndpoint interruptOut(int packetSize, int intervalMillis) {
        return new UsbEndpoint(false, TransferType.INTERRUPT, packetSize, intervalMillis);
    }

    /**
     * {@return the endpoint descriptor for a speed}
     *
     * @param number the endpoint's number, 1 to 15
     * @param speed the speed of the bus
     */
    EndpointDescriptor numbered(int number, Speed speed) {
        return new EndpointDescriptor(
                number | (in ? EndpointDescriptor.DIRECTION_IN : 0),
                type.code(),
                type == TransferType.BULK ? speed.bulkPacketSize() : packetSize,
                type == TransferType.BULK ? 0 : bInterval(speed));
    }

    /** {@return the companion descriptor that follows the endpoint descriptor at super speed} */
    SuperSpeedEndpointCompanionDescriptor companion() {
        return new SuperSpeedEndpointCompanionDescriptor(0, 0, packetSize);
    }

    /** From high speed on the interval is 2^(bInterval-1) microframes, rounded down (table 9-13). */
    private int bInterval(Speed speed) {
        return speed == Speed.FULL
                ? intervalMillis
                : Integer.SIZE - Integer.numberOfLeadingZeros(intervalMillis * MICROFRAMES_PER_MILLI);
    }
}
