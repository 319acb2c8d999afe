package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NicenessTest {
    /** The fields of /proc/TASK/stat behind the name, which ends with a parenthesis; proc(5). */
    private static final int NICE = 16;

    private static final Path THREAD = Path.of("/proc/thread-self/stat");

    private static int nice() {
        try {
            String fields = Files.readString(THREAD);
            return Integer.parseInt(
                    fields.substring(fields.lastIndexOf(')') + 2).split(" ", -1)[NICE]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isOfTheCallingThreadAlone() {
        int before = nice();
        CompletableFuture<Integer> raised = new CompletableFuture<>();
        new Thread(() -> {
                    Niceness.ofThisThread(19);
                    raised.complete(nice());
                })
                .start();

        assertThat(raised).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(19);
        assertThat(nice()).isEqualTo(before);
    }
}
