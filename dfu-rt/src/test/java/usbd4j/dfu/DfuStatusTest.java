package usbd4j.dfu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DfuStatusTest {
    @ParameterizedTest
    @CsvSource({
        "0x00, OK",
        "0x01, errTARGET",
        "0x02, errFILE",
        "0x03, errWRITE",
        "0x04, errERASE",
        "0x05, errCHECK_ERASED",
        "0x06, errPROG",
        "0x07, errVERIFY",
        "0x08, errADDRESS",
        "0x09, errNOTDONE",
        "0x0A, errFIRMWARE",
        "0x0B, errVENDOR",
        "0x0C, errUSBR",
        "0x0D, errPOR",
        "0x0E, errUNKNOWN",
        "0x0F, errSTALLEDPKT"
    })
    void hasTheCodeAndTheNameOfTheSpecification(int code, String name) {
        assertThat(DfuStatus.of(code)).hasValueSatisfying(status -> {
            assertThat(status.code()).isEqualTo(code);
            assertThat(status).hasToString(name);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x10, 0xFF})
    void anyOtherCodeIsNoStatus(int code) {
        assertThat(DfuStatus.of(code)).isEmpty();
    }
}
