package usbd4j.stack.functionfs;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static usbd4j.stack.descriptor.UsbEndpoint.bulkIn;
import static usbd4j.stack.descriptor.UsbEndpoint.bulkOut;
import static usbd4j.stack.descriptor.UsbEndpoint.interruptIn;
import static usbd4j.stack.descriptor.UsbEndpoint.interruptOut;

import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

class DummyEndpointsTest {
    @Test
    void hasFourBulkEndpointsEachWay() {
        assertThatNoException()
                .isThrownBy(() ->
                        require(bulkIn(), bulkOut(), bulkIn(), bulkOut(), bulkIn(), bulkOut(), bulkIn(), bulkOut()));
    }

    @Test
    void aFifthHasTheAddressOfAnother() {
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> require(bulkOut(), bulkOut(), bulkOut(), bulkOut(), bulkOut()))
                .withMessage("the controller dummy_udc has no endpoint left for bulk OUT endpoint 0x05 of interface 0:"
                        + " FunctionFS got 4 others from it, and the next would have an address that one of them has");
    }

    @Test
    void givesTheFirstThatFits() {
        assertThatNoException()
                .isThrownBy(() -> require(
                        bulkIn().at(0x81),
                        interruptIn(8, 1).at(0x85),
                        interruptOut(8, 1).at(0x02),
                        bulkIn().at(0x86),
                        bulkOut().at(0x07)));
    }

    @Test
    void givesNoOther() {
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> require(bulkIn().at(0x81), bulkOut().at(0x01)))
                .withMessage("endpoint 0x01 of interface 0 has become 0x02 on this controller: its class asks for that"
                        + " address, but FunctionFS takes a controller's endpoints in their own order");
    }

    private static void require(UsbEndpoint... endpoints) {
        UsbInterface declared = UsbInterface.of(0xFF, 0, 0).with(endpoints);
        DummyEndpoints.require(
                Descriptors.of(Identity.of(0x1209, 0x0001), List.of(declared)).configuration());
    }
}
