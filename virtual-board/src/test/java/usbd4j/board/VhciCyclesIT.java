package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Board;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;
import usbd4j.gadget.serve.BusKind;
import usbd4j.gadget.serve.DeviceRun;
import usbd4j.gadget.serve.Place;
import usbd4j.gadget.serve.ServedBus;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.trace.LiveLog;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;

/** A device on {@code vhci-hcd} in this process is detached and upgraded again and again, and leaves nothing behind. */
class VhciCyclesIT {
    /** After so many a process has loaded what it needs. */
    private static final int WARM_UP = 3;

    /** What collections find to be in use differs by so much; 200 cycles may keep 650 bytes each, and nothing of a bus. */
    private static final long A_LITTLE_HEAP = 128 * 1024;

    private static final int FIRMWARE_LENGTH = 5000;

    @TempDir
    private Path directory;

    private FirmwareStore store;
    private DeviceRun run;
    private CompletableFuture<Void> running;

    @BeforeEach
    void start() {
        store = new FirmwareStore(directory);
        Overrides options = new Overrides();
        options.set("run-time.on-detach='dfu-mode'");
        run = new DeviceRun(
                DeviceFile.read(Optional.empty(), options),
                new Place(
                        Board.linux(),
                        new GadgetName("usbd4j"),
                        Optional.empty(),
                        new ServedBus(BusKind.VHCI),
                        Optional.empty(),
                        Path.of(store.store()),
                        false),
                Optional.empty(),
                ServiceManager.none(),
                List.of(new LiveLog()));
        running = CompletableFuture.runAsync(() -> ConsoleLoggerFinder.muted(run::serve));
    }

    @AfterEach
    void stop() {
        run.stop();
        assertThat(running).succeedsWithin(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void upgradesLeaveNothingBehind() throws IOException {
        for (int cycle = 1; cycle <= WARM_UP; cycle++) {
            upgrade(cycle);
        }
        Footprint first = Footprint.now();
        for (int cycle = WARM_UP + 1; cycle <= WARM_UP + Cycles.COUNT; cycle++) {
            upgrade(cycle);
        }
        Footprint last = Footprint.now();

        System.out.printf("%d cycles: %s, and then %s%n", Cycles.COUNT, first, last);
        assertThat(last.threads()).as("threads").isEqualTo(first.threads());
        assertThat(last.files()).as("file descriptors").isEqualTo(first.files());
        assertThat(last.heap()).as("heap").isLessThan(first.heap() + A_LITTLE_HEAP);
    }

    /** With firmware of its own each time. */
    private void upgrade(int cycle) throws IOException {
        Path firmware = store.firmware(FIRMWARE_LENGTH + cycle);
        try (UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            assertThat(host.control(RunTime.detach(1000)))
                    .as("answer to DETACH, cycle %d", cycle)
                    .isPresent();
        }
        UsbHost.of(0x1209, 0x0002).close();
        Tool download = Tool.dfuUtil("-d", ",1209:0002", "-R", "-D", firmware.toString());
        assertThat(download.output()).as("cycle %d", cycle).contains("Download done.");
        UsbHost.of(0x1209, 0x0001).close();
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(firmware));
    }
}
