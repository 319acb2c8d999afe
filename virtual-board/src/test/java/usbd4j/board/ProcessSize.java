package usbd4j.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What another process has of things that can leak.
 *
 * @param rss KiB of memory (VmRSS)
 * @param threads how many
 * @param files how many file descriptors
 */
record ProcessSize(long rss, long threads, long files) {
    static ProcessSize of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return new ProcessSize(status(process, "VmRSS:"), status(process, "Threads:"), files.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long status(Path process, String key) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /** {@return whether this has no more than another, but for memory that a collection has still to find} */
    boolean isWithin(ProcessSize other, long moreRss) {
        return rss <= other.rss + moreRss && threads <= other.threads && files <= other.files;
    }

    @Override
    public String toString() {
        return "%d KiB, %d threads, %d files".formatted(rss, threads, files);
    }
}
