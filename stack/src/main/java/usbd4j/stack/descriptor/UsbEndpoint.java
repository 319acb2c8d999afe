package usbd4j.stack.descriptor;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An endpoint as a class declares it, independent of speed. Its number is assigned when the descriptors are built, unless
 * the class asks for one.
 *
 * @param in true for IN, false for OUT
 * @param type the transfer type
 * @param packetSize maximum packet size in bytes, 1 to 64 for an interrupt endpoint and 1 to 1023 for an isochronous one; 0
 *     for a bulk endpoint, whose packet size depends on the speed
 * @param intervalMillis polling interval of an interrupt or isochronous endpoint, 1 to 255 ms; 0 for a bulk endpoint
 * @param atHighSpeed the packets from high speed on, if they are not the same
 * @param bEndpointAddress the address that the class asks for, if it does
 * @param sharesNumber whether it must have the number of the endpoint that is declared before it
 */
public record UsbEndpoint(
        boolean in,
        TransferType type,
        int packetSize,
        int intervalMillis,
        Optional<HighSpeedPackets> atHighSpeed,
        OptionalInt bEndpointAddress,
        boolean sharesNumber) {
    private static final int LONGEST_INTERVAL = 255;
    private static final int MICROFRAMES_PER_MILLI = 8;

    /** Checks that the endpoint is valid at every speed (USB 2.0, 5.6.3, 5.7.3 and 5.7.4). */
    public UsbEndpoint {
        if (type != TransferType.BULK) {
            require("packet size", type, packetSize, type.largestPacket());
            require("interval", type, intervalMillis, LONGEST_INTERVAL);
        } else if (packetSize != 0 || intervalMillis != 0 || atHighSpeed.isPresent()) {
            throw new IllegalArgumentException(
                    "the packet size and interval of a bulk endpoint must be 0: they depend on the speed");
        }
        boolean isIn = in;
        bEndpointAddress.ifPresent(each -> requireAddress(each, isIn));
    }

    private static void require(String what, TransferType type, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "the %s of an %s endpoint is %d; it must be 1 to %d".formatted(what, type, value, most));
        }
    }

    private static void requireAddress(int address, boolean in) {
        int number = address & ~EndpointDescriptor.DIRECTION_IN;
        if (number < 1 || number > EndpointDescriptor.NUMBER) {
            throw new IllegalArgumentException(
                    "UsbEndpoint.at(0x%02x): an endpoint's number is 1 to 15, and bit 7 of the address is set for IN"
                            .formatted(address));
        }
        if (in != (address != number)) {
            throw new IllegalArgumentException(
                    "UsbEndpoint.at(0x%02x): the endpoint is an %s endpoint".formatted(address, in ? "IN" : "OUT"));
        }
    }

    /** {@return a bulk IN endpoint} */
    public static UsbEndpoint bulkIn() {
        return of(true, TransferType.BULK, 0, 0);
    }

    /** {@return a bulk OUT endpoint} */
    public static UsbEndpoint bulkOut() {
        return of(false, TransferType.BULK, 0, 0);
    }

    /**
     * {@return an interrupt IN endpoint}
     *
     * @param packetSize maximum packet size in bytes, 1 to 64
     * @param intervalMillis polling interval, 1 to 255 ms
     */
    public static UsbEndpoint interruptIn(int packetSize, int intervalMillis) {
        return of(true, TransferType.INTERRUPT, packetSize, intervalMillis);
    }

    /**
     * {@return an interrupt OUT endpoint}
     *
     * @param packetSize maximum packet size in bytes, 1 to 64
     * @param intervalMillis polling interval, 1 to 255 ms
     */
    public static UsbEndpoint interruptOut(int packetSize, int intervalMillis) {
        return of(false, TransferType.INTERRUPT, packetSize, intervalMillis);
    }

    /**
     * {@return an isochronous IN endpoint, without synchronization}
     *
     * @param packetSize maximum packet size in bytes, 1 to 1023
     * @param intervalMillis service interval, 1 to 255 ms; rounded down to a power of two
     */
    public static UsbEndpoint isochronousIn(int packetSize, int intervalMillis) {
        return of(true, TransferType.ISOCHRONOUS, packetSize, intervalMillis);
    }

    /**
     * {@return an isochronous OUT endpoint, without synchronization}
     *
     * @param packetSize maximum packet size in bytes, 1 to 1023
     * @param intervalMillis service interval, 1 to 255 ms; rounded down to a power of two
     */
    public static UsbEndpoint isochronousOut(int packetSize, int intervalMillis) {
        return of(false, TransferType.ISOCHRONOUS, packetSize, intervalMillis);
    }

    private static UsbEndpoint of(boolean in, TransferType type, int packetSize, int intervalMillis) {
        return new UsbEndpoint(in, type, packetSize, intervalMillis, Optional.empty(), OptionalInt.empty(), false);
    }

    /**
     * {@return a copy of this interrupt or isochronous endpoint with other packets from high speed on}
     *
     * @param size maximum packet size in bytes, 1 to 1024
     * @param transactions packets in a microframe, 1 to 3; more than 1 only with packets of more than 512 bytes
     * @param intervalMicroframes service interval, 1 to 32768 microframes of 125 us; rounded down to a power of two
     */
    public UsbEndpoint atHighSpeed(int size, int transactions, int intervalMicroframes) {
        Optional<HighSpeedPackets> packets = Optional.of(new HighSpeedPackets(size, transactions, intervalMicroframes));
        return new UsbEndpoint(in, type, packetSize, intervalMillis, packets, bEndpointAddress, sharesNumber);
    }

    /**
     * {@return a copy of this endpoint that must have this address} The bus refuses the device if the controller cannot
     * have such an endpoint there.
     *
     * @param address the number, 1 to 15, in bits 3 to 0; bit 7 set for IN
     */
    public UsbEndpoint at(int address) {
        return new UsbEndpoint(
                in, type, packetSize, intervalMillis, atHighSpeed, OptionalInt.of(address), sharesNumber);
    }

    /**
     * {@return a copy of this endpoint that must have the number of the endpoint of the other direction that is declared
     * before it}
     */
    public UsbEndpoint sharingNumber() {
        return new UsbEndpoint(in, type, packetSize, intervalMillis, atHighSpeed, bEndpointAddress, true);
    }

    /** {@return the address of this endpoint if it has a number} */
    int address(int number) {
        return number | (in ? EndpointDescriptor.DIRECTION_IN : 0);
    }

    /** {@return the endpoint descriptor for a speed} */
    EndpointDescriptor addressed(int address, Speed speed) {
        if (type == TransferType.BULK) {
            return new EndpointDescriptor(address, type.code(), speed.bulkPacketSize(), 0);
        }
        HighSpeedPackets high = highSpeedPackets();
        return switch (speed) {
            case FULL -> new EndpointDescriptor(address, type.code(), packetSize, bIntervalAtFullSpeed());
            case HIGH -> new EndpointDescriptor(address, type.code(), high.wMaxPacketSize(), high.bInterval());
            case SUPER -> new EndpointDescriptor(address, type.code(), high.superSpeedPacketSize(), high.bInterval());
        };
    }

    /** {@return the companion descriptor that follows the endpoint descriptor at super speed} */
    SuperSpeedEndpointCompanionDescriptor companion() {
        if (type == TransferType.BULK) {
            return new SuperSpeedEndpointCompanionDescriptor(0, 0, 0);
        }
        HighSpeedPackets high = highSpeedPackets();
        return new SuperSpeedEndpointCompanionDescriptor(high.burst() - 1, 0, high.bytesPerInterval());
    }

    private HighSpeedPackets highSpeedPackets() {
        return atHighSpeed.orElseGet(() -> new HighSpeedPackets(packetSize, 1, intervalMillis * MICROFRAMES_PER_MILLI));
    }

    /** An interrupt endpoint's interval is a number of frames, an isochronous one's a power of two (table 9-13). */
    private int bIntervalAtFullSpeed() {
        return type == TransferType.ISOCHRONOUS ? HighSpeedPackets.exponent(intervalMillis) : intervalMillis;
    }
}
