package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy of a device that usbmon recorded while it was plugged in, and looked at with lsusb -v, is for its host the device. */
class DeviceOfCaptureIT {
    private static final int ID_VENDOR = 0x1209;
    private static final int RUN_TIME = 0x0001;
    private static final int DFU_MODE = 0x0002;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"runtime, 1209, 0001", "dfuse, 0483, 5740", "dfuse, 0483, df11"})
    void inOneMode(String template, String vendor, String product) {
        int idVendor = Integer.parseInt(vendor, 16);
        int idProduct = Integer.parseInt(product, 16);
        // Otherwise an empty boot loader is in DFU mode.
        String[] options = product.equals("5740") ? new String[] {"--on-detach", "reattach"} : new String[0];
        Recorded<HostView> original = recorded(() -> inOneMode(template, "original", idVendor, idProduct, options));

        assertThat(original.copy()).contains("# A copy of %s:%s".formatted(vendor, product), " was not seen");
        assertThat(inOneMode(copy(original), "copied", idVendor, idProduct)).isEqualTo(original.view());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dfu", "two-memories"})
    void inBothModes(String template) {
        Recorded<List<HostView>> original = recorded(() -> inBothModes(template, "original"));

        assertThat(original.copy())
                .contains("# A copy of 1209:0001 ", ", in run-time, and of 1209:0002 ", ", in DFU mode; made by")
                .doesNotContain("was not seen", "string is not known");
        assertThat(inBothModes(copy(original), "copied")).isEqualTo(original.view());
    }

    /** Linux reads the descriptors when a device is plugged in, and lsusb has them from there. */
    @Test
    void aCaptureThatBeganTooLateHasNone() {
        Path capture = directory.resolve("late.pcapng");
        try (RunningDevice device = run("runtime", "original");
                UsbMon mon = UsbMon.recording(capture)) {
            HostView.of(ID_VENDOR, RUN_TIME);
        } finally {
            UsbHost.awaitGone(ID_VENDOR, RUN_TIME);
        }
        Tool refused = Tool.usbd4j("device", "of", capture.toString());

        assertThat(refused.status()).as(refused.output()).isEqualTo(15);
        assertThat(refused.output()).contains("begin the capture before the device is plugged in");
    }

    /**
     * A device that was recorded.
     *
     * @param view what the host knew of it
     * @param copy the device file
     */
    private record Recorded<T>(T view, String copy) {}

    private <T> Recorded<T> recorded(Supplier<T> device) {
        Path capture = directory.resolve("product.pcapng");
        T view;
        try (UsbMon mon = UsbMon.recording(capture)) {
            view = device.get();
        }
        Tool copy = Tool.usbd4j("device", "of", capture.toString());
        assertThat(copy.status()).as(copy.output()).isZero();
        return new Recorded<>(view, copy.output());
    }

    private HostView inOneMode(String file, String store, int idVendor, int idProduct, String... options) {
        try (RunningDevice device = run(file, store, options)) {
            return HostView.of(idVendor, idProduct);
        } finally {
            // Otherwise the copy might be taken for the original.
            UsbHost.awaitGone(idVendor, idProduct);
        }
    }

    private List<HostView> inBothModes(String file, String store) {
        try (RunningDevice device = run(file, store)) {
            HostView atRunTime = HostView.of(ID_VENDOR, RUN_TIME);
            try (UsbHost host = UsbHost.of(ID_VENDOR, RUN_TIME)) {
                RunTime.sendDetach(host, 1000);
            }
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("configured by the host");
            return List.of(atRunTime, HostView.of(ID_VENDOR, DFU_MODE));
        } finally {
            UsbHost.awaitGone(ID_VENDOR, DFU_MODE);
        }
    }

    private RunningDevice run(String file, String store, String... options) {
        String firmware = directory.resolve(store).toString();
        return RunningDevice.configuredHere(Tool.join(List.of("--device", file, "--store", firmware), options)
                .toArray(String[]::new));
    }

    private String copy(Recorded<?> original) {
        return new FirmwareStore(directory)
                .file("copy.toml", original.copy().getBytes(UTF_8))
                .toString();
    }
}
