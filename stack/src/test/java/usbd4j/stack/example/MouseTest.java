package usbd4j.stack.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.memory.Host;

class MouseTest {
    private final Host host = Host.attach(new Mouse());

    private byte[] move() {
        return host.read(0x81, 3);
    }

    @Test
    void itsReportDescriptorIsAsLongAsItsHidDescriptorSays() {
        byte[] hid = host.controlIn(StandardRequest.GET_DESCRIPTOR.setup(Recipient.INTERFACE, 0x2100, 0, 255));
        byte[] report = host.controlIn(StandardRequest.GET_DESCRIPTOR.setup(Recipient.INTERFACE, 0x2200, 0, 255));

        assertThat(hid).containsExactly(9, 0x21, 0x11, 0x01, 0, 1, 0x22, report.length, 0);
        assertThat(report).startsWith(0x05, 0x01, 0x09, 0x02).endsWith(0xC0, 0xC0);
    }

    @Test
    void setIdleIsAccepted() {
        host.controlOut(SetupPacket.of(Direction.OUT, RequestType.CLASS, Recipient.INTERFACE, 0x0A, 0, 0, 0));

        assertThat(move()).containsExactly(0, 1, 0);
    }

    @Test
    void thePointerComesBackToWhereItWas() {
        int x = 0;
        int y = 0;
        for (int i = 0; i < 200; i++) {
            byte[] report = move();
            x += report[1];
            y += report[2];
        }

        assertThat(x).isZero();
        assertThat(y).isZero();
    }

    @Test
    void goesOnAfterABusReset() {
        move();
        host.reset();

        assertThat(move()).containsExactly(0, 1, 0);
    }
}
