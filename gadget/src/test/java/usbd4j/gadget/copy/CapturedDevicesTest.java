package usbd4j.gadget.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static usbd4j.gadget.copy.SysfsDevice.FUNCTIONAL;
import static usbd4j.gadget.copy.SysfsDevice.dfu;
import static usbd4j.gadget.copy.SysfsDevice.raw;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.capture.BusAddress;
import usbd4j.gadget.capture.Recording;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.Memory;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;
import usbd4j.stack.descriptor.DeviceDescriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.InterfaceDescriptor;
import usbd4j.stack.descriptor.UsbString;

/** What is written of a device that was captured, and what is said if it cannot be copied. */
class CapturedDevicesTest {
    private static final String DETACH = "2100e80300000000";
    private static final String GETSTATUS = "a103000000000600";
    private static final byte[] IDLE = {0, 0, 0, 0, 2, 0};

    @TempDir
    private Path directory;

    private static RecordedBus inRunTime() {
        return inRunTime(new RecordedBus());
    }

    private static RecordedBus inRunTime(RecordedBus bus) {
        return bus.device(0x5678).configuration(dfu(0, 0, 1, 4), FUNCTIONAL);
    }

    private static RecordedBus withStrings(RecordedBus bus) {
        return bus.string(1, "Maker").string(2, "Thing é").string(3, "42").string(4, "DFU");
    }

    private static RecordedBus inDfuMode(RecordedBus bus) {
        return bus.device(0x5679).configuration(dfu(0, 0, 2, 4), dfu(0, 1, 2, 5), FUNCTIONAL);
    }

    @Test
    void inRunTimeItIsTheSameAsOneThatIsPluggedIn() {
        SysfsDevice plugged = SysfsDevice.inRunTime(directory, "3-1")
                .strings("Maker", "Thing é", "42")
                .chosen(0, "DFU");

        assertThat(keys(copy(withStrings(inRunTime())))).isEqualTo(keys(plugged.copy()));
    }

    @Test
    void saysWhatItIsMadeOfAndWhatIsNotKnown() {
        assertThat(copy(withStrings(inRunTime())))
                .startsWith(
                        "# A copy of 1234:5678 \"Thing é\", which was device 3.5 in product.pcapng, in run-time; made by")
                .contains("# DFU mode was not seen", "# A capture does not tell at which speed")
                .doesNotContain("sysfs");
    }

    @Test
    void inDfuMode() throws IOException {
        DeviceDescription copy = read(withStrings(inDfuMode(new RecordedBus())).string(5, "Data"));

        assertThat(copy.dfuMode().memories()).extracting(Memory::name).containsExactly(text("DFU"), text("Data"));
    }

    @Test
    void theLongestAnswerCounts() {
        RecordedBus bus = new RecordedBus().device(0x5678).configuration(9, dfu(0, 0, 1, 4), FUNCTIONAL);
        bus.configuration(dfu(0, 0, 1, 4), FUNCTIONAL).configuration(9, dfu(0, 0, 1, 4), FUNCTIONAL);
        bus.string(2, "Thing", 2).string(2, "Thing").string(2, "Thing", 2);

        assertThat(copy(bus)).contains("product = \"Thing\"", "transfer-size = 1024");
    }

    @Test
    void aStringThatIsMissingOrCutShortIsTold() {
        assertThat(copy(inRunTime().string(1, "Maker").string(2, "Thing", 4)))
                .contains("manufacturer = \"Maker\"\n")
                .contains("# iProduct is 2, and that string is not known: of its 12 bytes the capture has 4.\n")
                .contains("# iSerialNumber is 3, and that string is not known: the host did not ask for it");
    }

    @Test
    void configurationsThatAreMissingAreTold() {
        byte[] two = SysfsDevice.bytes(new DeviceDescriptor(0x0200, 0, 0, 0, 64, 0x1234, 1, 0x0123, 0, 0, 0, 2));

        assertThat(copy(new RecordedBus().answer("8006000100001200", two).configuration(dfu(0, 0, 1, 0), FUNCTIONAL)))
                .contains("# 1 more of its configurations are not in the capture.");
    }

    @Test
    void aKeyboardBesideDfuHasItsReportDescriptor() {
        RecordedBus bus = new RecordedBus()
                .device(0x5678)
                .configuration(
                        new InterfaceDescriptor(0, 0, 1, 3, 1, 1, 0),
                        raw(9, 0x21, 0x11, 1, 0, 1, 0x22, 2, 0),
                        raw(7, 5, 0x84, 3, 4, 0, 10),
                        dfu(1, 0, 1, 0),
                        FUNCTIONAL);

        assertThat(copy(bus))
                .contains("# Interface 0, of class 03/01/01, is left out: its report descriptor is not known.");
        assertThat(copy(bus.answer("8106002200000200", (byte) 0x05))).doesNotContain("report_desc");
        assertThat(copy(bus.answer("8106002200000200", (byte) 0x05, (byte) 0xC0)))
                .contains("report_desc = \"05c0\"");
    }

