package usbd4j.dfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.stack.SetupPacket;

class DfuRequestTest {
    @ParameterizedTest
    @CsvSource({
        "DETACH,    0x21, 0",
        "DNLOAD,    0x21, 1",
        "UPLOAD,    0xA1, 2",
        "GETSTATUS, 0xA1, 3",
        "CLRSTATUS, 0x21, 4",
        "GETSTATE,  0xA1, 5",
        "ABORT,     0x21, 6"
    })
    void hasTheNumbersOfTheSpecification(DfuRequest request, int bmRequestType, int bRequest) {
        assertThat(request.setup(1, 0x1234, 6)).isEqualTo(new SetupPacket(bmRequestType, bRequest, 0x1234, 1, 6));
        assertThat(request.code()).isEqualTo(bRequest);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInItsSetupPacket(DfuRequest request) {
        assertThat(DfuRequest.of(request.setup(3, 0x1234, 6))).contains(request);
    }

    @Test
    void onlySevenOfAllSetupPacketsAreDfus() {
        TreeSet<Integer> found = new TreeSet<>();
        for (int request = 0; request <= 0xFFFF; request++) {
            if (DfuRequest.of(new SetupPacket(request >> 8, request & 0xFF, 0, 0, 0))
                    .isPresent()) {
                found.add(request);
            }
        }

        assertThat(found).containsExactly(0x2100, 0x2101, 0x2104, 0x2106, 0xA102, 0xA103, 0xA105);
    }

    @Test
    void theStandardGetStatusIsNotDetach() {
        assertThat(DfuRequest.of(new SetupPacket(0x81, 0, 0, 0, 2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DETACH,    1000, 0,  DETACH (wTimeout 1000)",
        "DNLOAD,    1000, 64, 'DNLOAD (wBlockNum 1000, wLength 64)'",
        "UPLOAD,    1000, 64, 'UPLOAD (wBlockNum 1000, wLength 64)'",
        "GETSTATUS, 0,    6,  GETSTATUS",
        "CLRSTATUS, 0,    0,  CLRSTATUS",
        "GETSTATE,  0,    1,  GETSTATE",
        "ABORT,     0,    0,  ABORT"
    })
    void isDescribedInTheWordsOfDfu(DfuRequest request, int wValue, int wLength, String description) {
        assertThat(DfuRequest.describe(request.setup(0, wValue, wLength))).contains(description);
    }

    @ParameterizedTest
    @CsvSource({
        "DETACH,    1000, 2,  'DETACH (wTimeout 1000, wLength 2)'",
        "GETSTATUS, 0,    64, 'GETSTATUS (wValue 0, wLength 64)'",
        "GETSTATUS, 1,    6,  'GETSTATUS (wValue 1, wLength 6)'",
        "CLRSTATUS, 0,    1,  'CLRSTATUS (wValue 0, wLength 1)'",
        "GETSTATE,  0,    2,  'GETSTATE (wValue 0, wLength 2)'",
        "ABORT,     2,    0,  'ABORT (wValue 2, wLength 0)'"
    })
    void whatTheSpecificationDoesNotWantIsTold(DfuRequest request, int wValue, int wLength, String description) {
        assertThat(DfuRequest.describe(request.setup(0, wValue, wLength))).contains(description);
    }

    @Test
    void otherRequestsAreNotDescribed() {
        assertThat(DfuRequest.describe(new SetupPacket(0x80, 6, 0x0100, 0, 18))).isEmpty();
    }
}
