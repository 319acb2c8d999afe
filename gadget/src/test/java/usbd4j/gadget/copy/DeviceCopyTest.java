package usbd4j.gadget.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.gadget.copy.SysfsDevice.FUNCTIONAL;
import static usbd4j.gadget.copy.SysfsDevice.dfu;
import static usbd4j.gadget.copy.SysfsDevice.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.FunctionalPlace;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.gadget.device.AttributeValue;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.ImageMemory;
import usbd4j.gadget.device.KernelFunction;
import usbd4j.gadget.device.OnDetach;
import usbd4j.gadget.device.SectorMemory;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Key;
import usbd4j.gadget.devicefile.Overrides;
import usbd4j.gadget.devicefile.Reference;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.InterfaceDescriptor;
import usbd4j.stack.descriptor.UsbString;

/** What is written of a device that is plugged in is read as the same device. */
class DeviceCopyTest {
    private static final String FLASH = "@Internal Flash  /0x08000000/04*016Kg,01*064Kg";
    private static final DfuFunctionalDescriptor DFUSE =
            new DfuFunctionalDescriptor(new DfuAttributes(true, true, false, true), 255, 2048, 0x011A);

    @TempDir
    private Path root;

    @Test
    void inRunTime() throws IOException {
        DeviceDescription copy = read(SysfsDevice.inRunTime(root, "3-1")
                .strings("Maker", "Thing", "42")
                .chosen(0, "DFU"));

        assertThat(copy.runTime().identity())
                .isEqualTo(new Identity(0x1234, 0x5678, 0x0123, text("Maker"), text("Thing"), text("42")));
        assertThat(copy.runTime().interfaceName()).isEqualTo(text("DFU"));
        assertThat(copy.runTime().onDetach()).isEqualTo(OnDetach.of("dfu-mode"));
        assertThat(copy.runTime().dfuInterface()).isEqualTo(usual().runTime().dfuInterface());
        assertThat(copy.functional()).isEqualTo(FUNCTIONAL);
        assertThat(copy.dfuMode()).isEqualTo(usual().dfuMode());
    }

    @Test
    void saysWhatItIsMadeOfAndWhatIsNotKnown() {
        String copy = SysfsDevice.inRunTime(root, "3-1")
                .strings("Maker", "Thing", "42")
                .copy();

        assertThat(copy)
                .startsWith("# A copy of 1234:5678 \"Thing\", which was plugged in at 3-1, in run-time; made by"
                        + " \"usbd4j device of\", usbd4j 1.0.\n")
                .contains("# DFU mode was not seen")
                .contains("# What is in its memories is not copied")
                .contains("bMaxPower 250, 1 configuration(s).")
                .contains("--speed full");
    }

    @Test
    void hasOnlyKeysThatDifferFromTheDefault() {
        SysfsDevice device = SysfsDevice.of(root, "1-1", 0x1209, 0x0001)
                .configuration(
                        dfu(0, 0, 1, 4),
                        new DfuFunctionalDescriptor(new DfuAttributes(true, true, true, true), 1000, 4096, 0x0110))
                .strings("usbd4j", "DFU test device", "0001")
                .chosen(0, "DFU run-time");

        assertThat(lines(device.copy()))
                .containsExactly("[run-time]", "release = \"1.23\"", "on-detach = \"dfu-mode\"");
    }

    @Test
    void inDfuModeWithTwoMemories() throws IOException {
        // The kernel does not know the second one's name, unless it is another string of the device, too.
        DeviceDescription copy = read(SysfsDevice.of(root, "3-1", 0x1234, 0x5678)
                .configuration(dfu(0, 0, 2, 4), dfu(0, 1, 2, 2), FUNCTIONAL)
                .strings("Maker", "Thing", "42")
                .chosen(0, "Flash"));

        assertThat(copy.dfuMode().identity().of(copy.runTime().identity()))
                .isEqualTo(new Identity(0x1234, 0x5678, 0x0123, text("Maker"), text("Thing"), text("42")));
        assertThat(copy.dfuMode().memories())
                .containsExactly(
                        new ImageMemory(text("Flash"), 16L << 20, 0), new ImageMemory(text("Thing"), 16L << 20, 0));
        assertThat(copy.dfuMode().separateInterfaces()).isFalse();
        assertThat(copy.functional()).isEqualTo(FUNCTIONAL);
        assertThat(copy.runTime().identity()).isEqualTo(usual().runTime().identity());
    }

    @Test
    void aNameThatNobodyMayAskForIsTold() throws IOException {
        SysfsDevice device = SysfsDevice.of(root, "3-1", 0x1234, 0x5678)
                .configuration(dfu(0, 0, 2, 4), dfu(0, 1, 2, 5), dfu(0, 2, 2, 6), FUNCTIONAL)
                .chosen(0, "Flash");

        assertThat(device.copy()).contains("# iInterface is 5, and that string is not known");
        assertThat(read(device).dfuMode().memories()).hasSize(3);
    }