    @Test
    void aDeviceThatCameBackIsOne() {
        RecordedBus bus = inRunTime().string(2, "Thing");
        inRunTime(bus.at(7)).string(2, "Thing").string(3, "42");

        assertThat(copy(bus)).contains("which was device 3.5, 3.7 in product.pcapng", "serial = \"42\"");
    }

    @Test
    void twoOfAKindAreTwoDevices() {
        RecordedBus bus = inRunTime().string(3, "42");
        inRunTime(bus.at(7)).string(3, "43");

        assertRefused(
                bus,
                "has several DFU devices; choose one of them with --address, or one in each mode: "
                        + "3.5 (1234:5678 in run-time), 3.7 (1234:5678 in run-time)");
        assertThat(copy(bus, "3.7")).contains("serial = \"43\"");
        assertRefused(
                bus,
                "has these devices in the same mode, and a copy has one in each: "
                        + "3.5 (1234:5678 in run-time), 3.7 (1234:5678 in run-time)",
                "3.5",
                "3.7");
        assertRefused(
                bus,
                "has no DFU device 3.9 with all of its descriptors; those that are there: "
                        + "3.5 (1234:5678 in run-time), 3.7 (1234:5678 in run-time)",
                "3.9");
    }

    @Test
    void bothModesAreOneFile() throws IOException {
        RecordedBus bus = withStrings(inRunTime()).answer(DETACH);
        inDfuMode(bus.at(6))
                .string(2, "Loader")
                .string(3, "42")
                .string(4, "Flash")
                .string(5, "Data");
        DeviceDescription copy = read(bus);
        Identity runTime = new Identity(0x1234, 0x5678, 0x0123, text("Maker"), text("Thing é"), text("42"));

        assertThat(copy(bus))
                .contains("in run-time, and of 1234:5679 \"Loader\", which was device 3.6 in")
                .doesNotContain("was not seen");
        assertThat(copy.runTime().identity()).isEqualTo(runTime);
        // iManufacturer of the device in DFU mode is in no answer.
        assertThat(copy.dfuMode().identity().of(runTime))
                .isEqualTo(new Identity(0x1234, 0x5679, 0x0123, Optional.empty(), text("Loader"), text("42")));
        assertThat(copy.dfuMode().memories()).extracting(Memory::name).containsExactly(text("Flash"), text("Data"));
        assertThat(copy.functional()).isEqualTo(FUNCTIONAL);
    }

    /** The capture begins in the boot loader, and the host ends a download there. */
    @Test
    void bothModesAreOneFileWhicheverCameFirst() throws IOException {
        RecordedBus bus = withStrings(inDfuMode(new RecordedBus())).string(5, "Data");
        inRunTime(bus.answer("2101010000000000").at(6));
        DeviceDescription copy = read(bus);

        assertThat(copy.runTime().identity().idProduct()).isEqualTo(0x5678);
        assertThat(copy.dfuMode().memories()).extracting(Memory::name).containsExactly(text("DFU"), text("Data"));
    }

    @Test
    void devicesInEitherModeAreOneIfChosenSo() {
        RecordedBus bus = inRunTime();
        inDfuMode(bus.at(6));

        assertRefused(
                bus,
                "has several DFU devices; choose one of them with --address, or one in each mode: "
                        + "3.5 (1234:5678 in run-time), 3.6 (1234:5679 in DFU mode)");
        assertThat(copy(bus, "3.6")).contains("Run-time was not seen");
        assertThat(copy(bus, "3.6", "3.5"))
                .contains("pid = 0x5678", "pid = 0x5679")
                .doesNotContain("was not seen");
    }

    @Test
    void theFunctionalDescriptorIsThatOfDfuMode() {
        DfuFunctionalDescriptor other =
                new DfuFunctionalDescriptor(new DfuAttributes(true, true, true, true), 250, 64, 0x0110);
        RecordedBus bus = inRunTime().answer(DETACH);
        bus.at(6).device(0x5679).configuration(dfu(0, 0, 2, 4), other);

        assertThat(copy(bus))
                .contains("# In run-time it differs, which no key can say: 09 21 05 fa 00 00 04 10 01.\n")
                .contains("transfer-size = 64\n");
    }

