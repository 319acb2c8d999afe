package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.memory.Host;

/** A class author's mistake is told in a sentence that names the class and the call. */
class ClassMistakesTest {
    private static UsbInterface using(UsbEndpoint... endpoints) {
        return UsbInterface.of(0xFF, 0, 0).with(endpoints);
    }

    private static void assertTold(UsbClass wrong, String sentence) {
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> Host.attach(new Loopback(), wrong))
                .withMessage(wrong.getClass().getName() + "." + sentence);
    }

    @Test
    void moreEndpointsThanThereAreNumbers() {
        assertTold(
                () -> List.of(
                        using(Collections.nCopies(15, UsbEndpoint.bulkIn()).toArray(UsbEndpoint[]::new))),
                "interfaces(): no endpoint number is left: the classes declare 16 IN and 1 OUT endpoints; a device can have"
                        + " at most 15 of each");
    }

    @Test
    void anAddressTwice() {
        UsbInterface pipe = using(UsbEndpoint.bulkIn().at(0x85));

        assertTold(() -> List.of(pipe, pipe), "interfaces(): UsbEndpoint.at(0x85): the address is asked for twice");
    }

    @Test
    void endpointZero() {
        assertTold(
                () -> List.of(using(UsbEndpoint.bulkIn().at(0x80))),
                "interfaces(): UsbEndpoint.at(0x80): an endpoint's number is 1 to 15, and bit 7 of the address is set for"
                        + " IN");
    }

    @Test
    void endpoint16() {
        assertTold(
                () -> List.of(using(UsbEndpoint.bulkOut().at(0x10))),
                "interfaces(): UsbEndpoint.at(0x10): an endpoint's number is 1 to 15, and bit 7 of the address is set for"
                        + " IN");
    }

    @Test
    void aPacketSizeThatTheTransferTypeDoesNotAllow() {
        assertTold(
                () -> List.of(using(UsbEndpoint.interruptOut(65, 1))),
                "interfaces(): the packet size of an interrupt endpoint is 65; it must be 1 to 64");
    }

    @Test
    void aPacketSizeThatTheSpeedDoesNotAllow() {
        assertTold(
                () -> List.of(using(UsbEndpoint.isochronousIn(512, 1).atHighSpeed(1025, 1, 1))),
                "interfaces(): UsbEndpoint.atHighSpeed(): packets of 1025 bytes; with 1 in a microframe they have 1 to 1024");
    }

    @Test
    void aTransferWithoutRoomForAPacket() {
        UsbClass wrong = new UsbClass() {
            @Override
            public List<UsbInterface> interfaces() {
                return List.of(using(UsbEndpoint.interruptOut(31, 1)));
            }

            @Override
            public void endpoints(List<Endpoint> endpoints) {
                endpoints.get(0).transfer(64, done -> {});
            }
        };

        assertTold(wrong, "endpoints(): the buffer of an OUT transfer has 64 bytes; its size must be a multiple of 31");
    }
}
