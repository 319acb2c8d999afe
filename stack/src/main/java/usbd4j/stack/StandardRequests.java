package usbd4j.stack;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Power;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.TransferType;

/**
 * Answers the standard requests of USB 2.0, 9.4, and at super speed the two that USB 3.2, 9.4, adds for every device. Where the kernel
 * answers some of them itself, only the others arrive here.
 *
 * <p>Behaviour that is unspecified in the Default state is the same as in the Address state. Requests not handled here are
 * offered to the classes.
 */
final class StandardRequests {
    private static final int ENDPOINT_HALT = 0;
    private static final int DEVICE_REMOTE_WAKEUP = 1;
    private static final int HIGHEST_ADDRESS = 127;
    private static final int SELF_POWERED = 1;
    private static final int REMOTE_WAKEUP = 2;
    private static final int ENDPOINT_NUMBER = 0x0F;
    private static final int EXIT_LATENCIES = 6;

    private final DeviceStatus status;
    private final DescriptorRequest descriptors;
    private final UsbBus bus;
    private final BiConsumer<BusEvent, List<UsbClass>> announce;

    /**
     * Creates the handler for a device.
     *
     * @param status the device's status
     * @param descriptors the device's descriptors
     * @param bus the bus that has the endpoints
     * @param announce tells classes that the host selected or left their configuration
     */
    StandardRequests(
            DeviceStatus status, Descriptors descriptors, UsbBus bus, BiConsumer<BusEvent, List<UsbClass>> announce) {
        this.status = status;
        this.descriptors = new DescriptorRequest(descriptors, bus);
        this.bus = bus;
        this.announce = announce;
    }

    /** {@return the reply, or empty to offer the request to the classes} */
    Optional<Reply> control(SetupPacket setup) {
        Optional<StandardRequest> request = StandardRequest.of(setup);
        if (request.isEmpty() || (setup.direction() == Direction.OUT && setup.wLength() != dataStage(request.get()))) {
            return Optional.empty();
        }
        return switch (setup.recipient()) {
            case DEVICE -> ofDevice(request.get(), setup);
            case INTERFACE -> ofInterface(request.get(), setup);
            case ENDPOINT -> ofEndpoint(request.get(), setup);
            case OTHER, RESERVED -> Optional.empty();
        };
    }

    /** {@return the length of the data stage of an OUT request} */
    private static int dataStage(StandardRequest request) {
        return request == StandardRequest.SET_SEL ? EXIT_LATENCIES : 0;
    }

    private Optional<Reply> ofDevice(StandardRequest request, SetupPacket setup) {
        return switch (request) {
            case GET_DESCRIPTOR -> descriptor(setup);
            case GET_STATUS -> Optional.of(word(deviceStatus()));
            case CLEAR_FEATURE -> remoteWakeup(setup.wValue(), false);
            case SET_FEATURE -> remoteWakeup(setup.wValue(), true);
            case SET_ADDRESS -> Optional.of(setAddress(setup.wValue()));
            case GET_CONFIGURATION -> Optional.of(getConfiguration());
            case SET_CONFIGURATION -> Optional.of(setConfiguration(setup.wValue() & 0xFF));
            case SET_SEL -> atSuperSpeed(Reply.receive(exitLatencies -> {}));
            case SET_ISOCH_DELAY -> atSuperSpeed(Reply.ack());
            case SET_DESCRIPTOR, GET_INTERFACE, SET_INTERFACE, SYNCH_FRAME -> Optional.empty();
        };
    }

    /** What these tell is for devices that save power on their link, or keep time with the host. */
    private Optional<Reply> atSuperSpeed(Reply reply) {
        return bus.speed() == Speed.SUPER ? Optional.of(reply) : Optional.empty();
    }

    private Optional<Reply> descriptor(SetupPacket setup) {
        return descriptors.answer(setup, status.responsible().shown()).map(Reply::data);
    }

    private int deviceStatus() {
        return (power().isSelfPowered() ? SELF_POWERED : 0) | (status.mayWakeUpHost() ? REMOTE_WAKEUP : 0);
    }

    private Power power() {
        return status.responsible().shown().power();
    }

    private Optional<Reply> remoteWakeup(int feature, boolean allowed) {
        if (feature != DEVICE_REMOTE_WAKEUP || !power().canWakeUpHost()) {
            return Optional.empty();
        }
        return Optional.of(Reply.ack(now -> status.allowToWakeUpHost(allowed)));
    }

