package usbd4j.dfu.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.UsbString;
import usbd4j.stack.memory.Host;

/** The descriptors of the DFU run-time interface. */
class DfuRuntimeDescriptorTest {
    private final DfuFunctionalDescriptor functional =
            new DfuFunctionalDescriptor(new DfuAttributes(true, false, false, true), 1000, 4096, 0x0110);
    private final Host host = Host.attach(new DfuRuntime(
            DfuInterface.RUN_TIME,
            Optional.of(UsbString.of("DFU run-time")),
            functional,
            DetachPolicy.ACCEPT,
            () -> {}));

    @Test
    void isOneInterfaceAndItsFunctionalDescriptor() {
        byte[] configuration = host.controlIn(new SetupPacket(0x80, 6, 0x0200, 0, 255));

        assertThat(configuration)
                .hasSize(27)
                .endsWith(
                        9, // bLength
                        4, // bDescriptorType
                        0, // bInterfaceNumber
                        0, // bAlternateSetting
                        0, // bNumEndpoints
                        0xFE, // bInterfaceClass: application specific
                        0x01, // bInterfaceSubClass: device firmware upgrade
                        0x01, // bInterfaceProtocol: run-time
                        1, // iInterface
                        //
                        9, // bLength
                        0x21, // bDescriptorType
                        0x09, // bmAttributes
                        0xE8, // wDetachTimeOut
                        0x03,
                        0x00, // wTransferSize
                        0x10,
                        0x10, // bcdDFUVersion
                        0x01);
    }

    @Test
    void getDescriptorReturnsTheFunctionalDescriptor() {
        assertThat(host.controlIn(new SetupPacket(0x81, 6, 0x2100, 0, 9)))
                .isEqualTo(functional.bytes().array());
    }

    @Test
    void interfaceHasItsName() {
        assertThat(host.descriptors().strings().strings()).containsExactly(UsbString.of("DFU run-time"));
    }
}
