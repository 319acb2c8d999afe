package usbd4j.stack;

import java.nio.ByteBuffer;
import java.util.Optional;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/**
 * The standard requests of USB 2.0, 9.4, that a device answers from its descriptors. A bus whose kernel answers some by
 * itself lets only the others through.
 */
final class StandardRequests {
    private static final int GET_DESCRIPTOR = 6;

    private final Descriptors descriptors;

    StandardRequests(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    Optional<Reply> control(SetupPacket setup) {
        boolean getDescriptor = setup.type() == RequestType.STANDARD
                && setup.direction() == Direction.IN
                && setup.bRequest() == GET_DESCRIPTOR;
        return getDescriptor ? descriptor(setup).map(Reply::data) : Optional.empty();
    }

    /** The type is in the high byte of wValue, the index in the low one (USB 2.0, 9.4.3). */
    private Optional<ByteBuffer> descriptor(SetupPacket setup) {
        int type = setup.wValue() >> 8;
        int index = setup.wValue() & 0xFF;
        return switch (setup.recipient()) {
            case DEVICE -> DescriptorType.of(type).flatMap(known -> ofDevice(known, index, setup.wIndex()));
            // Class specifications, DFU's among them, ask interfaces for their own descriptors.
            case INTERFACE ->
                descriptors.configuration().extra(setup.target(), type, index).map(Descriptor::bytes);
            case ENDPOINT, OTHER, RESERVED -> Optional.empty();
        };
    }

    private Optional<ByteBuffer> ofDevice(DescriptorType type, int index, int language) {
        return switch (type) {
            case DEVICE -> index == 0 ? Optional.of(descriptors.device().bytes()) : Optional.empty();
            case CONFIGURATION ->
                index == 0 ? Optional.of(descriptors.configuration().bytes(Speed.HIGH)) : Optional.empty();
            case STRING -> descriptors.strings().descriptor(index, language).map(Descriptor::bytes);
            // Only ever part of a configuration (USB 2.0, 9.4.3).
            case INTERFACE, ENDPOINT -> Optional.empty();
        };
    }
}
