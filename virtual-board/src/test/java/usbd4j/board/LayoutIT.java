package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.dfuse.DfuSeMemory;
import usbd4j.dfu.dfuse.DfuSeOptions;
import usbd4j.dfu.flash.Flash;
import usbd4j.dfu.flash.FlashFaults;
import usbd4j.dfu.flash.FlashTimes;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.dfu.flash.ProductLayout;
import usbd4j.dfu.flash.RamCells;
import usbd4j.dfu.mode.DfuModeClass;
import usbd4j.dfu.mode.DfuModeOptions;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

/** Memory layouts on the bus: the host reads the text byte for byte, and dfu-util makes of it what it makes of the product's. */
class LayoutIT {
    private static final Identity IDENTITY = Identity.of(0x1209, 0x0006);
    private static final int TRANSFER_SIZE = 1024;
    private static final Pattern SEGMENT =
            Pattern.compile("Memory segment at 0x([0-9a-f]{8}) +([0-9]+) x +([0-9]+) = +[0-9]+ \\(([rew]*)\\)");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("usbd4j.dfu.flash.ProductLayout#all")
    void theHostReadsWhatTheProductShows(ProductLayout product) throws IOException {
        MemoryLayout layout = MemoryLayout.of(product.shown());
        try (DeviceRig rig = start(Optional.of(UsbString.of(product.shown())), layout)) {
            rig.host();
            Tool upload = uploadOneByte(layout);

            assertThat(iInterface()).isEqualTo(product.shown());
            assertThat(segments(upload)).as(upload.output()).isEqualTo(product.dfuUtil());
            assertThat(upload.output()).contains("Upload done.");
        }
    }

    @Test
    void aMemoryNeedsNoLayoutInItsString() throws IOException {
        try (DeviceRig rig = start(Optional.of(UsbString.of("Flash")), MemoryLayout.of("/0x08000000/4*16Kg"))) {
            rig.host();
            Tool upload = uploadOneByte(MemoryLayout.of("/0x08000000/4*16Kg"));

            assertThat(iInterface()).isEqualTo("Flash");
            assertThat(segments(upload)).isEmpty();
            assertThat(upload.output()).contains("Failed to parse memory layout");
        }
    }

    @Test
    void aMemoryNeedsNoString() throws IOException {
        try (DeviceRig rig = start(Optional.empty(), MemoryLayout.of("/0x08000000/4*16Kg"))) {
            rig.host();
            Tool list = Tool.dfuUtil("-l");

            assertThat(interfaceDirectory().resolve("interface")).doesNotExist();
            assertThat(list.output()).contains("alt=0, name=\"UNKNOWN\"");
        }
    }

    @Test
    void aStringCanHave126BytesOfUtf8() throws IOException {
        String longest = "é".repeat(63);
        try (DeviceRig rig = start(Optional.of(UsbString.of(longest)), MemoryLayout.of("/0x08000000/4*16Kg"))) {
            rig.host();

            assertThat(iInterface()).isEqualTo(longest);
        }
    }

    /** The kernel would show the first 126 bytes, and say nothing. */
    @Test
    void aStringThatTheKernelWouldCutIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> start(Optional.of(UsbString.of("é".repeat(64))), MemoryLayout.of("/0x08000000/4*16Kg")))
                .withMessageContaining("128 bytes in UTF-8");
        assertThat(LeftBehind.look()).isEmpty();
    }

    private static DeviceRig start(Optional<UsbString> shown, MemoryLayout layout) {
        DfuSeMemory memory = new DfuSeMemory(
                shown,
                new Flash(layout, FlashTimes.NONE, FlashFaults.NONE, new RamCells()),
                TRANSFER_SIZE,
                DfuSeOptions.of(Duration.ZERO));
        return DeviceRig.onFunctionFs(
                IDENTITY,
                new DfuModeClass(
                        DfuInterface.DFU_MODE,
                        new DfuFunctionalDescriptor(
                                new DfuAttributes(true, true, false, true), 255, TRANSFER_SIZE, 0x011A),
                        DfuModeOptions.DFUSE,
                        List.of(memory),
                        reason -> true));
    }

    private Tool uploadOneByte(MemoryLayout layout) {
        String part = "0x%08x:1".formatted(layout.regions().get(0).address());
        Path file = directory.resolve("uploaded");
        return Tool.dfuUtil("-v", "-d", "1209:0006", "-a", "0", "-s", part, "-U", file.toString());
    }

    /** {@return the segments that dfu-util names, in the form of {@link ProductLayout#dfuUtil}} */
    private static List<String> segments(Tool dfuUtil) {
        return SEGMENT.matcher(dfuUtil.output())
                .results()
                .map(each -> "0x%08X %s*%s %s"
                        .formatted(Long.parseLong(each.group(1), 16), each.group(2), each.group(3), each.group(4)))
                .toList();
    }

    private static String iInterface() throws IOException {
        String line = Files.readString(interfaceDirectory().resolve("interface"), UTF_8);
        assertThat(line).endsWith("\n");
        return line.substring(0, line.length() - 1);
    }

    /** {@return the directory of the interface in DFU mode in sysfs} */
    private static Path interfaceDirectory() throws IOException {
        try (Stream<Path> devices = Files.list(Path.of("/sys/bus/usb/devices"))) {
            return devices.filter(each -> UsbHost.read(each, "bInterfaceClass").equals("fe"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
