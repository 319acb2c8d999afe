package usbd4j.stack.example;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.Direction;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/**
 * A HID mouse that moves the pointer around a square. Every operating system has a driver for it.
 *
 * <p>Its report is that of a boot mouse (HID 1.11, appendix B.2): the buttons, then the movement to the right and down.
 */
public final class Mouse implements UsbClass {
    private static final int REPORT_DESCRIPTOR_TYPE = 0x22;
    private static final int SET_IDLE = 0x0A;
    private static final int REPORT_LENGTH = 3;
    private static final int MILLIS_BETWEEN_REPORTS = 10;
    private static final int STEPS_ON_EACH_SIDE = 50;

    /** Three buttons of a bit each and five bits unused, then X and Y from -127 to 127, relative. */
    private static final ByteBuffer REPORT_DESCRIPTOR = ByteBuffer.wrap(HexFormat.ofDelimiter(" ")
            .parseHex("05 01 09 02 a1 01 09 01 a1 00 05 09 19 01 29 03 15 00 25 01 95 03 75 01 81 02 95 01 75 05 81 01"
                    + " 05 01 09 30 09 31 15 81 25 7f 75 08 95 02 81 06 c0 c0"));

    private int steps;

    /** Creates a mouse at the upper left corner of its square. */
    public Mouse() {}

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(AlternateSetting.of(0x03, 0x01, 0x02)
                .showing(new HidDescriptor(REPORT_DESCRIPTOR.limit()))
                .with(UsbEndpoint.interruptIn(REPORT_LENGTH, MILLIS_BETWEEN_REPORTS))));
    }

    @Override
    public void endpoints(List<Endpoint> endpoints) {
        move(endpoints.get(0).transfer(REPORT_LENGTH, this::sent));
    }

    /** A report that a bus reset dropped is sent again, once the host has configured the device. */
    private void sent(Transfer report) {
        if (report.outcome() == Outcome.DONE) {
            steps++;
        }
        move(report);
    }

    private void move(Transfer report) {
        int side = steps / STEPS_ON_EACH_SIDE % 4;
        int right = side == 0 ? 1 : side == 2 ? -1 : 0;
        int down = side == 1 ? 1 : side == 3 ? -1 : 0;
        report.buffer().clear().put((byte) 0).put((byte) right).put((byte) down).flip();
        report.submit();
    }

    @Override
    public Optional<Reply> control(SetupPacket setup, Instant now) {
        if (setup.equals(StandardRequest.GET_DESCRIPTOR.setup(
                Recipient.INTERFACE, REPORT_DESCRIPTOR_TYPE << 8, setup.wIndex(), setup.wLength()))) {
            return Optional.of(Reply.data(REPORT_DESCRIPTOR));
        }
        boolean isSetIdle = setup.is(RequestType.CLASS, Recipient.INTERFACE)
                && setup.direction() == Direction.OUT
                && setup.bRequest() == SET_IDLE;
        return isSetIdle ? Optional.of(Reply.ack()) : Optional.empty();
    }
}
