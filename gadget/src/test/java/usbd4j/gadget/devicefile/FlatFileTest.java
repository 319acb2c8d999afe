package usbd4j.gadget.devicefile;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A flat device file, as they were before they had tables: each key is told with the table that it belongs to now. */
class FlatFileTest {
    @ParameterizedTest
    @CsvSource({
        "vid, run-time.vid",
        "pid, run-time.pid",
        "release, run-time.release",
        "manufacturer, run-time.manufacturer",
        "product, run-time.product",
        "serial, run-time.serial",
        "interface-name, run-time.interface-name",
        "can-download, functional.can-download",
        "can-upload, functional.can-upload",
        "manifestation-tolerant, functional.manifestation-tolerant",
        "will-detach, functional.will-detach",
        "detach-timeout, functional.detach-timeout",
        "transfer-size, functional.transfer-size",
        "dfu-version, functional.version",
        "on-detach, run-time.on-detach",
        "winusb, run-time.winusb",
        "landing-page, run-time.landing-page",
        "with-function, [[function]]",
        "dfu-vid, dfu-mode.vid",
        "dfu-pid, dfu-mode.pid",
        "dfu-release, dfu-mode.release",
        "dfu-manufacturer, dfu-mode.manufacturer",
        "dfu-product, dfu-mode.product",
        "dfu-serial, dfu-mode.serial",
        "dfu-with-function, [[dfu-mode.function]]",
        "memory, [[dfu-mode.memory]]",
        "separate-interfaces, dfu-mode.separate-interfaces",
        "programming-time, dfu-mode.programming-time",
        "manifestation-time, dfu-mode.manifestation-time",
        "verify, dfu-mode.verify",
        "release-pattern, dfu-mode.release-pattern",
        "erase-time, dfu-mode.erase-time",
        "programming-fault, dfu-mode.programming-faults",
        "erase-fault, dfu-mode.erase-faults",
        "protected, dfu-mode.protected",
        "answer-while-busy, dfu-mode.getstatus-while-busy",
        "abort-while-synchronizing, dfu-mode.abort-while-synchronizing",
        "bus, --bus on the command line"
    })
    void aKeyIsToldWithItsTable(String flat, String now) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text(flat + " = 1"))
                .withMessageContainingAll("line 1: there is no %s; it belongs to".formatted(flat), now);
    }
}
