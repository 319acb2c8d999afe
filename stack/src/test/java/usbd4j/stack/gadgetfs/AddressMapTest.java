package usbd4j.stack.gadgetfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

class AddressMapTest {
    private static final List<String> OFFERED =
            List.of("dummy_udc", "ep10in-int", "ep1in-bulk", "ep2out-bulk", "ep5in-int", "ep6in-bulk", "ep7out-bulk");

    @Test
    void endpointsKeepTheirDeclaredAddressesIfTheControllerHasThem() {
        AddressMap map = new AddressChoice(declared(UsbEndpoint.bulkIn(), UsbEndpoint.bulkOut()), OFFERED).made();

        assertThat(map.isAsDeclared()).isTrue();
    }

    @Test
    void otherEndpointsGetTheFirstThatFits() {
        Configuration configuration = declared(UsbEndpoint.interruptIn(8, 1), UsbEndpoint.bulkIn());
        AddressMap map = new AddressChoice(configuration, OFFERED).made();

        assertThat(shown(map, configuration)).containsExactly(0x85, 0x81);
        assertThat(map.isAsDeclared()).isFalse();
    }

    @Test
    void anExactMatchIsNotGivenToAnotherEndpoint() {
        Configuration configuration = declared(UsbEndpoint.bulkOut(), UsbEndpoint.bulkOut());
        AddressMap map = new AddressChoice(configuration, OFFERED).made();

        assertThat(shown(map, configuration)).containsExactly(0x07, 0x02);
    }

    @Test
    void alternateSettingsShareEndpoints() {
        AlternateSetting pipe = AlternateSetting.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn());
        Configuration configuration = configuration(UsbInterface.of(pipe, pipe));
        AddressMap map = new AddressChoice(configuration, OFFERED).made();

        assertThat(shown(map, configuration)).containsExactly(0x81, 0x81);
    }

    @Test
    void addressesFromTheHostAreMappedToTheDeclaredOnes() {
        AddressMap map = new AddressChoice(declared(UsbEndpoint.interruptIn(8, 1)), OFFERED).made();

        assertThat(map.declared(0x85)).isEqualTo(0x81);
        assertThat(map.declared(0x03)).isEqualTo(0x03);
    }

    @Test
    void tooManyEndpointsAreRefusedWithAListOfTheAvailableOnes() {
        UsbEndpoint in = UsbEndpoint.bulkIn();

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> new AddressChoice(declared(in, in, in), OFFERED))
                .withMessage("the controller has no endpoint left for bulk endpoint 0x83; it has dummy_udc, ep10in-int,"
                        + " ep1in-bulk, ep2out-bulk, ep5in-int, ep6in-bulk, ep7out-bulk, and the classes declare 3");
    }

    @Test
    void anInterruptOutEndpointTakesABulkEndpointAsTheKernelDoes() {
        Configuration configuration = declared(UsbEndpoint.interruptOut(64, 1), UsbEndpoint.bulkOut());
        AddressMap map = new AddressChoice(configuration, OFFERED).made();

        assertThat(shown(map, configuration))
                .as("the bulk endpoint has its own number")
                .containsExactly(0x07, 0x02);
    }

    @Test
    void anAskedAddressIsGivenBeforeAllOthers() {
        Configuration configuration =
                declared(UsbEndpoint.bulkIn(), UsbEndpoint.bulkIn().at(0x86));
        AddressMap map = new AddressChoice(configuration, OFFERED).made();

        assertThat(shown(map, configuration)).containsExactly(0x81, 0x86);
    }

    @Test
    void anEndpointWithoutANumberHasTheOneThatIsAskedFor() {
        Configuration configuration = declared(UsbEndpoint.bulkOut().at(0x0D), UsbEndpoint.bulkOut());
        AddressMap map = new AddressChoice(configuration, List.of("ep-aout", "ep-bout")).made();

        assertThat(shown(map, configuration)).containsExactly(0x0D, 0x01);
    }

    @Test
    void anAddressThatTheControllerDoesNotHaveIsRefused() {
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(
                        () -> new AddressChoice(declared(UsbEndpoint.bulkIn().at(0x83)), OFFERED))
                .withMessage("the controller has no bulk endpoint 0x83, which a class asks for; it has dummy_udc,"
                        + " ep10in-int, ep1in-bulk, ep2out-bulk, ep5in-int, ep6in-bulk, ep7out-bulk");
    }

    @Test
    void aPairHasOneNumber() {
        Configuration configuration = declared(
                UsbEndpoint.bulkIn(),
                UsbEndpoint.bulkIn(),
                UsbEndpoint.bulkOut().sharingNumber());
        AddressMap map = new AddressChoice(
                        configuration, List.of("ep1in-bulk", "ep2in-bulk", "ep2out-bulk", "ep3out-bulk"))
                .made();

        assertThat(shown(map, configuration)).containsExactly(0x81, 0x82, 0x02);
    }

    @Test
    void aPairIsRefusedIfTheControllerHasNone() {
        UsbEndpoint shared = UsbEndpoint.bulkOut().sharingNumber();

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> new AddressChoice(declared(UsbEndpoint.bulkIn(), shared), OFFERED))
                .withMessageStartingWith(
                        "the controller has no bulk endpoint 0x01, which a class asks for with the number"
                                + " of another endpoint; it has dummy_udc");
    }

    private static Configuration declared(UsbEndpoint... endpoints) {
        return configuration(UsbInterface.of(0xFF, 0, 0).with(endpoints));
    }

    private static Configuration configuration(UsbInterface declared) {
        return Descriptors.of(Identity.of(0x1209, 0x0001), List.of(declared)).configuration();
    }

    private static List<Integer> shown(AddressMap map, Configuration configuration) {
        return configuration.endpoints(Speed.HIGH).stream()
                .map(map::shown)
                .map(EndpointDescriptor::bEndpointAddress)
                .toList();
    }
}
