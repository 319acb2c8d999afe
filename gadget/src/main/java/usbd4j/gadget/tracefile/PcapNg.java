package usbd4j.gadget.tracefile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.BusChange;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.EndpointTransfer;
import usbd4j.gadget.trace.Lost;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.SettingChange;
import usbd4j.gadget.trace.TraceVisitor;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.descriptor.DescriptorType;

/**
 * A capture as Wireshark reads it: packets of the kernel's usbmon, two for each transfer, as the host's kernel would have recorded them.
 * What is no packet is a comment on the packet that follows.
 */
final class PcapNg implements TraceVisitor {
    private static final String FROM_KERNEL =
            "Not seen by the device: the kernel answers this, from the descriptors that the device gave it.";

    private static final int LAST_DEVICE = 127;

    private final PcapNgBlocks blocks;
    private final List<String> comments = new ArrayList<>();
    private long id;

    /** The address of the device: a root hub has the first one, and a device that comes back a new one. */
    private int device = 1;

    PcapNg(ByteArrayOutputStream out) {
        blocks = new PcapNgBlocks(out);
        blocks.begin();
    }

    @Override
    public void attached(Attached event) {
        device = device == LAST_DEVICE ? 2 : device + 1;
        comments.add(event.text());
        if (event.isConfiguredByKernel()) {
            // Without them, nobody could tell what the class requests are.
            descriptor(event.time(), DescriptorType.DEVICE, event.device());
            descriptor(event.time(), DescriptorType.CONFIGURATION, event.configuration());
        }
    }

    private void descriptor(Instant time, DescriptorType type, ByteBuffer bytes) {
        comments.add(FROM_KERNEL);
        SetupPacket setup =
                StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, type.code() << 8, 0, bytes.remaining());
        transfer(time, time, setup, UsbMonPacket.DONE, bytes);
    }

    @Override
    public void control(ControlTransfer event) {
        if (event.ending() == Ending.HELD) {
            comments.add(event.text());
            return;
        }
        if (!event.reason().isEmpty()) {
            comments.add("Stalled: " + event.reason());
        }
        int status = switch (event.ending()) {
            case DONE -> UsbMonPacket.DONE;
            case STALLED -> UsbMonPacket.STALLED;
            case GIVEN_UP, HELD -> UsbMonPacket.GIVEN_UP;
        };
        transfer(event.time(), event.time().plus(event.took()), event.setup(), status, event.data());
    }

    private void transfer(Instant begun, Instant over, SetupPacket setup, int status, ByteBuffer data) {
        boolean isIn = setup.direction() == Direction.IN;
        ByteBuffer sent = status == UsbMonPacket.GIVEN_UP && isIn ? ControlTransfer.NO_DATA : data;
        id++;
        write(begun, UsbMonPacket.submitted(id, device, setup), isIn ? ControlTransfer.NO_DATA : data);
        write(
                over,
                UsbMonPacket.completed(id, device, setup, status, sent.remaining()),
                isIn ? sent : ControlTransfer.NO_DATA);
    }

    @Override
    public void transfer(EndpointTransfer event) {
        id++;
        write(event.time(), UsbMonPacket.completed(id, device, event), event.data());
    }

    private void write(Instant time, UsbMonPacket packet, ByteBuffer data) {
        blocks.packet(time, packet.header(time, data.remaining()), data, comments);
        comments.clear();
    }

    @Override
    public void bus(BusChange event) {
        comments.add(event.text());
    }

    @Override
    public void setting(SettingChange event) {
        comments.add(event.text());
    }

    @Override
    public void note(Note event) {
        comments.add(event.text());
    }

    @Override
    public void lost(Lost event) {
        comments.add(event.text());
    }

    @Override
    public void ended(Instant time) {
        if (!comments.isEmpty()) {
            blocks.end(time, comments);
            comments.clear();
        }
    }
}
