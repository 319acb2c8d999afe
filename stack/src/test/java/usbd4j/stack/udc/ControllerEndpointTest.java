package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.descriptor.EndpointDescriptor;

class ControllerEndpointTest {
    private static final EndpointDescriptor BULK_IN = new EndpointDescriptor(0x81, 2, 512, 0);
    private static final EndpointDescriptor BULK_OUT = new EndpointDescriptor(0x01, 2, 512, 0);
    private static final EndpointDescriptor INTERRUPT_IN = new EndpointDescriptor(0x81, 3, 8, 4);
    private static final EndpointDescriptor INTERRUPT_OUT = new EndpointDescriptor(0x01, 3, 8, 4);
    private static final EndpointDescriptor ISOCHRONOUS_IN = new EndpointDescriptor(0x81, 1, 8, 4);

    @ParameterizedTest
    @CsvSource({
        "ep1in-bulk, 1, in, bulk",
        "ep15out-int, 15, out, int",
        "ep2out, 2, out, ''",
        "ep3, 3, '', ''",
        "ep-aout, 0, out, ''",
        "ep-b, 0, '', ''"
    })
    void isParsedFromItsFileName(String file, int number, String direction, String type) {
        assertThat(ControllerEndpoint.of(file)).contains(new ControllerEndpoint(file, number, direction, type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dummy_udc", "ep1in-control", "ep", "1in"})
    void otherFileNamesAreNotEndpoints(String file) {
        assertThat(ControllerEndpoint.of(file)).isEmpty();
    }

    @Test
    void supportsTheDirectionAndTypeInItsName() {
        ControllerEndpoint endpoint = ControllerEndpoint.of("ep4in-bulk").orElseThrow();

        assertThat(endpoint.canBe(BULK_IN)).isTrue();
        assertThat(endpoint.canBe(BULK_OUT)).isFalse();
        assertThat(endpoint.canBe(ISOCHRONOUS_IN)).isFalse();
    }

    @Test
    void aBulkEndpointCanBeAnInterruptEndpoint() {
        ControllerEndpoint endpoint = ControllerEndpoint.of("ep4out-bulk").orElseThrow();

        assertThat(endpoint.canBe(INTERRUPT_OUT)).isTrue();
        assertThat(endpoint.isFor(INTERRUPT_OUT)).isFalse();
        assertThat(endpoint.canBe(INTERRUPT_IN)).isFalse();
    }

    @Test
    void anInterruptEndpointCannotBeABulkEndpoint() {
        assertThat(ControllerEndpoint.of("ep4in-int").orElseThrow().canBe(BULK_IN))
                .isFalse();
    }

    @Test
    void supportsAllDirectionsAndTypesIfItsNameHasNone() {
        ControllerEndpoint endpoint = ControllerEndpoint.of("ep4").orElseThrow();

        assertThat(endpoint.canBe(BULK_OUT)).isTrue();
        assertThat(endpoint.canBe(INTERRUPT_IN)).isTrue();
        assertThat(endpoint.canBe(ISOCHRONOUS_IN)).isTrue();
        assertThat(endpoint.canHave(4)).isTrue();
        assertThat(endpoint.canHave(5)).isFalse();
    }

    @Test
    void canHaveAnyNumberIfItsNameHasNone() {
        assertThat(ControllerEndpoint.of("ep-aout").orElseThrow().canHave(5)).isTrue();
    }
}
