package usbd4j.stack.descriptor;

/**
 * The packets of an interrupt or isochronous endpoint at high speed.
 *
 * @param packetSize maximum packet size in bytes
 * @param transactions packets in a microframe, 1 to 3
 * @param intervalMicroframes service interval in microframes of 125 us, 1 to 32768; rounded down to a power of two
 */
public record HighSpeedPackets(int packetSize, int transactions, int intervalMicroframes) {
    private static final int LARGEST_PACKET = 1024;
    private static final int LONGEST_INTERVAL = 1 << 15;
    private static final int TRANSACTIONS_SHIFT = 11;

    /** Checks that USB 2.0 allows them (5.6.3, 5.7.3 and table 9-14). */
    public HighSpeedPackets {
        if (transactions < 1 || transactions > 3) {
            throw new IllegalArgumentException(
                    "UsbEndpoint.atHighSpeed(): %d transactions in a microframe; there are 1 to 3"
                            .formatted(transactions));
        }
        int least = leastPacket(transactions);
        if (packetSize < least || packetSize > LARGEST_PACKET) {
            throw new IllegalArgumentException(
                    "UsbEndpoint.atHighSpeed(): packets of %d bytes; with %d in a microframe they have %d to %d"
                            .formatted(packetSize, transactions, least, LARGEST_PACKET));
        }
        if (intervalMicroframes < 1 || intervalMicroframes > LONGEST_INTERVAL) {
            throw new IllegalArgumentException(
                    "UsbEndpoint.atHighSpeed(): an interval of %d microframes; it must be 1 to %d"
                            .formatted(intervalMicroframes, LONGEST_INTERVAL));
        }
    }

    private static int leastPacket(int transactions) {
        return switch (transactions) {
            case 1 -> 1;
            case 2 -> 513;
            default -> 683;
        };
    }

    int wMaxPacketSize() {
        return packetSize | (transactions - 1) << TRANSACTIONS_SHIFT;
    }

    int bytesPerInterval() {
        return packetSize * transactions;
    }

    /** {@return the packets of a burst at super speed, where every packet of a burst but the last has 1024 bytes} */
    int burst() {
        return (bytesPerInterval() + LARGEST_PACKET - 1) / LARGEST_PACKET;
    }

    /** {@return wMaxPacketSize at super speed: 1024 if there is more than one packet (USB 3.2, 9.6.6)} */
    int superSpeedPacketSize() {
        return burst() == 1 ? bytesPerInterval() : LARGEST_PACKET;
    }

    int bInterval() {
        return exponent(intervalMicroframes);
    }

    /** {@return bInterval for an interval of 2^(bInterval-1), rounded down} */
    static int exponent(int interval) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(interval);
    }
}