    @Test
    void memoriesOfOneNameGetNamesThatDiffer() throws IOException {
        SysfsDevice device = SysfsDevice.of(root, "3-1", 0x1234, 0x5678)
                .configuration(dfu(0, 0, 2, 4), dfu(0, 1, 2, 4), DFUSE)
                .chosen(0, FLASH);

        assertThat(device.copy()).contains("# Its name is \"" + FLASH + "\"; the copy");
        assertThat(read(device).dfuMode().memories().get(1).name())
                .isEqualTo(text("@Internal Flash 1/0x08000000/04*016Kg,01*064Kg"));
    }

    @Test
    void separateInterfaces() throws IOException {
        DeviceDescription copy = read(SysfsDevice.of(root, "3-1", 0x1234, 0x5678)
                .configuration(dfu(0, 0, 2, 4), FUNCTIONAL, dfu(1, 0, 2, 5), FUNCTIONAL)
                .chosen(0, "Flash")
                .chosen(1, "Data"));

        assertThat(copy.dfuMode().separateInterfaces()).isTrue();
        assertThat(copy.dfuMode().memories())
                .containsExactly(
                        new ImageMemory(text("Flash"), 16L << 20, 0), new ImageMemory(text("Data"), 16L << 20, 0));
    }

    @Test
    void aDfuSeLayoutIsTakenByteForByte() throws IOException {
        SysfsDevice device = SysfsDevice.of(root, "3-1", 0x0483, 0xDF11)
                .configuration(dfu(0, 0, 2, 4), DFUSE)
                .strings("STMicroelectronics", "STM32  BOOTLOADER", "42")
                .chosen(0, FLASH);

        assertThat(read(device).dfuMode().memories())
                .containsExactly(new SectorMemory(text(FLASH), MemoryLayout.of(FLASH), 0));
        assertThat(read(device).functional()).isEqualTo(DFUSE);
        assertThat(lines(device.copy()))
                .contains("name = \"" + FLASH + "\"")
                .doesNotContain("version = \"1.1a\"", "manifestation-tolerant = false", "size = \"16M\"");
    }

    @Test
    void aDfuSeNameWithoutALayoutIsAMemoryOfUnknownSize() throws IOException {
        DeviceDescription copy = read(SysfsDevice.of(root, "3-1", 0x0483, 0xDF11)
                .configuration(dfu(0, 0, 2, 4), DFUSE)
                .chosen(0, "Flash"));

        assertThat(copy.dfuMode().memories()).containsExactly(new ImageMemory(text("Flash"), 16L << 20, 0));
        assertThat(copy.functional()).isEqualTo(DFUSE);
    }

    @Test
    void aCompositeDevice() throws IOException {
        SysfsDevice device = SysfsDevice.of(root, "3-1", 0x1234, 0x5678)
                .configuration(
                        new InterfaceDescriptor(0, 0, 1, 2, 2, 1, 0),
                        raw(7, 5, 0x81, 3, 8, 0, 16),
                        new InterfaceDescriptor(1, 0, 2, 0x0A, 0, 0, 0),
                        dfu(2, 0, 1, 0),
                        FUNCTIONAL,
                        new InterfaceDescriptor(3, 0, 2, 8, 6, 0x50, 0),
                        new InterfaceDescriptor(4, 0, 1, 3, 1, 2, 0),
                        raw(9, 0x21, 0x11, 1, 0, 1, 0x22, 2, 0),
                        raw(7, 5, 0x84, 3, 4, 0, 10),
                        new InterfaceDescriptor(5, 0, 0, 0xFF, 1, 2, 0))
                .attribute("3-1:1.4/0003:1234:5678.0001/report_descriptor", new byte[] {0x05, (byte) 0xC0});
        DeviceDescription copy = read(device);

        assertThat(copy.runTime().functions())
                .extracting(KernelFunction::toString)
                .containsExactly("acm.usb0", "mass_storage.usb1", "hid.usb2");
        assertThat(copy.runTime().functions().get(2).attributes())
                .containsEntry("protocol", new AttributeValue.Decimal(2))
                .containsEntry("subclass", new AttributeValue.Decimal(1))
                .containsEntry("no_out_endpoint", new AttributeValue.Decimal(1))
                .containsEntry("report_length", new AttributeValue.Decimal(4))
                .containsEntry("report_desc", new AttributeValue.Bytes("05c0"));
        assertThat(copy.runTime().dfuInterface().bInterfaceNumber()).isEmpty();
        assertThat(device.copy())
                .contains("# Interface 5, of class ff/01/02, is left out")
                .contains("# The DFU interface is number 2, and 4 in the copy");
    }

