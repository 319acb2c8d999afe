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

/** GET_DESCRIPTOR (USB 2.0, 9.4.3), which every device must answer in every state. */
final class DescriptorRequest {
    /** Where the type of a configuration descriptor stands in it. */
    private static final int TYPE = 1;

    private final Descriptors descriptors;
    private final UsbBus bus;

    DescriptorRequest(Descriptors descriptors, UsbBus bus) {
        this.descriptors = descriptors;
        this.bus = bus;
    }

    /**
     * {@return the descriptor that is asked for, or empty if the device has none such}
     *
     * @param setup the request; the type is in the high byte of wValue, the index in the low one
     * @param configuration the one whose interfaces are meant
     */
    Optional<ByteBuffer> answer(SetupPacket setup, Configuration configuration) {
        int type = setup.wValue() >> 8;
        int index = setup.wValue() & 0xFF;
        return switch (setup.recipient()) {
            case DEVICE -> DescriptorType.of(type).flatMap(known -> ofDevice(known, index, setup.wIndex()));
            // Class specifications, DFU's among them, ask interfaces for their own descriptors.
            case INTERFACE -> configuration.extra(setup.target(), type, index).map(Descriptor::bytes);
            case ENDPOINT, OTHER, RESERVED -> Optional.empty();
        };
    }

    private Optional<ByteBuffer> ofDevice(DescriptorType type, int index, int language) {
        return switch (type) {
            case DEVICE -> index == 0 ? Optional.of(descriptors.device().bytes()) : Optional.empty();
            case CONFIGURATION -> configuration(index, bus.speed());
            case STRING -> descriptors.strings().descriptor(index, language).map(Descriptor::bytes);
            case DEVICE_QUALIFIER -> qualifier(index);
            case OTHER_SPEED_CONFIGURATION ->
                configuration(index, bus.speed().other()).map(DescriptorRequest::asOtherSpeed);
            case BOS -> index == 0 ? descriptors.bos().map(BosDescriptor::bytes) : Optional.empty();
            // Only ever part of another (USB 2.0, 9.4.3).
            case INTERFACE, ENDPOINT, INTERFACE_ASSOCIATION, DEVICE_CAPABILITY, SUPERSPEED_ENDPOINT_COMPANION ->
                Optional.empty();
        };
    }

    private Optional<ByteBuffer> configuration(int index, Speed speed) {
        List<Configuration> all = descriptors.configurations();
        return index < all.size() ? Optional.of(all.get(index).bytes(speed)) : Optional.empty();
    }

    private Optional<ByteBuffer> qualifier(int index) {
        return index == 0
                ? Optional.of(DeviceQualifierDescriptor.of(descriptors.device()).bytes())
                : Optional.empty();
    }

    private static ByteBuffer asOtherSpeed(ByteBuffer configuration) {
        return configuration.put(TYPE, (byte) DescriptorType.OTHER_SPEED_CONFIGURATION.code());
    }
}
