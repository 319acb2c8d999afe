package usbd4j.gadget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SignalGuardTest {
    private static final int BY_SIGTERM = 143;

    @Test
    void aSignalBeforeTheGuardEndsTheProcessBeforeTheWorkBegins() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SignalledEarly.class.getName())
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(BY_SIGTERM);
        assertThat(output).isEmpty();
    }

    /** A program in which the end by a signal has begun, and goes on no further before the main thread waits or has ended. */
    static final class SignalledEarly {
        private SignalledEarly() {}

        public static void main(String[] args) {
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEndOrWait(main)));
            new Thread(() -> System.exit(BY_SIGTERM)).start();
            while (!isEnding()) {
                Thread.onSpinWait();
            }
            try (SignalGuard guard = new SignalGuard(() -> {})) {
                System.out.println("the work has begun");
            }
        }

        private static boolean isEnding() {
            try {
                Thread hook = new Thread(() -> {});
                Runtime.getRuntime().addShutdownHook(hook);
                Runtime.getRuntime().removeShutdownHook(hook);
                return false;
            } catch (IllegalStateException e) {
                return true;
            }
        }

        private static void awaitEndOrWait(Thread main) {
            while (main.isAlive() && main.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
        }
    }
}
