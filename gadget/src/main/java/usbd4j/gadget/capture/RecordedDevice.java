package usbd4j.gadget.capture;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.descriptor.DescriptorType;

/** What a capture tells of a device: its descriptors, as far as the host read them. */
final class RecordedDevice {
    private static final int DEVICE_LENGTH = 18;
    private static final int GETSTATUS_LENGTH = 6;

    private ByteBuffer device = ControlTransfer.NO_DATA;
    private ByteBuffer configuration = ControlTransfer.NO_DATA;
    private boolean wasAskedForStatus;

    /** Takes note of what the host has read of it. */
    void look(RecordedTransfer transfer) {
        if (!(transfer.event() instanceof ControlTransfer control) || control.ending() != Ending.DONE) {
            return;
        }
        SetupPacket setup = control.setup();
        // HID has a request of the same number, for one byte.
        wasAskedForStatus |=
                DfuRequest.of(setup).filter(DfuRequest.GETSTATUS::equals).isPresent()
                        && setup.wLength() == GETSTATUS_LENGTH;
        if (isDescriptor(setup, DescriptorType.DEVICE) && control.data().remaining() == DEVICE_LENGTH) {
            device = TraceEvent.copy(control.data());
        } else if (isDescriptor(setup, DescriptorType.CONFIGURATION)
                && control.data().remaining() > configuration.remaining()) {
            configuration = TraceEvent.copy(control.data());
        }
    }

    private static boolean isDescriptor(SetupPacket setup, DescriptorType type) {
        return StandardRequest.of(setup).equals(Optional.of(StandardRequest.GET_DESCRIPTOR))
                && setup.wValue() >> 8 == type.code();
    }

    /** {@return whether it is a DFU device, by its descriptors, or by what the host asks it where they are missing, or say otherwise} */
    boolean isDfu() {
        return wasAskedForStatus || protocol().isPresent();
    }

    /** {@return that it is on the bus; empty if the capture began after the host had read the descriptors} */
    Optional<Attached> attached(Instant time) {
        return device.hasRemaining() && configuration.hasRemaining()
                ? Optional.of(new Attached(
                        time,
                        protocol().equals(Optional.of(DfuInterface.DFU_MODE.bInterfaceProtocol()))
                                ? "dfu-mode"
                                : "run-time",
                        "usbmon",
                        device,
                        configuration))
                : Optional.empty();
    }

    /** {@return bInterfaceProtocol of its first DFU interface} */
    private Optional<Integer> protocol() {
        int at = 0;
        while (at + 2 <= configuration.remaining() && configuration.get(at) > 0) {
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
