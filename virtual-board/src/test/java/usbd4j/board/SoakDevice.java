package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A device in a soak test: what is done to it, and what its host must see then. */
final class SoakDevice implements AutoCloseable {
    private static final int RUN_TIME = 0x0001;
    private static final int DFU_MODE = 0x0002;
    private static final int LARGEST = 40_000;
    private static final int FIRST_RELEASE = 0x0100;

    private final FirmwareStore store;
    private final Clock clock = new Clock();
    private final boolean hasDfuMode;
    private RunningDevice process;
    private UsbHost host;
    private int release = FIRST_RELEASE;
    private boolean hasLoaded;

    SoakDevice(FirmwareStore store, boolean hasDfuMode) {
        this.store = store;
        this.hasDfuMode = hasDfuMode;
        process = start();
        host = UsbHost.of(0x1209, RUN_TIME);
    }

    private RunningDevice start() {
        hasLoaded = !hasDfuMode;
        List<String> command = new ArrayList<>(List.of("env", "USBD4J_JAVA_OPTIONS=-Xmx64m"));
        command.addAll(RunningDevice.PROGRAM);
        command.addAll(List.of("run", "--wait", "--store", store.store()));
        command.addAll(hasDfuMode ? List.of("--on-detach", "dfu-mode") : List.of());
        // Line by line: on a busy machine an emulated board may take more than a minute to start Java.
        RunningDevice started = RunningDevice.startAs(command);
        started.awaitLine("on the bus as");
        started.awaitLine("configured by the host");
        return started;
    }

    /** {@return the process that serves it} */
    RunningDevice process() {
        return process;
    }

    /** {@return whether this process has done all that it does: with the first firmware Java opens two files for random numbers} */
    boolean hasDoneEverything() {
        return hasLoaded;
    }

    void detach() {
        sendDetach();
        if (hasDfuMode) {
            assertIsBackAs(DFU_MODE);
            host.reset();
        }
        assertIsBackAs(RUN_TIME);
    }

    private void sendDetach() {
        Tool detach = Tool.dfuUtil("-e", "-d", "1209:0001");
        assertThat(detach.status()).as(detach.output()).isZero();
    }

    private void enterDfuMode() {
        sendDetach();
        assertIsBackAs(DFU_MODE);
    }

    void unplug(Random random) {
        Cable.pull();
        pause(random);
        Cable.plugIn();
        assertIsBackAs(RUN_TIME);
    }

    void replug() {
        Cable.replug();
        assertIsBackAs(RUN_TIME);
    }

    /** The device stays what it was. */
    void reset() {
        int devnum = host.devnum();
        host.reset();
        assertThat(host.errnoOfGetStatus()).as("errno after a bus reset").isZero();
        assertThat(host.devnum()).isEqualTo(devnum);
    }

    void kill() {
        process.signal("KILL");
        assertThat(process.statusAtEnd()).isEqualTo(137);
        process = start();
        assertIsBackAs(RUN_TIME);
    }

    void killInDfuMode() {
        enterDfuMode();
        kill();
    }

    void restart() {
        stop();
        process = start();
        assertIsBackAs(RUN_TIME);
    }

    private void stop() {
        process.signal("TERM");
        assertThat(process.statusAtEnd()).isEqualTo(143);
        assertThat(LeftBehind.look()).isEmpty();
    }

    void removeController(Random random) {
        ControllerDriver.unbind();
        pause(random);
        ControllerDriver.bind();
        assertIsBackAs(RUN_TIME);
    }

    void removeControllerInDfuMode() {
        enterDfuMode();
        ControllerDriver.unbind();
        ControllerDriver.bind();
        assertIsBackAs(RUN_TIME);
    }

    void setClock(Random random) {
        clock.jump(Duration.ofHours(random.nextInt(24 * 365 * 20) - 24 * 365 * 10L));
        assertThat(host.errnoOfGetStatus()).as("errno after the clock was set").isZero();
    }

    void upgrade(Random random) {
        enterDfuMode();
        load(random);
    }

    /** The cable is pulled while firmware is on its way, or just before or after. With the reset that follows the device leaves DFU mode. */
    void cutUpgrade(Random random) {
        enterDfuMode();
        int next = drawRelease(random);
        Process download = begin(firmware(random, next));
        pause(random);
        Cable.replug();
        end(download);
        awaitBackAs(RUN_TIME);
        assertThat(host.bcdDevice()).as("bcdDevice").isIn(release, next);
        release = host.bcdDevice();
        upgrade(random);
    }

    private void load(Random random) {
        int next = drawRelease(random);
        Path file = firmware(random, next);
        Tool download = Tool.dfuUtil("-d", ",1209:0002", "-R", "-D", file.toString());
        assertThat(download.output()).contains("Download done.");
        release = next;
        hasLoaded = true;
        assertIsBackAs(RUN_TIME);
        assertThat(store.stored("firmware")).hasSameBinaryContentAs(file.resolveSibling("payload"));
    }

    private static int drawRelease(Random random) {
        return Integer.parseInt("%04d".formatted(1 + random.nextInt(9998)), 16);
    }

    /** {@return a file with two suffixes: dfu-util takes off the outer one, and the inner one says what the release is} */
    private Path firmware(Random random, int bcdDevice) {
        byte[] bytes = new byte[1 + random.nextInt(LARGEST)];
        random.nextBytes(bytes);
        byte[] payload = SuffixedFile.of(bytes, bcdDevice);
        store.file("payload", payload);
        return store.file("firmware", SuffixedFile.of(payload, 0xFFFF));
    }

    private static Process begin(Path file) {
        try {
            return new ProcessBuilder("dfu-util", "-d", ",1209:0002", "-D", file.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Process download) {
        try {
            assertThat(download.waitFor(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("dfu-util ends when its device is gone")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Not to wait for something, but for something to be hit at any moment. */
    private static void pause(Random random) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1500)).toNanos());
    }

    /** The host has seen it go, and sees it again with the release number of its firmware. */
    private void assertIsBackAs(int idProduct) {
        awaitBackAs(idProduct);
        if (idProduct == RUN_TIME) {
            assertThat(host.bcdDevice()).as("bcdDevice").isEqualTo(release);
        }
    }

    private void awaitBackAs(int idProduct) {
        Wait.until("the host's handle is dead", host::isGone);
        int before = host.devnum();
        host.close();
        host = UsbHost.of(0x1209, idProduct);
        assertThat(host.devnum()).as("devnum").isNotEqualTo(before);
    }

    @Override
    public void close() {
        host.close();
        clock.close();
        stop();
    }

    /** After a failure, so that the tests after this one find the board as it was. */
    void abandon() {
        host.close();
        clock.close();
        Cable.plugIn();
        ControllerDriver.bind();
        process.close();
    }
}
