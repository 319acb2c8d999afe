package usbd4j.gadget.serve;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.atIndex;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;
import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.OffBus;
import usbd4j.gadget.device.OnDetach;
import usbd4j.gadget.devicefile.Key;
import usbd4j.gadget.devicefile.Reference;
import usbd4j.stack.descriptor.NumberedInterface;
import usbd4j.stack.memory.StallException;

/** The value of each key of a device file reaches the bus: as a byte of a descriptor, a reply, or a time. */
class KeysOnTheBusTest {
    /** Where the device descriptor has its fields (USB 2.0, table 9-8). */
    private static final int ID_VENDOR = 8;

    private static final int ID_PRODUCT = 10;
    private static final int BCD_DEVICE = 12;
    private static final int I_MANUFACTURER = 14;
    private static final int I_PRODUCT = 15;
    private static final int I_SERIAL_NUMBER = 16;

    /** Where the DFU functional descriptor has its fields (DFU 1.1, table 4.2). */
    private static final int BM_ATTRIBUTES = 2;

    private static final int W_DETACH_TIME_OUT = 3;
    private static final int W_TRANSFER_SIZE = 5;
    private static final int BCD_DFU_VERSION = 7;

    private static final String FLASH = "dfu-mode.memory=[{name='@F/0x0/2*1Kg'}]";
    private static final byte[] ERASE_0 = {0x41, 0, 0, 0, 0};

    @TempDir
    private Path store;