    @Test
    void oddPlacesNumbersAndLengths() throws IOException {
        DeviceDescription copy = read(SysfsDevice.of(root, "3-1", 0x1234, 0x5678)
                .configuration(
                        new InterfaceDescriptor(0, 0, 0, 0xFF, 0, 0, 0),
                        raw(7, 0x21, 0x8D, 0xE8, 0x03, 0x40, 0x00),
                        dfu(1, 0, 0, 0)));

        assertThat(copy.runTime().dfuInterface().bInterfaceNumber()).isEqualTo(OptionalInt.of(1));
        assertThat(copy.runTime().dfuInterface().bInterfaceProtocol()).isZero();
        assertThat(copy.runTime().dfuInterface().functionalPlace()).isEqualTo(FunctionalPlace.BEFORE_ALTERNATES);
        assertThat(copy.runTime().dfuInterface().functionalLength()).isEqualTo(7);
        assertThat(copy.functional().wTransferSize()).isEqualTo(64);
        assertThat(copy.functional().attributes()).isEqualTo(new DfuAttributes(true, false, true, true));
    }

    @Test
    void withoutAFunctionalDescriptor() throws IOException {
        DeviceDescription copy =
                read(SysfsDevice.of(root, "3-1", 0x1234, 0x5678).configuration(dfu(0, 0, 1, 0)));

        assertThat(copy.runTime().dfuInterface().functionalPlace()).isEqualTo(FunctionalPlace.ABSENT);
    }

    @Test
    void textsKeepQuotesAndControlCharacters() throws IOException {
        String odd = "a\"b\\c\td\ne\u007f\u0085\u001bé 😀 # ";
        DeviceDescription copy = read(SysfsDevice.inRunTime(root, "3-1").strings("Maker", odd, "42"));

        assertThat(copy.runTime().identity().product()).isEqualTo(text(odd));
    }

    @Test
    void aTextThatIsTooLongIsCutAndTold() throws IOException {
        SysfsDevice device = SysfsDevice.inRunTime(root, "3-1").strings("Maker", "é".repeat(100), "42");

        assertThat(read(device).runTime().identity().product()).isEqualTo(text("é".repeat(63)));
        assertThat(device.copy()).contains("# iProduct is longer: \"" + "é".repeat(100) + "\"");
    }

    @Test
    void aReleaseThatTheKernelDoesNotTakeIsTold() throws IOException {
        SysfsDevice device = SysfsDevice.inRunTime(root, "3-1");
        byte[] descriptors = Files.readAllBytes(device.folder().resolve("descriptors"));
        descriptors[12] = 0x1F;

        assertThat(device.attribute("descriptors", descriptors).copy()).contains("# bcdDevice is 0x011f");
        assertThat(read(device).runTime().identity().bcdDevice()).isEqualTo(0x0100);
    }

    @Test
    void keysAreInTheOrderOfTheReference() {
        String copy = SysfsDevice.of(root, "3-1", 0x1234, 0x5678)
                .configuration(
                        new InterfaceDescriptor(0, 0, 0, 0xFF, 0, 0, 0), dfu(3, 0, 2, 4), dfu(3, 1, 2, 0), FUNCTIONAL)
                .chosen(3, "Flash")
                .copy();
        Reference reference = Reference.get();
        List<String> order = reference.tables().stream()
                .flatMap(table -> reference.keys(table).stream())
                .map(Key::path)
                .toList();
        List<Integer> places = paths(copy).stream().map(order::indexOf).toList();

        assertThat(places).isSorted().doesNotContain(-1);
    }

    /** {@return the keys of a document with their tables; of an array of tables those of the first} */
    private static List<String> paths(String copy) {
        List<String> paths = new ArrayList<>();
        String table = "";
        for (String line : lines(copy)) {
            if (line.startsWith("[")) {
                table = line.replaceAll("[\\[\\]]", "");
            } else {
                String path = table + "." + line.substring(0, line.indexOf(' '));
                if (!paths.contains(path)) {
                    paths.add(path);
                }
            }
        }
        return paths;
    }

    private static List<String> lines(String copy) {
        return copy.lines()
                .filter(each -> !each.startsWith("#") && !each.isEmpty())
                .toList();
    }

    private static Optional<UsbString> text(String text) {
        return Optional.of(UsbString.of(text));
    }

    private static DeviceDescription usual() {
        return DeviceFile.read(Optional.empty(), new Overrides());
    }

    private DeviceDescription read(SysfsDevice device) throws IOException {
        Path file = Files.writeString(root.resolve("copy.toml"), device.copy());
        return DeviceFile.read(Optional.of(file), new Overrides());
    }
}
