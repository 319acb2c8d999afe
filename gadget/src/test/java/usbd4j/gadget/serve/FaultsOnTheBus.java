package usbd4j.gadget.serve;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.OffBus;
import usbd4j.stack.Recipient;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.memory.ControlTransfer;
import usbd4j.stack.memory.StallException;

/**
 * What each key of {@code [[fault]]} does to a device.
 *
 * @param store where its firmware is kept
 */
record FaultsOnTheBus(Path store) {
    private static final OffBus NEVER = new OffBus(Absence.UNTIL_PLUGGED, Absence.UNTIL_PLUGGED, Absence.UNTIL_PLUGGED);
    private static final int LOOPBACK_IN = 0x81;
    private static final int LOOPBACK_OUT = 0x02;
    private static final byte[] BLOCK = {1, 2, 3, 4};

    Map<String, Runnable> checks() {
        return Map.ofEntries(
                check("on", "on='GETSTATE', do='stall'", device -> {
                    assertStalls(device, DfuRequest.GETSTATE);
                    assertThat(device.status().bState()).isEqualTo(DfuState.DFU_IDLE);
                }),
                check("do", "on='GETSTATUS', do='ignore'", device -> {
                    ControlTransfer asked = device.host().begin(DfuRequest.GETSTATUS.setup(0, 0, 6));
                    device.advance(60_000);
                    assertThat(asked.isAnswered()).isFalse();
                }),
                check("time", "on='GETSTATUS', do='delay', time=300", device -> {
                    ControlTransfer asked = device.host().begin(DfuRequest.GETSTATUS.setup(0, 0, 6));
                    device.advance(299);
                    assertThat(asked.isAnswered()).isFalse();
                    device.advance(1);
                    assertThat(asked.isAnswered()).isTrue();
                }),
                check("block", "on='DNLOAD', block=1, do='stall'", device -> {
                    device.download(0, BLOCK);
                    device.status();
                    assertThatThrownBy(() -> device.download(1, BLOCK)).isInstanceOf(StallException.class);
                }),
                check("byte", "on='DNLOAD', byte=5, do='stall'", device -> {
                    device.download(0, BLOCK);
                    device.status();
                    assertThatThrownBy(() -> device.download(1, BLOCK)).isInstanceOf(StallException.class);
                }),
                check("attached-for", "on='GETSTATE', attached-for=300, do='stall'", device -> {
                    device.advance(299);
                    assertThat(state(device)).isEqualTo(DfuState.DFU_IDLE.code());
                    device.advance(1);
                    assertStalls(device, DfuRequest.GETSTATE);
                }),
                check(
                        "persona",
                        "on='GETSTATUS', persona='run-time', do='stall'",
                        device -> assertThat(device.status().bState()).isEqualTo(DfuState.DFU_IDLE)),
                check("state", "on='GETSTATE', state='dfuIDLE', do='stall'", device -> {
                    assertThat(state(device)).isEqualTo(DfuState.DFU_IDLE.code());
                    assertStalls(device, DfuRequest.GETSTATE);
                }),
                check("after", "on='GETSTATE', after='GETSTATUS', do='stall'", device -> {
                    assertThat(state(device)).isEqualTo(DfuState.DFU_IDLE.code());
                    device.status();
                    assertStalls(device, DfuRequest.GETSTATE);
                }),
                check("wValue", "on='DNLOAD', wValue=1, do='stall'", device -> {
                    device.download(0, BLOCK);
                    device.status();
                    assertThatThrownBy(() -> device.download(1, BLOCK)).isInstanceOf(StallException.class);
                }),
                check("wIndex", "on='GETSTATE', wIndex=0x0100, do='stall'", device -> {
                    assertThat(state(device)).isEqualTo(DfuState.DFU_IDLE.code());
                    assertThatThrownBy(() -> device.host().control(DfuRequest.GETSTATE.setup(0x0100, 0, 1)))
                            .isInstanceOf(StallException.class);
                }),
                check("wLength", "on='DNLOAD', wLength=0, do='stall'", device -> {
                    device.download(0, BLOCK);
                    device.status();
                    assertThatThrownBy(() -> device.download(1)).isInstanceOf(StallException.class);
                }),
                counted("nth", "nth=2", 2),
                counted("from", "from=5", 5, 6),
                counted("to", "to=2", 1, 2),
                counted("every", "every=4", 1, 5),
                counted("probability", "probability=0.000001"),
                counted("seed", "probability=0.5, seed=3", 2, 3, 5),
                changed(
                        "bStatus",
                        "bStatus=7",
                        device -> assertThat(device.status().bStatus()).isEqualTo(DfuStatus.ERR_VERIFY)),
                changed(
                        "bwPollTimeout",
                        "bwPollTimeout=70000",
                        device -> assertThat(device.status().bwPollTimeout()).isEqualTo(70_000)),
                changed(
                        "bState",
                        "bState=10",
                        device -> assertThat(device.status().bState()).isEqualTo(DfuState.DFU_ERROR)),
                changed(
                        "iString",
                        "iString=9",
                        device -> assertThat(device.status().iString()).isEqualTo(9)),
                changed(
                        "bytes",
                        "bytes='07'",
                        device -> assertThat(device.status().bStatus()).isEqualTo(DfuStatus.ERR_VERIFY)),
                changed(
                        "offset",
                        "offset=5, bytes='08'",
                        device -> assertThat(device.status().iString()).isEqualTo(8)),
                changed(
                        "length",
                        "length=2",
                        device -> assertThat(device.host().controlIn(DfuRequest.GETSTATUS.setup(0, 0, 6)))
                                .hasSize(2)),
                stored("flipped-bits", "flipped-bits=32", -2, -3, -4, -5),
                stored("lost", "lost=true", -1, -1, -1, -1),
                stored("shifted", "shifted=3", -1, -1, -1, 1),
                stored("repeated", "repeated=3", 1, 2, 3, 1),
                leaving(
                        "back-vid",
                        "back-vid=0xdead",
                        departure -> assertThat(departure.identity().idVendor()).contains(0xDEAD)),
                leaving(
                        "back-pid",
                        "back-pid=0xbeef",
                        departure ->
                                assertThat(departure.identity().idProduct()).contains(0xBEEF)),
                leaving(
                        "back-release",
                        "back-release='9.87'",
                        departure ->
                                assertThat(departure.identity().bcdDevice()).contains(0x0987)),
                leaving(
                        "back-serial",
                        "back-serial=''",
                        departure ->
                                assertThat(departure.identity().serialNumber()).contains(Optional.empty())),
                leaving(
                        "away",
                        "away=7",
                        departure -> assertThat(departure.absence(NEVER)).isEqualTo(Absence.ofMillis(7))),
                leaving(
                        "back-as",
                        "back-as='run-time'",
                        departure -> assertThat(departure.changesPersona()).isTrue()),
                check("answered", "on='GETSTATUS', do='leave', answered=true", device -> {
                    assertThat(device.status().bState()).isEqualTo(DfuState.DFU_IDLE);
                    assertThat(device.departures()).hasSize(1);
                }),
                check("performed", "on='ABORT', do='leave', performed=true", device -> {
                    device.host().control(DfuRequest.DNLOAD.setup(0, 0, BLOCK.length), BLOCK);
                    assertThat(device.status().bState()).isEqualTo(DfuState.DFU_DNLOAD_IDLE);
                    assertThat(device.host()
                                    .begin(DfuRequest.ABORT.setup(0, 0, 0))
                                    .isAnswered())
                            .isFalse();
                    assertThat(device.departures()).hasSize(1);
                    device.host().giveUp();
                    assertThat(state(device)).isEqualTo(DfuState.DFU_IDLE.code());
                }),
                entry("fault.endpoint", FaultsOnTheBus::isOnAnEndpoint));
    }