    /** The new address takes effect after the status stage (9.4.6). */
    private Reply setAddress(int address) {
        if (status.state() == DeviceState.CONFIGURED) {
            return Reply.stall("the address cannot change in the Configured state");
        }
        return address > HIGHEST_ADDRESS
                ? Reply.stall("address %d is out of range".formatted(address))
                : Reply.ack(now -> status.setAddress(address));
    }

    private Reply getConfiguration() {
        int value = status.configuration()
                .map(each -> each.shown().bConfigurationValue())
                .orElse(0);
        return Reply.data(ByteBuffer.wrap(new byte[] {(byte) value}));
    }

    private Reply setConfiguration(int value) {
        if (!status.hasConfiguration(value)) {
            return Reply.stall("configuration %d does not exist".formatted(value));
        }
        Optional<LiveConfiguration> before = status.configuration();
        status.configure(value, bus);
        return Reply.ack(now -> {
            before.ifPresent(left -> announce.accept(BusEvent.DECONFIGURED, left.classes()));
            status.configuration().ifPresent(used -> announce.accept(BusEvent.CONFIGURED, used.classes()));
        });
    }

    private Optional<Reply> ofInterface(StandardRequest request, SetupPacket setup) {
        return switch (request) {
            case GET_DESCRIPTOR -> descriptor(setup);
            case GET_STATUS, GET_INTERFACE, SET_INTERFACE -> Optional.of(ofLiveInterface(request, setup));
            case CLEAR_FEATURE, SET_FEATURE, SET_ADDRESS, SET_DESCRIPTOR, GET_CONFIGURATION, SET_CONFIGURATION ->
                Optional.empty();
            case SYNCH_FRAME, SET_SEL, SET_ISOCH_DELAY -> Optional.empty();
        };
    }

    private Reply ofLiveInterface(StandardRequest request, SetupPacket setup) {
        Optional<LiveInterface> meant = status.configuration().flatMap(each -> each.interfaceNumber(setup.target()));
        if (meant.isEmpty()) {
            return Reply.stall("interface %d is not available".formatted(setup.target()));
        }
        return switch (request) {
            case GET_INTERFACE ->
                Reply.data(ByteBuffer.wrap(new byte[] {(byte) meant.get().bAlternateSetting()}));
            case SET_INTERFACE -> setInterface(meant.get(), setup.wValue());
            default -> word(0);
        };
    }

    private Reply setInterface(LiveInterface meant, int setting) {
        if (!meant.hasSetting(setting)) {
            return Reply.stall("the interface has no alternate setting %d".formatted(setting));
        }
        meant.use(setting, bus);
        return Reply.ack(meant::tell);
    }

    private Optional<Reply> ofEndpoint(StandardRequest request, SetupPacket setup) {
        boolean isEndpointHalt = setup.wValue() == ENDPOINT_HALT;
        if ((setup.target() & ENDPOINT_NUMBER) == 0) {
            return ofEndpointZero(request, isEndpointHalt);
        }
        Optional<Endpoint> meant = status.configuration().flatMap(each -> each.endpoint(setup.target()));
        if (meant.isEmpty()) {
            return Optional.of(Reply.stall("endpoint 0x%02x is not available".formatted(setup.target())));
        }
        Endpoint endpoint = meant.get();
        // An isochronous endpoint has no handshake, and so no stall (5.6.5).
        boolean isHalt = isEndpointHalt && endpoint.descriptor().type() != TransferType.ISOCHRONOUS;
        return switch (request) {
            case GET_STATUS -> Optional.of(word(bus.isHalted(endpoint) ? 1 : 0));
            case CLEAR_FEATURE -> isHalt ? Optional.of(Reply.ack(now -> endpoint.clearHalt())) : Optional.empty();
            case SET_FEATURE -> isHalt ? Optional.of(Reply.ack(now -> endpoint.halt())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Endpoint zero is never halted: the next setup packet clears a protocol stall (8.5.3.4). */
    private static Optional<Reply> ofEndpointZero(StandardRequest request, boolean isHalt) {
        return switch (request) {
            case GET_STATUS -> Optional.of(word(0));
            case CLEAR_FEATURE -> isHalt ? Optional.of(Reply.ack()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Reply word(int value) {
        return Reply.data(ByteBuffer.wrap(new byte[] {(byte) value, 0}));
    }
}
