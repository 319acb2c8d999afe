package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndpointNumbersTest {
    private static final UsbEndpoint IN = UsbEndpoint.bulkIn();
    private static final UsbEndpoint OUT = UsbEndpoint.bulkOut();

    @Test
    void everyEndpointHasANumberOfItsOwnWhileThereAreSome() {
        assertThat(addresses(using(OUT, IN), using(IN))).containsExactly(0x01, 0x82, 0x83);
    }

    @Test
    void directionsShareNumbersWhenNoneIsLeft() {
        assertThat(addresses(using(Collections.nCopies(15, IN)), using(OUT, OUT)))
                .endsWith(0x8F, 0x01, 0x02);
    }

    @Test
    void thirtyEndpointsHaveAllAddresses() {
        List<UsbEndpoint> pairs = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            pairs.addAll(List.of(IN, OUT));
        }

        assertThat(addresses(using(pairs)))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 15)
                        .flatMap(number -> IntStream.of(number, 0x80 | number))
                        .boxed()
                        .toList());
    }

    @Test
    void refusesA16thEndpointOfADirection() {
        assertThatExceptionOfType(DeclarationException.class)
                .isThrownBy(() -> addresses(using(Collections.nCopies(15, IN)), using(OUT), using(IN)))
                .withMessage(
                        "no endpoint number is left: the classes declare 16 IN and 1 OUT endpoints; a device can have"
                                + " at most 15 of each")
                .satisfies(e -> assertThat(e.which()).isEqualTo(2));
    }

    @Test
    void anEndpointHasTheAddressThatItsClassAsksFor() {
        assertThat(addresses(using(IN, OUT, IN.at(0x81)), using(OUT.at(0x01), OUT.at(0x0F))))
                .containsExactly(0x82, 0x03, 0x81, 0x01, 0x0F);
    }

    @Test
    void refusesAnAddressThatIsAskedForTwice() {
        assertThatExceptionOfType(DeclarationException.class)
                .isThrownBy(() -> addresses(using(IN.at(0x83)), using(IN.at(0x83))))
                .withMessage("UsbEndpoint.at(0x83): the address is asked for twice")
                .satisfies(e -> assertThat(e.which()).isEqualTo(1));
        assertThatExceptionOfType(DeclarationException.class)
                .isThrownBy(() -> addresses(using(IN.at(0x83), IN.at(0x83))));
    }

    @Test
    void alternateSettingsMayAskForTheSameAddress() {
        AlternateSetting setting = AlternateSetting.of(0xFF, 0, 0).with(IN.at(0x83));

        assertThat(addresses(UsbInterface.of(setting, setting))).containsExactly(0x83, 0x83);
    }

    @Test
    void aPairHasOneNumber() {
        assertThat(addresses(using(IN, OUT, OUT.at(0x02)), using(OUT, IN.sharingNumber())))
                .containsExactly(0x83, 0x04, 0x02, 0x01, 0x81);
    }

    @Test
    void aPairHasTheNumberThatItsFirstEndpointAsksFor() {
        assertThat(addresses(using(IN.at(0x85), OUT.sharingNumber()))).containsExactly(0x85, 0x05);
    }

    @Test
    void refusesAPairWhoseNumberIsTaken() {
        assertThatExceptionOfType(DeclarationException.class)
                .isThrownBy(() -> addresses(using(OUT.at(0x05)), using(IN.at(0x85), OUT.sharingNumber())))
                .withMessage("UsbEndpoint.sharingNumber(): another endpoint has address 0x05");
    }

    @Test
    void refusesHalfAPair() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> using(IN.sharingNumber()))
                .withMessage(
                        "UsbEndpoint.sharingNumber(): no endpoint of the other direction is declared right before");
        assertThatIllegalArgumentException().isThrownBy(() -> using(IN, IN.sharingNumber()));
        assertThatIllegalArgumentException().isThrownBy(() -> using(IN, OUT.sharingNumber(), IN.sharingNumber()));
    }

    private static UsbInterface using(UsbEndpoint... endpoints) {
        return UsbInterface.of(0xFF, 0, 0).with(endpoints);
    }

    private static UsbInterface using(List<UsbEndpoint> endpoints) {
        return using(endpoints.toArray(UsbEndpoint[]::new));
    }

    private static List<Integer> addresses(UsbInterface... interfaces) {
        return Descriptors.of(Identity.of(0x1209, 0x0001), List.of(interfaces)).configuration().endpoints().stream()
                .map(NumberedEndpoint::bEndpointAddress)
                .toList();
    }
}