    private static Stream<String> keys() {
        return Reference.get().keys().stream().map(Key::path);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void reachesTheBus(String key) {
        Map<String, Runnable> checks = new HashMap<>(runTime());
        checks.putAll(functional());
        checks.putAll(dfuInterface());
        checks.putAll(dfuModeIdentity());
        checks.putAll(dfuMode());
        checks.putAll(habits());
        checks.putAll(pollTimeouts());
        checks.putAll(flash());
        checks.putAll(offBus());
        checks.putAll(new FaultsOnTheBus(store).checks());

        assertThat(checks.keySet()).contains(key);
        checks.getOrDefault(key, () -> {}).run();
    }

    private Map<String, Runnable> runTime() {
        return Map.ofEntries(
                inRunTime(
                        "run-time.vid=0x1234",
                        device -> assertThat(device.deviceField(ID_VENDOR)).isEqualTo(0x1234)),
                inRunTime(
                        "run-time.pid=0x1234",
                        device -> assertThat(device.deviceField(ID_PRODUCT)).isEqualTo(0x1234)),
                inRunTime(
                        "run-time.release='12.34'",
                        device -> assertThat(device.deviceField(BCD_DEVICE)).isEqualTo(0x1234)),
                inRunTime(
                        "run-time.manufacturer='M'",
                        device ->
                                assertThat(device.deviceString(I_MANUFACTURER)).isEqualTo("M")),
                inRunTime(
                        "run-time.product='P'",
                        device -> assertThat(device.deviceString(I_PRODUCT)).isEqualTo("P")),
                inRunTime(
                        "run-time.serial='S'",
                        device ->
                                assertThat(device.deviceString(I_SERIAL_NUMBER)).isEqualTo("S")),
                inRunTime(
                        "run-time.interface-name='I'",
                        device -> assertThat(device.interfaceString()).isEqualTo("I")),
                inRunTime(
                        "run-time.winusb=true",
                        device -> assertThat(device.persona().driverless().winUsb())
                                .isTrue()),
                inRunTime(
                        "run-time.landing-page='https://example.org'",
                        device -> assertThat(device.persona().driverless().landingPage())
                                .hasToString("Optional[https://example.org]")),
                entry(
                        "run-time.on-detach",
                        () -> assertThat(PersonaInMemory.described("run-time.on-detach='exit'")
                                        .runTime()
                                        .onDetach()
                                        .next())
                                .isEqualTo(OnDetach.Next.EXIT)),
                entry("function.kind", this::hasAKernelFunction),
                entry("function.name", this::hasAKernelFunction));
    }

    private void hasAKernelFunction() {
        try (PersonaInMemory device = PersonaInMemory.runTime("function=[{kind='acm',name='usb7'}]")) {
            assertThat(device.persona().kernelFunctions()).singleElement().hasToString("acm.usb7");
        }
    }

    private static Map<String, Runnable> functional() {
        return Map.ofEntries(
                inRunTime(
                        "functional.can-download=false",
                        device -> assertThat(attributes(device)).isEqualTo(0x0E)),
                inRunTime(
                        "functional.can-upload=false",
                        device -> assertThat(attributes(device)).isEqualTo(0x0D)),
                inRunTime(
                        "functional.manifestation-tolerant=false",
                        device -> assertThat(attributes(device)).isEqualTo(0x0B)),
                inRunTime(
                        "functional.will-detach=false",
                        device -> assertThat(attributes(device)).isEqualTo(0x07)),
                inRunTime(
                        "functional.detach-timeout=1234",
                        device -> assertThat(device.functional().getShort(W_DETACH_TIME_OUT))
                                .isEqualTo((short) 1234)),
                inRunTime(
                        "functional.transfer-size=1234",
                        device -> assertThat(device.functional().getShort(W_TRANSFER_SIZE))
                                .isEqualTo((short) 1234)),
                inRunTime(
                        "functional.version='1.1a'",
                        device -> assertThat(device.functional().getShort(BCD_DFU_VERSION))
                                .isEqualTo((short) 0x011A)));
    }

    @ParameterizedTest
    @CsvSource({"1.00, 0x0100", "1.01, 0x0101", "1.10, 0x0110", "1.1a, 0x011A", "0xff01, 0xFF01"})
    void anyVersionReachesTheBusByteForByte(String text, int bcdDFUVersion) {
        try (PersonaInMemory device = PersonaInMemory.runTime("functional.version='%s'".formatted(text))) {
            assertThat(device.functional().getShort(BCD_DFU_VERSION)).isEqualTo((short) bcdDFUVersion);
        }
    }

    /** What both personas say of their DFU interface, each by keys of its own. */
    private Map<String, Runnable> dfuInterface() {
        Map<String, Runnable> checks = new HashMap<>();
        for (String table : List.of("run-time", "dfu-mode")) {
            byte protocol = (byte) (table.equals("run-time") ? 1 : 2);
            checks.putAll(Map.ofEntries(
                    inBoth(table, "interface-number=3", device -> {
                        assertThat(device.interfaces()[2]).isEqualTo((byte) 3);
                        assertThat(device.host().controlIn(DfuRequest.GETSTATE.setup(3, 0, 1)))
                                .hasSize(1);
                    }),
                    inBoth(
                            table,
                            "interface-class=0xff",
                            device -> assertThat(device.interfaces()).startsWith(9, 4, 0, 0, 0, 0xFF, 1, protocol)),
                    inBoth(
                            table,
                            "interface-subclass=0xfd",
                            device -> assertThat(device.interfaces()).startsWith(9, 4, 0, 0, 0, 0xFE, 0xFD, protocol)),
                    inBoth(
                            table,
                            "interface-protocol=0xfc",
                            device -> assertThat(device.interfaces()).startsWith(9, 4, 0, 0, 0, 0xFE, 1, 0xFC)),
                    inBoth(
                            table,
                            "functional-place='absent'",
                            device -> assertThat(device.interfaces()).hasSize(9).startsWith(9, 4)),
                    inBoth(
                            table,
                            "functional-length=7",
                            device -> assertThat(device.interfaces())
                                    .hasSize(9 + 7)
                                    .contains(7, atIndex(9)))));
        }
        return checks;
    }

    private Map.Entry<String, Runnable> inBoth(String table, String setting, Consumer<PersonaInMemory> check) {
        String whole = "%s.%s".formatted(table, setting);
        return table.equals("run-time") ? inRunTime(whole, check) : inDfuMode(whole, check);
    }

    @Test
    void theFunctionalDescriptorIsWhereItsKeySays() {
        String memories = "dfu-mode.memory=[{name='A',size=1},{name='B',size=1}]";
        String place = "dfu-mode.functional-place='%s'";

        inDfuMode(device -> assertThat(types(device)).containsExactly(4, 4, 0x21), memories);
        inDfuMode(
                device -> assertThat(types(device)).containsExactly(4, 0x21, 4, 0x21),
                memories,
                place.formatted("after-each-alternate"));
        inDfuMode(
                device -> assertThat(types(device)).containsExactly(0x21, 4, 4),
                memories,
                place.formatted("before-alternates"));
    }

    /** {@return bDescriptorType of each descriptor after the configuration descriptor} */
    private static List<Integer> types(PersonaInMemory device) {
        byte[] all = device.interfaces();
        List<Integer> types = new ArrayList<>();
        for (int at = 0; at < all.length; at += all[at]) {
            types.add((int) all[at + 1]);
        }
        return types;
    }

    @Test
    void separateInterfacesCountOnFromTheNumberOfTheFirst() {
        inDfuMode(
                device -> assertThat(device.host().descriptors().configuration().interfaces())
                        .extracting(NumberedInterface::bInterfaceNumber)
                        .containsExactly(3, 4),
                "dfu-mode.memory=[{name='A',size=1},{name='B',size=1}]",
                "dfu-mode.separate-interfaces=true",
                "dfu-mode.interface-number=3");
    }

    private static int attributes(PersonaInMemory device) {
        return device.functional().get(BM_ATTRIBUTES);
    }

    private Map<String, Runnable> dfuModeIdentity() {
        return Map.ofEntries(
                inDfuMode(
                        "dfu-mode.vid=0x1234",
                        device -> assertThat(device.deviceField(ID_VENDOR)).isEqualTo(0x1234)),
                inDfuMode(
                        "dfu-mode.pid=0x1234",
                        device -> assertThat(device.deviceField(ID_PRODUCT)).isEqualTo(0x1234)),
                inDfuMode(
                        "dfu-mode.release='12.34'",
                        device -> assertThat(device.deviceField(BCD_DEVICE)).isEqualTo(0x1234)),
                inDfuMode(
                        "dfu-mode.manufacturer='M'",
                        device ->
                                assertThat(device.deviceString(I_MANUFACTURER)).isEqualTo("M")),
                inDfuMode(
                        "dfu-mode.product='P'",
                        device -> assertThat(device.deviceString(I_PRODUCT)).isEqualTo("P")),
                inDfuMode(
                        "dfu-mode.serial='S'",
                        device ->
                                assertThat(device.deviceString(I_SERIAL_NUMBER)).isEqualTo("S")),
                entry("dfu-mode.function.kind", this::hasAKernelFunctionInDfuMode),
                entry("dfu-mode.function.name", this::hasAKernelFunctionInDfuMode));
    }

    private void hasAKernelFunctionInDfuMode() {
        try (PersonaInMemory device = PersonaInMemory.dfuMode(store, "dfu-mode.function=[{kind='acm',name='usb7'}]")) {
            assertThat(device.persona().kernelFunctions()).singleElement().hasToString("acm.usb7");
        }
    }

    private Map<String, Runnable> dfuMode() {
        return Map.ofEntries(
                entry(
                        "dfu-mode.memory.name",
                        () -> inDfuMode(
                                device -> assertThat(device.interfaceString()).isEqualTo("A"),
                                "dfu-mode.memory=[{name='A',size=1}]")),
                entry(
                        "dfu-mode.memory.size",
                        () -> inDfuMode(KeysOnTheBusTest::takesOneByte, "dfu-mode.memory=[{size=1}]")),
                entry(
                        "dfu-mode.memory.layout",
                        () -> inDfuMode(
                                device -> {
                                    assertThat(device.interfaceString()).isEqualTo("odd");
                                    assertThat(device.upload(2, 64)).hasSize(64).containsOnly(0xFF);
                                },
                                "dfu-mode.memory=[{name='odd',layout='@F/0x0/2*1Kg'}]")),
                entry(
                        "dfu-mode.separate-interfaces",
                        () -> inDfuMode(
                                device -> assertThat(device.classes()).hasSize(2),
                                "dfu-mode.memory=[{name='A',size=1},{name='B',size=1}]",
                                "dfu-mode.separate-interfaces=true")),
                inDfuMode(
                        "dfu-mode.winusb=true",
                        device -> assertThat(device.persona().driverless().winUsb())
                                .isTrue()),
                inDfuMode(
                        "dfu-mode.landing-page='https://example.org'",
                        device -> assertThat(device.persona().driverless().landingPage())
                                .hasToString("Optional[https://example.org]")),
                inDfuMode("dfu-mode.verify='crc32'", device -> {
                    device.download(0, (byte) 1);
                    device.status();
                    device.download(1);
                    assertThat(device.status()).hasToString("errVERIFY, dfuERROR");
                }),
                entry("dfu-mode.release-pattern", this::findsTheRelease),
                inDfuMode("dfu-mode.programming-time=77", device -> {
                    device.download(0, new byte[4096]);
                    assertThat(device.status().bwPollTimeout()).isEqualTo(77);
                }),
                inDfuMode("dfu-mode.manifestation-time=88", device -> {
                    device.download(0, (byte) 1);
                    device.status();
                    device.download(1);
                    assertThat(device.status().bwPollTimeout()).isEqualTo(88);
                }),
                inDfuMode("dfu-mode.abort-while-synchronizing=true", device -> {
                    device.download(0, (byte) 1);
                    device.abort();
                    assertThat(device.status()).hasToString("OK, dfuIDLE");
                }),
                entry(
                        "dfu-mode.getstatus-while-busy",
                        () -> inDfuMode(
                                device -> {
                                    device.download(0, (byte) 1);
                                    device.status();
                                    assertThat(device.status().bState()).isEqualTo(DfuState.DFU_DNBUSY);
                                },
                                "dfu-mode.getstatus-while-busy='answer'",
                                "dfu-mode.programming-time=1000")));
    }

    private Map<String, Runnable> habits() {
        return Map.ofEntries(
                inRunTime("run-time.detach-time=2345", device -> {
                    device.detach(1000);
                    device.advance(2344);
                    assertThat(device.departures()).isEmpty();
                    device.advance(1);
                    assertThat(device.departures()).containsExactly(OwnDeparture.DETACH);
                }),
                inDfuMode(
                        "dfu-mode.start-in-error=true",
                        device -> assertThat(device.status()).hasToString("errFIRMWARE, dfuERROR")),
                inDfuMode("dfu-mode.leave-after-detach=44", device -> {
                    device.detach(1000);
                    device.advance(43);
                    assertThat(device.departures()).isEmpty();
                    device.advance(1);
                    assertThat(device.departures()).containsExactly(OwnDeparture.DETACH);
                }),
                entry(
                        "dfu-mode.answer-in-wait-reset",
                        () -> inDfuMode(
                                device -> {
                                    beginManifestation(device);
                                    device.advance(20);
                                    assertThat(device.status()).hasToString("OK, dfuMANIFEST-WAIT-RESET");
                                },
                                "dfu-mode.answer-in-wait-reset=true",
                                "functional.manifestation-tolerant=false",
                                "functional.will-detach=false")),
                entry("dfu-mode.skip-manifest", () -> {
                    inDfuMode(
                            device -> {
                                assertThat(beginManifestation(device).bState())
                                        .isEqualTo(DfuState.DFU_MANIFEST_WAIT_RESET);
                                device.host().reset();
                            },
                            "dfu-mode.skip-manifest=true",
                            "functional.manifestation-tolerant=false");
                    inDfuMode(device -> assertThat(device.upload(0, 64)).containsExactly(1));
                }),
                entry("dfu-mode.finish-manifestation-at-reset", () -> {
                    inDfuMode(
                            device -> {
                                beginManifestation(device);
                                device.host().reset();
                            },
                            "dfu-mode.finish-manifestation-at-reset=true",
                            "dfu-mode.manifestation-time=1000");
                    inDfuMode(device -> assertThat(device.upload(0, 64)).containsExactly(1));
                }));
    }

    /** {@return the answer to the first GETSTATUS after the last block} */
    private static StatusResponse beginManifestation(PersonaInMemory device) {
        device.download(0, (byte) 1);
        device.status();
        device.download(1);
        return device.status();
    }

    private Map<String, Runnable> pollTimeouts() {
        return Map.ofEntries(
                pollTimeout("dfuIDLE", device -> {}),
                pollTimeout(
                        "dfuDNLOAD-SYNC",
                        device -> assertThat(told("dfuDNLOAD-SYNC")).isEqualTo(99)),
                pollTimeout("dfuDNBUSY", device -> device.download(0, (byte) 1), "dfu-mode.programming-time=1000"),
                pollTimeout("dfuDNLOAD-IDLE", device -> device.download(0, (byte) 1)),
                pollTimeout(
                        "dfuMANIFEST-SYNC",
                        device -> assertThat(told("dfuMANIFEST-SYNC")).isEqualTo(99)),
                pollTimeout(
                        "dfuMANIFEST",
                        device -> {
                            device.download(0, (byte) 1);
                            device.status();
                            device.download(1);
                        },
                        "dfu-mode.manifestation-time=1000"),
                pollTimeout(
                        "dfuMANIFEST-WAIT-RESET",
                        device -> {
                            beginManifestation(device);
                            device.advance(20);
                        },
                        "dfu-mode.answer-in-wait-reset=true",
                        "functional.manifestation-tolerant=false",
                        "functional.will-detach=false"),
                pollTimeout("dfuUPLOAD-IDLE", device -> device.upload(0, 0)),
                pollTimeout(
                        "dfuERROR",
                        device -> assertThatExceptionOfType(StallException.class)
                                .isThrownBy(() -> device.host().controlOut(DfuRequest.CLRSTATUS.setup(0, 0, 0)))));
    }

    /** GETSTATUS reports the state that follows, and so neither of the two in which it is asked for how things went. */
    private static int told(String state) {
        return PersonaInMemory.described(setting(state))
                .dfuMode()
                .options()
                .pollTimeouts()
                .told()
                .values()
                .iterator()
                .next();
    }

    private static String setting(String state) {
        return "dfu-mode.poll-timeout.%s=99".formatted(state);
    }

    private Map.Entry<String, Runnable> pollTimeout(String state, Consumer<PersonaInMemory> reach, String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = setting(state);
        return entry(
                "dfu-mode.poll-timeout." + state,
                () -> inDfuMode(
                        device -> {
                            reach.accept(device);
                            StatusResponse status = device.status();
                            assertThat(status.bwPollTimeout())
                                    .isEqualTo(status.bState().toString().equals(state) ? 99 : 0);
                        },
                        all));
    }

    private static void takesOneByte(PersonaInMemory device) {
        device.download(0, (byte) 1, (byte) 2);
        assertThat(device.status().bStatus().code()).isNotZero();
    }

    private void findsTheRelease() {
        String pattern = "dfu-mode.release-pattern='v([0-9.]+)'";
        inDfuMode(
                device -> {
                    device.download(0, (byte) 'v', (byte) '7', (byte) '.', (byte) '8');
                    device.status();
                    device.download(1);
                    device.status();
                },
                pattern);
        inDfuMode(device -> assertThat(device.deviceField(BCD_DEVICE)).isEqualTo(0x0780), pattern);
    }

    private Map<String, Runnable> flash() {
        return Map.ofEntries(
                entry(
                        "dfu-mode.erase-time",
                        () -> inDfuMode(
                                device -> {
                                    device.download(0, ERASE_0);
                                    assertThat(device.status().bwPollTimeout()).isEqualTo(66);
                                },
                                "dfu-mode.erase-time=66",
                                FLASH)),
                fault("programming-faults=[0]", 2, "errPROG", (byte) 1),
                fault("write-faults=[0]", 2, "errWRITE", (byte) 1),
                fault("verify-faults=[0]", 2, "errVERIFY", (byte) 1),
                fault("erase-faults=[0x3ff]", 0, "errERASE", ERASE_0),
                fault("erase-check-faults=[0x3ff]", 0, "errCHECK_ERASED", ERASE_0),
                fault("protected=[0]", 0, "errVENDOR", ERASE_0),
                refusedUpload("read-faults=[0]", 2, "errUNKNOWN"),
                refusedUpload("read-protected=true", 2, "errVENDOR"),
                entry("dfu-mode.power-cuts", () -> {
                    losesPower("dfu-mode.power-cuts=[2]", 0, "dfu-mode.memory=[{size=9}]");
                    losesPower("dfu-mode.power-cuts=[2]", 2, FLASH);
                }),
                entry("dfu-mode.upload-end", () -> {
                    inDfuMode(
                            device -> assertThat(device.upload(4, 64)).isEmpty(), "dfu-mode.upload-end='short'", FLASH);
                    refusedUpload("upload-end='error'", 4, "errTARGET")
                            .getValue()
                            .run();
                }),
                entry("dfu-mode.memory.minimum-size", () -> {
                    refusesToFinish("dfu-mode.memory=[{size=9,minimum-size=2}]", 0);
                    refusesToFinish("dfu-mode.memory=[{name='@F/0x0/2*1Kg',minimum-size=2}]", 2);
                }));
    }

    private void losesPower(String cuts, int wBlockNum, String memory) {
        inDfuMode(
                device -> {
                    device.download(wBlockNum, (byte) 1, (byte) 2, (byte) 3);
                    device.advance(0);
                    if (wBlockNum != 0) {
                        device.status();
                        device.advance(1000);
                    }
                    assertThat(device.departures()).containsExactly(OwnDeparture.SELF_RESET);
                },
                cuts,
                memory);
    }

    private void refusesToFinish(String memory, int wBlockNum) {
        inDfuMode(
                device -> {
                    statusAfter(device, wBlockNum, (byte) 1);
                    assertThatExceptionOfType(StallException.class).isThrownBy(() -> device.download(1));
                    assertThat(device.status().bStatus()).hasToString("errNOTDONE");
                },
                memory);
    }

    private Map.Entry<String, Runnable> fault(String setting, int wBlockNum, String bStatus, byte... block) {
        return entry(
                "dfu-mode." + setting.split("=", 2)[0],
                () -> inDfuMode(
                        device -> assertThat(
                                        statusAfter(device, wBlockNum, block).bStatus())
                                .hasToString(bStatus),
                        "dfu-mode." + setting,
                        FLASH));
    }

    private Map.Entry<String, Runnable> refusedUpload(String setting, int wBlockNum, String bStatus) {
        return entry(
                "dfu-mode." + setting.split("=", 2)[0],
                () -> inDfuMode(
                        device -> {
                            assertThatExceptionOfType(StallException.class)
                                    .isThrownBy(() -> device.upload(wBlockNum, 64));
                            assertThat(device.status().bStatus()).hasToString(bStatus);
                        },
                        "dfu-mode." + setting,
                        FLASH));
    }

    /** {@return what the device reports once it has done something with a block} */
    private static StatusResponse statusAfter(PersonaInMemory device, int wBlockNum, byte... block) {
        device.download(wBlockNum, block);
        device.status();
        device.advance(1000);
        return device.status();
    }

    private static Map<String, Runnable> offBus() {
        return Map.ofEntries(
                entry(
                        "off-bus.after-detach",
                        () -> assertThat(OwnDeparture.DETACH.absence(absent("after-detach=11")))
                                .isEqualTo(Absence.ofMillis(11))),
                entry(
                        "off-bus.after-manifestation",
                        () -> assertThat(OwnDeparture.MANIFESTATION.absence(
                                        absent("after-manifestation='until-plugged'")))
                                .isEqualTo(Absence.UNTIL_PLUGGED)),
                entry(
                        "off-bus.after-reset",
                        () -> assertThat(OwnDeparture.BUS_RESET.absence(absent("after-reset=22")))
                                .isEqualTo(Absence.ofMillis(22))));
    }

    private static OffBus absent(String setting) {
        return PersonaInMemory.described("off-bus." + setting).offBus();
    }

    private static Map.Entry<String, Runnable> inRunTime(String setting, Consumer<PersonaInMemory> check) {
        return entry(setting.split("=", 2)[0], () -> {
            try (PersonaInMemory device = PersonaInMemory.runTime(setting)) {
                check.accept(device);
            }
        });
    }

    private Map.Entry<String, Runnable> inDfuMode(String setting, Consumer<PersonaInMemory> check) {
        return entry(setting.split("=", 2)[0], () -> inDfuMode(check, setting));
    }

    private void inDfuMode(Consumer<PersonaInMemory> check, String... settings) {
        try (PersonaInMemory device = PersonaInMemory.dfuMode(store, settings)) {
            check.accept(device);
        }
    }
}
