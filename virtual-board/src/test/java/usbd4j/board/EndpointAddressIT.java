package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static usbd4j.stack.descriptor.UsbEndpoint.bulkIn;
import static usbd4j.stack.descriptor.UsbEndpoint.bulkOut;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;

/** How many endpoints a device can have, and at which addresses. */
class EndpointAddressIT {
    private static final Identity IDENTITY = Identity.of(0x1209, 0x0007);

    @AfterAll
    static void theBoardIsAsBefore() {
        UsbIpCable.remove();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void nineBulkPairsCarryDataOfTheirOwnOnFunctionFs() {
        Echo echo = Echo.onPairs(9);
        try (DeviceRig rig = DeviceRig.onUsbIp(IDENTITY, echo)) {
            echo.check(rig.host());
        }
    }

    @Test
    void nineBulkPairsCarryDataOfTheirOwnOnGadgetFs() {
        Echo echo = Echo.onPairs(9);
        try (DeviceRig rig = DeviceRig.onGadgetFs(IDENTITY, echo)) {
            echo.check(rig.host());
        }
    }

    @Test
    void fourBulkPairsAreAllThatDummyHasForFunctionFs() {
        Echo echo = Echo.onPairs(4);
        try (DeviceRig rig = DeviceRig.onFunctionFs(IDENTITY, echo)) {
            echo.check(rig.host());
        }
        assertRefused(
                () -> DeviceRig.onFunctionFs(IDENTITY, Echo.onPairs(5)),
                "the controller dummy_udc has no endpoint left for bulk IN endpoint 0x89 of interface 0: FunctionFS got 8"
                        + " others from it, and the next would have an address that one of them has");
    }

    @Test
    void moreBulkPairsThanDummyHasForGadgetFsAreRefused() {
        assertRefused(
                () -> DeviceRig.onGadgetFs(IDENTITY, Echo.onPairs(10)),
                "the controller has no endpoint left for bulk endpoint 0x");
    }

    @Test
    void bothDirectionsHaveTheSameNumberOnFunctionFs() {
        Echo echo = Echo.on(bulkIn(), bulkOut().sharingNumber());
        try (DeviceRig rig = DeviceRig.onUsbIp(IDENTITY, echo)) {
            echo.check(rig.host());

            assertThat(addresses(rig)).containsExactly(0x81, 0x01);
        }
    }

    @Test
    void bothDirectionsHaveTheSameNumberOnGadgetFs() {
        Echo echo = Echo.on(bulkIn(), bulkOut().sharingNumber());
        try (DeviceRig rig = DeviceRig.onGadgetFs(IDENTITY, echo)) {
            echo.check(rig.host());

            assertThat(addresses(rig)).containsExactly(0x81, 0x01);
        }
    }

    @Test
    void aNumberThatDummyDoesNotHaveBothWaysIsRefused() {
        assertRefused(
                () -> DeviceRig.onFunctionFs(
                        IDENTITY, Echo.on(bulkIn(), bulkOut().sharingNumber())),
                "endpoint 0x01 of interface 0 has become 0x02 on this controller: its class asks for the number of the"
                        + " endpoint before it, but FunctionFS takes a controller's endpoints in their own order");
    }

    @Test
    void aClassGetsTheAddressesThatItAsksForOnFunctionFs() {
        Echo echo = Echo.on(
                bulkIn().at(0x81),
                bulkOut().at(0x01),
                bulkIn().at(0x82),
                bulkOut().at(0x02));
        try (DeviceRig rig = DeviceRig.onUsbIp(IDENTITY, echo)) {
            echo.check(rig.host());

            assertThat(addresses(rig)).containsExactly(0x81, 0x01, 0x82, 0x02);
        }
    }

    @Test
    void aClassGetsTheAddressesThatItAsksForOnGadgetFs() {
        Echo echo = Echo.on(
                bulkIn().at(0x82),
                bulkOut().at(0x01),
                bulkIn().at(0x81),
                bulkOut().at(0x02));
        try (DeviceRig rig = DeviceRig.onGadgetFs(IDENTITY, echo)) {
            echo.check(rig.host());

            assertThat(addresses(rig)).containsExactly(0x82, 0x01, 0x81, 0x02);
        }
    }

    @Test
    void addressesThatDummyDoesNotHaveAreRefused() {
        Echo echo = Echo.on(
                bulkIn().at(0x81),
                bulkOut().at(0x01),
                bulkIn().at(0x82),
                bulkOut().at(0x02));

        assertRefused(
                () -> DeviceRig.onFunctionFs(IDENTITY, echo),
                "endpoint 0x01 of interface 0 has become 0x02 on this controller: its class asks for that address, but");
    }

    @Test
    void addressesThatTheControllerGivesToOthersAreRefusedWhenTheHostWouldUseThem() {
        Echo echo = Echo.on(bulkIn().at(0x83), bulkOut());

        assertThat(DeviceRig.onUsbIp(IDENTITY, echo).failure())
                .isInstanceOf(UsbException.class)
                .hasMessageStartingWith("endpoint 0x83 of interface 0 has become 0x81 on this controller");
    }

    private static void assertRefused(Supplier<DeviceRig> attach, String sentence) {
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> attach.get().close())
                .withMessageStartingWith(sentence);
    }

    private static List<Integer> addresses(DeviceRig rig) {
        return rig.host().endpoints().stream()
                .map(EndpointDescriptor::bEndpointAddress)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void isochronousEndpointsAreRefusedBeforeAHostSeesThem(KernelBus bus) {
        Echo stream = Echo.on(UsbEndpoint.isochronousIn(192, 1), UsbEndpoint.isochronousOut(192, 1));

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> bus.serve(IDENTITY, stream).close())
                .withMessage("interface 0 has isochronous endpoints, and the controller dummy_udc has no isochronous"
                        + " transfers");
    }
}
