package usbd4j.dfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.UsbInterface;

/** A DFU interface with two alternate settings. */
class DfuInterfaceTest {
    private static final DfuFunctionalDescriptor FUNCTIONAL =
            new DfuFunctionalDescriptor(new DfuAttributes(true, true, true, false), 1000, 4096, 0x0110);

    @ParameterizedTest
    @CsvSource({
        "ABSENT, 4 4",
        "BEFORE_ALTERNATES, 33 4 4",
        "AFTER_EACH_ALTERNATE, 4 33 4 33",
        "AFTER_LAST_ALTERNATE, 4 4 33"
    })
    void hasItsFunctionalDescriptorInItsPlace(FunctionalPlace place, String types) {
        Configuration configuration = configuration(
                declared(new DfuInterface(OptionalInt.empty(), 0xFE, 1, 2, place, DfuFunctionalDescriptor.LENGTH)));

        assertThat(configuration.descriptors(Speed.HIGH).stream().map(Descriptor::bDescriptorType))
                .containsExactly(
                        List.of(types.split(" ")).stream().map(Integer::valueOf).toArray(Integer[]::new));
    }

    @Test
    void isShownAsItSays() {
        DfuInterface shown =
                new DfuInterface(OptionalInt.of(3), 0xFF, 0x12, 0x34, FunctionalPlace.AFTER_LAST_ALTERNATE, 7);

        assertThat(configuration(declared(shown)).bytes(Speed.HIGH).array())
                .containsSubsequence(9, 4, 3, 0, 0, 0xFF, 0x12, 0x34, 0)
                .containsSubsequence(9, 4, 3, 1, 0, 0xFF, 0x12, 0x34, 0)
                .endsWith(7, 0x21, 0x07, 0xE8, 0x03, 0x00, 0x10);
    }

    @Test
    void theOneAfterItHasTheNextNumber() {
        DfuInterface shown = new DfuInterface(OptionalInt.of(3), 0xFE, 1, 2, FunctionalPlace.ABSENT, 9);

        assertThat(configuration(declared(shown), declared(shown.next())).interfaces())
                .extracting(each -> each.bInterfaceNumber())
                .containsExactly(3, 4);
    }

    private static UsbInterface declared(DfuInterface shown) {
        return shown.declared(FUNCTIONAL, Collections.nCopies(2, Optional.empty()));
    }

    private static Configuration configuration(UsbInterface... interfaces) {
        return Descriptors.of(Identity.of(0x1209, 0x0001), List.of(interfaces)).configuration();
    }
}