    private static void isOnAnEndpoint() {
        try (PersonaInMemory device =
                PersonaInMemory.serving(new Loopback(), "fault=[{endpoint=0x81, nth=2, do='halt'}]")) {
            device.host().write(LOOPBACK_OUT, BLOCK);
            assertThat(device.host().read(LOOPBACK_IN, 512)).isEqualTo(BLOCK);
            device.host().write(LOOPBACK_OUT, BLOCK);
            assertThatThrownBy(() -> device.host().read(LOOPBACK_IN, 512)).isInstanceOf(StallException.class);
        }
    }

    private Map.Entry<String, Runnable> check(String key, String fault, Consumer<PersonaInMemory> check) {
        return entry("fault." + key, () -> {
            try (PersonaInMemory device = PersonaInMemory.dfuMode(store, "fault=[{%s}]".formatted(fault))) {
                check.accept(device);
            }
        });
    }

    private static int state(PersonaInMemory device) {
        return device.host().controlIn(DfuRequest.GETSTATE.setup(0, 0, 1))[0];
    }

    private static void assertStalls(PersonaInMemory device, DfuRequest request) {
        assertThatThrownBy(() -> device.host().control(request.setup(0, 0, 1))).isInstanceOf(StallException.class);
    }

    /** Of six requests, those with these numbers are struck. */
    private Map.Entry<String, Runnable> counted(String key, String which, Integer... struck) {
        return check(
                key,
                "on='GETSTATE', do='stall', " + which,
                device -> assertThat(IntStream.rangeClosed(1, 6).filter(each -> isStalled(device)))
                        .containsExactly(struck));
    }

    private static boolean isStalled(PersonaInMemory device) {
        try {
            state(device);
            return false;
        } catch (StallException e) {
            return true;
        }
    }

    private Map.Entry<String, Runnable> changed(String key, String change, Consumer<PersonaInMemory> check) {
        return check(key, "on='GETSTATUS', do='change', " + change, check);
    }

    /** The device keeps this in place of the block that the host sends. */
    private Map.Entry<String, Runnable> stored(String key, String change, int... kept) {
        return check(key, "on='DNLOAD', block=0, do='change', " + change, device -> {
            device.download(0, BLOCK);
            device.status();
            device.download(1);
            device.status();
            assertThat(device.upload(0, 64)).containsExactly(kept);
        });
    }

    private Map.Entry<String, Runnable> leaving(String key, String how, Consumer<Departure> check) {
        return check(key, "on='SET_INTERFACE', do='leave', " + how, device -> {
            device.host().begin(StandardRequest.SET_INTERFACE.setup(Recipient.INTERFACE, 0, 0, 0));
            assertThat(device.departures()).hasSize(1);
            check.accept(device.departures().get(0));
        });
    }
}
