package usbd4j.gadget.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import usbd4j.gadget.ExitStatus;

/**
 * Between its construction and its close, SIGTERM and SIGINT stop the work and wait until it has cleaned up. If one came
 * before, the constructor does not return: the process ends, and the work does not begin.
 */
final class SignalGuard implements AutoCloseable {
    /** How long taking everything down may take. */
    private static final int PATIENCE_SECONDS = 20;

    private final Thread hook;
    private final CountDownLatch done = new CountDownLatch(1);

    SignalGuard(Runnable stop) {
        hook = new Thread(() -> stopAndWait(stop), "end by signal");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal came before. exit does not return then, and the status stays that of the signal. If this
            // returned, the process could end with a gadget half made.
            Runtime.getRuntime().exit(ExitStatus.FAILURE.code());
        }
    }

    private void stopAndWait(Runnable stop) {
        stop.run();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "usbd4j: the device did not stop in time; if it has left a gadget behind, \"usbd4j remove\" cleans up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal came, and the hook waits for the latch: the process ends with the signal's status.
        }
    }
}
