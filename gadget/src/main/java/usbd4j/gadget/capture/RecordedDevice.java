package usbd4j.gadget.capture;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.DescriptorType;

/** What a capture tells of a device: its descriptors, as far as the host read them, and whether it speaks DFU. */
public final class RecordedDevice {
    private static final int DEVICE_LENGTH = 18;
    private static final int GETSTATUS_LENGTH = 6;

    private final RecordedDescriptors descriptors = new RecordedDescriptors();
    private boolean wasAskedForStatus;
    private boolean wasToldToLeave;

    RecordedDevice() {}

    /** Takes note of what the host has read of it. */
    void look(RecordedTransfer transfer) {
        if (!(transfer.event() instanceof ControlTransfer control) || control.ending() != Ending.DONE) {
            return;
        }
        SetupPacket setup = control.setup();
        Optional<DfuRequest> request = DfuRequest.of(setup);
        // HID has a request of the same number, for one byte.
        wasAskedForStatus |=
                request.filter(DfuRequest.GETSTATUS::equals).isPresent() && setup.wLength() == GETSTATUS_LENGTH;
        wasToldToLeave |= request.filter(which -> leaves(which, setup)).isPresent();
        descriptors.look(control);
    }

    /** The DNLOAD without data ends a download, and a device may then run what it was sent. */
    private static boolean leaves(DfuRequest request, SetupPacket setup) {
        return request == DfuRequest.DETACH || (request == DfuRequest.DNLOAD && setup.wLength() == 0);
    }

    /** {@return its descriptors} */
    public RecordedDescriptors descriptors() {
        return descriptors;
    }

    /**
     * {@return whether it took DETACH, or the DNLOAD that ends a download, or a request of another class that looks the same: it may
     * have come back in the other mode}
     */
    public boolean wasToldToLeave() {
        return wasToldToLeave;
    }

    /** {@return whether it is a DFU device, by its descriptors, or by what the host asks it where they are missing, or say otherwise} */
    public boolean isDfu() {
        return wasAskedForStatus || protocol().isPresent();
    }

    /** {@return that it is on the bus; empty if the capture began after the host had read the descriptors} */
    Optional<Attached> attached(Instant time) {
        ByteBuffer device = descriptors.device();
        return device.remaining() == DEVICE_LENGTH
                ? descriptors.configurations().stream()
                        .findFirst()
                        .map(configuration -> attached(time, device, configuration))
                : Optional.empty();
    }

    private Attached attached(Instant time, ByteBuffer device, ByteBuffer configuration) {
        boolean isDfuMode = protocol().equals(Optional.of(DfuInterface.DFU_MODE.bInterfaceProtocol()));
        return new Attached(time, isDfuMode ? "dfu-mode" : "run-time", "usbmon", device, configuration);
    }

    /** {@return bInterfaceProtocol of its first DFU interface} */
    private Optional<Integer> protocol() {
        return descriptors.configurations().stream()
                .flatMap(each -> protocol(each).stream())
                .findFirst();
    }

    private static Optional<Integer> protocol(ByteBuffer configuration) {
        int at = 0;
        while (at + 2 <= configuration.remaining() && configuration.get(at) != 0) {
            if (configuration.get(at + 1) == DescriptorType.INTERFACE.code()
                    && at + 9 <= configuration.remaining()
                    && configuration.get(at + 5) == (byte) DfuInterface.RUN_TIME.bInterfaceClass()
                    && configuration.get(at + 6) == DfuInterface.RUN_TIME.bInterfaceSubClass()) {
                return Optional.of((int) configuration.get(at + 7));
            }
            at += Byte.toUnsignedInt(configuration.get(at));
        }
        return Optional.empty();
    }
}
