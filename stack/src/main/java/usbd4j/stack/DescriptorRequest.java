package usbd4j.stack;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.BosDescriptor;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.DeviceQualifierDescriptor;
import usbd4j.stack.descriptor.Speed;

/** Answers GET_DESCRIPTOR (USB 2.0, 9.4.3), which is valid in every device state. */
final class DescriptorRequest {
    /** Offset of bDescriptorType in a descriptor. */
    private static final int TYPE = 1;

    private final Descriptors descriptors;
    private final UsbBus bus;

    DescriptorRequest(Descriptors descriptors, UsbBus bus) {
        this.descriptors = descriptors;
        this.bus = bus;
    }

    /**
     * {@return the requested descriptor, or empty if the device has no such descriptor}
     *
     * @param setup the request; wValue holds the descriptor type in its high byte, the index in its low byte
     * @param configuration the configuration that interface numbers refer to
     */
    Optional<ByteBuffer> answer(SetupPacket setup, Configuration configuration) {
        int type = setup.wValue() >> 8;
        int index = setup.wValue() & 0xFF;
        return switch (setup.recipient()) {
            case DEVICE -> DescriptorType.of(type).flatMap(known -> ofDevice(known, index, setup.wIndex()));
            // Class-specific descriptors, such as DFU's, are requested from the interface.
            case INTERFACE -> configuration.extra(setup.target(), type, index).map(Descriptor::bytes);
            case ENDPOINT, OTHER, RESERVED -> Optional.empty();
        };
    }

    private Optional<ByteBuffer> ofDevice(DescriptorType type, int index, int language) {
        return switch (type) {
            case DEVICE -> index == 0 ? Optional.of(shown().device().bytes()) : Optional.empty();
            case CONFIGURATION -> configuration(index, bus.speed());
            case STRING -> descriptors.strings().descriptor(index, language).map(Descriptor::bytes);
            case DEVICE_QUALIFIER -> qualifier(index);
            case OTHER_SPEED_CONFIGURATION ->
                bus.speed()
                        .other()
                        .flatMap(speed -> configuration(index, speed))
                        .map(DescriptorRequest::asOtherSpeed);
            case BOS -> index == 0 ? shown().bos().map(BosDescriptor::bytes) : Optional.empty();
            // Returned only as part of another descriptor (USB 2.0, 9.4.3).
            case INTERFACE, ENDPOINT, INTERFACE_ASSOCIATION, DEVICE_CAPABILITY, SUPERSPEED_ENDPOINT_COMPANION ->
                Optional.empty();
        };
    }

    private Optional<ByteBuffer> configuration(int index, Speed speed) {
        List<Configuration> all = descriptors.configurations();
        return index < all.size() ? Optional.of(all.get(index).bytes(speed)) : Optional.empty();
    }

    private Optional<ByteBuffer> qualifier(int index) {
        return index == 0 && bus.speed().other().isPresent()
                ? Optional.of(DeviceQualifierDescriptor.of(descriptors.device()).bytes())
                : Optional.empty();
    }

    private Descriptors shown() {
        return descriptors.at(bus.speed());
    }

    private static ByteBuffer asOtherSpeed(ByteBuffer configuration) {
        return configuration.put(TYPE, (byte) DescriptorType.OTHER_SPEED_CONFIGURATION.code());
    }
}