    @Test
    void missingDescriptorsAreTold() {
        String sentence =
                "has no DFU device with all of its descriptors: of 3.5, %s; begin the capture before the device is plugged in";
        RecordedBus withoutDescriptors = new RecordedBus().answer(GETSTATUS, IDLE);
        RecordedBus withoutConfiguration = new RecordedBus().device(0x5678).answer(GETSTATUS, IDLE);
        RecordedBus cutShort = new RecordedBus().device(0x5678).configuration(20, dfu(0, 0, 1, 4), FUNCTIONAL);
        RecordedBus withoutDfu = new RecordedBus().device(0x5678);
        withoutDfu
                .configuration(new InterfaceDescriptor(0, 0, 0, 0xFF, 0, 0, 0))
                .answer(GETSTATUS, IDLE);

        assertRefused(withoutDescriptors, sentence.formatted("its device descriptor is missing"));
        assertRefused(withoutConfiguration, sentence.formatted("its configuration descriptor is missing"));
        assertRefused(cutShort, sentence.formatted("of the 27 bytes of its configuration descriptor, 20 are there"));
        assertRefused(withoutDfu, sentence.formatted("it has no DFU interface, which is one of class fe/01"));
    }

    @Test
    void aCaptureWithoutDfuDevicesIsRefused() {
        assertRefused(
                new RecordedBus().device(0x5678),
                "has no DFU device: no interface of class fe/01, and no GETSTATUS; begin the capture before the device is plugged in");
    }

    @Test
    void whatIsNoCaptureIsToldSo() throws IOException {
        assertUnreadable(
                Files.writeString(directory.resolve("a.pcapng"), "vid = 1"), "it is no pcapng file; \"editcap");
        assertUnreadable(directory.resolve("none.pcapng"), "it is not there, or this user may not read it");
        assertUnreadable(
                Files.write(
                        directory.resolve("windows.pcapng"),
                        new Recording(ByteOrder.LITTLE_ENDIAN, 249)
                                .control(GETSTATUS, 0, "")
                                .bytes()),
                "it is of USBPcap, from Windows");
    }

    @Test
    void ofACaptureThatIsCutCountsWhatIsThere() throws IOException {
        byte[] whole = withStrings(inRunTime()).bytes();
        Path cut = Files.write(directory.resolve("cut.pcapng"), Arrays.copyOf(whole, whole.length - 5));

        assertThat(DeviceCopy.ofCaptured(cut, List.of(), "usbd4j 1.0"))
                .contains("serial = \"42\"", "# iInterface is 4, and that string is not known");
    }

    /** Each is written as a device file that can be read, or refused in a sentence. */
    @Test
    void damagedCapturesAreCopiedOrRefused() throws IOException {
        RecordedBus bus = withStrings(inRunTime()).answer(DETACH);
        byte[] whole = withStrings(inDfuMode(bus.at(6))).bytes();
        Random random = new Random(1);
        int copied = 0;
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                read(Files.write(directory.resolve("damaged.pcapng"), damaged));
                copied++;
            } catch (GadgetException e) {
                assertThat(e).hasMessageContaining("the capture ");
                refused++;
            }
        }
        assertThat(copied).isPositive();
        assertThat(refused).isPositive();
    }

    private void assertRefused(RecordedBus bus, String sentence, String... addresses) {
        GadgetException refusal = catchThrowableOfType(GadgetException.class, () -> copy(bus, addresses));

        assertThat(refusal).hasMessage("the capture %s %s", directory.resolve("product.pcapng"), sentence);
        assertThat(refusal.status()).isEqualTo(ExitStatus.NO_PLUGGED_DEVICE);
    }

    private static void assertUnreadable(Path file, String why) {
        GadgetException refusal = catchThrowableOfType(GadgetException.class, () -> copy(file));

        assertThat(refusal).hasMessageStartingWith("cannot read the capture %s: %s", file, why);
        assertThat(refusal.status()).isEqualTo(ExitStatus.TRACE);
    }

    private DeviceDescription read(RecordedBus bus) throws IOException {
        return read(bus.in(directory));
    }

    private DeviceDescription read(Path capture) throws IOException {
        return DeviceFile.read(
                Optional.of(Files.writeString(directory.resolve("copy.toml"), copy(capture))), new Overrides());
    }

    private String copy(RecordedBus bus, String... addresses) {
        return copy(bus.in(directory), addresses);
    }

    private static String copy(Path capture, String... addresses) {
        return DeviceCopy.ofCaptured(
                capture, Stream.of(addresses).map(BusAddress::of).toList(), "usbd4j 1.0");
    }

    private static String keys(String copy) {
        return copy.replaceAll("(?m)^#.*\n", "");
    }

    private static Optional<UsbString> text(String text) {
        return Optional.of(UsbString.of(text));
    }
}
