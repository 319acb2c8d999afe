package usbd4j.board;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import usbd4j.gadget.cli.DeviceInThisJava;

/**
 * Without a process of its own, whose start takes most of the time of a test on an emulated board: for the tests that are about the
 * device, and not about the program.
 */
final class InThisJava implements Execution {
    private final DeviceInThisJava device;
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    InThisJava(List<String> options) {
        device = new DeviceInThisJava(options);
    }

    @Override
    public void read(Consumer<String> lines) {
        try {
            status.complete(device.serve(lines));
        } finally {
            // Only after an Error: its stack trace is on the console.
            status.complete(-1);
        }
    }

    @Override
    public void stop() {
        device.stop();
    }

    @Override
    public void kill() {
        device.stop();
    }

    @Override
    public boolean isAlive() {
        return !status.isDone();
    }

    @Override
    public int awaitStatus() {
        return status.join();
    }

    @Override
    public long pid() {
        throw new IllegalStateException("it has no process of its own");
    }
}
