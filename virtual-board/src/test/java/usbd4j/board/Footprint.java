package usbd4j.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process has of things that can leak.
 *
 * @param threads how many, not counting those of the virtual machine itself
 * @param files how many file descriptors
 * @param heap bytes, after a collection
 */
record Footprint(long threads, long files, long heap) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    static Footprint now() {
        System.gc();
        return new Footprint(
                ownThreads(),
                filesIn(DESCRIPTORS),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** The virtual machine's, such as the one that waits for processes, and ends when there was none for a minute, are in groups above. */
    private static long ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getThreadGroup)
                .filter(group -> group != null && group.getName().equals("main"))
                .count();
    }

    private static long filesIn(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
