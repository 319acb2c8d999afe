package usbd4j.dfu.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.DfuSuffix;
import usbd4j.stack.UsbException;

/** Kills the program at random moments: the firmware is the last one that it stored, or the one that it was storing. */
@Execution(CONCURRENT)
class KilledTest {
    private static final int KILLS = 100;
    private static final int MOST_BLOCKS = 120;
    private static final int LONGEST_NANOS = 3_000_000;

    /** The class path of the killed program. */
    private static final String CLASS_PATH = Stream.concat(
                    Stream.of("target/classes", "target/test-classes"),
                    Stream.of(DfuSuffix.class, UsbException.class)
                            .map(each -> each.getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .getPath()))
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    private Path directory;

    private final Random random = new Random(5);

    private int interrupted;

    @Test
    void noFirmwareIsLostOrTorn() throws Exception {
        long stored = 0;
        for (int i = 0; i < KILLS; i++) {
            long told = killAtRandomMoment(stored + 1);
            stored = storedNow();

            assertThat(stored).as("kill %d", i).isBetween(told, told + 1);
        }
        assertThat(stored).as("the last firmware stored").isGreaterThan(KILLS);
        assertThat(interrupted).as("interrupted downloads").isGreaterThan(KILLS / 2);
    }

    /** {@return the last number that the program printed} */
    private long killAtRandomMoment(long first) throws Exception {
        Process downloads = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        CLASS_PATH,
                        EndlessDownloads.class.getName(),
                        directory.toString(),
                        Long.toString(first)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long told = first - 1;
        try (BufferedReader numbers = new BufferedReader(new InputStreamReader(downloads.getInputStream(), UTF_8))) {
            // Counted in blocks: on a busy machine the program may not run again in any time waited for here.
            for (int blocks = random.nextInt(MOST_BLOCKS); blocks >= 0; blocks--) {
                told = Long.parseLong(numbers.readLine());
            }
            long moment = System.nanoTime() + random.nextInt(LONGEST_NANOS);
            while (System.nanoTime() < moment) {
                Thread.onSpinWait();
            }
            // The process's own would close its output before the last numbers have come.
            downloads.toHandle().destroyForcibly();
            for (String line = numbers.readLine(); line != null; line = numbers.readLine()) {
                told = Long.parseLong(line);
            }
        }
        downloads.waitFor();
        return told;
    }

    private long storedNow() {
        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.isWhole()).isTrue();
            interrupted += image.condition() == DfuStatus.ERR_POR ? 1 : 0;
            if (image.length() == 0) {
                return 0;
            }
            ByteBuffer bytes = image.read(0, (int) image.length());
            long number = bytes.getLong(0);
            assertThat(bytes).isEqualTo(EndlessDownloads.firmware(number));
            return number;
        }
    }
}
