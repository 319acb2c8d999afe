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
        AddressMap map = AddressMap.choose(declared(UsbEndpoint.bulkIn(), UsbEndpoint.bulkOut()), OFFERED);

        assertThat(map.isAsDeclared()).isTrue();
    }

    @Test
    void otherEndpointsGetTheFirstThatFits() {
        Configuration configuration = declared(UsbEndpoint.interruptIn(8, 1), UsbEndpoint.bulkIn());
        AddressMap map = AddressMap.choose(configuration, OFFERED);

        assertThat(shown(map, configuration)).containsExactly(0x85, 0x81);
        assertThat(map.isAsDeclared()).isFalse();
    }

    @Test
    void anExactMatchIsNotGivenToAnotherEndpoint() {
        Configuration configuration = declared(UsbEndpoint.bulkOut(), UsbEndpoint.bulkOut());
        AddressMap map = AddressMap.choose(configuration, OFFERED);

        assertThat(shown(map, configuration)).containsExactly(0x07, 0x02);
    }

    @Test
    void alternateSettingsShareEndpoints() {
        AlternateSetting pipe = AlternateSetting.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn());
        Configuration configuration = configuration(UsbInterface.of(pipe, pipe));
        AddressMap map = AddressMap.choose(configuration, OFFERED);

        assertThat(shown(map, configuration)).containsExactly(0x81, 0x81);
    }

    @Test
    void addressesFromTheHostAreMappedToTheDeclaredOnes() {
        AddressMap map = AddressMap.choose(declared(UsbEndpoint.interruptIn(8, 1)), OFFERED);

        assertThat(map.declared(0x85)).isEqualTo(0x81);
        assertThat(map.declared(0x03)).isEqualTo(0x03);
    }

    @Test
    void tooManyEndpointsAreRefusedWithAListOfTheAvailableOnes() {
        UsbEndpoint in = UsbEndpoint.bulkIn();

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> AddressMap.choose(declared(in, in, in), OFFERED))
                .withMessage("the controller has no endpoint left for bulk endpoint 0x83; it has dummy_udc, ep10in-int,"
                        + " ep1in-bulk, ep2out-bulk, ep5in-int, ep6in-bulk, ep7out-bulk, and the classes declare 3");
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
