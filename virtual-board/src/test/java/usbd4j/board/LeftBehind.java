package usbd4j.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a run may have left on the board. */
final class LeftBehind {
    private static final Path GADGETS = Path.of("/sys/kernel/config/usb_gadget");

    private LeftBehind() {}

    /** {@return gadgets, mounts and directories that are there; none on a clean board} */
    static List<String> look() {
        try (Stream<Path> gadgets = Files.isDirectory(GADGETS) ? Files.list(GADGETS) : Stream.empty();
                Stream<String> mounts = Files.lines(Path.of("/proc/mounts"))) {
            List<String> found = new ArrayList<>(gadgets.map(Path::toString).toList());
            found.addAll(mounts.filter(line -> line.contains(" functionfs ") || line.contains(" gadgetfs "))
                    .toList());
            Stream.of("/run/usbd4j").filter(path -> Files.exists(Path.of(path))).forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
